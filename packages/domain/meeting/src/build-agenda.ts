import type { Day } from '@waymark/kernel/partial-date'
import type { Sensitivity } from '@waymark/recommendation/case'
import type { ActionFact, AgendaFacts, DecisionFact } from './agenda-facts.ts'
import { compareCandidates, reasonOrder } from './agenda-order.ts'
import {
  listCaseReasons,
  listClaimReasons,
  listEvidenceReasons,
  listGateReasons,
  listRatingReasons,
  listRecommendationReasons,
} from './agenda-reasons.ts'
import { getPutOff, listLeftItems } from './carry-over.ts'
import type { Candidate, Reason } from './reason.ts'

/** How far back the first meeting of a series looks, in days; never to before the record began. */
export const firstLookBackDays = 90

type Found = { readonly item: string; readonly reasons: Reason[]; readonly sensitivity: Sensitivity }

/**
 * What the record puts on an agenda: exactly what changed between two cuts, what is open at the later one, and what the meeting
 * before left over. Each subject once, with every reason, in the order of an agenda's parts; nothing without a reason.
 *
 * An action point that was put off to after the day of the meeting is not there. Any other item that the meeting before put
 * off to after that day is there, put off.
 */
export function buildAgenda(facts: AgendaFacts): Candidate[] {
  const left = listLeftItems(facts)
  const putOff = getPutOff(facts, facts.heldOn)
  const titles = new Map(left.map(({ item }) => [item.id, item.title]))
  const found: Found[] = [
    ...listRecommendations(facts),
    ...facts.cases.map(
      (one): Found => ({
        item: `case:${one.key}`,
        reasons: listCaseReasons(one, facts),
        sensitivity: one.sensitivity,
      }),
    ),
    ...facts.actions.flatMap((action) => listAction(action, facts.heldOn)),
    ...facts.decisions.flatMap((decision) => listDecision(decision, facts.heldOn)),
    ...left.map(
      ({ item, reason }): Found => ({
        item: item.id,
        reasons: [reason],
        sensitivity: item.sensitivity,
      }),
    ),
  ]
  return gather(found)
    .map(
      ({ item, ...candidate }): Candidate => ({
        item,
        title: titles.get(item) ?? null,
        snoozedUntil: putOff.get(item) ?? null,
        ...candidate,
      }),
    )
    .sort(compareCandidates)
}

function listRecommendations(facts: AgendaFacts): Found[] {
  const byRef = <T extends { readonly ref: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ ref }) => ref)
  const [evidence, ratings] = [byRef(facts.evidence), byRef(facts.ratings)]
  const [claims, gates] = [byRef(facts.claims), byRef(facts.gates)]
  return facts.recommendations.map((pair): Found => {
    const { ref, from, to } = pair
    const item = `recommendation:${ref}`
    // What is asked of nobody on either day is no subject, whatever was recorded of it.
    if (from === null && to === null) return { item, reasons: [], sensitivity: 'internal' }
    const reasons = [
      ...listRecommendationReasons(pair, facts),
      ...listRatingReasons(ratings.get(ref) ?? [], facts),
      ...listClaimReasons(claims.get(ref) ?? [], to, facts),
      ...listEvidenceReasons(evidence.get(ref) ?? [], facts),
      ...listGateReasons(gates.get(ref) ?? [], to, facts),
    ]
    return { item, reasons, sensitivity: 'internal' }
  })
}

const listAction = ({ id, due, snoozedUntil, sensitivity }: ActionFact, heldOn: Day): Found[] =>
  snoozedUntil !== null && snoozedUntil > heldOn
    ? []
    : [{ item: `action:${id}`, reasons: [{ kind: 'action', due, overdue: due < heldOn }], sensitivity }]

const listDecision = ({ id, reviewOn, sensitivity }: DecisionFact, heldOn: Day): Found[] =>
  reviewOn > heldOn
    ? []
    : [{ item: `decision:${id}`, reasons: [{ kind: 'decision-review', on: reviewOn }], sensitivity }]

/** Each subject once, with its reasons in the order of an agenda's parts. One without a reason goes. */
function gather(found: readonly Found[]): Found[] {
  const bySubject = Map.groupBy(
    found.filter(({ reasons }) => reasons.length > 0),
    ({ item }) => item,
  )
  return [...bySubject].map(([item, parts]) => ({
    item,
    // The record's word on who may know of it comes before what the meeting before was told.
    sensitivity: parts[0]?.sensitivity ?? 'internal',
    reasons: parts
      .flatMap(({ reasons }) => reasons)
      .sort((a, b) => reasonOrder.indexOf(a.kind) - reasonOrder.indexOf(b.kind)),
  }))
}
