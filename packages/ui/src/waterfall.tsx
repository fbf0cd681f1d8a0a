import type { ReactNode } from 'react'
import { IndexAxis, type Interval } from './index-interval.tsx'

/** One part of the change: how far it moved each bound of the index. `key` is unique among the steps. */
export type WaterfallStep = {
  readonly key: string
  readonly title: ReactNode
  /** What the part counts; under its title. */
  readonly note?: ReactNode
  readonly change: Interval
  /** The changes as they are read: "+3", "−2". */
  readonly low: string
  readonly high: string
}

/** The index at one end, with its title: "Index on 31 December 2016". */
export type WaterfallEnd = {
  readonly title: ReactNode
  readonly interval: Interval
  readonly low: string
  readonly high: string
}

export type WaterfallWords = {
  readonly part: string
  /** Over the drawing: "Index, 0 to 100". */
  readonly axis: string
  readonly low: string
  readonly high: string
}

/** A place in the drawing, in percent: finer than any screen. */
const getPlace = (figure: number): number => Math.round(figure * 100) / 100

const ticks = [0, 25, 50, 75, 100]
/** Tops of the two bars of a row. */
const [highY, lowY] = [20, 38]

/**
 * The change of an index, part by part: each row begins where the one above ended, until the last bar stands where the
 * parts have led. The upper bar of a row is the upper bound. The table is the text
 * of the drawing: its cells hold every figure.
 *
 * @param caption the finding of the drawing as a sentence
 */
export function Waterfall({
  caption,
  from,
  steps,
  to,
  words,
  note,
}: {
  caption: ReactNode
  from: WaterfallEnd
  steps: readonly WaterfallStep[]
  to: WaterfallEnd
  words: WaterfallWords
  note?: ReactNode
}) {
  let at = { low: getPlace(from.interval.low), high: getPlace(from.interval.high) }
  const rows = steps.map((step) => {
    const start = at
    at = { low: getPlace(start.low + step.change.low), high: getPlace(start.high + step.change.high) }
    return { ...step, start, end: at }
  })
  return (
    <figure>
      <table className="wf">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <td className="scale">
              <IndexAxis title={<span className="vh">{words.axis}</span>} />
            </td>
            <th scope="col" className="num">
              {words.low}
            </th>
            <th scope="col" className="num">
              {words.high}
            </th>
          </tr>
        </thead>
        <tbody>
          <End end={from} words={words} place="first" />
          {rows.map(({ key, title, note: about, start, end, low, high }) => (
            <tr key={key}>
              <th scope="row">
                {title}
                {about !== undefined && <small>{about}</small>}
              </th>
              <td className="draw">
                <svg aria-hidden="true">
                  <Grid />
                  <Connectors at={start} part="above" />
                  <Move from={start.high} to={end.high} y={highY} fill="url(#m-hatch)" />
                  <Move from={start.low} to={end.low} y={lowY} fill="var(--l3)" />
                  <Connectors at={end} part="below" />
                </svg>
              </td>
              <Figures low={low} high={high} words={words} />
            </tr>
          ))}
          <End end={to} words={words} place="last" />
        </tbody>
      </table>
      {note !== undefined && <figcaption className="tiny quiet">{note}</figcaption>}
    </figure>
  )
}

function End({ end, words, place }: { end: WaterfallEnd; words: WaterfallWords; place: 'first' | 'last' }) {
  const [low, high] = [getPlace(end.interval.low), getPlace(end.interval.high)]
  return (
    <tr className="end">
      <th scope="row">{end.title}</th>
      <td className="draw">
        <svg aria-hidden="true">
          <Grid />
          {place === 'last' && <Connectors at={{ low, high }} part="above" until={22} />}
          <rect x="0" y="26" width={`${low}%`} height="18" fill="var(--l3)" />
          {high > low && (
            <rect x={`${low}%`} y="26" width={`${getPlace(high - low)}%`} height="18" fill="url(#m-hatch)" />
          )}
          <LineAt at={low} from={22} to={48} />
          {high > low && <LineAt at={high} from={22} to={48} />}
          {place === 'first' && <Connectors at={{ low, high }} part="below" from={48} />}
        </svg>
      </td>
      <Figures low={end.low} high={end.high} words={words} />
    </tr>
  )
}

const Grid = () =>
  ticks.map((tick) => (
    <line key={tick} x1={`${tick}%`} x2={`${tick}%`} y1="0" y2="100%" stroke="var(--rule)" />
  ))

/** A line of ink at a bound. */
const LineAt = ({ at, from, to }: { at: number; from: number; to: number }) => (
  <line x1={`${at}%`} x2={`${at}%`} y1={from} y2={to} stroke="var(--ink)" strokeWidth="2" />
)

/** Where a bound comes from the row above, or goes on to the row below. */
function Connectors({
  at,
  part,
  from = 0,
  until,
}: {
  at: Interval
  part: 'above' | 'below'
  from?: number
  until?: number
}) {
  const lines = [
    { key: 'high', x: at.high, y: highY },
    { key: 'low', x: at.low, y: lowY },
  ]
  return lines.map(({ key, x, y }) => (
    <line
      key={key}
      x1={`${x}%`}
      x2={`${x}%`}
      y1={part === 'above' ? 0 : Math.max(from, y + 12)}
      y2={part === 'above' ? (until ?? y) : '100%'}
      stroke="var(--ink-2)"
      strokeDasharray="1 3"
    />
  ))
}

/** How far a bound moved, and to which side; a bound that stayed is a tick. */
function Move({ from, to, y, fill }: { from: number; to: number; y: number; fill: string }) {
  const left = Math.min(from, to)
  const width = getPlace(Math.abs(to - from))
  if (width === 0) return <LineAt at={to} from={y} to={y + 12} />
  return (
    <>
      <rect
        x={`${left}%`}
        y={y}
        width={`${width}%`}
        height="12"
        fill={fill}
        stroke="var(--l3)"
        strokeWidth="1"
      />
      <line x1={`${from}%`} x2={`${from}%`} y1={y} y2={y + 12} stroke="var(--ink)" />
      <svg x={`${to}%`} y={y} overflow="visible" aria-hidden="true">
        <path d={to > from ? 'M0 -1 7 6 0 13Z' : 'M0 -1 -7 6 0 13Z'} fill="var(--ink)" />
      </svg>
    </>
  )
}

function Figures({ low, high, words }: { low: string; high: string; words: WaterfallWords }) {
  return (
    <>
      <td className="num" data-l={words.low}>
        <span>{low}</span>
      </td>
      <td className="num" data-l={words.high}>
        <span>{high}</span>
      </td>
    </>
  )
}
