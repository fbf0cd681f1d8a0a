import { isDisagreement } from '@waymark/assessment/agreement'
import { getRank as getLevelRank } from '@waymark/assessment/direction'
import { getStaleFrom, isStale } from '@waymark/assessment/staleness'
import { assessStanding, type Standing } from '@waymark/assessment/standing'
import { formatInstant } from '@waymark/kernel/instant'
import { addDays, type Day, firstDay, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import { evaluateGate } from '@waymark/linkage/gate'
import { getChange, type ItemOnDay } from '@waymark/scoring/changes'
import type {
  AgendaFacts,
  CaseFact,
  ClaimFact,
  GateFact,
  RecommendationFacts,
  RecommendationPair,
} from './agenda-facts.ts'
import type { Finding, Reason } from './reason.ts'

type Window = Pick<AgendaFacts, 'since' | 'until'>

/** Recorded after the earlier cut and not after the later one. */
export const isRecordedBetween = ({ since, until }: Window, recordedAt: string): boolean => {
  const at = formatInstant(recordedAt)
  return at > formatInstant(since.knownAt) && at <= formatInstant(until.knownAt)
}

/** True when some day that a partial date allows lies within so many days from a day on, that day included. */
export const mayFallWithin = (date: PartialDate, from: Day, days: number): boolean =>
  lastDay(date) >= from && firstDay(date) <= addDays(from, days)

/** Where a recommendation stands at a cut, by its own review interval. */
export function getStanding({ finding, reviewMonths }: RecommendationFacts, asOf: Day): Standing {
  if (finding === null) return assessStanding(null, reviewMonths, asOf)
  const { effective, level, state, contrary } = finding
  const said = level === null ? { state: state ?? ('not-assessed' as const) } : { level, contrary }
  return assessStanding({ effective, finding: said }, reviewMonths, asOf)
}

/** What happened to a recommendation between the cuts, and whether its finding is out of date at the later one. */
export function listRecommendationReasons({ ref, from, to }: RecommendationPair, window: Window): Reason[] {
  const onDay = (facts: RecommendationFacts | null, asOf: Day): ItemOnDay | null =>
    facts && {
      ref,
      area: facts.area,
      finding: facts.finding?.id ?? null,
      standing: getStanding(facts, asOf),
    }
  const change = getChange(onDay(from, window.since.asOf), onDay(to, window.until.asOf))
  const said = to?.finding ?? null
  const isOld =
    to !== null && said?.level != null && isStale(said.effective, to.reviewMonths, window.until.asOf)
  return [
    ...(change === null
      ? []
      : [
          {
            kind: 'level-change' as const,
            change: change.kind,
            from: getFinding(from),
            to: getFinding(to),
          },
        ]),
    ...(isOld && said !== null
      ? [{ kind: 'stale' as const, since: getStaleFrom(said.effective, to.reviewMonths) }]
      : []),
  ]
}

const getFinding = (facts: RecommendationFacts | null): Finding | null =>
  facts?.finding
    ? {
        level: facts.finding.level,
        contrary: facts.finding.contrary,
        effective: facts.finding.effective,
      }
    : null

/** Evidence for and against that was published between the cuts, counted. */
export const listEvidenceReasons = (evidence: AgendaFacts['evidence'], window: Window): Reason[] =>
  (['contradicts', 'supports'] as const).flatMap((stance): Reason[] => {
    const count = evidence.filter(
      (one) => one.stance === stance && isRecordedBetween(window, one.recordedAt),
    ).length
    return count === 0 ? [] : [{ kind: 'evidence', stance, count }]
  })

/** Second ratings between the cuts that say something else than the first. */
export function listRatingReasons(ratings: AgendaFacts['ratings'], window: Window): Reason[] {
  const count = ratings.filter(
    ({ first, second, recordedAt }) => isRecordedBetween(window, recordedAt) && isDisagreement(first, second),
  ).length
  return count === 0 ? [] : [{ kind: 'disagreement', count }]
}

/**
 * Claims recorded between the cuts that name another level than the finding in force at the later one, in either direction.
 * Without a level on one side there is nothing to set against each other.
 */
export function listClaimReasons(
  claims: readonly ClaimFact[],
  to: RecommendationFacts | null,
  window: Window,
): Reason[] {
  const found = to?.finding ?? null
  if (found?.level == null) return []
  const { level, contrary } = found
  return claims.flatMap(({ date, level: claimed, recordedAt }): Reason[] =>
    claimed !== null &&
    isRecordedBetween(window, recordedAt) &&
    getLevelRank({ level: claimed, contrary: false }) !== getLevelRank({ level, contrary })
      ? [{ kind: 'claim-against-finding', claimed, found: level, contrary, date }]
      : [],
  )
}

/** Required gates that are not met, or not known to be, of milestones planned within the days ahead. */
export const listGateReasons = (
  gates: readonly GateFact[],
  to: RecommendationFacts | null,
  { until, aheadDays }: Pick<AgendaFacts, 'until' | 'aheadDays'>,
): Reason[] =>
  gates.flatMap(({ milestone, planned, role, required, waived }): Reason[] => {
    if (to === null || role !== 'required' || !mayFallWithin(planned, until.asOf, aheadDays)) return []
    const standingAt = (day: Day) => getStanding(to, day)
    const { state } = evaluateGate({ role, required, waived, occurred: null, standingAt }, until.asOf)
    return state === 'unmet' || state === 'unknown' ? [{ kind: 'gate-due', milestone, planned, state }] : []
  })

/** Another status in force than at the earlier cut, and hearings within the days ahead. */
export function listCaseReasons(
  { from, to, hearings }: CaseFact,
  { until, aheadDays }: Pick<AgendaFacts, 'until' | 'aheadDays'>,
): Reason[] {
  const isNew = to !== null && (from?.status !== to.status || from.date !== to.date)
  return [
    ...(isNew ? [{ kind: 'case-status' as const, status: to.status, date: to.date }] : []),
    ...hearings
      .filter(({ date }) => mayFallWithin(date, until.asOf, aheadDays))
      .map(({ kind, date }) => ({ kind: 'hearing' as const, hearing: kind, date })),
  ]
}
