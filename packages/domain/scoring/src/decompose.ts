import { getRank } from '@waymark/assessment/direction'
import type { Standing } from '@waymark/assessment/standing'
import { getScorecard, type Index } from './figures.ts'
import type { Method } from './method.ts'

/** A recommendation that is counted on a day, by its reference. */
export type ScoredItem = { readonly ref: string; readonly area: string; readonly standing: Standing }

/** What the index was made of on one day: the method, and every recommendation in force on that day. */
export type Snapshot = { readonly method: Method; readonly items: readonly ScoredItem[] }

/** Parts of a change of the overall index, each per bound. Exactly: total = real + composition + freshness + method. */
export type Decomposition = {
  readonly total: Index
  /** Levels that changed on items known on both days. */
  readonly real: Index
  /** Items added, dropped, moved to another area, or moved in or out of what is applicable. */
  readonly composition: Index
  /** Items that became known or unknown. */
  readonly freshness: Index
  /** The way of counting. */
  readonly method: Index
}

/**
 * The change of the overall index between two days, decomposed. The first day is turned into the second in four steps
 * (method, composition, freshness, real) and each part is what its step moved the index by, so that the parts add up by
 * construction. An item that is new in the second day joins with its standing of that day, so it never shows as a
 * change of level; one that becomes unknown or known never does either. Null when one of the days has no index.
 *
 * Each index is put on a grid of 2⁻⁴⁰ first: on it sums of doubles have no error, which makes the addition exact.
 */
export function getDecomposition(from: Snapshot, to: Snapshot): Decomposition | null {
  const before = new Map(from.items.map((item) => [item.ref, item]))
  const composed = to.items.map((item) => {
    const earlier = before.get(item.ref)
    return earlier && isApplicable(earlier) && isApplicable(item)
      ? { ...item, standing: earlier.standing }
      : item
  })
  const freshened = to.items.map((item, i) => {
    const earlier = composed[i] ?? item
    return earlier.standing.kind === item.standing.kind ? earlier : item
  })
  const stages = [
    getOverall(from.method, from.items),
    getOverall(to.method, from.items),
    getOverall(to.method, composed),
    getOverall(to.method, freshened),
    getOverall(to.method, to.items),
  ] as const
  const [start, recounted, recomposed, refreshed, end] = stages
  if (!start || !recounted || !recomposed || !refreshed || !end) return null
  return {
    total: getDifference(start, end),
    real: getDifference(refreshed, end),
    composition: getDifference(recounted, recomposed),
    freshness: getDifference(recomposed, refreshed),
    method: getDifference(start, recounted),
  }
}

export const itemChanges = [
  'added',
  'dropped',
  'moved',
  'became-known',
  'became-unknown',
  'advanced',
  'regressed',
  'unchanged',
] as const
export type ItemChange = (typeof itemChanges)[number]

/** The part of a decomposition to which a change of one item belongs. */
export const partOf = {
  added: 'composition',
  dropped: 'composition',
  moved: 'composition',
  'became-known': 'freshness',
  'became-unknown': 'freshness',
  advanced: 'real',
  regressed: 'real',
  unchanged: null,
} as const satisfies Record<ItemChange, keyof Decomposition | null>

/**
 * What happened to one recommendation between two days; null stands for not in force. An item outside the counts
 * (not applicable, withdrawn) is like one that is not there. A move to another area says nothing about its level.
 */
export function getItemChange(from: ScoredItem | null, to: ScoredItem | null): ItemChange {
  const [then, now] = [from && isApplicable(from) ? from : null, to && isApplicable(to) ? to : null]
  if (then === null) return now === null ? 'unchanged' : 'added'
  if (now === null) return 'dropped'
  if (then.standing.kind === 'known' && now.standing.kind === 'known') {
    const change = getRank(now.standing) - getRank(then.standing)
    if (change !== 0) return change > 0 ? 'advanced' : 'regressed'
  } else if (then.standing.kind !== now.standing.kind) {
    return now.standing.kind === 'known' ? 'became-known' : 'became-unknown'
  }
  return then.area === now.area ? 'unchanged' : 'moved'
}

const isApplicable = (item: ScoredItem): boolean => item.standing.kind !== 'outside'

function getOverall(method: Method, items: readonly ScoredItem[]): Index | null {
  // In one order, so that the same areas make the same sum on both days.
  const areas = [...new Set(items.map((item) => item.area))].sort()
  const { index } = getScorecard(method, areas, items).overall
  return index && { low: getOnGrid(index.low), high: getOnGrid(index.high) }
}

const grid = 2 ** 40
const getOnGrid = (figure: number): number => Math.round(figure * grid) / grid

const getDifference = (from: Index, to: Index): Index => ({
  low: to.low - from.low,
  high: to.high - from.high,
})
