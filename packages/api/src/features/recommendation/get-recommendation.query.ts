import { type AssessmentFact, listStanding } from '@waymark/assessment/as-of'
import type { Finding } from '@waymark/assessment/assessment'
import { getDirection, getPreviousFinding } from '@waymark/assessment/direction'
import { getStaleFrom } from '@waymark/assessment/staleness'
import { assessStanding } from '@waymark/assessment/standing'
import { listCasesOf } from '@waymark/db/queries/case.query'
import { listGates, listMilestones } from '@waymark/db/queries/gate.query'
import { listLine, listRoundsAsked } from '@waymark/db/queries/lineage.query'
import {
  type ActorRow,
  type EvidenceRow,
  type FindingRow,
  getRecommendation,
  listActorsOf,
  listClaims,
  listEvidenceOf,
  listFindings,
  listLineage,
  listSteps,
  listUptake,
} from '@waymark/db/queries/recommendation.query'
import { listSourcesById, type SourceRow } from '@waymark/db/queries/source.query'
import { getUptakeProgress } from '@waymark/recommendation/uptake-progress'
import { getReviewMonths } from '@waymark/scoring/method'
import { buildGateViews } from '../../common/build-gates.ts'
import { buildSourceRef } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import type { EvidenceView, PublishedFinding } from '../../common/refs.view.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { RecommendationDetail } from './recommendation.view.ts'

export const getFinding = (r: Pick<FindingRow, 'level' | 'state' | 'contrary'>): Finding =>
  r.level !== null ? { level: r.level, contrary: r.contrary } : { state: r.state ?? 'not-assessed' }

const getFact = (r: FindingRow): AssessmentFact & { readonly row: FindingRow } => ({
  id: r.id,
  effective: r.effective,
  recordedAt: r.recordedAt,
  finding: getFinding(r),
  supersedes: r.supersedes,
  withdrawnAt: r.withdrawnAt,
  row: r,
})

/** One recommendation with both axes, findings, evidence, gates and cases. Refusals: `not-found`. */
export async function getRecommendationDetail(
  ctx: Context,
  { ref, ...input }: CutInput & { ref: string },
): Promise<RecommendationDetail> {
  const resolved = await getCut(ctx, input)
  const { record } = resolved
  const db = ctx.record.public
  const head = await getRecommendation(db, record, ref)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  const months = getReviewMonths(resolved.method, head.reviewMonths)
  const [frame, actors, lineage, line, steps, findings, uptake, claims, gates, milestones, cases] =
    await Promise.all([
      getFrame(ctx, resolved),
      listActorsOf(db, record, head.versionId),
      listLineage(db, record, head),
      listLine(db, record, head.id),
      listSteps(db, record, head.id),
      listFindings(db, record, head.id),
      listUptake(db, record, head.id),
      listClaims(db, record, head.id),
      listGates(db, record, { recommendationIds: [head.id] }),
      listMilestones(db, record),
      listCasesOf(db, record, head.id),
    ])
  const evidence = await listEvidenceOf(
    db,
    findings.map((f) => f.id),
  )
  const cited = [head, ...uptake, ...claims, ...evidence].map((r) => r.sourceId)
  const [sources, roundsAsked, gateViews] = await Promise.all([
    listSourcesById(db, record, cited),
    listRoundsAsked(
      db,
      record,
      line.map((one) => one.ref),
    ),
    buildGateViews(db, record, gates, milestones),
  ])
  const evidenceOf = Map.groupBy(evidence, (e) => e.assessmentId)
  const build = (f: FindingRow): PublishedFinding & { staleFrom: string } => ({
    ...buildPublished(f, evidenceOf.get(f.id) ?? [], sources),
    staleFrom: getStaleFrom(f.effective, months),
  })
  // A correction can lie after `asOf` and so not be in this list; what it names does not count all the same.
  const facts = findings.filter((f) => !f.corrected).map(getFact)
  const standing = listStanding(
    facts.filter((f) => f.row.stepId === null),
    record,
  )
  const current = standing[0] ?? null
  return {
    frame,
    ref: head.ref,
    title: head.title,
    text: head.text,
    area: { key: head.areaKey, title: head.areaTitle },
    side: head.side,
    basis: head.basis,
    wording: head.wording,
    issued: head.issued,
    issuedBy: pickActors(actors, 'issued-by'),
    addressees: pickActors(actors, 'addressee'),
    responsible: pickActors(actors, 'responsible'),
    source: buildSourceRef(sources, head.sourceId),
    locator: head.locator,
    criterion: head.criterion,
    reviewEveryMonths: head.reviewMonths,
    left: head.leftOn,
    lineage,
    line: line.map(({ leftOn, ...one }) => ({ ...one, left: leftOn })),
    roundsAsked,
    standing: assessStanding(current, months, record.asOf),
    current: current && build(current.row),
    direction: current && getDirection(current.finding, getPreviousFinding(standing.slice(1))),
    history: findings.filter((f) => f.stepId === null).map(build),
    steps: steps.map((s) => {
      const inForce =
        listStanding(
          facts.filter((f) => f.row.stepId === s.id),
          record,
        )[0] ?? null
      return {
        key: s.key,
        kind: s.kind,
        text: s.text,
        standing: assessStanding(inForce, months, record.asOf),
        current: inForce && buildPublished(inForce.row, evidenceOf.get(inForce.id) ?? [], sources),
      }
    }),
    uptake: uptake.map((u) => ({
      kind: u.kind,
      date: u.date,
      forum: u.forum,
      round: u.roundKey === null || u.roundTitle === null ? null : { key: u.roundKey, title: u.roundTitle },
      source: buildSourceRef(sources, u.sourceId),
      locator: u.locator,
      note: u.note,
    })),
    progress: getUptakeProgress(uptake, head.issued, record.asOf),
    claims: claims.map((c) => ({
      actor: { key: c.actorKey, name: c.actorName, kind: c.actorKind },
      date: c.date,
      level: c.level,
      text: c.text,
      source: buildSourceRef(sources, c.sourceId),
      locator: c.locator,
    })),
    gates: gateViews,
    cases: cases.map(({ key, kind, name, status, date }) => ({
      key,
      kind,
      name,
      status: status === null || date === null ? null : { status, date },
    })),
    version: head.version,
  }
}

const pickActors = (actors: readonly ActorRow[], role: ActorRow['role']) =>
  actors.filter((a) => a.role === role).map(({ key, name, kind }) => ({ key, name, kind }))

function buildPublished(
  f: FindingRow,
  evidence: readonly EvidenceRow[],
  sources: ReadonlyMap<number, SourceRow>,
): PublishedFinding {
  return {
    finding: { level: f.level, state: f.state, contrary: f.contrary },
    effective: f.effective,
    rationale: f.rationale,
    confidence: f.confidence,
    recordedAt: f.recordedAt,
    fate: f.corrected ? 'corrected' : f.withdrawnAt !== null ? 'withdrawn' : 'stands',
    correctionReason: f.reason,
    evidence: evidence.map((e) => buildEvidence(e, sources)),
  }
}

export const buildEvidence = (e: EvidenceRow, sources: ReadonlyMap<number, SourceRow>): EvidenceView => ({
  source: buildSourceRef(sources, e.sourceId),
  locator: e.locator,
  stance: e.stance,
  kind: e.kind,
  origin: e.origin,
  factDate: e.factDate,
  excerpt: e.excerpt,
})
