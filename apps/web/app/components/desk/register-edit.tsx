import type { FieldChange, ManyPreview } from '@waymark/api/features/recommendation/correct.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { InputField } from '@waymark/ui/field'
import { AssignmentFields } from './assignment-part.tsx'
import type { DeskWords } from './desk-words.ts'
import {
  ChoiceField,
  FormFrame,
  getControl,
  getFormState,
  type KeyedChoice,
  ReasonField,
} from './form-frame.tsx'
import { ResponsibleField } from './recommendation-fields.tsx'
import type { Person } from './record-talk.tsx'
import type { Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { Outcome } from './written-form.ts'

type Choices = { readonly areas: readonly KeyedChoice[]; readonly actors: readonly KeyedChoice[] }

/** One correction for every selected row, folded away; nothing is written before its preview was confirmed. */
export function CorrectSelection({
  choices: { areas, actors },
  versions,
  outcome,
}: {
  choices: Choices
  /** The versions of the recommendations that the writer saw. */
  versions: string
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.edit.selection
  const state = getFormState('correct', {}, outcome)
  return (
    <FormFrame
      folded
      state={state}
      label={copy.correct}
      hint={copy.correctHint}
      submit={copy.preview}
      hidden={{ versions }}
    >
      <div className="pair">
        <ChoiceField state={state} name="area" label={t.edit.area} choices={areas} empty={copy.keep} />
        <InputField
          label={t.edit.months}
          hint={t.edit.monthsHint}
          short
          inputMode="numeric"
          autoComplete="off"
          {...getControl(state, 'reviewEveryMonths')}
        />
      </div>
      <ResponsibleField
        state={state}
        actors={actors}
        hint={copy.responsibleHint}
        nobody={copy.nobodyChoice}
      />
      <ReasonField state={state} hint={t.linkage.reasonHint} />
    </FormFrame>
  )
}

/** One person, one task, for every selected row, folded away. */
export function AskForSelection({
  colleagues,
  versions,
  count,
  outcome,
}: {
  colleagues: readonly Person[]
  versions: string
  count: number
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.edit.selection
  const state = getFormState('assign', {}, outcome)
  return (
    <FormFrame folded state={state} label={copy.ask} hint={copy.askLead(count)} hidden={{ versions }}>
      <AssignmentFields state={state} colleagues={colleagues} />
    </FormFrame>
  )
}

type PreviewRow = FieldChange & { readonly ref: string; readonly title: string }

const formatValue = ({ t }: DeskWords, field: FieldChange['field'], value: string) =>
  value === ''
    ? t.edit.selection.nobody
    : field === 'reviewEveryMonths'
      ? t.edit.selection.months(value)
      : value

const buildColumns = (words: DeskWords): readonly Column<PreviewRow>[] => [
  {
    key: 'title',
    header: words.t.edit.selection.heads.title,
    cell: ({ ref, title }) => (
      <>
        <span className="ref">{ref}</span> {title}
      </>
    ),
  },
  {
    key: 'field',
    header: words.t.edit.selection.heads.field,
    narrowLabel: words.t.edit.selection.heads.field,
    cell: ({ field }) => words.t.edit.selection.fields[field],
  },
  {
    key: 'from',
    header: words.t.edit.selection.heads.from,
    narrowLabel: words.t.edit.selection.heads.from,
    cell: ({ field, from }) => formatValue(words, field, from),
  },
  {
    key: 'to',
    header: words.t.edit.selection.heads.to,
    narrowLabel: words.t.edit.selection.heads.to,
    cell: ({ field, to }) => formatValue(words, field, to),
  },
]

/** Every field that would change, old beside new, and the button that changes them on the versions that were shown. */
export function CorrectPreview({ preview, typed }: { preview: ManyPreview; typed: Typed }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.edit.selection
  const { rows, unchanged } = preview
  const kept = ['area', 'reviewEveryMonths', 'nobody', 'responsible[]', 'reason'].flatMap((name) => {
    const values = name.endsWith('[]') ? (typed[name] ?? '').split('\n') : [typed[name] ?? '']
    return values.map((value) => [name, value] as const)
  })
  const changing = rows.map(({ ref, version }) => `${ref}:${version}`).join(' ')
  return (
    <section className="part" aria-labelledby="preview">
      <h2 id="preview">{copy.previewTitle}</h2>
      <p role="status">{rows.length === 0 ? copy.nothing : copy.would(rows.length)}</p>
      {rows.length > 0 && (
        <DataTable
          caption={copy.previewTitle}
          hideCaption
          columns={buildColumns(words)}
          rows={rows.flatMap(({ ref, title, changes }) => changes.map((one) => ({ ...one, ref, title })))}
          getKey={({ ref, field }) => `${ref} ${field}`}
        />
      )}
      {rows.length > 0 && unchanged.length > 0 && (
        <p className="quiet">{copy.unchanged(unchanged.join(', '))}</p>
      )}
      <form method="post" noValidate aria-label={copy.previewTitle}>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="versions" value={changing} />
        <div className="acts bare">
          {rows.length > 0 && (
            <button type="submit" name="intent" value="correct.confirm" className="btn-main">
              {copy.confirm(rows.length)}
            </button>
          )}
          <button type="submit" name="intent" value="correct.back">
            {copy.back}
          </button>
        </div>
      </form>
    </section>
  )
}
