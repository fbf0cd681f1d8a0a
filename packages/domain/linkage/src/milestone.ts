import { compareText } from '@waymark/kernel/compare'
import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { MilestoneKind } from './linkage.ts'

/** True once the last day of `occurred` is not after `asOf`. What has only been planned has not occurred. */
export const hasOccurred = (occurred: PartialDate | null, asOf: Day): boolean =>
  occurred !== null && lastDay(occurred) <= asOf

/** Steps of an agreement that negotiations lead to: none of them can come before these were opened. */
const needOpening: readonly MilestoneKind[] = [
  'round',
  'concluded',
  'initialled',
  'signed',
  'provisional-application',
  'parliament-consent',
  'entry-into-force',
  'ratification',
]

/** Whether a step can only be taken once the track has been opened: a mandate, a statement or a council needs no opening. */
export const mayPrecedeOpening = (kind: MilestoneKind): boolean => !needOpening.includes(kind)

export const milestoneEventKinds = ['moved', 'cancelled'] as const
export type MilestoneEventKind = (typeof milestoneEventKinds)[number]

/**
 * What befell a milestone before it occurred: its planned date was moved, or it was cancelled. `effective` is when that
 * was decided; `planned` is the new date of a move. Ids grow with the order of recording.
 */
export type MilestoneEvent = {
  readonly id: number
  readonly kind: MilestoneEventKind
  readonly effective: PartialDate
  readonly planned: PartialDate | null
}

/** What was planned on a day: the latest move effective by then, or the first plan. Ties go to the later recorded. */
export function getPlanned(
  first: PartialDate | null,
  events: readonly MilestoneEvent[],
  asOf: Day,
): PartialDate | null {
  const moves = events
    .filter((event) => event.kind === 'moved' && lastDay(event.effective) <= asOf)
    .sort((a, b) => compareText(lastDay(b.effective), lastDay(a.effective)) || b.id - a.id)
  return moves[0]?.planned ?? first
}

/** When a milestone was cancelled, as far as that was so on a day; null while it was not. The earliest, if several say so. */
export function getCancelled(events: readonly MilestoneEvent[], asOf: Day): PartialDate | null {
  const cancelled = events
    .filter((event) => event.kind === 'cancelled' && lastDay(event.effective) <= asOf)
    .sort((a, b) => compareText(lastDay(a.effective), lastDay(b.effective)) || a.id - b.id)
  return cancelled[0]?.effective ?? null
}
