import type { ReactNode } from 'react'
import { buildWas, type Followers } from './field-choices.ts'
import { type ConflictingField, FieldConflict } from './field-conflict.tsx'
import { FormFrame, type FormState, getFormState, ReasonField } from './form-frame.tsx'
import type { Typed } from './submit-form.ts'
import type { Outcome } from './written-form.ts'

/**
 * A form that changes what is on record, with a reason: it begins with what the record says, and where the record moved on
 * in the meantime each field is chosen above it.
 */
export function CorrectionForm({
  outcome,
  intent,
  version,
  begin,
  fields,
  followers = {},
  reasonHint,
  children,
  ...frame
}: {
  outcome: Outcome | undefined
  intent: string
  /** The version on record now, which it is based on. */
  version: number
  /** What the record says now, by field. */
  begin: Typed
  /** The fields in the words of a comparison. */
  fields: readonly ConflictingField[]
  followers?: Followers
  reasonHint?: string
  label: string
  submit?: string
  hint?: ReactNode
  folded?: boolean
  main?: boolean
  children: (state: FormState) => ReactNode
}) {
  const state = getFormState(intent, begin, outcome)
  return (
    <>
      <FieldConflict
        outcome={outcome}
        intent={intent}
        version={version}
        fields={fields}
        theirs={begin}
        followers={followers}
      />
      <FormFrame
        {...frame}
        state={state}
        hidden={{ basedOn: version, ...buildWas(begin, Object.keys(begin)) }}
      >
        {children(state)}
        <ReasonField state={state} {...(reasonHint === undefined ? {} : { hint: reasonHint })} />
      </FormFrame>
    </>
  )
}
