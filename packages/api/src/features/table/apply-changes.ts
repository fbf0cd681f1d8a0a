import type { AssessmentRow } from '@waymark/assessment/assessment'
import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import { listCitedItems, listRecordVersions } from '@waymark/db/queries/register.query'
import { type DossierFile, dossierFile, tableNames } from '@waymark/exchange/dossier-file/schema'
import type { Change } from '@waymark/exchange/tables/list-changes'
import type { Register } from '@waymark/exchange/tables/register'
import { hashRow } from '../../common/personal-data.ts'
import { publishSources, recordPublicChange } from '../../common/record-sources.ts'
import { loadEvents } from '../dossier/import/load-facts.ts'
import { loadStructure, type Roots } from '../dossier/import/load-structure.ts'
import { getRoot, type Loader } from '../dossier/import/loader.ts'
import { buildStanding } from './standing.ts'

/** Tables of which a change is public at once. */
const openTables = tableNames.filter((name) => !['sources', 'assessments', 'cases'].includes(name))

/**
 * Writes what a plan decided: additions as roots, changes as versions that supersede what stands, with the reason. Assessments
 * arrive submitted, by who brings them, and wait for a reviewer. The caller has checked the plan in this very transaction.
 */
export async function applyChanges(
  w: Write,
  given: {
    readonly dossierId: number
    readonly register: Register
    readonly changes: readonly Change[]
    readonly reason: string
  },
): Promise<void> {
  const { dossierId, register, changes, reason } = given
  const rowsOf = (table: string) => changes.filter((one) => one.table === table).map(({ row }) => row)
  const file = {
    ...dossierFile.parse({ format: 'waymark-dossier/1', dossier: register.dossier }),
    ...Object.fromEntries(tableNames.map((table) => [table, rowsOf(table)])),
  } as DossierFile
  const loader: Loader = {
    w,
    dossierId,
    recordedAt: w.recordedAt,
    dryRun: false,
    tally: { added: 0, corrected: 0, unchanged: 0 },
    salts: new Map(),
    progress: () => {},
    standing: await buildStanding(w, dossierId, register),
    tables: { rootOf: new Map(changes.map(({ row, known }) => [row, known?.id ?? null])), reason },
  }
  const roots = await loadStructure(loader, file)
  await loadEvents(loader, file, roots)
  await createSubmissions(w, { ...given, roots })
  const open = openTables.flatMap((table) => rowsOf(table))
  const cited = open.flatMap((row) =>
    typeof row.source === 'string' ? [getRoot(roots.source, row.source)] : [],
  )
  await publishSources(w, [...new Set(cited)])
  const isOpen = changes.some(
    ({ table, known }) => openTables.includes(table) || (table === 'sources' && known !== null),
  )
  if (isOpen) await recordPublicChange(w, dossierId)
}

async function createSubmissions(
  w: Write,
  {
    dossierId,
    register,
    changes,
    reason,
    roots,
  }: {
    readonly dossierId: number
    readonly register: Register
    readonly changes: readonly Change[]
    readonly reason: string
    readonly roots: Roots
  },
): Promise<void> {
  const brought = changes.filter(({ table }) => table === 'assessments')
  if (brought.length === 0) return
  const versions = await listRecordVersions(w.trx, dossierId)
  const items = await listKeptItems(w, register, brought)
  let nextId = await w.reserveIds(brought.length)
  const rows = brought.map((change) => ({
    change,
    row: change.row as unknown as AssessmentRow,
    id: nextId++,
  }))
  await createRows(
    w.trx,
    'assessment',
    rows.map(({ change, row, id }) => {
      const recommendationId = getRoot(roots.recommendation, row.recommendation)
      return {
        id,
        dossier_id: dossierId,
        recommendation_id: recommendationId,
        step_id: row.step === undefined ? null : getRoot(roots.step, `${row.recommendation}|${row.step}`),
        key: row.key ?? null,
        effective: row.effective,
        level: row.level ?? null,
        state: row.state ?? null,
        contrary: row.contrary ?? false,
        rationale: row.rationale,
        confidence: row.confidence,
        author_id: w.act.id,
        author_name: w.act.name,
        based_on: versions.get(recommendationId) ?? 0,
        supersedes_id: change.known?.id ?? null,
        reason: change.known === null ? null : reason,
        file_hash: null,
        entry: w.entry,
        recorded_at: w.recordedAt,
      }
    }),
  )
  await createRows(
    w.trx,
    'evidence',
    rows.flatMap(({ change, row, id }) =>
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
        item_id: items.get(`${change.known?.id ?? 0} ${hashRow({ ...e, stance: null })}`) ?? null,
        entry: w.entry,
      })),
    ),
  )
}

/** Items of evidence that a corrected finding rests on, by the finding and what the item says: what did not change keeps its item. */
async function listKeptItems(
  w: Write,
  register: Register,
  brought: readonly Change[],
): Promise<Map<string, number>> {
  const ids = brought.flatMap(({ known }) => (known === null ? [] : [known.id]))
  const findings = new Map(register.tables.assessments.map(({ id, row }) => [id, row]))
  const cited = await listCitedItems(w.trx, ids)
  return new Map(
    cited.flatMap(({ assessmentId, position, itemId }) => {
      const item = findings.get(assessmentId)?.evidence[position]
      return item === undefined
        ? []
        : [[`${assessmentId} ${hashRow({ ...item, stance: null })}`, itemId] as const]
    }),
  )
}
