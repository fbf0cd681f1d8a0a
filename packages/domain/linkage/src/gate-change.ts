import type { GateState } from './gate.ts'

/** What happened to a gate between two looks at it: its condition is met now and was not, or the reverse. */
export const gateChanges = ['opened', 'closed'] as const
export type GateChange = (typeof gateChanges)[number]

const conditions = {
  met: 'met',
  'met-at-passage': 'met',
  unmet: 'not met',
  'passed-while-unmet': 'not met',
  unknown: 'not met',
  'passed-while-unknown': 'not met',
  // Set aside: that opens nothing and closes nothing.
  waived: null,
} as const satisfies Record<GateState, 'met' | 'not met' | null>

/**
 * Whether a gate opened or closed; null when neither. Not known is not met. A waiver is neither, and so is a gate that
 * was not listed at one of the two looks.
 */
export function getGateChange(from: GateState | null, to: GateState | null): GateChange | null {
  const then = from && conditions[from]
  const now = to && conditions[to]
  if (then === null || now === null || then === now) return null
  return now === 'met' ? 'opened' : 'closed'
}
