import type { AreaSeries } from '@waymark/api/features/score/score.view'
import { AreaMultiple, buildMultiplesClock } from '@waymark/ui/area-series'
import { DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import { type AskedCut, buildHref, getCut } from './address.ts'
import { type AreaMove, countMoves, listMoves } from './area-moves.ts'
import { formatInterval } from './changes-words.ts'
import { PublicPage } from './public-page.tsx'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

type Area = AreaSeries['areas'][number]

/** Each concern area over time on the same axes: what moved for certain as a sentence, a chart an area, and the same as a table. */
export function AreaSeriesPage({
  view,
  asked,
  origin,
}: {
  view: AreaSeries
  asked: AskedCut
  origin: string
}) {
  const words = useWords()
  const { formatDate, t } = words
  const copy = t.areaSeries
  const { frame, points, introduced } = view
  const areas = listMoves(view)
  const [first, last] = [points[0], points.at(-1)]
  const isEmpty = first === undefined || last === undefined || areas.length === 0
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="scorecard"
      place="areas"
      page={copy.page}
      formats={['csv', 'xlsx', 'json']}
      over={copy.over}
      title={isEmpty ? copy.none : copy.h1(formatDate(first.day), formatDate(last.day), countMoves(areas))}
      {...(isEmpty ? {} : { lead: copy.lead })}
    >
      {!isEmpty && (
        <Section id="charts" title={copy.charts} note={copy.chartsHelp} layout="full">
          <p className="small quiet">
            {(introduced > first.day && introduced <= last.day ? copy.broken : copy.whole)(
              frame.cut.method,
              formatDate(introduced),
            )}
          </p>
          <div className="multiples">
            {areas.map((move) => (
              <Multiple key={move.area.key} move={move} view={view} asked={asked} />
            ))}
          </div>
          <details className="gap-top">
            <summary>{copy.table}</summary>
            <p className="small quiet">{copy.tableHelp}</p>
            <SeriesTable view={view} areas={areas.map(({ area }) => area)} asked={asked} />
          </details>
        </Section>
      )}
    </PublicPage>
  )
}

const formatCoverage = ({ t }: Words, { assessed, applicable }: Area['figures'][number]['coverage']) =>
  t.scorecard.coverage(assessed, applicable)

function Multiple({ move, view, asked }: { move: AreaMove; view: AreaSeries; asked: AskedCut }) {
  const words = useWords()
  const { buildPlace, formatDate, localise, t } = words
  const copy = t.areaSeries
  const { frame, points, introduced } = view
  const { area, first, last, kind } = move
  const dossier = frame.dossier.key
  const said = copy.wentFrom(
    formatInterval(words, first.index),
    formatDate(first.day),
    formatInterval(words, last.index),
    formatDate(last.day),
  )
  const days = points.map(({ day }) => day)
  return (
    <figure>
      <figcaption>
        <h3>
          <a href={buildPlace(dossier, asked, 'recommendations', { area: area.key, side: 'partner' })}>
            <Text>{area.title}</Text>
          </a>
        </h3>
        <p className="small">
          <b>{copy.moves[kind]}.</b> {said}
        </p>
      </figcaption>
      <AreaMultiple
        id={`area-${area.key}`}
        title={`${area.title}. ${copy.moves[kind]}. ${said}`}
        description={points
          .map(({ day }, i) => {
            const figures = area.figures[i]
            return figures === undefined
              ? ''
              : copy.point(
                  formatDate(day),
                  formatInterval(words, figures.index),
                  formatCoverage(words, figures.coverage),
                )
          })
          .join('; ')}
        points={points.map(({ day, kind: occasion }, i) => ({
          at: day,
          kind: occasion,
          interval: area.figures[i]?.index ?? null,
          ...(area.figures[i]?.coverage ?? { assessed: 0, applicable: 0 }),
        }))}
        clock={buildMultiplesClock(days, days.at(-1) ?? frame.cut.asOf)}
        breakAt={introduced}
      />
      <p className="tiny quiet">
        {copy.assessed}: {formatCoverage(words, last.coverage)}.{' '}
        {(['svg', 'png'] as const).map((ending, i) => (
          <span key={ending}>
            {i > 0 && ', '}
            <a
              href={localise(buildPicturePath(dossier, area.key, ending, asked))}
              aria-label={`${ending.toUpperCase()}: ${area.title}, ${copy.asPicture}`}
            >
              {ending.toUpperCase()}
            </a>
          </span>
        ))}
      </p>
    </figure>
  )
}

const buildPicturePath = (dossier: string, area: string, ending: 'svg' | 'png', asked: AskedCut): string =>
  buildHref(`/embed/${dossier}/areas/${area}.${ending}`, getCut(asked))

function SeriesTable({
  view: { frame, points },
  areas,
  asked,
}: {
  view: AreaSeries
  areas: readonly Area[]
  asked: AskedCut
}) {
  const words = useWords()
  const { buildPlace, formatDate, t } = words
  const copy = t.areaSeries
  return (
    <DataTable
      caption={copy.tableCaption}
      hideCaption
      rows={points.map((point, i) => ({ ...point, i }))}
      getKey={({ day, kind, title }) => `${day} ${kind} ${title}`}
      columns={[
        {
          key: 'date',
          header: t.series.date,
          nowrap: true,
          cell: ({ day }) => (
            <a href={buildPlace(frame.dossier.key, { ...asked, asOf: day })}>{formatDate(day)}</a>
          ),
        },
        {
          key: 'occasion',
          header: t.series.occasion,
          cell: ({ kind, title }) =>
            title === null ? kind === 'year' ? t.series.yearEnd : t.series.shown : <Text>{title}</Text>,
        },
        ...areas.map((area) => ({
          key: area.key,
          header: area.title,
          narrowLabel: area.title,
          cell: ({ i }: { i: number }) => {
            const figures = area.figures[i]
            return figures === undefined || figures.index === null ? (
              '–'
            ) : (
              <>
                {formatInterval(words, figures.index)}{' '}
                <span className="tiny quiet line">{formatCoverage(words, figures.coverage)}</span>
              </>
            )
          },
        })),
      ]}
    />
  )
}
