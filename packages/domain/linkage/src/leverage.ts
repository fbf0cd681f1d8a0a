import { compareText } from '@waymark/kernel/compare'
import { addDays, type Day, firstDay, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { GateState } from './gate.ts'
import type { LinkageRole } from './linkage.ts'
import { hasOccurred } from './milestone.ts'

export type DatedMilestone = {
  readonly key: string
  readonly planned: PartialDate | null
  readonly occurred: PartialDate | null
  /** When it was cancelled, as far as that was so at `asOf`. */
  readonly cancelled: PartialDate | null
}

export type EvaluatedGate = {
  readonly milestone: string
  readonly role: LinkageRole
  readonly state: GateState
}

/** One line of the leverage list. `overdue`: the planned date is over, and no occurrence is on record. */
export type Leverage<M, G> = {
  readonly milestone: M
  readonly overdue: boolean
  readonly unmet: readonly G[]
  readonly unknown: readonly G[]
}

/**
 * The leverage list of a date: the milestones that have neither occurred nor been cancelled by `asOf`, each with its unmet and its unknown
 * required gates. It answers what the EU can still insist on, and when. Ordered by the last day planned, then key;
 * milestones without a planned date follow.
 *
 * @param gates all gates of these milestones, evaluated at the same `asOf`
 */
export function listLeverage<M extends DatedMilestone, G extends EvaluatedGate>(
  milestones: readonly M[],
  gates: readonly G[],
  asOf: Day,
): Leverage<M, G>[] {
  return milestones
    .filter(({ occurred, cancelled }) => !hasOccurred(occurred, asOf) && !hasOccurred(cancelled, asOf))
    .sort((a, b) => compareText(getOrder(a), getOrder(b)) || compareText(a.key, b.key))
    .map((milestone) => {
      const required = gates.filter((gate) => gate.milestone === milestone.key && gate.role === 'required')
      return {
        milestone,
        overdue: milestone.planned !== null && lastDay(milestone.planned) < asOf,
        unmet: required.filter((gate) => gate.state === 'unmet'),
        unknown: required.filter((gate) => gate.state === 'unknown'),
      }
    })
}

// ':' sorts after every digit, so a milestone without a date comes after every planned day.
const getOrder = (milestone: DatedMilestone): string =>
  milestone.planned === null ? ':' : lastDay(milestone.planned)

/** So many days before a milestone its open gates become work: the queue and the agenda of a review meeting name it. */
export const noticeDays = 90

/**
 * True when a milestone ahead may come within the notice: the first day that its planned date allows is not later than `asOf` +
 * 90 days. One whose date is over without an occurrence stays; one without a date is never near.
 */
export const isNear = ({ planned }: Pick<DatedMilestone, 'planned'>, asOf: Day): boolean =>
  planned !== null && firstDay(planned) <= addDays(asOf, noticeDays)
