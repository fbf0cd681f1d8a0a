import type { editionComparison } from '@waymark/api/features/edition/edition.view'
import { DataTable } from '@waymark/ui/data-table'
import { MarkWord } from '@waymark/ui/marks'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { getIndexLabel } from './area-rows.tsx'
import { getWord } from './changes-words.ts'
import { EditionCompareForm } from './edition-compare-form.tsx'
import { type PageFrame, PublicPage } from './public-page.tsx'
import { useWords } from './use-words.ts'

export type EditionComparison = z.infer<typeof editionComparison>
type Item = EditionComparison['items'][number]

/** Two editions beside each other, as they were published. */
export function EditionComparisonPage({
  view,
  origin,
}: { view: EditionComparison } & Pick<PageFrame, 'origin'>) {
  const words = useWords()
  const { buildPlace, formatDate, formatDistribution, t } = words
  const { frame, from, to, figures, items, reworded, tables, others } = view
  const copy = t.editions
  const dossier = frame.dossier.key
  const { asOf, knownAt, method } = to
  const sides = [
    { edition: from, row: figures.from },
    { edition: to, row: figures.to },
  ]
  const differing = tables.filter((table) => table.from !== table.to)
  return (
    <PublicPage
      frame={frame}
      asked={{ asOf, knownAt, method }}
      origin={origin}
      here="editions"
      place={`editions/${to.id}`}
      kept={{ with: from.id }}
      page={`${copy.comparedTitle(from.id, to.id)}`}
      formats={[]}
      over={copy.comparedOver}
      title={copy.comparedItems(items.length)}
      lead={copy.comparedLead}
      dates={false}
      frozen
    >
      <Section id="figures" title={copy.overall} layout="full">
        <DataTable
          caption={copy.overall}
          hideCaption
          rows={sides}
          getKey={({ edition }) => edition.id}
          columns={[
            {
              key: 'edition',
              header: copy.edition,
              cell: ({ edition }) => (
                <>
                  <a href={buildPlace(dossier, {}, `editions/${edition.id}`)}>{edition.title}</a>
                  <span className="tiny quiet line">
                    {formatDate(edition.asOf)}, {edition.id}
                  </span>
                </>
              ),
            },
            {
              key: 'distribution',
              header: copy.distribution,
              narrowLabel: copy.distribution,
              cell: ({ row }) => formatDistribution(row.distribution),
            },
            {
              key: 'coverage',
              header: copy.coverage,
              narrowLabel: copy.coverage,
              nowrap: true,
              cell: ({ row }) => t.scorecard.coverage(row.coverage.assessed, row.coverage.applicable),
            },
            {
              key: 'index',
              header: copy.index,
              narrowLabel: copy.index,
              nowrap: true,
              cell: ({ row }) => getIndexLabel(words, row.index),
            },
          ]}
        />
      </Section>
      {items.length > 0 && (
        <Section id="items" title={copy.change} layout="full">
          <DataTable
            caption={copy.comparedItems(items.length)}
            hideCaption
            rows={items}
            getKey={({ ref }) => ref}
            columns={[
              {
                key: 'ref',
                header: copy.recommendation,
                cell: ({ ref, title }) => (
                  <>
                    <a href={buildPlace(dossier, { asOf, knownAt, method }, `recommendations/${ref}`)}>
                      {title}
                    </a>{' '}
                    <span className="ref">{ref}</span>
                  </>
                ),
              },
              {
                key: 'change',
                header: copy.change,
                narrowLabel: copy.change,
                cell: ({ change }) => t.changes.kinds[change] ?? change,
              },
              {
                key: 'from',
                header: copy.before,
                narrowLabel: copy.before,
                cell: (item) => <At word={item.from} />,
              },
              {
                key: 'to',
                header: copy.after,
                narrowLabel: copy.after,
                cell: (item) => <At word={item.to} />,
              },
            ]}
          />
        </Section>
      )}
      {reworded.length > 0 && (
        <Section id="reworded" title={copy.reworded}>
          <ul className="small lines">
            {reworded.map(({ ref, title }) => (
              <li key={ref}>
                <a href={buildPlace(dossier, { asOf, knownAt, method }, `recommendations/${ref}`)}>{title}</a>{' '}
                <span className="ref">{ref}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {differing.length > 0 && (
        <Section id="tables" title={copy.tables}>
          <ul className="small lines">
            {differing.map((table) => (
              <li key={table.name}>
                {table.title}: {copy.rows(table.from)} → {copy.rows(table.to)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <EditionCompareForm dossier={dossier} id={to.id} others={others} chosen={from.id} />
    </PublicPage>
  )
}

function At({ word }: { word: Item['from'] }) {
  const words = useWords()
  const { mark, word: text } = getWord(words, word)
  return mark === null ? (
    <span className="quiet">{words.t.editions.absent}</span>
  ) : (
    <MarkWord mark={mark} word={text} />
  )
}
