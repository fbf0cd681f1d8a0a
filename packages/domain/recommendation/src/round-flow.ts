import { compareText } from '@waymark/kernel/compare'
import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import { getLeavingDay, type Issued, isInForce } from './lifetime.ts'
import type { UptakeKind } from './uptake.ts'

/** The stages of a flow, in their order. A text is a public statement or an adopted EU text. */
export const flowStages = ['proposals', 'raised', 'texts', 'commitments'] as const
export type FlowStage = (typeof flowStages)[number]

/** How many recommendations came how far at a round. Never grows from one stage to the next. */
export type FlowCounts = Readonly<Record<FlowStage, number>>
export type RoundFlow = FlowCounts & { readonly round: string }

export type FlowRound = { readonly key: string; readonly date: PartialDate }
export type FlowEvent = {
  readonly recommendation: string
  readonly kind: UptakeKind
  readonly date: PartialDate
  /** The round that the event names; null or absent where it names none. */
  readonly round?: string | null | undefined
}

const depths: Readonly<Record<UptakeKind, number>> = {
  proposed: 0,
  raised: 1,
  stated: 2,
  adopted: 2,
  committed: 3,
}

/**
 * What became of the proposals at each round that was held by `asOf`, rounds in the order of their last day, then key.
 *
 * - `proposals`: recommendations that were in force on the day of the round and had been proposed (an event `proposed`) by
 *   that day.
 * - The other stages count those of the proposals that were raised, stated or adopted, or committed to **at the round**: by
 *   an event that names it, or by one that names no round and lies on its day or after, and before the day of the next
 *   round. So every event belongs to one round at most. After the last round everything up to `asOf` is its own.
 * - One that came further counts in the earlier stages too, also where no event tells of them.
 *
 * Days are last days of partial dates. What lies after `asOf` does not count.
 */
export function listRoundFlows(
  recommendations: readonly Issued[],
  rounds: readonly FlowRound[],
  events: readonly FlowEvent[],
  asOf: Day,
): RoundFlow[] {
  const held = rounds
    .map(({ key, date }) => ({ key, day: lastDay(date) }))
    .filter(({ day }) => day <= asOf)
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.key, b.key))
  const known = events.filter(({ date }) => lastDay(date) <= asOf)
  const exist = recommendations.filter(({ issued }) => lastDay(issued) <= asOf)
  const lives = exist.map(({ ref, issued }) => ({ ref, issued, leftOn: getLeavingDay(ref, exist) }))
  const eventsOf = Map.groupBy(known, ({ recommendation }) => recommendation)
  return held.map(({ key, day }, index) => {
    const next = held[index + 1]?.day ?? null
    const isOfRound = ({ round, date }: FlowEvent) =>
      round ? round === key : lastDay(date) >= day && (next === null || lastDay(date) < next)
    const reached = lives
      .filter((life) => isInForce(life, day))
      .map(({ ref }) => eventsOf.get(ref) ?? [])
      .filter((own) => own.some(({ kind, date }) => kind === 'proposed' && lastDay(date) <= day))
      .map((own) => Math.max(0, ...own.filter(isOfRound).map(({ kind }) => depths[kind])))
    const count = (depth: number) => reached.filter((far) => far >= depth).length
    return { round: key, proposals: count(0), raised: count(1), texts: count(2), commitments: count(3) }
  })
}
