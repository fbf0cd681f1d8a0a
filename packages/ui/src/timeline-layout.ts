import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Day } from './clock.ts'
import { buildLabelLanes, getTextWidth } from './labels.ts'
import type { MarkId } from './marks.tsx'

/** One thing on the timeline. `href` is its page, `name` what it is in full; `label` is drawn where there is room. */
export type TimelineMark = {
  readonly key: string
  readonly at: Day
  readonly mark: MarkId
  readonly name: string
  readonly href: string
  readonly label?: string
  /** How many things it stands for; 1 when left out. */
  readonly count?: number
}
export type TimelineRow = {
  readonly key: string
  readonly title: string
  readonly marks: readonly TimelineMark[]
}
/** Changes of standing in a bucket of days, both ends included. */
export type TimelineBar = {
  readonly key: string
  readonly from: Day
  readonly to: Day
  readonly advanced: number
  readonly regressed: number
  readonly contrary: number
  readonly name: string
  readonly href: string
}
export type TimelineData = {
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
  readonly rows: readonly TimelineRow[]
  readonly bars: readonly TimelineBar[]
  /** Address and name of the marks that have no room of their own: the span in which they lie, looked at closer. */
  readonly buildGroup: (marks: readonly TimelineMark[]) => { readonly name: string; readonly href: string }
}

export const timelineWidth = 1100
const right = timelineWidth - 8
/** A target of 26 units: at least 24 px where the drawing is as wide as the page. */
export const target = 26
const lanesOfRow = 2
const labelHeight = 16
const barsHeight = 56

type Placed = TimelineMark & { readonly x: number; readonly lane: number; readonly grouped: boolean }
export type PlacedRow = {
  readonly key: string
  readonly lines: readonly string[]
  readonly y: number
  readonly height: number
  /** `text`: where the label stands; null where it found no place. */
  readonly marks: readonly (Placed & {
    readonly y: number
    readonly text: { readonly x: number; readonly y: number } | null
  })[]
}

/**
 * Marks from left to right, each at its day in the first lane with room. One without room is put together with what
 * stands last in the last lane into one mark with their number.
 */
function placeMarks(
  marks: readonly (TimelineMark & { readonly x: number })[],
  buildGroup: TimelineData['buildGroup'],
): Placed[] {
  const slots: { x: number; lane: number; members: (TimelineMark & { x: number })[] }[] = []
  const last: (typeof slots)[number][] = []
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const lane = Array.from({ length: lanesOfRow }, (_, n) => n).find((n) => {
      const before = last[n]
      return before === undefined || mark.x - before.x >= target
    })
    if (lane === undefined) {
      last[lanesOfRow - 1]?.members.push(mark)
      continue
    }
    const slot = { x: mark.x, lane, members: [mark] }
    last[lane] = slot
    slots.push(slot)
  }
  return slots.map(({ x, lane, members }) => {
    const [first] = members
    if (first === undefined) throw new Error('a slot without a mark')
    if (members.length === 1) return { ...first, x, lane, grouped: (first.count ?? 1) > 1 }
    const count = members.reduce((sum, one) => sum + (one.count ?? 1), 0)
    return { ...first, ...buildGroup(members), label: '', count, x, lane, grouped: true }
  })
}

const unitsOf = (days: number) => (days > 366 * 5 ? 'year' : days > 366 * 2 ? 'quarter' : 'month')

/** Ticks of calendar units, as many as can be told apart, named where there is room. */
function listTicks(from: Day, to: Day, at: (day: Day) => number) {
  const [first, end] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  const unit = unitsOf(days)
  const every = unit === 'year' ? Math.max(1, Math.ceil((end - first + 1) / 24)) : 1
  const step = unit === 'year' ? 12 * every : unit === 'quarter' ? 3 : 1
  const ticks: { x: number; year: string | null; day: Day }[] = []
  const start = first * 12 + (unit === 'year' ? 0 : Number(from.slice(5, 7)) - 1)
  for (let month = start; month <= end * 12 + 11; month += step) {
    const day = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
    if (day < from || day > to) continue
    const isYear = month % 12 === 0
    ticks.push({ x: at(day), year: isYear || ticks.length === 0 ? day.slice(0, 4) : null, day })
  }
  return { unit, ticks }
}

/** The whole geometry of the timeline. Pure; what does not lie in the span is left out. */
export function buildTimeline({ from, to, asOf, rows, bars, buildGroup }: TimelineData, barsTitle: string) {
  const gutter = Math.min(
    230,
    Math.max(
      130,
      16 +
        Math.max(...rows.map(({ title }) => getTextWidth(title.split(' ').slice(0, 3).join(' '), 13, true))),
    ),
  )
  const scale = scaleUtc([new Date(from), new Date(Date.parse(to) + 86_400_000)], [gutter, right])
  const at = (day: Day) => Math.round(scale(new Date(day)) * 10) / 10
  const axisY = 40
  let y = axisY + 14
  const placedRows = rows.map((row): PlacedRow => {
    const marks = placeMarks(
      row.marks
        .filter((mark) => mark.at >= from && mark.at <= to)
        .map((mark) => ({
          ...mark,
          x: Math.min(Math.max(at(mark.at), gutter + target / 2), right - target / 2),
        })),
      buildGroup,
    )
    const depth = Math.max(1, ...marks.map(({ lane }) => lane + 1))
    const labelled = marks.filter(({ label }) => label !== undefined && label !== '')
    const lanes = [0, 1, 2]
    const placed = buildLabelLanes(
      labelled.map(({ key, x, label = '' }) => ({ key, x, width: getTextWidth(label), lanes })),
      { left: gutter, right, gap: 12, leaders: true },
    )
    const labelDepth = placed.size === 0 ? 0 : 1 + Math.max(...[...placed.values()].map(({ lane }) => lane))
    const top = y + 6
    const lines = wrap(row.title, gutter - 14)
    const height = Math.max(depth * target + labelDepth * labelHeight, lines.length * labelHeight) + 14
    y += height
    return {
      key: row.key,
      lines,
      y: top,
      height,
      marks: marks.map((mark) => {
        const place = placed.get(mark.key)
        return {
          ...mark,
          y: top + (mark.lane + 0.5) * target,
          text:
            place === undefined
              ? null
              : { x: place.left + place.width / 2, y: top + depth * target + 11 + place.lane * labelHeight },
        }
      }),
    }
  })
  const most = Math.max(
    1,
    ...bars.map(({ advanced, regressed, contrary }) => Math.max(advanced, regressed + contrary)),
  )
  const length = scaleLinear([0, most], [0, barsHeight])
  const size = (n: number) => (n === 0 ? 0 : Math.max(2, Math.round(length(n) * 10) / 10))
  const zero = y + barsHeight + 26
  const placedBars = bars
    .filter((bar) => bar.to >= from && bar.from <= to)
    .map((bar) => {
      const [left, end] = [Math.max(gutter, at(bar.from)), Math.min(right, at(bar.to))]
      return {
        ...bar,
        x: left,
        width: Math.max(4, Math.round((end - left - 2) * 10) / 10),
        up: size(bar.advanced),
        down: size(bar.regressed),
        back: size(bar.contrary),
      }
    })
  return {
    gutter,
    right,
    axisY,
    zero,
    barsLines: wrap(barsTitle, gutter - 14),
    barsHeight,
    linesEnd: zero + barsHeight + 16,
    height: zero + barsHeight + 28,
    asOfX: asOf >= from && asOf <= to ? at(asOf) : null,
    rows: placedRows,
    bars: placedBars,
    ...listTicks(from, to, at),
  }
}

function wrap(text: string, limit: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const wider = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && getTextWidth(wider, 13, true) <= limit) lines[lines.length - 1] = wider
    else if (lines.length < 3) lines.push(word)
    else if (!(lines.at(-1) ?? '').endsWith('…')) lines[lines.length - 1] = `${lines.at(-1)} …`
  }
  return lines
}
