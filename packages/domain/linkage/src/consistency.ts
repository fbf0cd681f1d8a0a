import type { GateState } from './gate.ts'

/**
 * Conditions that are alike: required links of the partner's side, evaluated at a date to the same state, that rest on the
 * same statements. `count`: how many they are; 1 when left out.
 */
export type Condition = {
  readonly state: GateState
  readonly count?: number
  /** Keys of commitments; one that is named here and not on the list of commitments counts nowhere. */
  readonly commitments: readonly string[]
}

/**
 * Conditions by what became of them. `met`, `unmet` and `unknown` still lie ahead; the states of passage are frozen.
 * Their sum is `conditions`. Words and counts, never a score.
 */
export type ConsistencyCounts = Readonly<Record<GateState, number>> & { readonly conditions: number }

export type ConsistencyLine = {
  readonly key: string
  readonly counts: ConsistencyCounts
  /** How many of these conditions rest on another commitment, too: each is counted under every one of them. */
  readonly shared: number
}

export type InstitutionRecord = {
  readonly actor: string
  /** Each condition once, on however many commitments of the institution it rests. */
  readonly counts: ConsistencyCounts
  readonly commitments: readonly ConsistencyLine[]
}

export type ConsistencyRecord = {
  /** All conditions that rest on a commitment, each once, whoever made it. */
  readonly attributed: ConsistencyCounts
  readonly institutions: readonly InstitutionRecord[]
  /** Conditions that rest on none of the commitments: nobody's word is behind them. */
  readonly unattributed: ConsistencyCounts
}

/**
 * The consistency record of a date: for each institution and each of its commitments, how many conditions were set, and
 * what became of them. Institutions and commitments stay in the order given; a commitment that set no condition is listed
 * with zeros.
 *
 * @param commitments those made by the date
 * @param conditions evaluated at the same date
 */
export function listConsistency(
  commitments: readonly { readonly key: string; readonly actor: string }[],
  conditions: readonly Condition[],
): ConsistencyRecord {
  const known = new Set(commitments.map(({ key }) => key))
  const restOn = (keys: ReadonlySet<string>) =>
    conditions.filter((condition) => condition.commitments.some((key) => keys.has(key)))
  const institutions = [...Map.groupBy(commitments, ({ actor }) => actor)].map(([actor, own]) => ({
    actor,
    counts: getConsistencyCounts(restOn(new Set(own.map(({ key }) => key)))),
    commitments: own.map(({ key }) => {
      const its = restOn(new Set([key]))
      const isShared = (condition: Condition) =>
        condition.commitments.some((other) => other !== key && known.has(other))
      return {
        key,
        counts: getConsistencyCounts(its),
        shared: getConsistencyCounts(its.filter(isShared)).conditions,
      }
    }),
  }))
  const unattributed = conditions.filter((one) => !one.commitments.some((key) => known.has(key)))
  return {
    attributed: getConsistencyCounts(restOn(known)),
    institutions,
    unattributed: getConsistencyCounts(unattributed),
  }
}

/** Counts of conditions by state. */
export function getConsistencyCounts(
  conditions: Iterable<Pick<Condition, 'state' | 'count'>>,
): ConsistencyCounts {
  const counts = {
    conditions: 0,
    met: 0,
    unmet: 0,
    unknown: 0,
    waived: 0,
    'met-at-passage': 0,
    'passed-while-unmet': 0,
    'passed-while-unknown': 0,
  }
  for (const { state, count = 1 } of conditions) {
    counts.conditions += count
    counts[state] += count
  }
  return counts
}
