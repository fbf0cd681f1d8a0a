import type { DeskWords } from './desk-words.ts'

/** “Occurred 21 December 2015”, “Planned for 2016”, “Cancelled June 2014”. */
export function formatMilestoneDate(
  { formatDate, t }: DeskWords,
  milestone: {
    readonly occurred: string | null
    readonly planned: string | null
    readonly cancelled: string | null
  },
): string {
  const copy = t.linkage.milestones
  if (milestone.occurred !== null) return copy.occurredOn(formatDate(milestone.occurred))
  if (milestone.cancelled !== null) return copy.cancelledOn(formatDate(milestone.cancelled))
  return milestone.planned === null ? copy.undated : copy.plannedFor(formatDate(milestone.planned))
}

/** “2 met, 5 unmet, 2 unknown”; null where no required gate hangs on it. */
export function formatRequired(
  { t }: DeskWords,
  required: {
    readonly met: number
    readonly unmet: number
    readonly unknown: number
    readonly waived: number
  },
): string | null {
  const copy = t.linkage.milestones
  const { met, unmet, unknown, waived } = required
  return met + unmet + unknown + waived === 0 ? null : copy.counts(met, unmet, unknown, waived)
}
