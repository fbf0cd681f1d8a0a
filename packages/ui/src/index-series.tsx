import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { buildClock, type Day } from './clock.ts'
import type { Interval } from './index-interval.tsx'

/** The index on one day; null where nothing was applicable. */
export type SeriesPoint = {
  readonly at: Day
  /** A dialogue round is marked under the axis. */
  readonly round: boolean
  readonly interval: Interval | null
}

/** One method's index over time. `breakAt`: the day from which the method exists; a break is drawn where it lies in sight. */
export type SeriesPanel = {
  readonly key: string
  readonly title: ReactNode
  readonly points: readonly SeriesPoint[]
  readonly breakAt: Day
  /** Beside the break: "m2 introduced; earlier days are counted afterwards". */
  readonly breakLabel: string
}

export type SeriesWords = {
  /** The name of the drawing, its finding, and what is to be seen, in full sentences. */
  readonly title: string
  readonly description: string
  /** The name of the region that scrolls sideways. */
  readonly region: string
}

const width = 1100
const left = 40
const right = width - 14
const panelHeight = 150
const panelGap = 76
const top = 34

/**
 * The index over time: the band between its bounds, hatched because the truth lies somewhere in it, with its lower bound
 * as the solid line. A panel a method, one clock for all, so that the same day stands at the same place.
 *
 * @param id unique on the page; title and description hang on it
 */
export function IndexSeries({
  id,
  panels,
  words,
  caption,
}: {
  id: string
  panels: readonly SeriesPanel[]
  words: SeriesWords
  caption?: ReactNode
}) {
  const days = panels.flatMap(({ points }) => points.map(({ at }) => at)).sort()
  const last = days.at(-1)
  if (last === undefined) return null
  const clock = buildClock(days, last, [left, right])
  const height = top + panels.length * (panelHeight + panelGap) - 36
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="tlbox" tabIndex={0} aria-label={words.region}>
        <svg
          className="tl"
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-description`}
        >
          <title id={`${id}-title`}>{words.title}</title>
          <desc id={`${id}-description`}>{words.description}</desc>
          {panels.map((panel, index) => (
            <Panel key={panel.key} panel={panel} clock={clock} y={top + index * (panelHeight + panelGap)} />
          ))}
        </svg>
      </section>
      {caption !== undefined && <figcaption className="tiny quiet">{caption}</figcaption>}
    </figure>
  )
}

type Known = SeriesPoint & { readonly interval: Interval }
const isKnown = (point: SeriesPoint): point is Known => point.interval !== null

function Panel({ panel, clock, y }: { panel: SeriesPanel; clock: ReturnType<typeof buildClock>; y: number }) {
  const scale = scaleLinear([0, 100], [y + panelHeight, y])
  const at = (figure: number) => Math.round(scale(figure) * 10) / 10
  const points = panel.points.filter(isKnown)
  const band = area<Known>()
    .x((point) => clock.at(point.at))
    .y0((point) => at(point.interval.low))
    .y1((point) => at(point.interval.high))(points)
  const lower = line<Known>()
    .x((point) => clock.at(point.at))
    .y((point) => at(point.interval.low))(points)
  const { breakAt } = panel
  const breakX = breakAt >= clock.first && breakAt <= clock.last ? clock.at(breakAt) : null
  return (
    <g>
      <text className="b" x={left} y={y - 12}>
        {panel.title}
      </text>
      {[0, 50, 100].map((figure) => (
        <g key={figure}>
          <path d={`M${left} ${at(figure)}H${right}`} stroke={figure === 0 ? 'var(--ink)' : 'var(--rule)'} />
          <text className="q" x={left - 8} y={at(figure) + 4} textAnchor="end">
            {figure}
          </text>
        </g>
      ))}
      {band !== null && <path d={band} fill="url(#m-hatch)" />}
      {lower !== null && <path d={lower} fill="none" stroke="var(--l3)" strokeWidth="2.5" />}
      {points.map((point) => {
        const x = clock.at(point.at)
        const [low, high] = [at(point.interval.low), at(point.interval.high)]
        return (
          <g key={`${point.at}-${point.round}`}>
            <path d={`M${x - 4} ${low}h8M${x - 4} ${high}h8M${x} ${low}V${high}`} stroke="var(--ink)" />
            {point.round && <use href="#m-round" x={x - 7} y={y + panelHeight + 2} width={14} height={14} />}
          </g>
        )
      })}
      {clock.years.map((year) => (
        <g key={year.x}>
          <path d={`M${year.x} ${y + panelHeight}v6`} stroke="var(--ink)" />
          {year.text !== null && (
            <text className="q" x={year.textX} y={y + panelHeight + 32} textAnchor="middle">
              {year.text}
            </text>
          )}
        </g>
      ))}
      {breakX !== null && (
        <>
          <path
            d={`M${breakX} ${y - 6}V${y + panelHeight}`}
            stroke="var(--ink)"
            strokeWidth="2"
            strokeDasharray="6 4"
          />
          <text className="q" x={Math.min(breakX, right)} y={y - 12} textAnchor="end">
            {panel.breakLabel}
          </text>
        </>
      )}
    </g>
  )
}
