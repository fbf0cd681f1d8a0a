import type { Stance } from '@waymark/assessment/evidence'
import type { Level, State } from '@waymark/assessment/level'
import type { GateState } from '@waymark/linkage/gate'
import type { ReactNode } from 'react'

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

const square = { x: 1, y: 1, width: 18, height: 18, strokeWidth: 1.5 }
const dashed = { ...square, stroke: 'var(--hatch)', strokeDasharray: '3 2.1' }
const octagon = 'M6 .4H14L19.6 6V14L14 19.6H6L.4 14V6Z'

/** A level fills its square from the bottom: the height tells it without the hue. */
const levelDrawing = (hue: string, top: number) => (
  <>
    <rect {...square} fill="var(--page)" stroke={hue} />
    <rect x="1" y={top} width="18" height={19 - top} fill={hue} />
  </>
)

const drawings: Record<MarkId, ReactNode> = {
  none: (
    <>
      <rect {...square} fill="var(--page)" stroke="var(--l0)" />
      <path d="M1 18.2H19" stroke="var(--l0)" strokeWidth="2.6" />
    </>
  ),
  limited: levelDrawing('var(--l1)', 14),
  some: levelDrawing('var(--l2)', 10),
  substantial: levelDrawing('var(--l3)', 5.5),
  full: <rect x=".25" y=".25" width="19.5" height="19.5" fill="var(--l4)" />,
  contrary: <path d="M0 10 10 .2V5.6H20V14.4H10V19.8Z" fill="var(--contrary)" />,
  unknown: <rect {...dashed} fill="url(#m-hatch)" />,
  'not-assessed': <rect {...dashed} fill="url(#m-hatch)" />,
  'no-information': (
    <>
      <rect {...dashed} fill="var(--page)" />
      <circle cx="10" cy="10" r="4.2" fill="none" stroke="var(--hatch)" strokeWidth="1.6" />
      <path d="M6.2 13.8 13.8 6.2" stroke="var(--hatch)" strokeWidth="1.6" />
    </>
  ),
  stale: (
    <>
      <rect {...dashed} fill="url(#m-hatch)" />
      <circle cx="10" cy="10" r="5.4" fill="var(--page)" stroke="var(--hatch)" strokeWidth="1.5" />
      <path d="M10 7V10.2L12.3 11.4" fill="none" stroke="var(--hatch)" strokeWidth="1.5" />
    </>
  ),
  // Out of the count: no square at all, only its corners (does not apply) or a struck line (withdrawn).
  'not-applicable': (
    <path
      d="M1 6V1H6M14 1H19V6M19 14V19H14M6 19H1V14M7 10H13"
      fill="none"
      stroke="var(--l0)"
      strokeWidth="1.7"
    />
  ),
  withdrawn: (
    <path
      d="M1 6V1H6M14 1H19V6M19 14V19H14M6 19H1V14M5 5 15 15M15 5 5 15"
      fill="none"
      stroke="var(--l0)"
      strokeWidth="1.7"
    />
  ),
  met: (
    <>
      <circle cx="10" cy="10" r="8.6" fill="var(--l3)" />
      <path d="M5.8 10.3 8.8 13.2 14.3 7" fill="none" stroke="var(--page)" strokeWidth="2.1" />
    </>
  ),
  unmet: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--page)" stroke="var(--ink)" strokeWidth="1.7" />
      <path d="M5.2 10H14.8" stroke="var(--ink)" strokeWidth="2.6" />
    </>
  ),
  'gate-unknown': (
    <circle
      cx="10"
      cy="10"
      r="8"
      fill="url(#m-hatch)"
      stroke="var(--hatch)"
      strokeWidth="1.7"
      strokeDasharray="3.1 2.2"
    />
  ),
  waived: (
    <>
      <circle cx="10" cy="10" r="8" fill="var(--page)" stroke="var(--l0)" strokeWidth="1.5" />
      <path d="M4.4 15.6 15.6 4.4" stroke="var(--l0)" strokeWidth="1.5" />
    </>
  ),
  'met-at-passage': (
    <>
      <path d={octagon} fill="var(--l3)" />
      <path d="M5.6 10.3 8.7 13.3 14.5 6.9" fill="none" stroke="var(--page)" strokeWidth="2.3" />
    </>
  ),
  'passed-while-unmet': (
    <>
      <path d={octagon} fill="var(--contrary)" />
      <path d="M6 6 14 14M14 6 6 14" stroke="var(--on-contrary)" strokeWidth="2.4" />
    </>
  ),
  'passed-while-unknown': (
    <path
      d="M6.3 1.2H13.7L18.8 6.3V13.7L13.7 18.8H6.3L1.2 13.7V6.3Z"
      fill="url(#m-hatch)"
      stroke="var(--hatch)"
      strokeWidth="1.6"
      strokeDasharray="3.4 2"
    />
  ),
  supports: <path d="M10 2V18M2 10H18" stroke="var(--ink)" strokeWidth="2.2" />,
  contradicts: <path d="M2 10H18" stroke="var(--ink)" strokeWidth="2.2" />,
  context: <circle cx="10" cy="10" r="3" fill="var(--ink)" />,
  claim: <path d="M10 3l7 7-7 7-7-7z" fill="var(--page)" stroke="var(--ink)" strokeWidth="1.6" />,
  uptake: <circle cx="10" cy="10" r="6" fill="var(--l3)" />,
  milestone: <path d="M10 4 17 16H3Z" fill="var(--ink)" />,
  'milestone-ahead': (
    <path d="M10 4 17 16H3Z" fill="var(--page)" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="3 2" />
  ),
  round: <circle cx="10" cy="10" r="5" fill="var(--page)" stroke="var(--ink)" strokeWidth="1.6" />,
}

export const markIds = Object.keys(drawings) as MarkId[]

/** The drawings, once a page, before the first mark. Their ids are `m-<id>`; the hatch pattern is `m-hatch`. */
export function MarkSprite() {
  return (
    <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
      <MarkDefs ids={markIds} />
    </svg>
  )
}

/** The hatch and some of the drawings, for a picture that stands alone. */
export function MarkDefs({ ids }: { ids: readonly MarkId[] }) {
  return (
    <defs>
      <pattern id="m-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--hatch-ground)" />
        <path d="M1 0V5" stroke="var(--hatch)" strokeWidth="1.5" />
      </pattern>
      {ids.map((id) => (
        <symbol key={id} id={`m-${id}`} viewBox="0 0 20 20">
          {drawings[id]}
        </symbol>
      ))}
    </defs>
  )
}

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
