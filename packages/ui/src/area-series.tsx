import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { buildClock, type Clock, type Day } from './clock.ts'
import type { Interval } from './index-interval.tsx'
import { MarkAt } from './marks.tsx'

/** One day of a chart. `interval` is null where nothing was applicable. */
export type MultiplePoint = {
  readonly at: Day
  readonly kind: 'round' | 'milestone' | 'year' | 'shown'
  readonly interval: Interval | null
  readonly assessed: number
  readonly applicable: number
}

const width = 340
const left = 26
const right = width - 8
const top = 8
const bottom = 108
/** Below the axis: marks of the days, then how much was assessed. */
const markY = bottom + 10
const coverTop = markY + 10
const coverHeight = 16
const height = coverTop + coverHeight + 20

/** One clock for all charts that stand together. */
export const buildMultiplesClock = (days: readonly Day[], last: Day): Clock =>
  buildClock(days, last, [left, right])

type Known = MultiplePoint & { readonly interval: Interval }
const isKnown = (point: MultiplePoint): point is Known => point.interval !== null

const round = (value: number) => Math.round(value * 10) / 10

/**
 * One of several small charts on the same axes: the index as the band between its bounds, hatched, with the lower bound
 * as its line, and below it how much was assessed. What it shows is its title, each day its description.
 *
 * @param id unique on the page; title and description hang on it
 * @param breakAt the day from which the method exists; a line is drawn where it lies in sight
 */
export function AreaMultiple({
  id,
  title,
  description,
  points,
  clock,
  breakAt,
}: {
  id: string
  title: string
  description: string
  points: readonly MultiplePoint[]
  clock: Clock
  breakAt: Day
}) {
  const scale = scaleLinear([0, 100], [bottom, top])
  const at = (figure: number) => round(scale(figure))
  const known = points.filter(isKnown)
  const band = area<Known>()
    .x((point) => clock.at(point.at))
    .y0((point) => at(point.interval.low))
    .y1((point) => at(point.interval.high))(known)
  const lower = line<Known>()
    .x((point) => clock.at(point.at))
    .y((point) => at(point.interval.low))(known)
  const ticks = known
    .map(({ at: day, interval: { low, high } }) => {
      const x = clock.at(day)
      return `M${round(x - 2.5)} ${at(low)}h5M${round(x - 2.5)} ${at(high)}h5M${x} ${at(low)}V${at(high)}`
    })
    .join('')
  const isBroken = breakAt > clock.first && breakAt <= clock.last
  return (
    <svg className="tl" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <path d={`M${left} ${at(100)}H${right}M${left} ${at(50)}H${right}`} stroke="var(--rule)" />
      <path d={`M${left} ${bottom}H${right}`} stroke="var(--ink)" />
      {[0, 50, 100].map((figure) => (
        <text key={figure} className="q" x={left - 5} y={at(figure) + 4} textAnchor="end">
          {figure}
        </text>
      ))}
      {band !== null && <path d={band} fill="url(#m-hatch)" />}
      <path d={ticks} stroke="var(--ink)" />
      {lower !== null && <path d={lower} fill="none" stroke="var(--l3)" strokeWidth="2.5" />}
      {isBroken && (
        <path
          d={`M${clock.at(breakAt)} ${top - 6}V${coverTop + coverHeight}`}
          stroke="var(--ink)"
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      )}
      {points.map(({ at: day, kind }) =>
        kind === 'round' || kind === 'milestone' ? (
          <MarkAt key={`${kind}-${day}`} id={kind} x={clock.at(day)} y={markY} size={9} />
        ) : null,
      )}
      {known.map(({ at: day, kind, assessed, applicable }) => (
        <Cover key={`${kind}-${day}`} x={clock.at(day)} part={applicable === 0 ? 0 : assessed / applicable} />
      ))}
      <Years clock={clock} />
    </svg>
  )
}

/** How much was assessed: filled up to its part of a column. */
function Cover({ x, part }: { x: number; part: number }) {
  const filled = round(coverHeight * part)
  return (
    <>
      <rect x={round(x - 2)} y={coverTop} width="4" height={coverHeight} fill="var(--rule)" />
      <rect
        x={round(x - 2)}
        y={round(coverTop + coverHeight - filled)}
        width="4"
        height={filled}
        fill="var(--ink-2)"
      />
    </>
  )
}

/** The first and the last year that have a name, and a tick for each. */
function Years({ clock: { years } }: { clock: Clock }) {
  const named = years.filter(({ text }) => text !== null)
  const shown = [named[0], ...(named.length > 2 ? [named.at(-1)] : [])].flatMap((year) => year ?? [])
  return (
    <>
      <path d={years.map(({ x }) => `M${x} ${bottom}v4`).join('')} stroke="var(--ink)" />
      {shown.map(({ textX, text }, index) => (
        <text
          key={text}
          className="q"
          x={Math.min(Math.max(textX, left), right)}
          y={height - 4}
          textAnchor={index === 0 ? 'start' : 'end'}
        >
          {text}
        </text>
      ))}
    </>
  )
}
