import type { Day } from '@waymark/kernel/partial-date'
import type { AgendaFacts } from './agenda-facts.ts'
import { parseItemId } from './item-id.ts'
import { type Item, isCarriedOver } from './meeting.ts'
import type { Reason } from './reason.ts'

type Left = Pick<AgendaFacts, 'left'>

/** An item that a meeting before left open. */
export type LeftItem = { readonly item: Item; readonly reason: Reason }

/**
 * What comes back from the meetings before. An item is as the one that was held left it; of those that were cancelled comes what
 * that one did not have. Action points and decisions do not come this way: the one returns as long as it is open, the other when its
 * day has come.
 */
export function listLeftItems({ left }: Left): LeftItem[] {
  const seen = new Set<string>()
  return left.flatMap(({ meeting, items }) =>
    items.flatMap((item): LeftItem[] => {
      if (seen.has(item.id)) return []
      seen.add(item.id)
      const kind = parseItemId(item.id)?.kind
      if (kind === 'action' || kind === 'decision' || !isCarriedOver(item)) return []
      return [{ item, reason: { kind: 'carried-over', meeting, times: 1 + getTimes(item.reasons) } }]
    }),
  )
}

const getTimes = (reasons: readonly Reason[]): number =>
  Math.max(0, ...reasons.map((reason) => (reason.kind === 'carried-over' ? reason.times : 0)))

/** The day until which each item was put off before, where that is after the day of this meeting. */
export function getPutOff({ left }: Left, heldOn: Day): ReadonlyMap<string, Day> {
  const putOff = new Map<string, Day | null>()
  for (const { id, standing } of left.flatMap(({ items }) => items))
    if (!putOff.has(id))
      putOff.set(id, standing.kind === 'snoozed' && standing.until > heldOn ? standing.until : null)
  return new Map([...putOff].flatMap(([id, until]): [string, Day][] => (until === null ? [] : [[id, until]])))
}
