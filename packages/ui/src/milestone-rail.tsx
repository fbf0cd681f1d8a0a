import { buildClock, type Day } from './clock.ts'
import { Drawn, draw, drawText } from './drawing.tsx'
import { buildLabelLanes, getTextWidth } from './labels.ts'
import { drawMarkAt } from './marks.tsx'

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
const centred = { 'text-anchor': 'middle' }

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
  const drawStop = ({ key, kind, at, href, title, short = '' }: RailStop, lane: number) => {
    const x = clock.at(at)
    const up = kind === 'round'
    const middle = up ? axis - (lane + 0.5) * target : axis + (lane + 0.5) * target
    const label = shorts.get(key)
    const isChosen = at === asOf
    const half = target / 2
    return draw(
      'a',
      { href, ...(isChosen && { 'aria-current': 'date' }) },
      draw('title', {}, drawText(label === undefined ? title : `${short}: ${title}`)),
      ...(lane > 0 ? [draw('path', { d: `M${x} ${axis}V${middle}`, stroke: 'var(--field)' })] : []),
      draw('rect', { x: x - half, y: middle - half, width: target, height: target, fill: 'transparent' }),
      isChosen && up
        ? draw('circle', { cx: x, cy: middle, r: 6, fill: 'var(--ink)' })
        : drawMarkAt(up ? 'round' : 'milestone', x, middle, up ? 16 : 13),
      ...(label === undefined
        ? []
        : [
            draw(
              'text',
              { x: label.left + label.width / 2, y: names + label.lane * 15, ...centred },
              drawText(short),
            ),
          ]),
    )
  }
  return (
    <div className="rail">
      <Drawn
        as="svg"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={words.label}
        parts={[
          draw('path', { d: `M0 ${axis}H${width}`, stroke: 'var(--ink)' }),
          ...clock.years.flatMap(({ x, text }) => [
            draw('path', { d: `M${x} ${axis}v5`, stroke: 'var(--ink)' }),
            ...(text === null
              ? []
              : [draw('text', { class: 'q', x, y: height - 4, ...centred }, drawText(text))]),
          ]),
          draw('path', { d: `M${asOfX} 16V${axis}`, stroke: 'var(--ink)', 'stroke-width': 2 }),
          draw(
            'text',
            { class: 'b', x: Math.min(Math.max(asOfX, 45), width - 45), y: 11, ...centred },
            drawText(words.asOf),
          ),
          ...stops.flatMap((stop) => {
            const lane = (stop.kind === 'round' ? rounds : milestones).get(stop.key)?.lane
            return lane === undefined ? [] : [drawStop(stop, lane)]
          }),
        ]}
      />
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
