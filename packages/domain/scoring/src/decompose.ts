import type { Standing } from '@waymark/assessment/standing'
import { type Counts, getPlace, noCounts } from './counts.ts'
import { getScorecardFromCounts, type Index } from './figures.ts'
import type { Method } from './method.ts'

/** Where an item is counted on a day: in which area, and as what. */
export type Position = { readonly area: string; readonly standing: Standing }

/** A recommendation that is counted on a day, by its reference. */
export type ScoredItem = Position & { readonly ref: string }

/** What the index was made of on one day: the method, and every recommendation in force on that day. */
export type Snapshot = { readonly method: Method; readonly items: readonly ScoredItem[] }

/**
 * How many items went the same way between two days. `recounted` is the first day by the method of the second: with
 * another freshness a finding of that day can be known by one method and stale by the other. Null: not in force.
 */
export type Transition = {
  readonly from: Position | null
  readonly recounted: Position | null
  readonly to: Position | null
  readonly count: number
}

/** Parts of a change of the overall index, each per bound. Exactly: total = real + composition + freshness + method. */
export type Decomposition = {
  readonly total: Index
  /** Levels that changed on items known on both days. */
  readonly real: Index
  /** Items added or withdrawn, moved to another area, or moved in or out of what is applicable. */
  readonly composition: Index
  /** Items that became known or unknown. */
  readonly freshness: Index
  /** The way of counting: what items are worth, how areas come together, how long a finding counts as current. */
  readonly method: Index
}

/**
 * The change of the overall index between two days, decomposed, from the items themselves: what
 * {@link getDecompositionFromTransitions} says of each item as a transition of its own.
 *
 * @param days.recounted the first day once more, by the method of the second; the first day itself where both have one
 */
export function getDecomposition(days: {
  readonly from: Snapshot
  readonly recounted: Snapshot
  readonly to: Snapshot
}): Decomposition | null {
  const [from, recounted, to] = [getByRef(days.from), getByRef(days.recounted), getByRef(days.to)]
  const refs = new Set([...from.keys(), ...recounted.keys(), ...to.keys()])
  const transitions = [...refs].map((ref) => ({
    from: from.get(ref) ?? null,
    recounted: recounted.get(ref) ?? null,
    to: to.get(ref) ?? null,
    count: 1,
  }))
  return getDecompositionFromTransitions(days.from.method, days.to.method, transitions)
}

const getByRef = ({ items }: Snapshot): ReadonlyMap<string, Position> =>
  new Map(items.map((item) => [item.ref, item]))

/**
 * The change of the overall index between two days, decomposed. The first day is turned into the second in four steps
 * (method, composition, freshness, real) and each part is what its step moved the index by, so that the parts add up by
 * construction. An item that is new in the second day joins with its standing of that day, so it never shows as a
 * change of level; one that becomes unknown or known never does either. Null when one of the days has no index.
 *
 * Each index is put on a grid of 2⁻⁴⁰ first: on it sums of doubles have no error, which makes the addition exact.
 *
 * @param methodFrom by which `from` was counted
 * @param methodTo by which `recounted` and `to` were
 * @param transitions grouped in any way: only how many items there are of each kind has an effect
 */
export function getDecompositionFromTransitions(
  methodFrom: Method,
  methodTo: Method,
  transitions: readonly Transition[],
): Decomposition | null {
  const getStage = (method: Method, getPosition: (transition: Transition) => Position | null) =>
    getOverall(method, transitions, getPosition)
  const start = getStage(methodFrom, ({ from }) => from)
  const recounted = getStage(methodTo, (transition) => transition.recounted)
  const recomposed = getStage(methodTo, getRecomposed)
  const refreshed = getStage(methodTo, getRefreshed)
  const end = getStage(methodTo, ({ to }) => to)
  if (!start || !recounted || !recomposed || !refreshed || !end) return null
  return {
    total: getDifference(start, end),
    real: getDifference(refreshed, end),
    composition: getDifference(recounted, recomposed),
    freshness: getDifference(recomposed, refreshed),
    method: getDifference(start, recounted),
  }
}

/** The second day's items in their areas, those that were counted before still with their earlier standing. */
const getRecomposed = ({ recounted, to }: Transition): Position | null =>
  to && isApplicable(to) && recounted && isApplicable(recounted)
    ? { area: to.area, standing: recounted.standing }
    : to

/** The same, but what became known or unknown has done so. */
function getRefreshed(transition: Transition): Position | null {
  const recomposed = getRecomposed(transition)
  return recomposed?.standing.kind === transition.to?.standing.kind ? recomposed : transition.to
}

/** False for what is in force but outside the counts: not applicable, withdrawn. */
export const isApplicable = ({ standing }: Position): boolean => standing.kind !== 'outside'

function getOverall(
  method: Method,
  transitions: readonly Transition[],
  getPosition: (transition: Transition) => Position | null,
): Index | null {
  const byArea = new Map<string, Record<keyof Counts, number>>()
  for (const transition of transitions) {
    const position = getPosition(transition)
    if (position === null) continue
    const counts = byArea.get(position.area) ?? { ...noCounts }
    counts[getPlace(position.standing)] += transition.count
    byArea.set(position.area, counts)
  }
  // In one order, so that the same areas make the same sum on both days.
  const areas = [...byArea.keys()].sort().map((key) => ({ key, counts: byArea.get(key) ?? noCounts }))
  const { index } = getScorecardFromCounts(method, areas).overall
  return index && { low: getOnGrid(index.low), high: getOnGrid(index.high) }
}

const grid = 2 ** 40
const getOnGrid = (figure: number): number => Math.round(figure * grid) / grid

const getDifference = (from: Index, to: Index): Index => ({
  low: to.low - from.low,
  high: to.high - from.high,
})
