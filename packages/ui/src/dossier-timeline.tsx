import type { ReactNode } from 'react'
import { MarkAt } from './marks.tsx'
import { buildTimeline, type TimelineData, target, timelineWidth } from './timeline-layout.ts'

export type { TimelineBar, TimelineMark, TimelineRow } from './timeline-layout.ts'

export type DossierTimelineWords = {
  /** The name of the drawing: what it shows, from when to when. */
  readonly label: string
  /** The name of the region that scrolls sideways. */
  readonly region: string
  readonly asOf: string
  /** Title of the row of bars, and what its parts are. */
  readonly changes: string
  readonly advanced: string
  readonly regressed: string
  readonly contrary: string
  /** Name of a month, short, for ticks: 1 to 12. */
  readonly formatMonth: (month: number) => string
}

/**
 * One picture of a dossier on one clock: a row a kind of thing, then the changes of standing as bars, up for advanced, down
 * for regressed and going backwards. Every mark and bar is a link with its full name. Labels follow the rule of `labels.ts`;
 * marks without room stand together as one, with their number. On narrow screens the drawing scrolls inside its own box.
 *
 * Put the same as a list or table beside it: it is the form for those who do not see the drawing.
 */
export function DossierTimeline({
  data,
  words,
  caption,
}: {
  data: TimelineData
  words: DossierTimelineWords
  caption?: ReactNode
}) {
  const layout = buildTimeline(data, words.changes)
  const { gutter, right, axisY, zero, asOfX, linesEnd } = layout
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="tlbox whole" tabIndex={0} aria-label={words.region}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing */}
        <svg
          className="ml"
          viewBox={`0 0 ${timelineWidth} ${layout.height}`}
          role="group"
          aria-label={words.label}
        >
          <path d={`M${gutter} ${axisY}H${right}`} stroke="var(--ink)" />
          {layout.ticks.map(({ x, year, day }) => (
            <g key={day}>
              <path
                d={`M${x} ${axisY - (year === null ? 4 : 8)}V${year === null ? axisY : linesEnd}`}
                stroke={year === null ? 'var(--field)' : 'var(--rule)'}
              />
              <text className="q" x={x + 3} y={axisY - 10}>
                {year ?? (layout.unit === 'month' ? words.formatMonth(Number(day.slice(5, 7))) : '')}
              </text>
            </g>
          ))}
          {asOfX !== null && (
            <>
              <path d={`M${asOfX} 18V${linesEnd}`} stroke="var(--ink)" strokeWidth="2" />
              <text
                className="b"
                x={Math.min(asOfX, right)}
                y="12"
                textAnchor={asOfX > right - 70 ? 'end' : 'middle'}
              >
                {words.asOf}
              </text>
            </>
          )}
          {layout.rows.map((row) => (
            <g key={row.key}>
              <path d={`M0 ${row.y + row.height - 8}H${right}`} stroke="var(--rule)" />
              <text className="b">
                {row.lines.map((line, index) => (
                  <tspan key={line} x="0" y={row.y + 16 + index * 16}>
                    {`${line} `}
                  </tspan>
                ))}
              </text>
              {row.marks.map((mark) => (
                <a key={mark.key} href={mark.href}>
                  <title>{mark.name}</title>
                  <rect
                    x={mark.x - target / 2}
                    y={mark.y - target / 2}
                    width={target}
                    height={target}
                    fill="transparent"
                  />
                  {mark.grouped ? (
                    <>
                      <circle
                        cx={mark.x}
                        cy={mark.y}
                        r="11.5"
                        fill="var(--page)"
                        stroke="var(--l3)"
                        strokeWidth="1.5"
                      />
                      <text className="n" x={mark.x} y={mark.y + 4} textAnchor="middle">
                        {mark.count}
                      </text>
                    </>
                  ) : (
                    <MarkAt id={mark.mark} x={mark.x} y={mark.y} size={16} />
                  )}
                  {mark.text !== null && (
                    <text x={mark.text.x} y={mark.text.y} textAnchor="middle">
                      {mark.label}
                    </text>
                  )}
                </a>
              ))}
            </g>
          ))}
          <text className="b">
            {layout.barsLines.map((line, index) => (
              <tspan key={line} x="0" y={zero - 20 + index * 16}>
                {`${line} `}
              </tspan>
            ))}
          </text>
          <path d={`M${gutter} ${zero}H${right}`} stroke="var(--ink)" />
          {layout.bars.map((bar) => (
            <a key={bar.key} href={bar.href}>
              <title>{bar.name}</title>
              <rect
                x={bar.x}
                y={zero - layout.barsHeight - 14}
                width={bar.width}
                height={2 * layout.barsHeight + 28}
                fill="transparent"
              />
              {bar.up > 0 && (
                <rect x={bar.x + 1} y={zero - bar.up} width={bar.width} height={bar.up} fill="var(--l3)" />
              )}
              {bar.down > 0 && (
                <rect
                  x={bar.x + 1.75}
                  y={zero}
                  width={Math.max(2.5, bar.width - 1.5)}
                  height={bar.down}
                  fill="var(--page)"
                  stroke="var(--l0)"
                  strokeWidth="1.5"
                />
              )}
              {bar.back > 0 && (
                <rect
                  x={bar.x + 1}
                  y={zero + bar.down}
                  width={bar.width}
                  height={bar.back}
                  fill="var(--contrary)"
                />
              )}
              {bar.width >= 20 && bar.advanced > 0 && (
                <text className="n" x={bar.x + bar.width / 2} y={zero - bar.up - 4} textAnchor="middle">
                  {bar.advanced}
                </text>
              )}
              {bar.width >= 20 && bar.regressed + bar.contrary > 0 && (
                <text
                  className="n"
                  x={bar.x + bar.width / 2}
                  y={zero + bar.down + bar.back + 13}
                  textAnchor="middle"
                >
                  {bar.regressed + bar.contrary}
                </text>
              )}
            </a>
          ))}
        </svg>
      </section>
      <ul className="leg tiny quiet">
        <Key fill="var(--l3)" text={words.advanced} />
        <Key fill="var(--page)" stroke="var(--l0)" text={words.regressed} />
        <Key fill="var(--contrary)" text={words.contrary} />
      </ul>
      {caption !== undefined && <figcaption className="tiny quiet">{caption}</figcaption>}
    </figure>
  )
}

function Key({ fill, stroke, text }: { fill: string; stroke?: string; text: string }) {
  return (
    <li>
      <svg className="mk" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="4" y="4" width="12" height="12" fill={fill} stroke={stroke} strokeWidth="1.5" />
      </svg>{' '}
      {text}
    </li>
  )
}
