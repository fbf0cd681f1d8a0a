import type { editionDetail, FrozenRow } from '@waymark/api/features/edition/edition.view'
import { getUtcDay } from '@waymark/kernel/instant'
import { DataTable } from '@waymark/ui/data-table'
import { Note } from '@waymark/ui/note'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { getIndexLabel } from './area-rows.tsx'
import { EditionCompareForm } from './edition-compare-form.tsx'
import { EditionProof } from './edition-proof.tsx'
import { type PageFrame, PublicPage } from './public-page.tsx'
import { useWords } from './use-words.ts'

export type EditionDetail = z.infer<typeof editionDetail>

/** One edition as it was published: its figures, its files, and what proves it. */
export function EditionPage({ view, origin }: { view: EditionDetail } & Pick<PageFrame, 'origin'>) {
  const { buildPlace, formatDate, formatInstantWords, t } = useWords()
  const { frame, edition, correctedBy, figures, others } = view
  const copy = t.editions
  const dossier = frame.dossier.key
  const { asOf, knownAt, method } = edition
  return (
    <PublicPage
      frame={frame}
      asked={{ asOf, knownAt, method }}
      origin={origin}
      here="editions"
      place={`editions/${edition.id}`}
      page={copy.page(edition.title, edition.id)}
      formats={[]}
      over={`${copy.edition} ${edition.id} · ${formatInstantWords(edition.issuedAt)}`}
      title={edition.title}
      lead={copy.headLead(formatDate(asOf), formatInstantWords(knownAt), method)}
      dates={false}
      frozen
      edition={{ id: edition.id, hash: edition.manifestSha256 }}
    >
      {correctedBy.length > 0 && (
        <Note id="superseded" title={copy.supersededTitle}>
          {correctedBy.map(({ id, title, what, issuedAt }) => (
            <p key={id}>
              {copy.superseded(title, formatDate(getUtcDay(issuedAt)), what)}{' '}
              <a href={buildPlace(dossier, {}, `editions/${id}`)}>{id}</a>
            </p>
          ))}
        </Note>
      )}
      {edition.corrects !== null && (
        <Note id="corrects" title={copy.correctionTitle}>
          <p>
            {copy.correction(edition.corrects.id, edition.corrects.what)}{' '}
            <a href={buildPlace(dossier, {}, `editions/${edition.corrects.id}`)}>{edition.corrects.id}</a>
          </p>
        </Note>
      )}
      <Section id="figures" title={copy.figures} layout="full">
        {edition.note !== null && <p className="measure">{edition.note}</p>}
        <FrozenTable figures={figures} />
        <p className="small gap-top">
          <a href={buildPlace(dossier, { asOf, knownAt, method })}>{copy.live}</a>
        </p>
      </Section>
      <Downloads view={view} />
      <EditionProof edition={edition} keyText={edition.key} />
      {others.length > 0 && <EditionCompareForm dossier={dossier} id={edition.id} others={others} />}
    </PublicPage>
  )
}

/** Figures of the areas, of all, and of the EU's side. */
function FrozenTable({ figures }: { figures: readonly FrozenRow[] }) {
  const words = useWords()
  const { formatDistribution, t } = words
  const copy = t.editions
  const titleOf = ({ scope, title }: FrozenRow) =>
    scope === 'overall' ? copy.overall : scope === 'eu-side' ? copy.euSide : title
  return (
    <DataTable
      caption={copy.figures}
      hideCaption
      rows={figures.filter(({ scope }) => scope !== 'pooled')}
      getKey={({ scope, key }) => `${scope} ${key}`}
      columns={[
        { key: 'title', header: copy.scope, cell: titleOf },
        {
          key: 'distribution',
          header: copy.distribution,
          narrowLabel: copy.distribution,
          cell: ({ distribution }) => formatDistribution(distribution),
        },
        {
          key: 'coverage',
          header: copy.coverage,
          narrowLabel: copy.coverage,
          nowrap: true,
          cell: ({ coverage }) => t.scorecard.coverage(coverage.assessed, coverage.applicable),
        },
        {
          key: 'index',
          header: copy.index,
          narrowLabel: copy.index,
          nowrap: true,
          cell: ({ index }) => getIndexLabel(words, index),
        },
      ]}
    />
  )
}

const formats = ['zip', 'json', 'xlsx', 'csv'] as const

function Downloads({ view: { frame, edition, tables } }: { view: EditionDetail }) {
  const { formatNumber, t } = useWords()
  const copy = t.editions
  const base = `/${frame.dossier.key}/editions/${edition.id}`
  const shown = tables.filter(({ rows }) => rows > 0)
  return (
    <Section id="downloads" title={copy.downloads} note={copy.downloadsNote}>
      <ul className="lines">
        {formats.map((format) => (
          <li key={format}>
            <a href={`${base}.${format}`}>{`${edition.id}.${format}`}</a>{' '}
            <span className="small quiet">
              {copy.files[format]}
              {format === 'zip' && `, ${copy.bytes(formatNumber(Math.ceil(edition.zipBytes / 1024)))}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="small quiet gap-s">
        {shown.map(({ title, rows }) => `${title}: ${copy.rows(rows)}`).join(' · ')}
      </p>
      <p className="small quiet measure">{copy.withoutCases}</p>
    </Section>
  )
}
