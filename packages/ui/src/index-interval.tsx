import { formatIndex } from '@waymark/scoring/format'
import type { ReactNode } from 'react'

/** The index as it is known: every unknown counted as 0 (`low`) and as 100 (`high`). Unrounded, 0–100. */
export type Interval = { readonly low: number; readonly high: number }

const ticks = [0, 25, 50, 75, 100]

/** Never a point: solid up to what is known, hatched up to what could be, a tick at each end. */
export function IndexInterval({ interval, label }: { interval: Interval; label: string }) {
  const { low, high } = interval
  return (
    <span className="ix">
      <svg className="rb" role="img" aria-label={label}>
        <line x1="0" x2="100%" y1="11" y2="11" stroke="var(--rule)" />
        {ticks.map((tick) => (
          <TickAt key={tick} at={tick} d="M0 8V14" stroke="var(--field)" width={1} />
        ))}
        <rect x="0" y="7" width={`${low}%`} height="8" fill="var(--l3)" />
        {high > low && <rect x={`${low}%`} y="7" width={`${high - low}%`} height="8" fill="url(#m-hatch)" />}
        <TickAt at={low} d="M0 3V19" stroke="var(--ink)" width={2} />
        {high > low && <TickAt at={high} d="M0 3V19" stroke="var(--ink)" width={2} />}
      </svg>
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

function TickAt({ at, d, stroke, width }: { at: number; d: string; stroke: string; width: number }) {
  return (
    <svg x={`${at}%`} overflow="visible" aria-hidden="true">
      <path d={d} stroke={stroke} strokeWidth={width} />
    </svg>
  )
}
