import type { seriesView } from '@waymark/api/features/score/score.view'
import { DataTable } from '@waymark/ui/data-table'
import { IndexSeries } from '@waymark/ui/index-series'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import type { AskedCut } from './address.ts'
import { formatInterval } from './changes-words.ts'
import { getMethodTitle } from './scale-words.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type SeriesView = z.infer<typeof seriesView>
type Point = SeriesView['points'][number]

const getFigures = (point: Point, method: string) => point.figures.find((one) => one.method === method)

/** The index over time by every method, the one in use first: a drawing, and the same as a table. */
export function SeriesSection({ view, asked }: { view: SeriesView; asked: AskedCut }) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const copy = t.series
  const { frame, points } = view
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined)
    return (
      <Section id="series" title={copy.title} note={copy.help}>
        <p>{copy.none}</p>
      </Section>
    )
  const methods = [...view.methods].sort(
    (a, b) => Number(b.id === frame.cut.method) - Number(a.id === frame.cut.method),
  )
  const sentences = methods.map(({ id }) =>
    copy.wentFrom(
      id,
      formatInterval(words, getFigures(first, id)?.index ?? null),
      formatInterval(words, getFigures(last, id)?.index ?? null),
    ),
  )
  return (
    <Section id="series" title={copy.title} note={copy.help} layout="full">
      <p>{sentences.join(' ')}</p>
      <IndexSeries
        id="series-chart"
        words={{
          title: copy.chart(formatDate(first.day), formatDate(last.day)),
          description: copy.description(sentences),
          region: copy.region,
        }}
        caption={copy.caption}
        panels={methods.map(({ id, title, introduced }) => ({
          key: id,
          title: copy.panel(id, getMethodTitle(words, { id, title })),
          breakAt: introduced,
          breakLabel: copy.break(id),
          points: points.map((point) => ({
            at: point.day,
            round: point.kind === 'round',
            interval: getFigures(point, id)?.index ?? null,
          })),
        }))}
      />
      <details className="gap-top">
        <summary>{copy.table}</summary>
        <DataTable
          caption={copy.tableCaption}
          hideCaption
          getKey={({ day, kind, title }) => `${day} ${kind} ${title}`}
          rows={points}
          columns={[
            {
              key: 'date',
              header: copy.date,
              nowrap: true,
              cell: ({ day }) => (
                <a href={buildPlace(frame.dossier.key, { ...asked, asOf: day })}>{formatDate(day)}</a>
              ),
            },
            {
              key: 'occasion',
              header: copy.occasion,
              cell: ({ kind, title }) =>
                title === null ? kind === 'year' ? copy.yearEnd : copy.shown : <Text>{title}</Text>,
            },
            ...methods.flatMap(({ id }) => [
              {
                key: `${id}-index`,
                header: copy.index(id),
                narrowLabel: copy.index(id),
                numeric: true,
                cell: (point: Point) => formatInterval(words, getFigures(point, id)?.index ?? null),
              },
              {
                key: `${id}-coverage`,
                header: copy.coverage(id),
                narrowLabel: copy.coverage(id),
                numeric: true,
                cell: (point: Point) => {
                  const { assessed = 0, applicable = 0 } = getFigures(point, id)?.coverage ?? {}
                  return t.scorecard.coverage(assessed, applicable)
                },
              },
            ]),
          ]}
        />
      </details>
    </Section>
  )
}
