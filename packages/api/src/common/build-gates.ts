import {
  type CommitmentRow,
  type GateCounts,
  type GateRow,
  listCommitmentsOf,
  listMilestoneCounts,
  listMilestones,
  listWaiversOf,
  type MilestoneRow,
} from '@waymark/db/queries/gate.query'
import type { RecordCut } from '@waymark/db/queries/relations'
import { listSourcesById, type SourceRow } from '@waymark/db/queries/source.query'
import type { Reader } from '@waymark/db/reader'
import { buildSourceRef, parseStanding } from './build-refs.ts'
import type { GateView, MilestoneView } from './refs.view.ts'

/** Milestones with the counts of their gates; three queries, whatever their number. */
export async function listMilestoneViews(
  db: Reader,
  cut: RecordCut,
  key?: string,
): Promise<{ views: MilestoneView[]; rows: MilestoneRow[] }> {
  const [rows, counts] = await Promise.all([
    listMilestones(db, cut, key),
    listMilestoneCounts(db, cut, key === undefined ? {} : { milestone: key }),
  ])
  return { rows, views: await buildMilestoneViews(db, cut, rows, counts) }
}

/** Milestones with counts of their gates that are at hand; one more query. */
export async function buildMilestoneViews(
  db: Reader,
  cut: RecordCut,
  rows: readonly MilestoneRow[],
  counts: readonly (GateCounts & { readonly milestone: string })[],
): Promise<MilestoneView[]> {
  const sources = await listSourcesById(
    db,
    cut,
    rows.map((m) => m.sourceId),
  )
  const byKey = new Map(counts.map((c) => [c.milestone, c]))
  return rows.map((m) => buildMilestone(m, byKey.get(m.key), sources))
}

function buildMilestone(
  m: MilestoneRow,
  c: { met: number; unmet: number; unknown: number; waived: number; listed: number } | undefined,
  sources: ReadonlyMap<number, SourceRow>,
): MilestoneView {
  const { met = 0, unmet = 0, unknown = 0, waived = 0, listed = 0 } = c ?? {}
  return {
    key: m.key,
    track: { key: m.trackKey, title: m.trackTitle },
    kind: m.kind,
    title: m.title,
    planned: m.planned,
    occurred: m.occurred,
    cancelled: m.cancelled,
    source: buildSourceRef(sources, m.sourceId),
    locator: m.locator,
    required: { met, unmet, unknown, waived },
    listed,
  }
}

/** Gates as views, with their waivers and the statements that they rest on; three more queries, whatever their number. */
export async function buildGateViews(
  db: Reader,
  cut: RecordCut,
  gates: readonly GateRow[],
  milestones: readonly MilestoneRow[],
): Promise<GateView[]> {
  const [commitments, waivers] = await Promise.all([
    listCommitmentsOf(
      db,
      cut,
      gates.map((g) => g.id),
    ),
    listWaiversOf(
      db,
      cut,
      gates.map((g) => g.linkId),
    ),
  ])
  const sources = await listSourcesById(
    db,
    cut,
    [...commitments, ...waivers].map((row) => row.sourceId),
  )
  const ofGate = Map.groupBy(commitments, (c) => c.linkageId)
  const waiversOf = Map.groupBy(waivers, (w) => w.linkId)
  const ofMilestone = new Map(milestones.map((m) => [m.key, m]))
  return gates.map((g) => {
    const m = ofMilestone.get(g.milestone)
    return {
      recommendation: {
        ref: g.ref,
        title: g.title,
        side: g.side,
        area: { key: g.areaKey, title: g.areaTitle },
      },
      milestone: {
        key: g.milestone,
        kind: m?.kind ?? '',
        track: m?.trackTitle ?? '',
        title: m?.title ?? g.milestone,
        occurred: m?.occurred ?? null,
        planned: m?.planned ?? null,
        cancelled: m?.cancelled ?? null,
      },
      role: g.role,
      required: g.required,
      state: g.state,
      since: g.since,
      at: g.at,
      standingAt: parseStanding(g.thenWord, g.thenLevel),
      standingNow: parseStanding(g.nowWord, g.nowLevel),
      assessed: g.thenEffective,
      note: g.note,
      commitments: (ofGate.get(g.id) ?? []).map((c) => buildCommitment(c, sources)),
      waivers: (waiversOf.get(g.linkId) ?? []).map(({ effective, ended, why, sourceId, locator }) => ({
        effective,
        ended,
        why,
        source: buildSourceRef(sources, sourceId),
        locator,
      })),
    }
  })
}

const buildCommitment = (c: CommitmentRow, sources: ReadonlyMap<number, SourceRow>) => ({
  key: c.key,
  date: c.date,
  summary: c.summary,
  actor: c.actor,
  source: buildSourceRef(sources, c.sourceId),
  locator: c.locator,
})
