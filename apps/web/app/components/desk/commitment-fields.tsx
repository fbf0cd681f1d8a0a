import { InputField, TextAreaField } from '@waymark/ui/field'
import {
  ChoiceField,
  DateField,
  type FormState,
  getControl,
  type KeyedChoice,
  SourceFields,
} from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

export const commitmentFields = ['actor', 'date', 'summary', 'source', 'newSource', 'locator'] as const

/** What a commitment says. `withKey`: also the key of a new one. */
export function CommitmentFields({
  state,
  actors,
  withKey = false,
}: {
  state: FormState
  actors: readonly KeyedChoice[]
  withKey?: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.linkage.commitments
  return (
    <>
      <ChoiceField state={state} name="actor" label={copy.actor} choices={actors} />
      <DateField state={state} name="date" label={copy.date} />
      <TextAreaField
        label={copy.summary}
        hint={copy.summaryHint}
        rows={3}
        {...getControl(state, 'summary')}
      />
      <SourceFields state={state} />
      {withKey && (
        <InputField
          label={copy.key}
          hint={copy.keyHint}
          autoCapitalize="none"
          {...getControl(state, 'key')}
        />
      )}
    </>
  )
}
