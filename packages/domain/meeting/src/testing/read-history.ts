import { getInForce } from '@waymark/assessment/as-of'
import { lastDay } from '@waymark/kernel/partial-date'
import { getCaseStatus } from '@waymark/recommendation/case-status'
import type { AgendaFacts, RecommendationFacts } from '../agenda-facts.ts'
import type { Cut } from '../reason.ts'
import type { History } from './agenda-history.ts'

/** What the record would answer about a history at its two cuts, by the rules of time that the record keeps. */
export function readHistory(history: History): AgendaFacts {
  const { since, until, aheadDays } = history
  return {
    since,
    until,
    heldOn: until.asOf,
    aheadDays,
    recommendations: history.recommendations.map(({ ref }) => ({
      ref,
      from: readRecommendation(history, ref, since),
      to: readRecommendation(history, ref, until),
    })),
    evidence: history.findings
      .filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > until.knownAt)
      .flatMap(({ ref, recordedAt, for: pro, against }) => [
        ...Array.from({ length: pro }, () => ({ ref, recordedAt, stance: 'supports' as const })),
        ...Array.from({ length: against }, () => ({ ref, recordedAt, stance: 'contradicts' as const })),
      ]),
    ratings: history.ratings,
    claims: history.claims,
    gates: history.links,
    cases: history.cases.map(({ key, sensitivity, statuses, hearings }) => {
      const rows = statuses.map((status, index) => ({ ...status, id: index }))
      const at = ({ asOf, knownAt }: Cut) => {
        const found = getCaseStatus(
          rows.filter(({ recordedAt }) => recordedAt <= knownAt),
          asOf,
        )
        return found && { status: found.status, date: found.date }
      }
      return { key, sensitivity, from: at(since), to: at(until), hearings }
    }),
    actions: [],
    decisions: [],
    left: [],
  }
}

function readRecommendation(history: History, ref: string, cut: Cut): RecommendationFacts | null {
  const found = history.recommendations.find((one) => one.ref === ref)
  if (found === undefined || lastDay(found.issued) > cut.asOf) return null
  if (found.leftOn !== null && found.leftOn <= cut.asOf) return null
  const isMoved = found.moved !== null && found.moved.recordedAt <= cut.knownAt
  const facts = history.findings
    .filter((one) => one.ref === ref)
    .map((one) => ({
      ...one,
      supersedes: null,
      finding:
        one.level === null
          ? { state: one.state ?? ('not-assessed' as const) }
          : { level: one.level, contrary: one.contrary },
    }))
  const inForce = getInForce(facts, cut)
  return {
    area: isMoved ? (found.moved?.area ?? found.area) : found.area,
    reviewMonths: found.reviewMonths,
    finding: inForce && {
      id: inForce.id,
      effective: inForce.effective,
      level: inForce.level,
      state: inForce.state,
      contrary: inForce.contrary,
    },
  }
}
