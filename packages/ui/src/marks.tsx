import type { Stance } from '@waymark/assessment/evidence'
import type { Level, State } from '@waymark/assessment/level'
import type { GateState } from '@waymark/linkage/gate'
import type { ReactNode } from 'react'
import { type Drawing, Drawn, draw } from './drawing.tsx'

/** Every drawing in the sprite. `unknown` stands for all that is not known together; `stale` for a level past its review. */
export type MarkId =
  | Level
  | State
  | Stance
  | Exclude<GateState, 'unknown'>
  | 'gate-unknown'
  | 'contrary'
  | 'unknown'
  | 'stale'
  | 'claim'
  | 'uptake'
  | 'milestone'
  | 'milestone-ahead'
  | 'round'

const square = { x: 1, y: 1, width: 18, height: 18, 'stroke-width': 1.5 }
const dashed = { ...square, stroke: 'var(--hatch)', 'stroke-dasharray': '3 2.1' }
const octagon = 'M6 .4H14L19.6 6V14L14 19.6H6L.4 14V6Z'
const corners = 'M1 6V1H6M14 1H19V6M19 14V19H14M6 19H1V14'
const middle = { cx: 10, cy: 10 }
const page = { fill: 'var(--page)' }
const hatch = { fill: 'url(#m-hatch)' }

/** A line of a mark, by default without a fill. */
const line = (d: string, stroke: string, width: number) =>
  draw('path', { d, fill: 'none', stroke: `var(--${stroke})`, 'stroke-width': width })

/** A level fills its square from the bottom: the height tells it without the hue. */
const levelDrawing = (hue: string, top: number) => [
  draw('rect', { ...square, ...page, stroke: hue }),
  draw('rect', { x: 1, y: top, width: 18, height: 19 - top, fill: hue }),
]

const drawings: Record<MarkId, readonly Drawing[]> = {
  none: [draw('rect', { ...square, ...page, stroke: 'var(--l0)' }), line('M1 18.2H19', 'l0', 2.6)],
  limited: levelDrawing('var(--l1)', 14),
  some: levelDrawing('var(--l2)', 10),
  substantial: levelDrawing('var(--l3)', 5.5),
  full: [draw('rect', { x: 0.25, y: 0.25, width: 19.5, height: 19.5, fill: 'var(--l4)' })],
  contrary: [draw('path', { d: 'M0 10 10 .2V5.6H20V14.4H10V19.8Z', fill: 'var(--contrary)' })],
  unknown: [draw('rect', { ...dashed, ...hatch })],
  'not-assessed': [draw('rect', { ...dashed, ...hatch })],
  'no-information': [
    draw('rect', { ...dashed, ...page }),
    draw('circle', { ...middle, r: 4.2, fill: 'none', stroke: 'var(--hatch)', 'stroke-width': 1.6 }),
    line('M6.2 13.8 13.8 6.2', 'hatch', 1.6),
  ],
  stale: [
    draw('rect', { ...dashed, ...hatch }),
    draw('circle', { ...middle, r: 5.4, ...page, stroke: 'var(--hatch)', 'stroke-width': 1.5 }),
    line('M10 7V10.2L12.3 11.4', 'hatch', 1.5),
  ],
  // Out of the count: no square at all, only its corners (does not apply) or a struck line (withdrawn).
  'not-applicable': [line(`${corners}M7 10H13`, 'l0', 1.7)],
  withdrawn: [line(`${corners}M5 5 15 15M15 5 5 15`, 'l0', 1.7)],
  met: [
    draw('circle', { ...middle, r: 8.6, fill: 'var(--l3)' }),
    line('M5.8 10.3 8.8 13.2 14.3 7', 'page', 2.1),
  ],
  unmet: [
    draw('circle', { ...middle, r: 8, ...page, stroke: 'var(--ink)', 'stroke-width': 1.7 }),
    line('M5.2 10H14.8', 'ink', 2.6),
  ],
  'gate-unknown': [
    draw('circle', {
      ...middle,
      r: 8,
      ...hatch,
      stroke: 'var(--hatch)',
      'stroke-width': 1.7,
      'stroke-dasharray': '3.1 2.2',
    }),
  ],
  waived: [
    draw('circle', { ...middle, r: 8, ...page, stroke: 'var(--l0)', 'stroke-width': 1.5 }),
    line('M4.4 15.6 15.6 4.4', 'l0', 1.5),
  ],
  'met-at-passage': [
    draw('path', { d: octagon, fill: 'var(--l3)' }),
    line('M5.6 10.3 8.7 13.3 14.5 6.9', 'page', 2.3),
  ],
  'passed-while-unmet': [
    draw('path', { d: octagon, fill: 'var(--contrary)' }),
    line('M6 6 14 14M14 6 6 14', 'on-contrary', 2.4),
  ],
  'passed-while-unknown': [
    draw('path', {
      d: 'M6.3 1.2H13.7L18.8 6.3V13.7L13.7 18.8H6.3L1.2 13.7V6.3Z',
      ...hatch,
      stroke: 'var(--hatch)',
      'stroke-width': 1.6,
      'stroke-dasharray': '3.4 2',
    }),
  ],
  supports: [line('M10 2V18M2 10H18', 'ink', 2.2)],
  contradicts: [line('M2 10H18', 'ink', 2.2)],
  context: [draw('circle', { ...middle, r: 3, fill: 'var(--ink)' })],
  claim: [draw('path', { d: 'M10 3l7 7-7 7-7-7z', ...page, stroke: 'var(--ink)', 'stroke-width': 1.6 })],
  uptake: [draw('circle', { ...middle, r: 6, fill: 'var(--l3)' })],
  milestone: [draw('path', { d: 'M10 4 17 16H3Z', fill: 'var(--ink)' })],
  'milestone-ahead': [
    draw('path', {
      d: 'M10 4 17 16H3Z',
      ...page,
      stroke: 'var(--ink)',
      'stroke-width': 1.5,
      'stroke-dasharray': '3 2',
    }),
  ],
  round: [draw('circle', { ...middle, r: 5, ...page, stroke: 'var(--ink)', 'stroke-width': 1.6 })],
}

export const markIds = Object.keys(drawings) as MarkId[]

const pattern = draw(
  'pattern',
  {
    id: 'm-hatch',
    width: 5,
    height: 5,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  },
  draw('rect', { width: 5, height: 5, fill: 'var(--hatch-ground)' }),
  draw('path', { d: 'M1 0V5', stroke: 'var(--hatch)', 'stroke-width': 1.5 }),
)
const symbols = new Map(
  markIds.map((id) => [id, draw('symbol', { id: `m-${id}`, viewBox: '0 0 20 20' }, ...drawings[id])]),
)

/** The drawings, once a page, before the first mark. Their ids are `m-<id>`; the hatch pattern is `m-hatch`. */
export function MarkSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
      <MarkDefs ids={markIds} />
    </svg>
  )
}

/** The hatch and some of the drawings, for a picture that stands alone. */
export const MarkDefs = ({ ids }: { ids: readonly MarkId[] }) => (
  <Drawn as="defs" parts={[pattern, ...ids.flatMap((id) => symbols.get(id) ?? [])]} />
)

/**
 * One mark. Without `title` it is decoration for a word beside it and hidden from assistive technology;
 * with `title` it is an image of that name.
 *
 * @param size pixels; 1.15 em when left out
 */
export function Mark({ id, size, title }: { id: MarkId; size?: number; title?: string }) {
  const box = size === undefined ? {} : { width: size, height: size }
  const use = <use href={`#m-${id}`} />
  if (title === undefined) {
    return (
      <svg className={size === undefined ? 'mk' : undefined} viewBox="0 0 20 20" aria-hidden="true" {...box}>
        {use}
      </svg>
    )
  }
  return (
    <svg
      className={size === undefined ? 'mk' : undefined}
      viewBox="0 0 20 20"
      role="img"
      aria-label={title}
      {...box}
    >
      <title>{title}</title>
      {use}
    </svg>
  )
}

/** A mark inside a drawing, centred on a point. `ground` paints the page behind it so that lines do not show through. */
export function MarkAt({
  id,
  x,
  y,
  size,
  ground = false,
}: {
  id: MarkId
  x: number
  y: number
  size: number
  ground?: boolean
}) {
  const half = size / 2
  return (
    <>
      {ground && (
        <rect x={x - half - 1} y={y - half - 1} width={size + 2} height={size + 2} fill="var(--page)" />
      )}
      <use href={`#m-${id}`} x={x - half} y={y - half} width={size} height={size} />
    </>
  )
}

/** A mark as a part of a drawing, centred on a point. */
export const drawMarkAt = (id: MarkId, x: number, y: number, size: number): Drawing =>
  draw('use', { href: `#m-${id}`, x: x - size / 2, y: y - size / 2, width: size, height: size })

/** A mark with its word: the form in which a level, a state or a gate is named. */
export function MarkWord({ mark, word }: { mark: MarkId; word: ReactNode }) {
  return (
    <span className={mark === 'passed-while-unmet' ? 'word bad' : 'word'}>
      <Mark id={mark} />
      <span>{word}</span>
    </span>
  )
}

/** The mark of a gate's state: gates have circles and octagons, levels have squares, so `unknown` differs. */
export function getGateMark(state: GateState): MarkId {
  return state === 'unknown' ? 'gate-unknown' : state
}
