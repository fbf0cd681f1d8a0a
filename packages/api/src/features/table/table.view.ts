import { sheetNames } from '@waymark/exchange/tables/sheet-shape'
import { z } from 'zod'

const cell = z.union([z.string(), z.number(), z.boolean()]).nullable()
const shape = z.enum(sheetNames).nullable()

/** One change: a row that is added, or the cells of one that change. */
const change = z.strictObject({
  kind: z.enum(['add', 'change']),
  sheet: z.string(),
  row: z.int(),
  table: z.string(),
  key: z.string(),
  cells: z.array(
    z.strictObject({ sheet: z.string(), head: z.string(), part: z.int().nullable(), from: cell, to: cell }),
  ),
})

const error = z.strictObject({
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  head: z.string().nullable(),
  message: z.string(),
})

/** What a file would do. Of changes and errors the first are listed, all are counted. */
export const previewReport = z.strictObject({
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      shape,
      heads: z.array(z.string()),
      mapping: z.array(z.string().nullable()),
      rows: z.int(),
    }),
  ),
  /** Set for an export of the UN's index: its themes, and what was chosen for it. */
  uhri: z
    .strictObject({
      sheet: z.string(),
      themes: z.array(z.string()),
      areas: z.array(z.strictObject({ key: z.string(), title: z.string() })),
      actors: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      chosen: z.boolean(),
      /** What was chosen for this export, or for one before it. */
      choice: z
        .strictObject({
          area: z.string(),
          addressee: z.string(),
          themeAreas: z.record(z.string(), z.string()).optional(),
        })
        .nullable()
        .default(null),
    })
    .nullable(),
  added: z.int(),
  changed: z.int(),
  /** Cells that change in rows that are on record. */
  cells: z.int(),
  unchanged: z.int(),
  changes: z.array(change),
  errors: z.array(error),
  errorCount: z.int(),
  basis: z.string(),
})
export type PreviewReport = z.infer<typeof previewReport>

export const importReport = z.strictObject({ added: z.int(), changed: z.int(), submitted: z.int() })

/** Why a job came to nothing, as a sentence. */
export const failure = z.strictObject({ message: z.string() })

export const jobView = z.strictObject({
  id: z.string(),
  kind: z.enum(['table.preview', 'table.import']),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  stage: z.string().nullable(),
  done: z.int(),
  total: z.int().nullable(),
  file: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  preview: previewReport.nullable(),
  imported: importReport.nullable(),
  failure: z.string().nullable(),
})
export const jobList = z.array(jobView.omit({ preview: true, imported: true, failure: true }))
export const createdJob = z.strictObject({ job: z.string() })
export const exportedFile = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() })
