import type { AccountRole } from '@waymark/access/role'
import { inTransaction } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import type { MappedSheet, ReadSheet } from '@waymark/exchange/tables/mapped-sheet'
import type { Register } from '@waymark/exchange/tables/register'
import { buildUhriSheets, isUhriSheet, listUhriThemes, type UhriChoice } from '@waymark/exchange/tables/uhri'
import { ok, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import { type Kysely, sql } from 'kysely'
import { finishJob, getJobFile } from '../job/job.command.ts'
import { JobCancelled, type JobRun, type JobWork } from '../job/worker.ts'
import { applyChanges } from './apply-changes.ts'
import { buildMappedSheets, type ChosenSheet, chooseSheets, type SheetChoice } from './build-sheets.ts'
import { getUhriChoice, listMappings } from './column-mapping.ts'
import { type Plan, planImport } from './plan-import.ts'
import { readUpload } from './read-upload.ts'
import type { PreviewReport } from './table.view.ts'

/** What a job of a table was asked to do. */
export type TableJob = {
  readonly dossier: string
  readonly table?: string | undefined
  readonly choices?: Readonly<Record<string, SheetChoice>> | undefined
  readonly uhri?: UhriChoice | undefined
  /** Of an import: the plan that the person agreed to, and why what changes is superseded. */
  readonly basis?: string
  readonly reason?: string
}

const [mostChanges, mostErrors] = [500, 200]
const fail = (message: string) => ({ failed: true, report: { message } })

/** The role that a person has now, whatever it was when they asked; null for one who may do nothing any more. */
async function getRole(app: Kysely<Database>, userId: string): Promise<AccountRole | null> {
  const { rows } = await sql<{ role: AccountRole }>`
    select role from member where user_id = ${userId} and not disabled`.execute(app)
  return rows[0]?.role ?? null
}

type Read = {
  readonly role: AccountRole
  readonly input: TableJob
  readonly bytes: Uint8Array
  readonly sheets: readonly ReadSheet[]
  readonly chosen: readonly ChosenSheet[]
}

async function readJob({ app, job, progress, signal }: JobRun): Promise<Read | string> {
  await progress('reading')
  const input = job.input as TableJob
  const file = await getJobFile(app, job.id, 'input')
  const role = await getRole(app, job.ownerId)
  if (role === null) return 'The account that asked for this may not do it any more.'
  if (file === null) return 'The file is not here any more. Send it again.'
  const read = await readUpload(file.content, file.name, signal)
  if (!read.ok) return read.error
  const remembered = await listMappings(app, job.ownerId, job.dossierId)
  const chosen = chooseSheets(read.value, { ...input, remembered })
  return { role, input, bytes: file.content, sheets: read.value, chosen }
}

const buildSheetsOf =
  ({ sheets, chosen, input }: Pick<Read, 'sheets' | 'chosen' | 'input'>) =>
  (register: Register): readonly MappedSheet[] => {
    const index = sheets.find(isUhriSheet)
    if (index === undefined) return buildMappedSheets(chosen)
    return input.uhri === undefined ? [] : buildUhriSheets(register, index, input.uhri)
  }

/** Reads a file and says what it would do. Writes nothing. */
export const previewTable: JobWork = async (run) => {
  const read = await readJob(run)
  if (typeof read === 'string') return fail(read)
  await run.progress('comparing')
  const plan = await planImport(run.app, {
    dossier: read.input.dossier,
    role: read.role,
    now: new Date().toISOString(),
    buildSheets: buildSheetsOf(read),
  })
  if (plan === null) return fail('The dossier is not here any more.')
  const choice = read.input.uhri ?? (await getUhriChoice(run.app, run.job.ownerId, run.job.dossierId))
  return { failed: false, report: buildPreview(read, plan, choice) }
}

function buildPreview({ sheets, chosen, input }: Read, plan: Plan, choice: UhriChoice | null): PreviewReport {
  const { changes } = plan
  const index = sheets.find(isUhriSheet)
  return {
    sheets: chosen.map(({ sheet, shape, heads, mapping }) => ({
      name: sheet.name,
      shape,
      heads: [...heads],
      mapping: [...mapping],
      rows: sheet.rows.length - 1,
    })),
    uhri:
      index === undefined
        ? null
        : {
            sheet: index.name,
            themes: listUhriThemes(index).slice(0, 100),
            areas: plan.register.tables.areas.map(({ row }) => ({ key: row.key, title: row.title })),
            actors: plan.register.tables.actors
              .filter(({ row }) => row.kind === 'state-body')
              .map(({ row }) => ({ key: row.key, name: row.name })),
            chosen: input.uhri !== undefined,
            choice,
          },
    ...countChanges(plan),
    cells: changes.reduce((n, { cells }) => n + cells.length, 0),
    unchanged: plan.unchanged,
    changes: changes.slice(0, mostChanges).map(({ kind, place, table, key, cells }) => ({
      kind,
      sheet: place.title,
      row: place.row,
      table,
      key,
      cells: cells.slice(0, 50).map((one) => ({ ...one })),
    })),
    errors: plan.errors.slice(0, mostErrors).map((one) => ({ ...one })),
    errorCount: plan.errorCount,
    basis: plan.basis,
  }
}

const countChanges = ({ changes }: Pick<Plan, 'changes'>) => ({
  added: changes.filter(({ kind }) => kind === 'add').length,
  changed: changes.filter(({ kind }) => kind === 'change').length,
})

export const movedOn =
  'The record has changed since the preview. Nothing was imported: look at a new preview, and import from there.'

/**
 * Does what a preview showed: all of it or nothing, in one write. The plan is made anew in the transaction; where it is not the
 * one that was agreed to, nothing is written.
 */
export const importTable: JobWork = async (run) => {
  const read = await readJob(run)
  if (typeof read === 'string') return fail(read)
  await run.progress('writing')
  const { app, job } = run
  const act = { kind: 'user', id: job.ownerId, name: job.ownerName } as const
  const written = await inTransaction<object, string>(
    app,
    act,
    async (w) => {
      const plan = await planImport(w.trx, {
        dossier: read.input.dossier,
        role: read.role,
        now: w.recordedAt,
        buildSheets: buildSheetsOf(read),
      })
      if (plan === null) return refused('The dossier is not here any more.')
      if (plan.basis !== read.input.basis || plan.errorCount > 0) return refused(movedOn)
      const { changes } = plan
      const report = {
        ...countChanges(plan),
        submitted: changes.filter(({ table }) => table === 'assessments').length,
      }
      if (changes.length === 0) return ok({ value: report, account: null })
      await applyChanges(w, { ...plan, reason: read.input.reason ?? 'Changed in an imported table' })
      if (run.signal.aborted || (await isCancelAsked(app, job.id))) throw new JobCancelled()
      await finishJob(w.trx, job.id, 'done', report)
      return ok({
        value: report,
        account: {
          action: 'table.import',
          subject: { kind: 'dossier', dossier: read.input.dossier, key: read.input.dossier },
          after: { job: job.id, ...report, fileSha256: sha256(read.bytes), fileBytes: read.bytes.byteLength },
        },
      })
    },
    { statementTimeoutMs: 0 },
  )
  return written.ok ? { failed: false, report: written.value } : fail(written.error)
}

async function isCancelAsked(app: Kysely<Database>, id: string): Promise<boolean> {
  const { rows } = await sql<{
    asked: boolean
  }>`select cancel_asked as asked from job where id = ${id}`.execute(app)
  return rows[0]?.asked !== false
}

/** The work of every kind of job that tables have. */
export const tableWorks: Readonly<Record<string, JobWork>> = {
  'table.preview': previewTable,
  'table.import': importTable,
}
