import { type Level, levels } from './level.ts'

/** One rating as far as its place on the scale is concerned: a level, or null for a state in its place. */
export type Rating = { readonly level: Level | null; readonly contrary: boolean }

/**
 * A rating as a rank for the ordinal measure: measures against the ask lie below no progress at all (they take the place
 * of the level wherever findings are counted), then the levels upwards. Null for a state: it has no place on the scale.
 */
export const getRank = ({ level, contrary }: Rating): number | null =>
  level === null ? null : contrary ? 0 : levels.indexOf(level) + 1

/** The fewest units that the desk states an agreement for; below it the figure would be an accident. */
export const fewestUnits = 10

export type Agreement = {
  /** Units that at least two people placed on the scale: the n that belongs beside alpha. */
  readonly n: number
  /** Krippendorff's alpha for ordinal data: 1 perfect, 0 what chance gives, below 0 worse than that. Null where it is not defined. */
  readonly alpha: number | null
}

/**
 * Krippendorff's alpha with the ordinal difference (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
 * Units with fewer than two values cannot be compared and are left out. Not defined, and null, where nothing is
 * comparable or where every value is the same: without variation there is nothing to agree about.
 *
 * @param units the ranks that were given to each unit, in any order; any number of people a unit
 */
export function evaluateAgreement(units: readonly (readonly number[])[]): Agreement {
  const comparable = units.filter((values) => values.length > 1)
  const ranks = [...new Set(comparable.flat())].sort((a, b) => a - b)
  const totals = ranks.map((rank) => comparable.flat().filter((value) => value === rank).length)
  const difference = buildOrdinalDifference(totals)
  const place = new Map(ranks.map((rank, index) => [rank, index]))
  let observed = 0
  for (const values of comparable) {
    const sum = sumPairs(
      values.map((value) => place.get(value) ?? 0),
      difference,
    )
    observed += sum / (values.length - 1)
  }
  let expected = 0
  for (const [c, nc] of totals.entries())
    for (const [k, nk] of totals.entries()) expected += nc * nk * difference(c, k)
  const values = comparable.flat().length
  return {
    n: comparable.length,
    alpha: expected === 0 ? null : 1 - ((values - 1) * observed) / expected,
  }
}

/** Squared ordinal difference of two ranks: everything that lies between them, with half of each of the two. */
function buildOrdinalDifference(totals: readonly number[]): (c: number, k: number) => number {
  const upTo = [0]
  for (const total of totals) upTo.push((upTo.at(-1) ?? 0) + total)
  const at = (list: readonly number[], index: number) => list[index] ?? 0
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c]
    const between = at(upTo, high + 1) - at(upTo, low)
    return (between - (at(totals, low) + at(totals, high)) / 2) ** 2
  }
}

/** The differences of all ordered pairs of a unit's values. */
function sumPairs(places: readonly number[], difference: (c: number, k: number) => number): number {
  let sum = 0
  for (const [i, a] of places.entries())
    for (const [j, b] of places.entries()) if (i !== j) sum += difference(a, b)
  return sum
}

/** True when two ratings say something different: another level, a state on one side, or measures against the ask on one. */
export const isDisagreement = (
  a: Rating & { readonly state: string | null },
  b: Rating & { readonly state: string | null },
): boolean => a.level !== b.level || a.state !== b.state || a.contrary !== b.contrary
