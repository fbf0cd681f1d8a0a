import type { BriefingList } from '@waymark/api/features/briefing/briefing.view'
import { DataTable } from '@waymark/ui/data-table'
import { InputField } from '@waymark/ui/field'
import { getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { Outcome } from '../desk/written-form.ts'

/** The briefings of a dossier, a page of them. */
export function BriefingTable({ dossier, list }: { dossier: string; list: BriefingList }) {
  const { t, formatDate, formatInstant, localise } = useDeskWords()
  const copy = t.briefing
  return (
    <>
      <DataTable
        caption={copy.title}
        hideCaption
        rows={list.briefings}
        getKey={({ briefing }) => String(briefing)}
        columns={[
          {
            key: 'title',
            header: copy.columns.title,
            cell: ({ briefing, title, version, audience }) => (
              <>
                <a href={localise(`/meetings/${dossier}/briefings/${briefing}`)}>{title}</a>
                <span className="hint">
                  {' '}
                  {copy.builder.version(version)} · {copy.audiences[audience]}
                </span>
              </>
            ),
          },
          {
            key: 'round',
            header: copy.columns.round,
            narrowLabel: copy.columns.round,
            cell: ({ round, recorded }) => (
              <>
                {round.title}, {formatDate(round.date)}
                {recorded && <span className="hint"> {copy.recorded}</span>}
              </>
            ),
          },
          {
            key: 'asOf',
            header: copy.columns.asOf,
            narrowLabel: copy.columns.asOf,
            cell: ({ asOf }) => formatDate(asOf),
          },
          {
            key: 'changed',
            header: copy.columns.changed,
            narrowLabel: copy.columns.changed,
            cell: ({ by, at }) => copy.changed(by, formatInstant(at)),
          },
        ]}
      />
      {list.pages > 1 && (
        <p className="toolbar">
          {Array.from({ length: list.pages }, (_, i) => i + 1).map((page) =>
            page === list.page ? (
              <span key={page} aria-current="page">
                {page}
              </span>
            ) : (
              <a key={page} href={`?page=${page}`}>
                {page}
              </a>
            ),
          )}
        </p>
      )}
    </>
  )
}

/** The Word template of the organisations. */
export function BriefingTemplate({
  template,
  outcome,
}: {
  template: BriefingList['template']
  outcome: Outcome | undefined
}) {
  const { t, formatInstant } = useDeskWords()
  const copy = t.briefing.template
  const { defaultValue: _, ...control } = getControl(getFormState('template', {}, outcome), 'file')
  return (
    <section className="part" aria-labelledby="template">
      <h2 id="template">{copy.heading}</h2>
      <p className="quiet">{copy.lead}</p>
      <p>
        {template === null ? copy.none : copy.set(template.name, template.by, formatInstant(template.at))}
      </p>
      <form method="post" encType="multipart/form-data" noValidate aria-label={copy.upload}>
        <input type="hidden" name="intent" value="template" />
        <InputField type="file" accept=".docx,.dotx" label={copy.file} hint={copy.hint} {...control} />
        <div className="acts bare">
          <button type="submit">{copy.upload}</button>
        </div>
      </form>
      {template !== null && (
        <form method="post" aria-label={copy.remove}>
          <input type="hidden" name="intent" value="template-remove" />
          <button type="submit">{copy.remove}</button>
        </form>
      )}
    </section>
  )
}
