import { getRank } from '@waymark/assessment/direction'
import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { LinkageRole } from './linkage.ts'
import { hasOccurred } from './milestone.ts'

export const gateStates = [
  'met',
  'unmet',
  'unknown',
  'waived',
  'met-at-passage',
  'passed-while-unmet',
  'passed-while-unknown',
] as const
export type GateState = (typeof gateStates)[number]

/** How the level in force now compares with the one at passage. */
export type Since = 'improved' | 'unchanged' | 'worsened'

export type GateInput = {
  readonly role: LinkageRole
  /** The level that must be reached; null on links that name none. */
  readonly required: Level | null
  /** Whether a waiver was in force on the day of {@link getGateDay}. */
  readonly waived: boolean
  /** When the milestone occurred, as known; null while it has not. */
  readonly occurred: PartialDate | null
  /** Where the recommendation stands on a day, with staleness measured on that day. */
  readonly standingAt: (day: Day) => Standing
}

/** A linkage evaluated at a date. `at` is the day on which the condition was looked at. */
export type Gate = {
  readonly role: LinkageRole
  readonly state: GateState
  readonly since: Since | null
  readonly at: Day
  readonly passed: boolean
}

/** The day on which a gate is evaluated: the earlier of `asOf` and the last day of the milestone's occurrence. */
export const getGateDay = (occurred: PartialDate | null, asOf: Day): Day =>
  occurred !== null && hasOccurred(occurred, asOf) ? lastDay(occurred) : asOf

/**
 * The state of a gate at `asOf`. Once the milestone has occurred the state is frozen by its date, and what happened
 * since is told apart. Rules, in this order: a waiver, or a recommendation that is outside the counts → `waived`, also
 * after passage; no level to rely on → `unknown`; a link that names no required level → `unknown`, since nothing says
 * what would meet it; contrary, or below the required level → `unmet`; else `met`.
 *
 * `since` is null until the milestone has occurred, and when there is no level to rely on at passage or now.
 */
export function evaluateGate(gate: GateInput, asOf: Day): Gate {
  const { role, occurred } = gate
  const at = getGateDay(occurred, asOf)
  const passed = hasOccurred(occurred, asOf)
  const then = gate.standingAt(at)
  const state = getOpenState(gate, then)
  if (!passed) return { role, state, since: null, at, passed }
  return { role, state: passedStates[state], since: getSince(then, gate.standingAt(asOf)), at, passed }
}

type OpenState = 'met' | 'unmet' | 'unknown' | 'waived'

const passedStates = {
  met: 'met-at-passage',
  unmet: 'passed-while-unmet',
  unknown: 'passed-while-unknown',
  waived: 'waived',
} as const satisfies Record<OpenState, GateState>

function getOpenState({ required, waived }: GateInput, standing: Standing): OpenState {
  if (waived || standing.kind === 'outside') return 'waived'
  if (standing.kind === 'unknown' || required === null) return 'unknown'
  // Contrary ranks below every level that could be required, so it is never met.
  return getRank(standing) >= levels.indexOf(required) ? 'met' : 'unmet'
}

function getSince(then: Standing, now: Standing): Since | null {
  if (then.kind !== 'known' || now.kind !== 'known') return null
  const change = getRank(now) - getRank(then)
  return change === 0 ? 'unchanged' : change > 0 ? 'improved' : 'worsened'
}
