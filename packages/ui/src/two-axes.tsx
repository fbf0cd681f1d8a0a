import type { GateState } from '@waymark/linkage/gate'
import { curveStepAfter, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { getGateMark, MarkAt, MarkWord } from './marks.tsx'
import {
  buildTwoAxes,
  chartWidth,
  type FindingPlace,
  type Row,
  type TwoAxesData,
  type TwoAxesRowWords,
} from './two-axes-layout.ts'

export type TwoAxesWords = TwoAxesRowWords & {
  /** The name of the drawing and what it shows, in full sentences. */
  readonly title: string
  readonly description: string
  /** The name of the region that scrolls sideways. */
  readonly region: string
  /** "Did the EU take it up?" */
  readonly uptakeTitle: string
  /** "Did Kazakhstan do it?" */
  readonly implementationTitle: string
  /** `asOf` as it is written: "30 June 2017". */
  readonly asOf: string
  readonly gates: Readonly<Record<GateState, string>>
}

const lineHue: Partial<Record<FindingPlace, string>> = {
  none: 'var(--l0)',
  limited: 'var(--l1)',
  some: 'var(--l2)',
  substantial: 'var(--l3)',
  full: 'var(--l4)',
  contrary: 'var(--contrary)',
}

/**
 * Two questions, one clock: uptake above, implementation below, the agreement's milestones through both.
 * Labels follow the rule of `labels.ts`. Nothing after `asOf` is drawn; milestones not reached stand as ahead.
 *
 * @param id unique on the page; the title and the description hang on it
 * @param list the same events as an `EventList`; when given, narrow screens show it instead of the drawing
 */
export function TwoAxes({
  id,
  data,
  words,
  list,
  caption,
}: {
  id: string
  data: TwoAxesData
  words: TwoAxesWords
  list?: ReactNode
  caption?: ReactNode
}) {
  const layout = buildTwoAxes(data, words)
  const { gutter, right, clock, asOfX, axisY, linesEnd } = layout
  const steps = line<readonly [number, number]>()
    .x(([x]) => x)
    .y(([, y]) => y)
    .curve(curveStepAfter)([...layout.reached])
  const gates = [...new Set(layout.milestones.flatMap(({ gate }) => gate ?? []))]
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={list === undefined ? 'tlbox' : 'tlbox wide'} tabIndex={0} aria-label={words.region}>
        <svg
          className="tl"
          viewBox={`0 0 ${chartWidth} ${layout.height}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-description`}
        >
          <title id={`${id}-title`}>{words.title}</title>
          <desc id={`${id}-description`}>{words.description}</desc>
          {[...layout.uptakeRows, ...layout.placeRows].map((row) => (
            <RowLine key={row.key} row={row} gutter={gutter} right={right} />
          ))}
          <path d={`M${gutter} ${axisY}H${asOfX}`} stroke="var(--ink)" />
          {layout.milestones.map(({ key, x, reached, gate, label, title, date }) => (
            <path
              key={key}
              d={`M${x} 36V${label === null ? linesEnd : label.y - 14}`}
              stroke={reached && gate === 'passed-while-unmet' ? 'var(--contrary)' : 'var(--ink)'}
              strokeWidth={reached && gate === 'passed-while-unmet' ? 2 : 1}
              strokeDasharray={reached ? undefined : '2 4'}
            >
              <title>{`${title}, ${date}`}</title>
            </path>
          ))}
          <path d={`M${asOfX} 30V${linesEnd}`} stroke="var(--ink)" strokeWidth="2" />
          <text className="b" x="0" y="20">
            {words.uptakeTitle}
          </text>
          <text className="b" x="0" y={layout.implementationY}>
            {words.implementationTitle}
          </text>
          <text className="b" x={asOfX} y="20" textAnchor="middle">
            {words.asOf}
          </text>
          {clock.years.map((year) => (
            <g key={year.x}>
              <path d={`M${year.x} ${axisY}v6`} stroke="var(--ink)" />
              {year.text !== null && (
                <text className="q" x={year.textX} y={axisY + 19} textAnchor="middle">
                  {year.text}
                </text>
              )}
            </g>
          ))}
          {steps !== null && <path d={steps} fill="none" stroke="var(--l3)" strokeWidth="2.5" />}
          {layout.uptake.map(({ key, x, y }) => (
            <circle key={key} cx={x} cy={y} r="5.5" fill="var(--l3)" />
          ))}
          {layout.findings.slice(1).map(({ key, x, y }, index) => {
            const from = layout.findings[index]?.y ?? y
            return <path key={key} d={`M${x} ${from}V${y}`} stroke="var(--ink)" strokeDasharray="1 3" />
          })}
          {layout.segments.map(({ key, from, to, y, place, stale }) => (
            <rect
              key={`${key}-${stale}`}
              x={from}
              y={stale || lineHue[place] === undefined ? y - 4 : y - 3}
              width={Math.max(0, Math.round((to - from) * 10) / 10)}
              height={stale || lineHue[place] === undefined ? 8 : 6}
              fill={stale ? 'url(#m-hatch)' : (lineHue[place] ?? 'url(#m-hatch)')}
            />
          ))}
          {layout.findings.map(({ key, x, y, place }) => (
            <MarkAt key={key} id={place} x={x} y={y} size={20} ground />
          ))}
          {layout.claims.map(({ key, x, y }) => (
            <MarkAt key={key} id="claim" x={x} y={y} size={20} />
          ))}
          {layout.labels.map(({ key, left, width, y, text, quiet }) => (
            <text
              key={key}
              className={quiet ? 'q' : undefined}
              x={left + width / 2}
              y={y}
              textAnchor="middle"
            >
              {text}
            </text>
          ))}
          {layout.milestones.map((milestone) => (
            <MilestoneFoot key={milestone.key} milestone={milestone} y={linesEnd} />
          ))}
        </svg>
      </section>
      {list}
      {gates.length > 0 && (
        <ul className="leg">
          {gates.map((gate) => (
            <li key={gate}>
              <MarkWord mark={getGateMark(gate)} word={words.gates[gate]} />
            </li>
          ))}
        </ul>
      )}
      {caption !== undefined && <figcaption className="tiny quiet">{caption}</figcaption>}
    </figure>
  )
}

function RowLine({ row, gutter, right }: { row: Row; gutter: number; right: number }) {
  return (
    <>
      <path d={`M${gutter} ${row.y}H${right}`} stroke="var(--rule)" />
      <text className="q" x={gutter - (row.mark === null ? 12 : 34)} y={row.y + 4} textAnchor="end">
        {row.text}
      </text>
      {row.mark !== null && <MarkAt id={row.mark} x={gutter - 20} y={row.y} size={16} />}
    </>
  )
}

function MilestoneFoot({
  milestone,
  y,
}: {
  milestone: ReturnType<typeof buildTwoAxes>['milestones'][number]
  y: number
}) {
  const { x, reached, gate, title, date, label } = milestone
  const middle = label === null ? 0 : label.left + label.width / 2
  return (
    <g>
      {gate !== null && <MarkAt id={getGateMark(gate)} x={x} y={y} size={18} />}
      {label !== null && (
        <>
          <text
            className={reached && gate === 'passed-while-unmet' ? 'b bad' : 'b'}
            x={middle}
            y={label.y}
            textAnchor="middle"
          >
            {title}
          </text>
          <text className="q" x={middle} y={label.y + 16} textAnchor="middle">
            {date}
          </text>
        </>
      )}
    </g>
  )
}
