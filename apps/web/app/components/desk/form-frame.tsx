import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import type { ReactNode } from 'react'
import { PageForm } from './page-link.tsx'
import { type Control, NewSourceFields } from './source-fields.tsx'
import { buildSourceLabels, type SourceChoice, type Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import { getSeen } from './visibility.tsx'
import { buildFieldId, type Outcome } from './written-form.ts'

/** One of the forms of a page: what was typed in it, and what is wrong with it. */
export type FormState = {
  readonly intent: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The state of a form: as it was sent when it is the one that was refused, else as it begins. */
export const getFormState = (intent: string, begin: Typed, outcome: Outcome | undefined): FormState =>
  outcome?.intent === intent
    ? { intent, typed: outcome.typed, errors: outcome.errors }
    : { intent, typed: begin, errors: {} }

/** What ties a field to what was typed in it and what is wrong with it. */
export function getControl({ intent, typed, errors }: FormState, name: string): Control {
  const error = errors[name]
  return {
    id: buildFieldId(intent, name),
    name,
    defaultValue: typed[name] ?? '',
    ...(error === undefined ? {} : { error }),
  }
}

/** A form of the desk: its fields, and the one button. Folded away where the page has several; open once refused. */
export function FormFrame({
  state,
  label,
  hint,
  submit,
  hidden = {},
  action,
  folded = false,
  main = false,
  children,
}: {
  state: FormState
  label: string
  hint?: ReactNode
  submit?: string
  hidden?: Readonly<Record<string, string | number>>
  /** Where it is sent, when not to its own page. */
  action?: string
  folded?: boolean
  main?: boolean
  children?: ReactNode
}) {
  const isOpen = Object.keys(state.errors).length > 0 || state.typed.intent !== undefined
  const form = (
    <PageForm method="post" action={action} noValidate aria-label={label} key={JSON.stringify(state.typed)}>
      <input type="hidden" name="intent" value={state.intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
      <div className="acts bare">
        <button type="submit" className={main ? 'btn-main' : undefined}>
          {submit ?? label}
        </button>
      </div>
    </PageForm>
  )
  if (!folded) return form
  return (
    <details className="more" open={isOpen}>
      <summary>{label}</summary>
      {form}
    </details>
  )
}

/** The source that something rests on, and the place in it. The page carries the list {@link SourceList} once. */
export function SourceFields({ state, withPlace = true }: { state: FormState; withPlace?: boolean }) {
  const { t } = useDeskWords()
  const copy = t.linkage
  return (
    <>
      <InputField label={copy.source} list="sources" autoComplete="off" {...getControl(state, 'source')} />
      <NewSourceFields getControl={(field) => getControl(state, `newSource.${field}`)} />
      {withPlace && (
        <InputField label={copy.locator} hint={copy.locatorHint} {...getControl(state, 'locator')} />
      )}
    </>
  )
}

/** Sources that a field can name, each with who sees it. */
export function SourceOptions({ choices }: { choices: readonly SourceChoice[] }) {
  const { t } = useDeskWords()
  const labels = buildSourceLabels(choices)
  return choices.map(({ key, isPublic }) => (
    <option key={key} value={labels.get(key)} label={t.cases.visibility[getSeen(isPublic)]} />
  ))
}

/** The sources that fields of the page can name. */
export function SourceList({ choices }: { choices: readonly SourceChoice[] }) {
  return (
    <datalist id="sources">
      <SourceOptions choices={choices} />
    </datalist>
  )
}

export function DateField({
  state,
  name,
  label,
  hint,
}: {
  state: FormState
  name: string
  label: string
  hint?: string
}) {
  const { t } = useDeskWords()
  const copy = t.linkage
  return (
    <InputField
      label={label}
      hint={hint ?? copy.dateHint}
      short
      autoComplete="off"
      {...getControl(state, name)}
    />
  )
}

export function ReasonField({ state, label, hint }: { state: FormState; label?: string; hint?: string }) {
  const { t } = useDeskWords()
  const copy = t.linkage
  return (
    <TextAreaField
      label={label ?? copy.reason}
      rows={2}
      {...(hint === undefined ? {} : { hint })}
      {...getControl(state, 'reason')}
    />
  )
}

export type KeyedChoice = { readonly key: string; readonly title: string }

/** One of the dossier's keyed things. */
export function ChoiceField({
  state,
  name,
  label,
  hint,
  choices,
  empty,
}: {
  state: FormState
  name: string
  label: string
  hint?: string
  choices: readonly KeyedChoice[]
  empty?: string
}) {
  const { t } = useDeskWords()
  const copy = t.linkage
  return (
    <SelectField
      label={label}
      options={[
        { value: '', label: empty ?? copy.choose },
        ...choices.map(({ key, title }) => ({ value: key, label: title })),
      ]}
      {...(hint === undefined ? {} : { hint })}
      {...getControl(state, name)}
    />
  )
}
