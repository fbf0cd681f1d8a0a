import { levels } from '@waymark/assessment/level'
import { Drawn, draw } from './drawing.tsx'
import { drawMarkAt, type MarkId } from './marks.tsx'

/** How many recommendations stand where. `unknown` is not assessed, no information and out of date together. */
export type DistributionCounts = {
  readonly contrary: number
  readonly none: number
  readonly limited: number
  readonly some: number
  readonly substantial: number
  readonly full: number
  readonly unknown: number
}

/** The order in which a distribution is drawn and read: against, up the levels, not known. */
export const distributionOrder = ['contrary', ...levels, 'unknown'] as const
export type DistributionKey = (typeof distributionOrder)[number]

/** Up to this many recommendations, one square is one recommendation; above, the bar is in proportion. */
export const unitLimit = 24

/** The room that each zone needs so that the ink line stands at the same place in every row of a table. */
export type DistributionScale = {
  readonly contrary: number
  readonly levels: number
  readonly unknown: number
  readonly mode: 'units' | 'bar'
}

export function getDistributionTotal(counts: DistributionCounts): number {
  return distributionOrder.reduce((sum, key) => sum + counts[key], 0)
}

function getLevelTotal(counts: DistributionCounts): number {
  return levels.reduce((sum, level) => sum + counts[level], 0)
}

/** One scale for all rows shown together. A single row above the limit turns all of them into bars. */
export function getDistributionScale(rows: readonly DistributionCounts[]): DistributionScale {
  return {
    contrary: Math.max(0, ...rows.map((row) => row.contrary)),
    levels: Math.max(0, ...rows.map(getLevelTotal)),
    unknown: Math.max(0, ...rows.map((row) => row.unknown)),
    mode: rows.some((row) => getDistributionTotal(row) > unitLimit) ? 'bar' : 'units',
  }
}

const unit = 20
const step = 23
const zoneGap = 8
const height = 26
/** Width of the bar's three zones together, in the units of the drawing. */
const barWidth = 340
const fillTop: Record<DistributionKey, number> = {
  contrary: 0,
  none: 1,
  limited: 0.75,
  some: 0.5,
  substantial: 0.25,
  full: 0,
  unknown: 0,
}
const hue: Record<(typeof levels)[number], string> = {
  none: 'var(--l0)',
  limited: 'var(--l1)',
  some: 'var(--l2)',
  substantial: 'var(--l3)',
  full: 'var(--l4)',
}

type DistributionProps = {
  readonly counts: DistributionCounts
  /** The distribution as a sentence: "3 going backwards, 2 no progress, 2 unknown". */
  readonly label: string
  /** Shared by the rows of a table; a row alone scales itself. */
  readonly scale?: DistributionScale
}

/** Contrary left of the ink line, progress right of it, unknown apart. One image with the sentence as its name. */
export function DistributionUnits({
  counts,
  label,
  scale = getDistributionScale([counts]),
}: DistributionProps) {
  return scale.mode === 'units' ? (
    <Units counts={counts} label={label} scale={scale} />
  ) : (
    <Bar counts={counts} label={label} scale={scale} />
  )
}

function Units({ counts, label, scale }: Required<DistributionProps>) {
  const line = scale.contrary * step + (scale.contrary > 0 ? zoneGap - 3 : 1)
  const apart = line + zoneGap + scale.levels * step + (scale.unknown > 0 ? zoneGap : 0)
  const width = Math.max(apart + scale.unknown * step, line + 2)
  const cells: { id: MarkId; x: number }[] = []
  for (let i = 0; i < counts.contrary; i += 1) {
    cells.push({ id: 'contrary', x: line - (zoneGap - 3) - (counts.contrary - i) * step + 3 })
  }
  let column = 0
  for (const level of levels) {
    for (let i = 0; i < counts[level]; i += 1) {
      cells.push({ id: level, x: line + zoneGap + column * step })
      column += 1
    }
  }
  for (let i = 0; i < counts.unknown; i += 1) cells.push({ id: 'unknown', x: apart + i * step })
  return (
    <Drawn
      as="svg"
      className="du"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      parts={[
        draw('path', { d: `M${line} 0V${height}`, stroke: 'var(--ink)', 'stroke-width': 1.5 }),
        ...cells.map(({ id, x }) => drawMarkAt(id, x + unit / 2, height / 2, unit)),
      ]}
    />
  )
}

function Bar({ counts, label, scale }: Required<DistributionProps>) {
  const each = barWidth / Math.max(1, scale.contrary + scale.levels + scale.unknown)
  const line = scale.contrary * each + zoneGap
  const apart = line + zoneGap + scale.levels * each + zoneGap
  const width = Math.round(apart + scale.unknown * each + 1)
  const top = 3
  let x = line + zoneGap
  return (
    <svg
      className="du"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <path d={`M${round(line)} 0V${height}`} stroke="var(--ink)" strokeWidth="1.5" />
      {counts.contrary > 0 && (
        <path d={buildArrow(line - zoneGap + 3, counts.contrary * each, top)} fill="var(--contrary)" />
      )}
      {levels.map((level) => {
        const from = x
        const length = counts[level] * each
        x += length
        if (length === 0) return null
        const fill = top + fillTop[level] * unit
        return (
          <g key={level}>
            <rect
              x={round(from + 0.75)}
              y={top + 0.75}
              width={round(length - 2.5)}
              height={unit - 1.5}
              fill="var(--page)"
              stroke={hue[level]}
              strokeWidth="1.5"
            />
            <rect
              x={round(from)}
              y={level === 'none' ? top + unit - 2.6 : fill}
              width={round(length - 1)}
              height={level === 'none' ? 2.6 : top + unit - fill}
              fill={hue[level]}
            />
          </g>
        )
      })}
      {counts.unknown > 0 && (
        <rect
          x={round(apart)}
          y={top + 0.75}
          width={round(counts.unknown * each)}
          height={unit - 1.5}
          fill="url(#m-hatch)"
          stroke="var(--hatch)"
          strokeWidth="1.5"
          strokeDasharray="3 2.1"
        />
      )}
    </svg>
  )
}

/** The contrary mark, as long as its count: a head of at most 10 units, then the shaft. */
function buildArrow(right: number, length: number, top: number): string {
  const left = right - length
  const neck = left + Math.min(10, length / 2)
  return `M${round(left)} ${top + 10} ${round(neck)} ${top}V${top + 5.5}H${round(right)}V${top + 14.5}H${round(neck)}V${top + 20}Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
