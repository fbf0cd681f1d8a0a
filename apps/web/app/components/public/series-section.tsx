import type { seriesView } from '@waymark/api/features/score/score.view'
import { DataTable } from '@waymark/ui/data-table'
import { IndexSeries } from '@waymark/ui/index-series'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { type AskedCut, buildPlace } from './address.ts'
import { formatInterval } from './changes-words.ts'
import { t } from './messages.ts'
import { formatDate } from './words.ts'

export type SeriesView = z.infer<typeof seriesView>
type Point = SeriesView['points'][number]

const getFigures = (point: Point, method: string) => point.figures.find((one) => one.method === method)

/** The index over time by every method, the one in use first: a drawing, and the same as a table. */
export function SeriesSection({ view, asked }: { view: SeriesView; asked: AskedCut }) {
  const words = t.series
  const { frame, points } = view
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined)
    return (
      <Section id="series" title={words.title} note={words.help}>
        <p>{words.none}</p>
      </Section>
    )
  const methods = [...view.methods].sort(
    (a, b) => Number(b.id === frame.cut.method) - Number(a.id === frame.cut.method),
  )
  const sentences = methods.map(({ id }) =>
    words.wentFrom(
      id,
      formatInterval(getFigures(first, id)?.index ?? null),
      formatInterval(getFigures(last, id)?.index ?? null),
    ),
  )
  return (
    <Section id="series" title={words.title} note={words.help} layout="full">
      <p>{sentences.join(' ')}</p>
      <IndexSeries
        id="series-chart"
        words={{
          title: words.chart(formatDate(first.day), formatDate(last.day)),
          description: words.description(sentences),
          region: words.region,
        }}
        caption={words.caption}
        panels={methods.map(({ id, title, introduced }) => ({
          key: id,
          title: words.panel(id, title),
          breakAt: introduced,
          breakLabel: words.break(id),
          points: points.map((point) => ({
            at: point.day,
            round: point.kind === 'round',
            interval: getFigures(point, id)?.index ?? null,
          })),
        }))}
      />
      <details className="gap-top">
        <summary>{words.table}</summary>
        <DataTable
          caption={words.tableCaption}
          hideCaption
          getKey={({ day, kind, title }) => `${day} ${kind} ${title}`}
          rows={points}
          columns={[
            {
              key: 'date',
              header: words.date,
              nowrap: true,
              cell: ({ day }) => (
                <a href={buildPlace(frame.dossier.key, { ...asked, asOf: day })}>{formatDate(day)}</a>
              ),
            },
            {
              key: 'occasion',
              header: words.occasion,
              cell: ({ kind, title }) => title ?? (kind === 'year' ? words.yearEnd : words.shown),
            },
            ...methods.flatMap(({ id }) => [
              {
                key: `${id}-index`,
                header: words.index(id),
                narrowLabel: words.index(id),
                numeric: true,
                cell: (point: Point) => formatInterval(getFigures(point, id)?.index ?? null),
              },
              {
                key: `${id}-coverage`,
                header: words.coverage(id),
                narrowLabel: words.coverage(id),
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
