import { buildClock, type Day } from './clock.ts'
import { buildLabelLanes, getTextWidth } from './labels.ts'
import { MarkAt } from './marks.tsx'

/** A day that one can choose: a dialogue round, or a milestone of the agreement. */
export type RailStop = {
  readonly key: string
  readonly kind: 'round' | 'milestone'
  readonly at: Day
  readonly href: string
  /** The link's name: what and when, in full. */
  readonly title: string
  /** The word under a milestone; dropped where there is no room. */
  readonly short?: string
}

export type RailWords = {
  /** The name of the whole: "Dialogue rounds and milestones from 2011 to today". */
  readonly label: string
  /** `asOf` as written, over its line. */
  readonly asOf: string
  readonly round: string
  readonly milestone: string
  /** "Each is a link to the state of that day." */
  readonly hint: string
}

const width = 1100
/** A target of 30 units is at least 24 px down to the width at which the rail gives way to the date field. */
const target = 30

/**
 * A small rail of days to choose from, above the axis the rounds, below it the milestones.
 * Targets never overlap: where two days are near each other, the later one goes to a lane further out.
 */
export function MilestoneRail({
  stops,
  asOf,
  last,
  words,
}: {
  stops: readonly RailStop[]
  asOf: Day
  /** Right end of the rail: the day of the record, or a later stop. */
  last: Day
  words: RailWords
}) {
  const end = [...stops.map(({ at }) => at), asOf, last].sort().at(-1) ?? last
  const clock = buildClock([...stops.map(({ at }) => at), asOf], end, [16, width - 16])
  const getLanes = (kind: RailStop['kind']) =>
    buildLabelLanes(
      stops
        .filter((stop) => stop.kind === kind)
        .map(({ key, at }) => ({ key, x: clock.at(at), width: target, lanes: [0, 1, 2, 3] })),
      { left: 0, right: width, gap: 0, overlap: target / 2 },
    )
  const rounds = getLanes('round')
  const milestones = getLanes('milestone')
  const getDepth = (lanes: typeof rounds) => 1 + Math.max(0, ...[...lanes.values()].map(({ lane }) => lane))
  const axis = 30 + getDepth(rounds) * target
  const names = axis + getDepth(milestones) * target + 12
  const shorts = buildLabelLanes(
    stops.flatMap(({ key, kind, at, short }) =>
      kind === 'milestone' && short !== undefined
        ? [{ key, x: clock.at(at), width: getTextWidth(short), lanes: [0, 1] }]
        : [],
    ),
    { left: 0, right: width, leaders: true },
  )
  const height = names + 46
  const asOfX = clock.at(asOf)
  return (
    <div className="rail">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.label}>
        <path d={`M0 ${axis}H${width}`} stroke="var(--ink)" />
        {clock.years.map(({ x, text }) => (
          <g key={x}>
            <path d={`M${x} ${axis}v5`} stroke="var(--ink)" />
            {text !== null && (
              <text className="q" x={x} y={height - 4} textAnchor="middle">
                {text}
              </text>
            )}
          </g>
        ))}
        <path d={`M${asOfX} 16V${axis}`} stroke="var(--ink)" strokeWidth="2" />
        <text className="b" x={Math.min(Math.max(asOfX, 45), width - 45)} y="11" textAnchor="middle">
          {words.asOf}
        </text>
        {stops.map((stop) => {
          const lane = (stop.kind === 'round' ? rounds : milestones).get(stop.key)?.lane
          if (lane === undefined) return null
          const x = clock.at(stop.at)
          const up = stop.kind === 'round'
          const middle = up ? axis - (lane + 0.5) * target : axis + (lane + 0.5) * target
          const short = shorts.get(stop.key)
          return (
            <a key={stop.key} href={stop.href} aria-current={stop.at === asOf ? 'date' : undefined}>
              <title>{short === undefined ? stop.title : `${stop.short}: ${stop.title}`}</title>
              {lane > 0 && <path d={`M${x} ${axis}V${middle}`} stroke="var(--field)" />}
              <rect
                x={x - target / 2}
                y={middle - target / 2}
                width={target}
                height={target}
                fill="transparent"
              />
              {stop.at === asOf && up ? (
                <circle cx={x} cy={middle} r="6" fill="var(--ink)" />
              ) : (
                <MarkAt id={up ? 'round' : 'milestone'} x={x} y={middle} size={up ? 16 : 13} />
              )}
              {short !== undefined && (
                <text x={short.left + short.width / 2} y={names + short.lane * 15} textAnchor="middle">
                  {stop.short}
                </text>
              )}
            </a>
          )
        })}
      </svg>
      <ul className="leg tiny quiet">
        <li>
          <svg className="mk" viewBox="0 0 20 20" aria-hidden="true">
            <use href="#m-round" />
          </svg>{' '}
          {words.round}
        </li>
        <li>
          <svg className="mk" viewBox="0 0 20 20" aria-hidden="true">
            <use href="#m-milestone" />
          </svg>{' '}
          {words.milestone}
        </li>
        <li>{words.hint}</li>
      </ul>
    </div>
  )
}
