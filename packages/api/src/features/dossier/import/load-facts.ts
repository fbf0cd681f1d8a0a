import { type KnownRow, listKnownAssessments } from '@waymark/db/queries/known.query'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { formatInstant } from '@waymark/kernel/instant'
import { hashRow } from '../../../common/personal-data.ts'
import type { Roots } from './load-structure.ts'
import { addToTally, correctionReason, createRowsOf, getRoot, type Loader, loadTable } from './loader.ts'
import { matchRows } from './match-rows.ts'

export const fileAuthor = 'Dossier file'
const sliceSize = 2000

/** Links, uptake events and claims: append-only rows without a key of their own. */
export async function loadEvents(loader: Loader, file: DossierFile, roots: Roots): Promise<void> {
  const { entry } = loader.w
  const linkages = await loadTable(loader, {
    table: 'linkage',
    rows: file.linkages,
    keyOf: (l) =>
      `${getRoot(roots.recommendation, l.recommendation)}|${getRoot(roots.milestone, l.milestone)}`,
    columnsOf: (l) => ({
      recommendation_id: getRoot(roots.recommendation, l.recommendation),
      milestone_id: getRoot(roots.milestone, l.milestone),
      role: l.role,
      required: l.required ?? null,
      note: l.note ?? null,
    }),
  })
  await createRowsOf(
    loader,
    'linkage_commitment',
    linkages
      .filter((p) => p.outcome !== 'unchanged')
      .flatMap(({ row, versionId }) =>
        row.commitments.map((key, position) => ({
          version_id: versionId,
          position,
          commitment_id: getRoot(roots.commitment, key),
          entry,
        })),
      ),
  )
  const uptake = await loadTable(loader, {
    table: 'uptake_event',
    rows: file.uptake,
    keyOf: (u) =>
      `${getRoot(roots.recommendation, u.recommendation)}|${u.kind}|${u.date}|${getRoot(roots.source, u.source)}`,
    columnsOf: (u) => ({
      recommendation_id: getRoot(roots.recommendation, u.recommendation),
      kind: u.kind,
      date: u.date,
      round_id: u.round === undefined ? null : getRoot(roots.round, u.round),
      forum: u.forum ?? null,
      source_id: getRoot(roots.source, u.source),
      locator: u.locator ?? null,
      note: u.note ?? null,
    }),
  })
  const claims = await loadTable(loader, {
    table: 'claim',
    rows: file.claims,
    keyOf: (c) =>
      `${getRoot(roots.recommendation, c.recommendation)}|${getRoot(roots.actor, c.actor)}|${c.date}`,
    columnsOf: (c) => ({
      recommendation_id: getRoot(roots.recommendation, c.recommendation),
      actor_id: getRoot(roots.actor, c.actor),
      date: c.date,
      level: c.level ?? null,
      text: c.text,
      source_id: getRoot(roots.source, c.source),
      locator: c.locator ?? null,
    }),
  })
  for (const placed of [linkages, uptake, claims]) addToTally(loader, placed)
}

type FileAssessment = DossierFile['assessments'][number]

/**
 * Assessments of a file arrive published: written by the file, published by whoever imports it. A changed row supersedes
 * the latest finding in its line, also one that was corrected here since.
 */
export async function loadAssessments(loader: Loader, file: DossierFile, roots: Roots): Promise<void> {
  const known = await listKnownAssessments(loader.w.trx, loader.dossierId)
  const naturalKey = (
    key: string | null,
    recommendationId: number,
    stepId: number | null,
    effective: string,
  ) => (key === null ? `#${recommendationId}|${stepId ?? ''}|${effective}` : key)
  const successor = new Map(
    known.flatMap((k) => (k.supersedesId === null ? [] : [[k.supersedesId, k] as const])),
  )
  const getHead = (id: number): number => {
    let at = id
    for (let next = successor.get(at); next !== undefined && next.id !== at; next = successor.get(at))
      at = next.id
    return at
  }
  const latest = new Map<string, KnownRow[]>()
  for (const k of known) {
    if (k.fileHash === null) continue
    const key = naturalKey(k.key, k.recommendationId, k.stepId, k.effective)
    const row: KnownRow = { key, rootId: k.id, headId: getHead(k.id), fileHash: k.fileHash, fileId: null }
    const line = latest.get(key) ?? []
    // A row that an import changed is known by its newest form only.
    latest.set(key, k.key === null ? [...line.filter((l) => l.rootId !== k.supersedesId), row] : [row])
  }
  const stepOf = (a: FileAssessment) =>
    a.step === undefined ? null : getRoot(roots.step, `${a.recommendation}|${a.step}`)
  const keyOf = (a: FileAssessment) =>
    naturalKey(a.key ?? null, getRoot(roots.recommendation, a.recommendation), stepOf(a), a.effective)
  const hashes = new Map(file.assessments.map((a) => [a, hashRow(a)]))
  const matches = matchRows(
    file.assessments,
    [...latest.values()].flat(),
    keyOf,
    (a, k) => hashes.get(a) === k.fileHash,
  ).map((m) => (m.same ? m : { ...m, same: loader.findings?.has(hashes.get(m.row) ?? '') === true }))
  const changed = matches.filter((m) => !m.same)
  let nextId = await loader.w.reserveIds(changed.length * 2)
  const idOfKey = new Map([...latest.values()].flat().map((k) => [k.key, k.rootId]))
  for (let at = 0; at < changed.length; at += sliceSize) {
    const slice = changed.slice(at, at + sliceSize).map((match) => {
      const [id, reviewId] = [nextId++, nextId++]
      const named = match.row.supersedes === undefined ? null : (idOfKey.get(match.row.supersedes) ?? null)
      const supersedes = match.known ? match.known.headId : named
      const reason = match.known ? correctionReason : (match.row.reason ?? null)
      if (match.row.key !== undefined) idOfKey.set(match.row.key, id)
      return { ...match, id, reviewId, supersedes, reason }
    })
    await createAssessments(loader, roots, slice, stepOf, hashes)
    loader.progress({ table: 'assessments', rows: at + slice.length, of: changed.length })
  }
  addToTally(
    loader,
    matches.map((m) => ({
      outcome: m.same ? ('unchanged' as const) : m.known ? ('corrected' as const) : ('added' as const),
    })),
  )
}

type NewAssessment = {
  row: FileAssessment
  id: number
  reviewId: number
  supersedes: number | null
  reason: string | null
}

async function createAssessments(
  loader: Loader,
  roots: Roots,
  slice: readonly NewAssessment[],
  stepOf: (a: FileAssessment) => number | null,
  hashes: ReadonlyMap<FileAssessment, string>,
): Promise<void> {
  const { entry, act } = loader.w
  const recordedAt = (a: FileAssessment) =>
    a.recorded === undefined ? loader.w.recordedAt : formatInstant(a.recorded)
  const common = ({ row, supersedes }: NewAssessment) => ({
    dossier_id: loader.dossierId,
    recommendation_id: getRoot(roots.recommendation, row.recommendation),
    step_id: stepOf(row),
    effective: row.effective,
    level: row.level ?? null,
    state: row.state ?? null,
    contrary: row.contrary ?? false,
    supersedes_id: supersedes,
    entry,
    recorded_at: recordedAt(row),
  })
  await createRowsOf(
    loader,
    'assessment',
    slice.map((a) => ({
      id: a.id,
      key: a.row.key ?? null,
      rationale: a.row.rationale,
      confidence: a.row.confidence,
      author_id: null,
      author_name: fileAuthor,
      based_on: 0,
      reason: a.reason,
      file_hash: hashes.get(a.row) ?? hashRow(a.row),
      ...common(a),
    })),
  )
  await createRowsOf(
    loader,
    'evidence',
    slice.flatMap(({ id, row }) =>
      row.evidence.map((e, position) => ({
        assessment_id: id,
        position,
        source_id: getRoot(roots.source, e.source),
        locator: e.locator ?? null,
        stance: e.stance,
        kind: e.kind,
        origin: e.origin,
        fact_date: e.factDate ?? null,
        excerpt: e.excerpt ?? null,
        entry,
      })),
    ),
  )
  await createRowsOf(
    loader,
    'review',
    slice.map(({ id, reviewId, row }) => ({
      id: reviewId,
      assessment_id: id,
      outcome: 'published',
      comment: null,
      reviewer_id: act.id,
      reviewer_name: act.name,
      self_published: false,
      entry,
      recorded_at: recordedAt(row),
    })),
  )
  await createRowsOf(
    loader,
    'publication',
    slice.map((a) => ({ assessment_id: a.id, ...common(a) })),
  )
}
