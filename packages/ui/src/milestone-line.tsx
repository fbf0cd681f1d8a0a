import type { GateState } from '@waymark/linkage/gate'
import type { ReactNode } from 'react'
import { buildClock, type Day, isReached } from './clock.ts'
import { EventList } from './event-list.tsx'
import { buildLabelLanes, buildLines, getTextWidth, type PlacedLabel } from './labels.ts'
import { getGateMark, MarkAt, type MarkId } from './marks.tsx'

/** One step of the agreement's life. After `asOf`, or with `at` null, it lies ahead and its date is not told. */
export type MilestoneStep = {
  readonly key: string
  readonly at: Day | null
  readonly title: string
  readonly date: string
  readonly href: string
  /** The gravest state of its required gates; none when nothing hangs on it. */
  readonly gate?: GateState
  /** "15 of 18 conditions unmet". */
  readonly note?: string
}

const width = 1100
const wrapAt = 170
const lineHeight = 16
const aheadStep = 110

/**
 * The agreement's life on one line, labels above and below by the rule of `labels.ts`; on narrow screens the same as a
 * dated column. A label that finds no place is dropped from the drawing only: its mark keeps the link and its name.
 *
 * @param words.ahead "ahead, no date set"
 */
export function MilestoneLine({
  steps,
  asOf,
  words,
  footnote,
}: {
  steps: readonly MilestoneStep[]
  asOf: Day
  words: { readonly label: string; readonly asOf: string; readonly ahead: string }
  footnote?: ReactNode
}) {
  const ahead = steps.filter(({ at }) => !isReached(at, asOf))
  const shrink = Math.min(1, 4 / Math.max(1, ahead.length))
  const end = width - ahead.length * aheadStep * shrink - 40
  const clock = buildClock(
    steps.flatMap(({ at }) => at ?? []),
    asOf,
    [16, end],
  )
  const shown = steps.map((step) => {
    const position = ahead.indexOf(step)
    const reached = position < 0
    const date = reached ? step.date : words.ahead
    const lines = buildLines(step.title, wrapAt, 2)
    const texts = [
      ...lines.map((line) => getTextWidth(line, 13, true)),
      getTextWidth(date),
      getTextWidth(step.note ?? ''),
    ]
    const x = reached && step.at !== null ? clock.at(step.at) : end + (position + 0.6) * aheadStep * shrink
    return {
      ...step,
      reached,
      date,
      lines,
      x,
      width: Math.max(...texts),
      bad: reached && step.gate === 'passed-while-unmet',
    }
  })
  // The two sides fill in turn, so that neighbours part.
  const place = (side: readonly (typeof shown)[number][]) =>
    buildLabelLanes(
      side.map(({ key, x, width: wide, bad, reached }) => ({
        key,
        x,
        width: wide,
        lanes: [0, 1, 2],
        priority: bad ? 2 : reached ? 0 : 1,
      })),
      { left: 0, right: width, leaders: true, gap: 14, avoid: [clock.at(asOf)] },
    )
  const above = place(shown.filter((_, index) => index % 2 === 0))
  const below = place(shown.filter((_, index) => index % 2 === 1))
  const getDepth = (side: ReadonlyMap<string, PlacedLabel>) =>
    side.size === 0 ? 0 : 1 + Math.max(...[...side.values()].map(({ lane }) => lane))
  const laneHeight =
    8 +
    lineHeight * Math.max(0, ...shown.map(({ lines, note }) => lines.length + (note === undefined ? 1 : 2)))
  const axis = 34 + getDepth(above) * laneHeight + 18
  const height = axis + 52 + getDepth(below) * laneHeight
  const asOfX = clock.at(asOf)
  return (
    <figure>
      <div className="tlbox wide">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing */}
        <svg className="ml" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.label}>
          <path d={`M0 ${axis}H${asOfX}`} stroke="var(--ink)" />
          {ahead.length > 0 && (
            <path d={`M${asOfX} ${axis}H${width}`} stroke="var(--ink)" strokeDasharray="2 4" />
          )}
          {clock.years.map(({ x, textX, text }) => (
            <g key={x}>
              <path d={`M${x} ${axis - 4}v8`} stroke="var(--field)" />
              {text !== null && (
                <text className="q" x={textX} y={axis + 24} textAnchor="middle">
                  {text}
                </text>
              )}
            </g>
          ))}
          <path d={`M${asOfX} 20V${axis + 8}`} stroke="var(--ink)" strokeWidth="2" />
          <text className="b" x={Math.min(asOfX, width - 45)} y="14" textAnchor="middle">
            {words.asOf}
          </text>
          {shown.map((step, index) => {
            const label = (index % 2 === 0 ? above : below).get(step.key)
            const up = index % 2 === 0
            const rows = step.lines.length + 1 + (step.note === undefined ? 0 : 1)
            const top =
              label === undefined
                ? 0
                : up
                  ? axis - 22 - label.lane * laneHeight - (rows - 1) * 16
                  : axis + 52 + label.lane * laneHeight
            const middle = label === undefined ? 0 : label.left + label.width / 2
            const near = up ? top + (rows - 1) * 16 + 5 : top - 14
            return (
              <g key={step.key}>
                {label !== undefined && (
                  <path
                    d={`M${step.x} ${axis}V${near}`}
                    stroke={step.bad ? 'var(--contrary)' : 'var(--field)'}
                    strokeWidth={step.bad ? 2 : 1}
                  />
                )}
                <a href={step.href} aria-label={getName(step)}>
                  <rect x={step.x - 12} y={axis - 12} width="24" height="24" fill="transparent" />
                  <MarkAt
                    id={getStepMark(step)}
                    x={step.x}
                    y={axis}
                    size={18}
                    ground={step.gate === undefined}
                  />
                  {label !== undefined && (
                    // The line of the day shown does not cross the words.
                    <rect
                      x={label.left}
                      y={top - 13}
                      width={label.width}
                      height={rows * 16 + 2}
                      fill="var(--page)"
                    />
                  )}
                  {label !== undefined && (
                    <text className={step.bad ? 'b bad' : 'b'} textAnchor="middle">
                      {step.lines.map((line, row) => (
                        <tspan key={line} x={middle} y={top + row * 16}>
                          {`${line} `}
                        </tspan>
                      ))}
                    </text>
                  )}
                </a>
                {label !== undefined && (
                  <text className="q" textAnchor="middle">
                    <tspan x={middle} y={top + step.lines.length * 16}>
                      {step.date}
                    </tspan>
                    {step.note !== undefined && (
                      <tspan x={middle} y={top + (step.lines.length + 1) * 16}>
                        {step.note}
                      </tspan>
                    )}
                  </text>
                )}
              </g>
            )
          })}
        </svg>
      </div>
      <EventList
        items={shown.map((step) => ({
          key: step.key,
          mark: getStepMark(step),
          date: step.date,
          ...(step.note === undefined ? {} : { kind: step.note }),
          text: <a href={step.href}>{step.title}</a>,
        }))}
      />
      {footnote !== undefined && <figcaption className="tiny quiet">{footnote}</figcaption>}
    </figure>
  )
}

function getStepMark({ gate, reached }: { gate?: GateState; reached: boolean }): MarkId {
  if (gate !== undefined) return getGateMark(gate)
  return reached ? 'milestone' : 'milestone-ahead'
}

function getName({ title, date, note }: { title: string; date: string; note?: string }): string {
  return [title, date, note].filter((part) => part !== undefined).join(', ')
}
