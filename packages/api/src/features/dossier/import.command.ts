import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write, type Written } from '@waymark/db/in-transaction'
import { hasPublicCaseChange } from '@waymark/db/queries/desk-case.query'
import {
  getKnownStructure,
  listKnown,
  listKnownAssessments,
  listSalts,
} from '@waymark/db/queries/known.query'
import type { Database } from '@waymark/db/schema'
import { listDossierErrors } from '@waymark/exchange/dossier-file/check-references'
import type { FileErrors } from '@waymark/exchange/dossier-file/file-error'
import type { Known } from '@waymark/exchange/dossier-file/known'
import { parseDossierFile } from '@waymark/exchange/dossier-file/parse'
import type { DossierFile, LooseDossierFile } from '@waymark/exchange/dossier-file/schema'
import { formatInstant } from '@waymark/kernel/instant'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import { type Kysely, sql } from 'kysely'
import { hashRow } from '../../common/personal-data.ts'
import { getRegister } from '../table/get-register.ts'
import { buildStanding } from '../table/standing.ts'
import { loadCases } from './import/load-cases.ts'
import { loadAssessments, loadEvents } from './import/load-facts.ts'
import { loadStructure } from './import/load-structure.ts'
import { correctionReason, type Loader, type Progress, type Tally } from './import/loader.ts'

export type ImportOptions = {
  readonly bytes: Uint8Array
  /** Refuse a file of another dossier than this one. */
  readonly dossier?: string
  readonly dryRun?: boolean
  readonly maxBytes?: number
  readonly progress?: Progress
}

export type ImportReport = Tally & {
  readonly dossier: string
  /** Cases that the file would have shown to more people, where there are any: they wait at the desk for two of them. */
  readonly held?: number
}

/**
 * Brings a dossier file into the record: all of it or nothing. What the record has already is left alone, what changed
 * supersedes what was there, the rest is added. Every error of the file is reported at once.
 */
export async function importDossier(
  db: Kysely<Database>,
  act: Act,
  options: ImportOptions,
): Promise<Result<ImportReport, FileErrors>> {
  const parsed = parseDossierFile(
    options.bytes,
    options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes },
  )
  const file: LooseDossierFile | null = parsed.ok ? parsed.value : parsed.error.draft
  if (!parsed.ok && file === null)
    return refused({ errors: parsed.error.errors, errorCount: parsed.error.errorCount })
  return inTransaction<ImportReport, FileErrors>(
    db,
    act,
    async (w) => {
      const key = file?.dossier?.key ?? ''
      const existing = await getExisting(w, key)
      const errors = await listErrors(w, file, existing?.rootId ?? null, options)
      const all = parsed.ok ? errors : joinErrors(parsed.error, errors)
      if (!parsed.ok || all.errorCount > 0) return refused(all)
      return loadFile(w, parsed.value, existing, options)
    },
    { statementTimeoutMs: 0 },
  )
}

type Existing = { rootId: number; headId: number; fileHash: string | null; selfPublication: boolean }

async function getExisting(w: Write, key: string): Promise<Existing | null> {
  const { rows } = await sql<Existing>`
    select d.root_id as "rootId", d.id as "headId", d.file_hash as "fileHash", d.self_publication as "selfPublication" from dossier d where d.key = ${key} order by d.id desc limit 1`.execute(
    w.trx,
  )
  return rows[0] ?? null
}

async function listErrors(
  w: Write,
  file: LooseDossierFile | null,
  dossierId: number | null,
  options: ImportOptions,
): Promise<FileErrors> {
  if (file === null) return { errors: [], errorCount: 0 }
  const found = listDossierErrors(file, {
    today: w.recordedAt.slice(0, 10),
    now: w.recordedAt,
    isNew: dossierId === null,
    known: dossierId === null ? {} : await getKnown(w, dossierId),
    onRecord: dossierId === null ? new Set() : await listOnRecord(w, dossierId, file),
  })
  const other =
    options.dossier !== undefined && file.dossier?.key !== undefined && file.dossier.key !== options.dossier
  if (!other) return found
  const message = `The file is of the dossier “${file.dossier?.key}”, not of “${options.dossier}”. Choose the other file, or leave the dossier out.`
  return { errors: [{ path: '$.dossier.key', message }, ...found.errors], errorCount: found.errorCount + 1 }
}

/** Places of the assessments that are on record just as the file has them. */
async function listOnRecord(w: Write, dossierId: number, file: LooseDossierFile): Promise<Set<number>> {
  const hashes = new Set((await listKnownAssessments(w.trx, dossierId)).map((a) => a.fileHash))
  return new Set((file.assessments ?? []).flatMap((a, i) => (hashes.has(hashRow(a ?? null)) ? [i] : [])))
}

const joinErrors = (a: FileErrors, b: FileErrors): FileErrors => ({
  errors: [...a.errors, ...b.errors].slice(0, 1000),
  errorCount: a.errorCount + b.errorCount,
})

async function getKnown(w: Write, dossierId: number): Promise<Known> {
  const keysOf = async (table: 'actor' | 'source' | 'area' | 'round' | 'commitment' | 'track') =>
    new Set((await listKnown(w.trx, table, dossierId)).map((k) => k.key))
  const structure = await getKnownStructure(w.trx, dossierId)
  const refs = new Map(structure.recommendations.map((r) => [r.id, r.key]))
  const steps = new Map(
    (await listKnown(w.trx, 'progress_step', dossierId)).map((s) => [
      s.rootId,
      s.key.slice(s.key.indexOf('|') + 1),
    ]),
  )
  const assessments = (await listKnownAssessments(w.trx, dossierId)).flatMap((a) =>
    a.key === null
      ? []
      : [
          [
            a.key,
            {
              recommendation: refs.get(a.recommendationId) ?? '',
              step: a.stepId === null ? null : (steps.get(a.stepId) ?? null),
            },
          ] as const,
        ],
  )
  return {
    actors: await keysOf('actor'),
    sources: await keysOf('source'),
    areas: await keysOf('area'),
    rounds: await keysOf('round'),
    commitments: await keysOf('commitment'),
    tracks: await keysOf('track'),
    milestones: new Map(structure.milestones.map((m) => [m.key, { occurred: m.occurred }])),
    recommendations: new Map(
      structure.recommendations.map((r) => [
        r.key,
        { issued: r.issued, lineage: r.lineage, steps: new Set(r.steps) },
      ]),
    ),
    assessments: new Map(assessments),
  }
}

async function loadFile(
  w: Write,
  file: DossierFile,
  existing: Existing | null,
  options: ImportOptions,
): Promise<Result<Written<ImportReport>, never>> {
  const dryRun = options.dryRun ?? false
  const tally: Tally = { added: 0, corrected: 0, unchanged: 0 }
  const recordedAt = getStructureInstant(file, w)
  const { dossierId, corrected } = await loadDossier(w, file, existing, recordedAt, dryRun)
  if (corrected) tally.corrected += 1
  // What stands was perhaps written at the desk: a file that says the same, as an export does, brings nothing.
  const register =
    existing === null ? null : (await getRegister(w.trx, file.dossier.key, 'administrator'))?.register
  const loader: Loader = {
    w,
    dossierId,
    recordedAt,
    dryRun,
    tally,
    salts: await listSalts(w.trx, dossierId),
    progress: options.progress ?? (() => {}),
    ...(register == null
      ? {}
      : {
          standing: await buildStanding(w, dossierId, register),
          findings: new Set(register.tables.assessments.map(({ row }) => hashRow(row))),
        }),
  }
  const roots = await loadStructure(loader, file)
  loader.progress({
    table: 'recommendations',
    rows: file.recommendations.length,
    of: file.recommendations.length,
  })
  await loadEvents(loader, file, roots)
  await loadAssessments(loader, file, roots)
  const wrotePublic = existing === null || tally.added + tally.corrected > 0
  const held = await loadCases(loader, file, roots, existing === null)
  const report = { ...tally, dossier: file.dossier.key, ...(held === 0 ? {} : { held }) }
  if (dryRun || (existing !== null && tally.added + tally.corrected === 0))
    return ok({ value: report, account: null })
  // A change that only the desk may see must not show from outside, not even as a later cut-off.
  if (wrotePublic || (await hasPublicCaseChange(w))) await recordHead(w, dossierId, recordedAt)
  return ok({
    value: report,
    account: {
      action: 'dossier.import',
      subject: { kind: 'dossier', dossier: file.dossier.key, key: file.dossier.key },
      after: { ...tally, fileSha256: sha256(options.bytes), fileBytes: options.bytes.byteLength },
    },
  })
}

/**
 * When the rows that carry no time of their own were recorded. A file that brings the recorded times of assessments
 * brings a history: what the first of them speaks of was on record by then.
 */
function getStructureInstant(file: DossierFile, w: Write): string {
  const recorded = file.assessments.flatMap((a) =>
    a.recorded === undefined ? [] : [formatInstant(a.recorded)],
  )
  return recorded.sort()[0] ?? w.recordedAt
}

async function loadDossier(
  w: Write,
  file: DossierFile,
  existing: Existing | null,
  recordedAt: string,
  dryRun: boolean,
) {
  const fileHash = hashRow(file.dossier)
  if (existing?.fileHash === fileHash) return { dossierId: existing.rootId, corrected: false }
  const id = await w.reserveIds(1)
  const rootId = existing?.rootId ?? id
  if (!dryRun) {
    const { key, title, partner, note } = file.dossier
    const version = {
      id,
      root_id: rootId,
      supersedes_id: existing?.headId ?? null,
      reason: existing ? correctionReason : null,
    }
    const row = {
      ...version,
      key,
      title,
      partner,
      note: note ?? null,
      // A setting of the installation, not of the file.
      self_publication: existing?.selfPublication ?? false,
      file_hash: fileHash,
      entry: w.entry,
      recorded_at: recordedAt,
    }
    await createRows(w.trx, 'dossier', [row])
  }
  return { dossierId: rootId, corrected: existing !== null }
}

async function recordHead(w: Write, dossierId: number, beginsAt: string): Promise<void> {
  await w.trx
    .insertInto('dossier_head')
    .values({ dossier_id: dossierId, begins_at: beginsAt, public_at: w.recordedAt })
    .onConflict((c) => c.column('dossier_id').doUpdateSet({ public_at: w.recordedAt }))
    .execute()
}
