import { formatIndex } from '@waymark/scoring/format'
import type { ReactNode } from 'react'
import { type Drawing, Drawn, draw } from './drawing.tsx'

/** The index as it is known: every unknown counted as 0 (`low`) and as 100 (`high`). Unrounded, 0–100. */
export type Interval = { readonly low: number; readonly high: number }

const drawTick = (at: number, d: string, stroke: string, width: number): Drawing =>
  draw(
    'svg',
    { x: `${at}%`, overflow: 'visible', 'aria-hidden': 'true' },
    draw('path', { d, stroke, 'stroke-width': width }),
  )
const drawEnd = (at: number) => drawTick(at, 'M0 3V19', 'var(--ink)', 2)

const ground: readonly Drawing[] = [
  draw('line', { x1: 0, x2: '100%', y1: 11, y2: 11, stroke: 'var(--rule)' }),
  ...[0, 25, 50, 75, 100].map((at) => drawTick(at, 'M0 8V14', 'var(--field)', 1)),
]

/** Never a point: solid up to what is known, hatched up to what could be, a tick at each end. */
export function IndexInterval({ interval, label }: { interval: Interval; label: string }) {
  const { low, high } = interval
  const bar = (x: number | string, width: string, fill: string) =>
    draw('rect', { x, y: 7, width, height: 8, fill })
  const isOpen = high > low
  const parts = [
    ...ground,
    bar(0, `${low}%`, 'var(--l3)'),
    ...(isOpen ? [bar(`${low}%`, `${high - low}%`, 'url(#m-hatch)')] : []),
    drawEnd(low),
    ...(isOpen ? [drawEnd(high)] : []),
  ]
  return (
    <span className="ix">
      <Drawn as="svg" className="rb" role="img" aria-label={label} parts={parts} />
      <span className="ixv">{formatIndex(interval)}</span>
    </span>
  )
}

/** The scale that stands above a column of intervals, with the column's title. */
export function IndexAxis({ title }: { title: ReactNode }) {
  return (
    <span className="ix">
      <svg className="rb s" aria-hidden="true">
        <text x="0" y="13">
          0
        </text>
        <text x="50%" y="13" textAnchor="middle">
          50
        </text>
        <text x="100%" y="13" textAnchor="end">
          100
        </text>
      </svg>
      <span>{title}</span>
    </span>
  )
}
