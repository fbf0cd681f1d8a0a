import type { GateState } from './gate.ts'
import type { LinkageRole } from './linkage.ts'

/** How many required gates of a milestone are in which state. A count and never an average: one unmet gate keeps it closed. */
export type Readiness = {
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  readonly waived: number
}

/** What a state comes to when gates are counted: the states after passage count like those before it. */
export const readinessOf = {
  met: 'met',
  unmet: 'unmet',
  unknown: 'unknown',
  waived: 'waived',
  'met-at-passage': 'met',
  'passed-while-unmet': 'unmet',
  'passed-while-unknown': 'unknown',
} as const satisfies Record<GateState, keyof Readiness>

/** The readiness of one milestone from its gates. Only `required` ones are counted; the others are listed elsewhere. */
export function getReadiness(
  gates: Iterable<{ readonly role: LinkageRole; readonly state: GateState }>,
): Readiness {
  const counts = { met: 0, unmet: 0, unknown: 0, waived: 0 }
  for (const gate of gates) if (gate.role === 'required') counts[readinessOf[gate.state]] += 1
  return counts
}
