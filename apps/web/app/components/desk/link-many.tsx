import { levels } from '@waymark/assessment/level'
import type { LinkageRole } from '@waymark/linkage/linkage'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Facts } from '@waymark/ui/facts'
import { CheckField, InputField, SelectField } from '@waymark/ui/field'
import { MarkWord } from '@waymark/ui/marks'
import type { DeskWords } from './desk-words.ts'
import { FormFrame, type FormState, type KeyedChoice } from './form-frame.tsx'
import { type CommitmentChoice, LinkFields, linkFields } from './link-fields.tsx'
import { PageForm } from './page-link.tsx'
import type { Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { LinkCandidates, LinkPreview } from './views.ts'

const buildAnyChoice = ({ t }: DeskWords) => ({ value: '', label: t.linkage.linkMany.any })

/** Which recommendations are shown to choose from. A plain form whose fields are the address. */
export function CandidateFilters({
  dossier,
  milestone,
  filter,
  areas,
}: {
  dossier: string
  milestone: string
  filter: Readonly<Record<string, string>>
  areas: readonly KeyedChoice[]
}) {
  const words = useDeskWords()
  const { options, t } = words
  const copy = t.linkage.linkMany
  return (
    <div className="filters flush">
      <PageForm
        method="get"
        action={`/desk/${dossier}/milestones/${milestone}/link`}
        aria-label={copy.filter}
        key={JSON.stringify(filter)}
      >
        <InputField id="q" name="q" type="search" label={copy.words} defaultValue={filter.q ?? ''} />
        <SelectField
          id="area"
          name="area"
          label={copy.area}
          options={[buildAnyChoice(words), ...areas.map(({ key, title }) => ({ value: key, label: title }))]}
          defaultValue={filter.area ?? ''}
        />
        <SelectField
          id="standing"
          name="standing"
          label={copy.standing}
          options={[buildAnyChoice(words), ...options.standingFilter]}
          defaultValue={filter.standing ?? ''}
        />
        <button type="submit">{copy.apply}</button>
      </PageForm>
    </div>
  )
}

type Candidate = LinkCandidates['rows'][number]

/** Choose recommendations, say the condition, ask for the preview. Nothing is written yet. */
export function ChooseForm({
  list,
  commitments,
  state,
}: {
  list: LinkCandidates
  commitments: readonly CommitmentChoice[]
  state: FormState
}) {
  const { formatDate, getStandingWord, t } = useDeskWords()
  const copy = t.linkage.linkMany
  if (list.rows.length === 0) return <p className="quiet">{copy.nothing}</p>
  const all = state.typed.all === 'on'
  const chosen = new Set((state.typed['recommendations[]'] ?? '').split('\n'))
  const error = state.errors.recommendations
  const columns: readonly Column<Candidate>[] = [
    {
      key: 'title',
      header: copy.columns.title,
      cell: ({ ref, title, linked }) =>
        linked ? (
          <>
            <span className="ref">{ref}</span> {title} <span className="badge">{copy.alreadyLinked}</span>
          </>
        ) : (
          <label className="tick" htmlFor={`choose-${ref}`}>
            <input
              type="checkbox"
              id={`choose-${ref}`}
              name="recommendations[]"
              value={ref}
              defaultChecked={chosen.has(ref)}
            />
            <span>
              <span className="ref">{ref}</span> {title}
            </span>
          </label>
        ),
    },
    { key: 'area', header: copy.columns.area, narrowLabel: copy.columns.area, cell: ({ area }) => area },
    {
      key: 'issued',
      header: copy.columns.issued,
      narrowLabel: copy.columns.issued,
      nowrap: true,
      cell: ({ issued }) => formatDate(issued),
    },
    {
      key: 'finding',
      header: copy.columns.finding,
      cell: ({ standing }) => <MarkWord {...getStandingWord(standing)} />,
    },
  ]
  return (
    <FormFrame state={state} label={copy.choose} submit={copy.preview} main>
      <section className="part" aria-labelledby="choose" id="preview-recommendations">
        <h2 id="choose">
          {copy.choose} <span className="quiet">{copy.found(list.rows.length, list.total)}</span>
        </h2>
        {error !== undefined && <p className="err">{error}</p>}
        <CheckField id="all" name="all" label={copy.all} defaultChecked={all} />
        <input
          type="hidden"
          name="shown"
          value={list.rows
            .filter((row) => !row.linked)
            .map((row) => row.ref)
            .join(' ')}
        />
        <DataTable
          caption={copy.choose}
          hideCaption
          columns={columns}
          rows={list.rows}
          getKey={({ ref }) => ref}
        />
      </section>
      <section className="part" aria-labelledby="condition">
        <h2 id="condition">{copy.condition}</h2>
        <LinkFields state={state} commitments={commitments} />
      </section>
    </FormFrame>
  )
}

type PreviewRow = LinkPreview['rows'][number]

/** What would be written, row by row, and the button that writes it. */
export function PreviewForm({
  preview,
  typed,
  commitments,
}: {
  preview: LinkPreview
  typed: Typed
  commitments: readonly CommitmentChoice[]
}) {
  const { formatRefusalCode, getLevelWord, getRoleOfLinkWord, t } = useDeskWords()
  const copy = t.linkage.linkMany
  const blocked = preview.rows.filter((row) => row.obstacle !== null).length + preview.missing.length
  const columns: readonly Column<PreviewRow>[] = [
    {
      key: 'title',
      header: copy.columns.title,
      cell: ({ ref, title }) => (
        <>
          <span className="ref">{ref}</span> {title}
        </>
      ),
    },
    { key: 'area', header: copy.columns.area, narrowLabel: copy.columns.area, cell: ({ area }) => area },
    {
      key: 'obstacle',
      header: copy.columns.obstacle,
      cell: ({ obstacle }) => (obstacle === null ? copy.fine : formatRefusalCode(obstacle)),
    },
  ]
  const keys = (typed['commitments[]'] ?? '').split('\n')
  const level = levels.find((one) => one === typed.required)
  const facts = [
    { key: 'role', term: t.linkage.link.role, text: getRoleOfLinkWord(typed.role as LinkageRole) },
    {
      key: 'required',
      term: t.linkage.link.required,
      text: level === undefined ? t.linkage.link.noLevel : getLevelWord(level),
    },
    {
      key: 'commitments',
      term: t.linkage.link.commitments,
      text:
        keys[0] === '' ? (
          t.linkage.link.noCommitments
        ) : (
          <ul className="dots">
            {commitments
              .filter(({ key }) => keys.includes(key))
              .map(({ key, title }) => (
                <li key={key}>{title}</li>
              ))}
          </ul>
        ),
    },
  ]
  const kept = [...linkFields, 'recommendations[]'].flatMap((name) =>
    (typed[name] ?? '').split('\n').map((value) => [name, value] as const),
  )
  return (
    <section className="part" aria-labelledby="preview">
      <h2 id="preview">{copy.previewTitle}</h2>
      <Facts facts={facts} />
      <p role="status">{blocked === 0 ? copy.wouldLink(preview.rows.length) : copy.obstacles(blocked)}</p>
      <DataTable
        caption={copy.previewTitle}
        hideCaption
        columns={columns}
        rows={preview.rows}
        getKey={({ ref }) => ref}
      />
      <form method="post" noValidate aria-label={copy.previewTitle}>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="acts bare">
          {blocked === 0 && (
            <button type="submit" name="intent" value="link" className="btn-main">
              {copy.link(preview.rows.length)}
            </button>
          )}
          <button type="submit" name="intent" value="change">
            {copy.back}
          </button>
        </div>
      </form>
    </section>
  )
}
