import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import { getJob, getJobFileName, type JobRow, listJobs } from '../job/job.command.ts'
import { encodeFile, exportTables } from './export-tables.command.ts'
import { askImport, cancelTableJob, previewTableAgain, uploadTable } from './table.command.ts'
import {
  exportInput,
  importInput,
  jobTarget,
  previewInput,
  tableRequest,
  uploadInput,
} from './table.input.ts'
import {
  createdJob,
  exportedFile,
  failure,
  importReport,
  jobList,
  jobView,
  previewReport,
} from './table.view.ts'
import type { TableJob } from './table-work.ts'

const exchange = procedureFor('table.exchange')

const isTableKind = (kind: string): kind is z.infer<typeof jobView>['kind'] =>
  kind === 'table.preview' || kind === 'table.import'

const buildHead = (job: JobRow, file: string | null) => {
  if (!isTableKind(job.kind)) throw buildRefusalError({ code: 'not-found' })
  const { id, kind, state, stage, done, total, createdAt, finishedAt } = job
  return { id, kind, state, stage, done, total, createdAt, finishedAt, file }
}

/** Taking the register out as tables and bringing tables in. Refusals of all: `not-found`. */
export const tableRouter = router({
  export: exchange
    .input(exportInput)
    .output(exportedFile)
    .mutation(async ({ ctx, input }) =>
      encodeFile(acceptResult(await exportTables(ctx.record.app, ctx.act, ctx.actor.role, input))),
    ),
  upload: exchange
    .input(uploadInput)
    .output(createdJob)
    .mutation(async ({ ctx, input }) => acceptResult(await uploadTable(ctx.record.app, ctx.act, input))),
  preview: exchange
    .input(previewInput)
    .output(createdJob)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await previewTableAgain(ctx.record.app, ctx.act, input)),
    ),
  import: exchange
    .input(importInput)
    .output(createdJob)
    .mutation(async ({ ctx, input }) => acceptResult(await askImport(ctx.record.app, ctx.act, input))),
  job: exchange
    .input(jobTarget)
    .output(jobView)
    .query(async ({ ctx, input }) => {
      const job = await getJob(ctx.record.app, ctx.actor.id, input.job)
      if (job === null || (job.input as TableJob).dossier !== input.dossier)
        throw buildRefusalError({ code: 'not-found' })
      const file = await getJobFileName(ctx.record.app, job.id, 'input')
      const done = job.state === 'done'
      return {
        ...buildHead(job, file),
        preview: done && job.kind === 'table.preview' ? previewReport.parse(job.report) : null,
        imported: done && job.kind === 'table.import' ? importReport.parse(job.report) : null,
        failure: job.state === 'failed' ? (failure.safeParse(job.report).data?.message ?? null) : null,
      }
    }),
  jobs: exchange
    .input(tableRequest)
    .output(jobList)
    .query(async ({ ctx, input }) => {
      const dossierId = await getDossierId(ctx.record.app, input.dossier)
      if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
      const jobs = await listJobs(ctx.record.app, ctx.actor.id, dossierId)
      return jobs.filter(({ kind }) => isTableKind(kind)).map((job) => buildHead(job, null))
    }),
  cancel: exchange
    .input(jobTarget)
    .output(z.null())
    .mutation(async ({ ctx, input }) => acceptResult(await cancelTableJob(ctx.record.app, ctx.act, input))),
})
