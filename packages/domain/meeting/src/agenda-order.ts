import type { Item } from './meeting.ts'
import type { Candidate, Reason, ReasonKind } from './reason.ts'

/** What comes first on an agenda, by the foremost reason for it. */
export const reasonOrder = [
  'carried-over',
  'action',
  'decision-review',
  'level-change',
  'disagreement',
  'claim-against-finding',
  'evidence',
  'case-status',
  'hearing',
  'gate-due',
  'stale',
] as const satisfies readonly ReasonKind[]

const rankOf = new Map<ReasonKind, number>(reasonOrder.map((kind, index) => [kind, index]))

/** The place among agendas' parts of the foremost of some reasons; what has none comes last. */
export const getRank = (reasons: readonly Reason[]): number =>
  Math.min(reasonOrder.length, ...reasons.map(({ kind }) => rankOf.get(kind) ?? reasonOrder.length))

/**
 * The agenda after a rebuild. What was there keeps its place and all that people did to it; its reasons become those of
 * today. What is new comes in before the first item of a later part. What was put there by an earlier build, touched by
 * nobody, and has no reason any more, goes.
 *
 * @param late true when the agenda is frozen: what is new is marked
 */
export function mergeAgenda(
  items: readonly Item[],
  candidates: readonly Candidate[],
  late: boolean,
): readonly Item[] {
  const wanted = new Map(candidates.map((candidate) => [candidate.item, candidate]))
  const kept = items
    .filter((item) => item.touched || wanted.has(item.id))
    .map((item): Item => {
      const found = wanted.get(item.id)
      return found === undefined
        ? { ...item, reasons: [] }
        : {
            ...item,
            reasons: found.reasons,
            sensitivity: found.sensitivity,
            standing: item.touched ? item.standing : getStanding(found.snoozedUntil),
          }
    })
  const there = new Set(kept.map(({ id }) => id))
  const added = candidates.filter(({ item }) => !there.has(item)).sort(compareCandidates)
  return insertByRank(kept, added, late)
}

/** Puts candidates, which are sorted by their part, each part before the first item of a later one. */
function insertByRank(kept: readonly Item[], added: readonly Candidate[], late: boolean): readonly Item[] {
  let merged = [...kept]
  const parts = Map.groupBy(added, ({ reasons }) => getRank(reasons))
  for (const [rank, candidates] of parts) {
    const place = merged.findIndex((item) => getRank(item.reasons) > rank)
    const at = place === -1 ? merged.length : place
    merged = [
      ...merged.slice(0, at),
      ...candidates.map((candidate) => buildItem(candidate, late)),
      ...merged.slice(at),
    ]
  }
  return merged
}

/** In the order of the parts of an agenda, in one part by what they are about. */
export const compareCandidates = (a: Candidate, b: Candidate): number =>
  getRank(a.reasons) - getRank(b.reasons) || (a.item < b.item ? -1 : 1)

const buildItem = ({ item, title, reasons, sensitivity, snoozedUntil }: Candidate, late: boolean): Item => ({
  ...emptyItem(item),
  title,
  reasons,
  sensitivity,
  late,
  standing: getStanding(snoozedUntil),
})

const getStanding = (until: string | null): Item['standing'] =>
  until === null ? { kind: 'on' } : { kind: 'snoozed', until }

/** An item that nobody has touched. Internal until somebody says otherwise. */
export const emptyItem = (id: string): Item => ({
  id,
  title: null,
  reasons: [],
  sensitivity: 'internal',
  standing: { kind: 'on' },
  late: false,
  touched: false,
  minutes: null,
  presenter: null,
  audience: 'internal',
  recusals: [],
  entries: [],
  done: false,
  sealedBy: null,
  spentSeconds: 0,
})
