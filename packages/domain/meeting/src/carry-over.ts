import type { Day } from '@waymark/kernel/partial-date'
import type { AgendaFacts } from './agenda-facts.ts'
import { parseItemId } from './item-id.ts'
import { type Item, isCarriedOver } from './meeting.ts'
import type { Reason } from './reason.ts'

/** An item that the meeting before left open. */
export type LeftItem = { readonly item: Item; readonly reason: Reason }

/**
 * What comes back from the meeting that ended last. Action points and decisions do not come this way: the one returns as long as it
 * is open, the other when its day has come.
 */
export const listLeftItems = ({ left }: Pick<AgendaFacts, 'left'>): LeftItem[] =>
  (left?.items ?? []).flatMap((item) => {
    const kind = parseItemId(item.id)?.kind
    if (left === null || kind === 'action' || kind === 'decision' || !isCarriedOver(item)) return []
    const times = 1 + getTimes(item.reasons)
    return [{ item, reason: { kind: 'carried-over', meeting: left.meeting, times } }]
  })

const getTimes = (reasons: readonly Reason[]): number =>
  Math.max(0, ...reasons.map((reason) => (reason.kind === 'carried-over' ? reason.times : 0)))

/** The day until which each item was put off at the meeting before, where that is after the day of this one. */
export const getPutOff = ({ left }: Pick<AgendaFacts, 'left'>, heldOn: Day): ReadonlyMap<string, Day> =>
  new Map(
    (left?.items ?? []).flatMap(({ id, standing }): [string, Day][] =>
      standing.kind === 'snoozed' && standing.until > heldOn ? [[id, standing.until]] : [],
    ),
  )
