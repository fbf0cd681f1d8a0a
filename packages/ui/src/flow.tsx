import { scaleLinear } from 'd3-scale'
import { area, curveBumpX } from 'd3-shape'

/** One flow: the numbers of its stages, which never grow, and where its row leads. */
export type Flow = {
  readonly key: string
  readonly title: string
  readonly href: string
  /** The finding of this row as a sentence: with the title, the name of its link. */
  readonly name: string
  readonly counts: readonly number[]
}

const width = 1100
const gutter = 250
const rowHeight = 64
const barWidth = 10
const top = 34
const most = 44

/**
 * How much is left from stage to stage: a row a flow, all on one scale, each a ribbon that narrows. The numbers stand at
 * the stages; put the same as a table beside it.
 *
 * @param id unique on the page; title and description hang on it
 * @param words.title the finding of the whole as a sentence
 */
export function FlowChart({
  id,
  stages,
  flows,
  words,
}: {
  id: string
  stages: readonly string[]
  flows: readonly Flow[]
  words: { readonly title: string; readonly description: string; readonly region: string }
}) {
  const size = scaleLinear([0, Math.max(1, ...flows.flatMap(({ counts }) => counts))], [0, most])
  const step = (width - gutter - 90) / Math.max(1, stages.length - 1)
  const at = (stage: number) => gutter + stage * step
  const height = top + flows.length * rowHeight
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="tlbox wide" tabIndex={0} aria-label={words.region}>
        {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing */}
        <svg
          className="ml"
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
        >
          <title id={`${id}-title`}>{words.title}</title>
          <desc id={`${id}-description`}>{words.description}</desc>
          {stages.map((stage, index) => (
            <text
              key={stage}
              className="b"
              x={index === stages.length - 1 ? at(index) + barWidth : at(index)}
              y="14"
              textAnchor={index === stages.length - 1 ? 'end' : 'start'}
            >
              {stage}
            </text>
          ))}
          {flows.map((flow, row) => {
            const middle = top + row * rowHeight + rowHeight / 2
            const half = (n: number) => (n === 0 ? 0.5 : Math.max(1, size(n) / 2))
            const points = flow.counts.flatMap((n, stage): [number, number][] => [
              [at(stage), half(n)],
              [at(stage) + barWidth, half(n)],
            ])
            const ribbon = area<[number, number]>()
              .x(([x]) => x)
              .y0(([, h]) => Math.round((middle - h) * 10) / 10)
              .y1(([, h]) => Math.round((middle + h) * 10) / 10)
              .curve(curveBumpX)(points)
            return (
              <g key={flow.key}>
                <path d={`M0 ${top + row * rowHeight}H${width}`} stroke="var(--rule)" />
                {/* The name begins with the words that are seen, so that it can be spoken. */}
                <a href={flow.href} aria-label={`${flow.title}. ${flow.name}`}>
                  <rect x="0" y={middle - 14} width={gutter - 20} height="28" fill="transparent" />
                  <text x="0" y={middle + 4}>
                    {flow.title}
                  </text>
                </a>
                {ribbon !== null && <path d={ribbon} fill="var(--l1)" opacity=".45" />}
                {flow.counts.map((n, stage) => (
                  <g key={stages[stage] ?? stage}>
                    <rect
                      x={at(stage)}
                      y={Math.round((middle - half(n)) * 10) / 10}
                      width={barWidth}
                      height={Math.round(half(n) * 20) / 10}
                      fill={n === 0 ? 'var(--l0)' : 'var(--l3)'}
                    />
                    <text className={n === 0 ? 'q' : 'b'} x={at(stage) + barWidth + 7} y={middle + 5}>
                      {n}
                    </text>
                  </g>
                ))}
              </g>
            )
          })}
        </svg>
      </section>
    </figure>
  )
}
