import { formatInstant } from '@waymark/kernel/instant'
import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { Finding } from './assessment.ts'

/**
 * A published assessment of one recommendation (or of one progress step; never the two together), as far as time is
 * concerned. `recordedAt` and `withdrawnAt` are instants with an offset, `supersedes` is the id of the corrected row.
 */
export type AssessmentFact = {
  readonly id: number
  readonly effective: PartialDate
  readonly recordedAt: string
  readonly finding: Finding
  readonly supersedes: number | null
  readonly withdrawnAt: string | null
}

/** A place in both times: true in the world at `asOf`, as known here at `knownAt` (an instant with an offset). */
export type Moment = { readonly asOf: Day; readonly knownAt: string }

/**
 * The facts that stand at a moment, the one in force first.
 *
 * Known is what was recorded at or before `knownAt`. Of the known facts these fall away: each that a known correction
 * names, whatever became of the correction (once superseded, a row stays superseded, also when the correction was
 * superseded or withdrawn in its turn: what was found wrong does not come back by itself), and each withdrawn at or
 * before `knownAt`. What is left and effective by `asOf` is ordered by last effective day, then recorded time, then id,
 * latest first. The order in which the facts are given has no effect.
 */
export function listStanding<F extends AssessmentFact>(facts: readonly F[], { asOf, knownAt }: Moment): F[] {
  const cutOff = formatInstant(knownAt)
  const known = facts.filter((fact) => formatInstant(fact.recordedAt) <= cutOff)
  const superseded = new Set(known.map((fact) => fact.supersedes))
  return known
    .filter((fact) => !superseded.has(fact.id))
    .filter((fact) => fact.withdrawnAt === null || formatInstant(fact.withdrawnAt) > cutOff)
    .filter((fact) => lastDay(fact.effective) <= asOf)
    .sort((a, b) => (isLater(a, b) ? -1 : 1))
}

/** The assessment in force at a moment: the first of {@link listStanding}, or null where none stands. */
export const getInForce = <F extends AssessmentFact>(facts: readonly F[], moment: Moment): F | null =>
  listStanding(facts, moment)[0] ?? null

function isLater(a: AssessmentFact, b: AssessmentFact): boolean {
  const [dayA, dayB] = [lastDay(a.effective), lastDay(b.effective)]
  if (dayA !== dayB) return dayA > dayB
  const [recordedA, recordedB] = [formatInstant(a.recordedAt), formatInstant(b.recordedAt)]
  return recordedA === recordedB ? a.id > b.id : recordedA > recordedB
}
