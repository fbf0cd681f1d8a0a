import {
  buildFieldChoices,
  buildHidden,
  type FieldChoice,
  type Followers,
  parseWas,
} from './field-choices.ts'
import { PageForm } from './page-link.tsx'
import type { Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { Outcome } from './written-form.ts'

/** A field of the form: its name, what it is called, and how a value of it is shown. */
export type ConflictingField = {
  readonly name: string
  readonly label: string
  readonly format?: (value: string) => string
}

/** Names a keyed thing by its title, where it is among the choices. */
export const getTitle =
  (choices: readonly { readonly key: string; readonly title: string }[]) =>
  (key: string): string =>
    choices.find((one) => one.key === key)?.title ?? key

/**
 * Shown where a write was refused because the record moved on: each field in which what was typed and the record differ
 * now, with a choice. Sending it sends the form anew on the version that was shown. The form itself, with what was typed,
 * stays on the page below it.
 */
export function FieldConflict({
  outcome,
  intent,
  version,
  fields,
  theirs,
  followers = {},
  action,
}: {
  outcome: Outcome | undefined
  /** The form that this stands for; shown only when that one was refused for a version that moved on. */
  intent: string
  /** The version on record now. */
  version: number
  fields: readonly ConflictingField[]
  /** What the record says now, as the form would begin. */
  theirs: Typed
  followers?: Followers
  action?: string
}) {
  if (outcome?.moved !== true || outcome.intent !== intent) return null
  const { typed } = outcome
  return (
    <ChoiceForm
      {...{ intent, version, fields, theirs, followers }}
      base={parseWas(typed)}
      mine={typed}
      {...(action === undefined ? {} : { action })}
    />
  )
}

/** The choice itself, for a form that keeps its refusals in another shape. */
export function ChoiceForm({
  intent,
  version,
  fields,
  base,
  mine,
  theirs,
  followers,
  action,
  title,
}: {
  intent: string
  version: number
  fields: readonly ConflictingField[]
  base: Typed
  mine: Typed
  theirs: Typed
  followers: Followers
  action?: string
  title?: string
}) {
  const { t } = useDeskWords()
  const copy = t.together.conflict
  const names = fields.map(({ name }) => name)
  // A new source was described in fields of its own: it is shown by its title.
  const shownMine =
    (mine.source ?? '').trim() === '' && (mine['newSource.title'] ?? '') !== ''
      ? { ...mine, source: mine['newSource.title'] ?? '' }
      : mine
  const choices = buildFieldChoices(names, base, shownMine, theirs)
  const hidden = buildHidden(names, mine, theirs, followers)
  const id = `conflict-${intent.replaceAll('.', '-')}`
  return (
    <section className="moved" aria-labelledby={id}>
      <h2 id={id}>{title ?? copy.title}</h2>
      <p>{choices.length === 0 ? copy.alike : copy.lead}</p>
      <PageForm method="post" action={action} noValidate>
        <input type="hidden" name="basedOn" value={version} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {choices.length > 0 && (
          <table className="versions stack choices">
            <caption className="vh">{copy.caption}</caption>
            <thead>
              <tr>
                <td />
                <th scope="col">{copy.yours}</th>
                <th scope="col">{copy.theirs}</th>
                <th scope="col">{copy.choose}</th>
              </tr>
            </thead>
            <tbody>
              {choices.map((choice) => (
                <Row
                  key={choice.name}
                  id={id}
                  choice={choice}
                  field={fields.find(({ name }) => name === choice.name)}
                />
              ))}
            </tbody>
          </table>
        )}
        <div className="acts bare">
          <button type="submit" name="intent" value={intent}>
            {copy.send}
          </button>
        </div>
      </PageForm>
    </section>
  )
}

function Row({
  id,
  choice: { name, mine, theirs, choice },
  field,
}: {
  id: string
  choice: FieldChoice
  field: ConflictingField | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.together.conflict
  const label = field?.label ?? name
  const show = (value: string) =>
    value.trim() === '' ? <span className="quiet">{copy.nothing}</span> : (field?.format?.(value) ?? value)
  return (
    <tr className="differs">
      <th scope="row">{label}</th>
      <td data-l={copy.yours} className="text">
        {show(mine)}
      </td>
      <td data-l={copy.theirs} className="text">
        {show(theirs)}
      </td>
      <td data-l={copy.choose}>
        <fieldset className="pick">
          <legend className="vh">{copy.chooseLabel(label)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label className="tick" key={side} htmlFor={`${id}-${name}-${side}`}>
              <input
                type="radio"
                id={`${id}-${name}-${side}`}
                name={`pick.${name}`}
                value={side}
                defaultChecked={side === choice}
              />
              <span>{side === 'mine' ? copy.mine : copy.record}</span>
            </label>
          ))}
        </fieldset>
      </td>
    </tr>
  )
}
