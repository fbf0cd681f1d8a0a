import { levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import { type Counts, getCounts, getSum } from './counts.ts'
import type { Method, OverallRule } from './method.ts'

/** From the least to the most that an index can be, 0 to 100, not rounded. */
export type Index = { readonly low: number; readonly high: number }

export type Distribution = Readonly<Omit<Counts, 'notApplicable'>>

/**
 * The figures of a set of recommendations, in the order in which they are shown. `coverage.applicable` leaves out what
 * is not applicable or withdrawn; `coverage.assessed` is what has a fresh level, contrary ones included. `index` is
 * null where nothing is applicable.
 */
export type Figures = {
  readonly distribution: Distribution
  readonly notApplicable: number
  readonly coverage: { readonly assessed: number; readonly applicable: number }
  readonly index: Index | null
}

export type AreaFigures = Figures & { readonly key: string }

/**
 * `overall.index` is made as the method says: the mean of the areas that have applicable items, or the mean over all
 * items. `overall.pooledIndex` is the mean over all items by every method.
 */
export type Scorecard = {
  readonly overall: Figures & { readonly pooledIndex: Index | null }
  readonly areas: readonly AreaFigures[]
}

/** The figures of one set of recommendations that has already been counted (by the database, say). */
export function getFiguresFromCounts(method: Method, counts: Counts): Figures {
  const { notApplicable, none, limited, some, substantial, full, contrary, unknown } = counts
  const assessed = none + limited + some + substantial + full + contrary
  const applicable = assessed + unknown
  return {
    distribution: { none, limited, some, substantial, full, contrary, unknown },
    notApplicable,
    coverage: { assessed, applicable },
    index: applicable === 0 ? null : getIndex(method, counts, applicable),
  }
}

/** The figures of one set of recommendations. Says the same as counting them first. */
export const getFigures = (method: Method, items: Iterable<{ readonly standing: Standing }>): Figures =>
  getFiguresFromCounts(method, getCounts(items))

/**
 * The scorecard from counts per area.
 *
 * @param areas every area of the dossier in its order, also those in which nothing is counted
 */
export function getScorecardFromCounts(
  method: Method,
  areas: readonly { readonly key: string; readonly counts: Counts }[],
): Scorecard {
  const figures = areas.map(({ key, counts }) => ({ key, ...getFiguresFromCounts(method, counts) }))
  const pooled = getFiguresFromCounts(method, getSum(areas.map((area) => area.counts)))
  const overall: Record<OverallRule, Index | null> = {
    'mean-of-areas': getMean(figures.flatMap((area) => area.index ?? [])),
    'mean-of-items': pooled.index,
  }
  return {
    overall: { ...pooled, index: overall[method.overall], pooledIndex: pooled.index },
    areas: figures,
  }
}

/**
 * The scorecard from items. An item of an area that is not in the list is counted nowhere.
 *
 * @param areas keys of every area of the dossier, in its order
 */
export function getScorecard(
  method: Method,
  areas: readonly string[],
  items: readonly { readonly area: string; readonly standing: Standing }[],
): Scorecard {
  return getScorecardFromCounts(
    method,
    areas.map((key) => ({ key, counts: getCounts(items.filter((item) => item.area === key)) })),
  )
}

function getIndex(method: Method, counts: Counts, applicable: number): Index {
  const known = levels.reduce(
    (sum, level) => sum + counts[level] * method.values[level],
    counts.contrary * method.contrary,
  )
  return {
    low: (known + counts.unknown * method.unknown.low) / applicable,
    high: (known + counts.unknown * method.unknown.high) / applicable,
  }
}

function getMean(indexes: readonly Index[]): Index | null {
  if (indexes.length === 0) return null
  return {
    low: indexes.reduce((sum, index) => sum + index.low, 0) / indexes.length,
    high: indexes.reduce((sum, index) => sum + index.high, 0) / indexes.length,
  }
}
