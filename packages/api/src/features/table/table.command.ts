import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import type { UhriChoice } from '@waymark/exchange/tables/uhri'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { announceJob } from '../job/announce.ts'
import { cancelJob, copyJobFile, createJob, getJob, type JobRow } from '../job/job.command.ts'
import { hashHeads } from './build-sheets.ts'
import { recordMapping, recordUhriChoice } from './column-mapping.ts'
import type { importInput, previewInput, uploadInput } from './table.input.ts'
import { previewReport } from './table.view.ts'
import type { TableJob } from './table-work.ts'

type Db = Kysely<Database>
type Created = Promise<Result<{ job: string }>>

async function announce(created: Created): Created {
  const result = await created
  if (result.ok) announceJob()
  return result
}

const getAccount = (action: string, dossier: string, after: Readonly<Record<string, string | number>>) => ({
  action,
  subject: { kind: 'dossier', dossier, key: dossier },
  after,
})

/** Takes a file and lets a job say what it would do. Refusals: `not-found`, `file-too-large`. */
export function uploadTable(app: Db, act: Act, input: z.infer<typeof uploadInput>): Created {
  return announce(
    inTransaction<{ job: string }, Refusal>(app, act, async (w) => {
      const dossierId = await getDossierId(w.trx, input.dossier)
      if (dossierId === null) return refused({ code: 'not-found' })
      const content = Buffer.from(input.base64, 'base64')
      const job = await createJob(w, {
        dossierId,
        kind: 'table.preview',
        input: { dossier: input.dossier, table: input.table } satisfies TableJob,
        file: { name: input.name, mediaType: 'application/octet-stream', content },
      })
      const after = { job, fileSha256: sha256(content), fileBytes: content.byteLength }
      return ok({ value: { job }, account: getAccount('table.upload', input.dossier, after) })
    }),
  )
}

/** Looks at the file of a job again, with what was said of its sheets, which is remembered. Refusals: `not-found`. */
export function previewTableAgain(app: Db, act: Act, input: z.infer<typeof previewInput>): Created {
  return announce(
    inTransaction<{ job: string }, Refusal>(app, act, async (w) => {
      const before = await getTableJob(w, input)
      if (before === null) return refused({ code: 'not-found' })
      const { job, given } = before
      const report = previewReport.safeParse(job.report)
      for (const sheet of report.success ? report.data.sheets : []) {
        const choice = input.choices?.[sheet.name]
        if (choice !== undefined && choice.shape !== 'skip')
          await recordMapping(w, job.dossierId, hashHeads(sheet.heads), choice)
      }
      const uhri = input.uhri as UhriChoice | undefined
      if (uhri !== undefined) await recordUhriChoice(w, job.dossierId, uhri)
      const next: TableJob = {
        ...given,
        choices: input.choices ?? given.choices,
        uhri: uhri ?? given.uhri,
      }
      return createNext(w, input.dossier, before, 'table.preview', next)
    }),
  )
}

/** Asks for what a preview showed to be done. Refusals: `not-found`, `import-refused` (the preview has errors). */
export function askImport(app: Db, act: Act, input: z.infer<typeof importInput>): Created {
  return announce(
    inTransaction<{ job: string }, Refusal>(app, act, async (w) => {
      const before = await getTableJob(w, input)
      const report = previewReport.safeParse(before?.job.report)
      if (before === null || !report.success) return refused({ code: 'not-found' })
      if (report.data.errorCount > 0) return refused({ code: 'import-refused' })
      const next = { ...before.given, basis: report.data.basis, reason: input.reason }
      return createNext(w, input.dossier, before, 'table.import', next)
    }),
  )
}

type Before = { readonly job: JobRow; readonly given: TableJob }

async function getTableJob(w: Write, input: { dossier: string; job: string }): Promise<Before | null> {
  const job = await getJob(w.trx, w.act.id, input.job)
  const given = job?.input as TableJob | undefined
  return job === null || given?.dossier !== input.dossier ? null : { job, given }
}

async function createNext(w: Write, dossier: string, before: Before, kind: string, next: TableJob) {
  const job = await createJob(w, { dossierId: before.job.dossierId, kind, input: next })
  if (!(await copyJobFile(w.trx, before.job.id, job))) return refused({ code: 'not-found' } as const)
  const action = kind === 'table.import' ? 'table.ask-import' : 'table.preview'
  return ok({ value: { job }, account: getAccount(action, dossier, { job, of: before.job.id }) })
}

/** Asks a job to end; nothing that it wrote is kept. Refusals: `not-found` (also of one that has ended). */
export function cancelTableJob(
  app: Db,
  act: Act,
  input: { readonly dossier: string; readonly job: string },
): Promise<Result<null>> {
  return inTransaction<null, Refusal>(app, act, async (w) => {
    const cancelled = await cancelJob(w.trx, act.id, input.job)
    if (!cancelled) return refused({ code: 'not-found' })
    return ok({ value: null, account: getAccount('table.cancel', input.dossier, { job: input.job }) })
  })
}
