import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { listTranslations, type TranslationRow } from '@waymark/db/queries/translation.query'
import type { Database } from '@waymark/db/schema'
import { formats } from '@waymark/exchange/formats/formats'
import type { ReadSheet } from '@waymark/exchange/tables/mapped-sheet'
import { readTable } from '@waymark/exchange/tables/read-table'
import { TableRefused } from '@waymark/exchange/tables/table-refused'
import {
  type BroughtTranslation,
  buildTranslationBook,
  buildTranslationCsv,
  normalizeBreaks,
  readTranslations,
} from '@waymark/exchange/tables/translations'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Exported } from '../table/export-tables.command.ts'
import { readUpload } from '../table/read-upload.ts'
import { createTranslations } from './create-translations.ts'
import type {
  checkTranslationsInput,
  ExportTranslationsInput,
  importTranslationsInput,
} from './translation.input.ts'
import type { TranslationPlan } from './translation.view.ts'

type Db = Kysely<Database>

/**
 * Every text of a dossier in one language, for translators who work in a spreadsheet; that it was taken out is in the audit
 * trail. Words about people are not in it: their translations are proposed one by one. Refusals: `not-found`.
 */
export function exportTranslations(
  app: Db,
  act: Act,
  input: ExportTranslationsInput,
): Promise<Result<Exported>> {
  return inTransaction<Exported, Refusal>(app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const rows = await listTranslations(w.trx, dossierId, { language: input.language })
    const lines = rows
      .filter(({ kind }) => kind !== 'case')
      .map((row) => ({ ...row, version: row.translationId ?? 0 }))
    const content =
      input.format === 'csv'
        ? new TextEncoder().encode(buildTranslationCsv(lines))
        : buildTranslationBook(lines)
    return ok({
      value: {
        name: `${input.dossier}-translations-${input.language}-${w.recordedAt.slice(0, 10)}.${input.format}`,
        mediaType: formats[input.format].mediaType,
        content,
      },
      account: {
        action: 'translation.export',
        subject: { kind: 'dossier', dossier: input.dossier, key: input.dossier },
        after: {
          language: input.language,
          format: input.format,
          fileSha256: sha256(content),
          fileBytes: content.byteLength,
        },
      },
    })
  })
}

type Change = { readonly row: TranslationRow; readonly text: string }
type Planned = { readonly plan: TranslationPlan; readonly changes: readonly Change[] }

/** What a table would do, read and compared text by text; nothing is written. Refusals: `not-found`. */
export async function checkTranslations(
  app: Db,
  input: z.infer<typeof checkTranslationsInput>,
): Promise<Result<TranslationPlan>> {
  const dossierId = await getDossierId(app, input.dossier)
  if (dossierId === null) return refused({ code: 'not-found' })
  const brought = await readBrought(input)
  if (!brought.ok) return ok({ ...emptyPlan, unreadable: brought.error })
  return ok((await planTable(app, dossierId, brought.value)).plan)
}

/**
 * Brings a table in, as the check showed it. Refusals: `not-found`, `import-refused` (it has errors, or cannot be read),
 * `record-moved-on` (it would do something else by now).
 */
export async function importTranslations(
  app: Db,
  act: Act,
  input: z.infer<typeof importTranslationsInput>,
): Promise<Result<{ added: number; changed: number }>> {
  const brought = await readBrought(input)
  if (!brought.ok) return refused({ code: 'import-refused', params: { count: '1' } })
  return inTransaction<{ added: number; changed: number }, Refusal>(app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const { plan, changes } = await planTable(w.trx, dossierId, brought.value)
    if (plan.errorCount > 0)
      return refused({ code: 'import-refused', params: { count: String(plan.errorCount) } })
    if (plan.basis !== input.basis) return refused({ code: 'record-moved-on' })
    const { added, changed } = plan
    if (changes.length === 0) return ok({ value: { added, changed }, account: null })
    await createTranslations(w, dossierId, changes)
    return ok({
      value: { added, changed },
      account: {
        action: 'translation.import',
        subject: { kind: 'dossier', dossier: input.dossier, key: input.dossier },
        after: { added, changed, fileSha256: sha256(Buffer.from(input.base64, 'base64')) },
      },
    })
  })
}

const emptyPlan = {
  added: 0,
  changed: 0,
  unchanged: 0,
  errors: [],
  errorCount: 0,
  unreadable: null,
  basis: '',
}
const notATable =
  'The file has no sheet with the columns of a table of translations. Take one out, and write in it.'

/** A workbook is unpacked beside the server, with limits on memory and time; a CSV of this size is read at once. */
async function readSheets(bytes: Buffer, name: string): Promise<Result<readonly ReadSheet[], string>> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readUpload(bytes, name)
  try {
    return ok(readTable(bytes, name))
  } catch (error) {
    if (error instanceof TableRefused) return refused(error.message)
    throw error
  }
}

async function readBrought(input: {
  readonly name: string
  readonly base64: string
}): Promise<Result<BroughtTranslation[], string>> {
  const sheets = await readSheets(Buffer.from(input.base64, 'base64'), input.name)
  if (!sheets.ok) return sheets
  const read = sheets.value.map(readTranslations).filter((one) => one !== null)
  return read.length === 0 ? refused(notATable) : ok(read.flat())
}

const [mostErrors, longest] = [100, 10_000]

async function planTable(
  app: Db,
  dossierId: number,
  brought: readonly BroughtTranslation[],
): Promise<Planned> {
  const rows = await listTranslations(app, dossierId, {})
  const known = new Map(rows.map((row) => [nameOf(row), row]))
  const errors: TranslationPlan['errors'] = []
  const changes = new Map<string, Change>()
  let unchanged = 0
  for (const one of brought) {
    const row = known.get(nameOf(one))
    const code = row === undefined ? 'unknown' : getFault(row, one)
    if (row?.text === one.text && row.kind !== 'case') unchanged++
    else if (row === undefined || code !== null)
      errors.push({ row: one.row, code: code ?? 'unknown', name: `${one.key} ${one.field}` })
    else changes.set(nameOf(row), { row, text: one.text })
  }
  const list = [...changes.values()]
  const added = list.filter(({ row }) => row.translationId === null).length
  const basis = list.map(({ row, text }) => [nameOf(row), row.versionId, row.translationId, text])
  return {
    changes: list,
    plan: {
      added,
      changed: list.length - added,
      unchanged,
      errors: errors.slice(0, mostErrors),
      errorCount: errors.length,
      unreadable: null,
      basis: sha256(formatCanonicalJson(basis)),
    },
  }
}

const nameOf = ({
  kind,
  key,
  field,
  language,
}: Pick<BroughtTranslation, 'kind' | 'key' | 'field' | 'language'>) => [kind, key, field, language].join('|')

/** Why a row cannot be brought in; null where it can. */
function getFault(row: TranslationRow, one: BroughtTranslation) {
  if (row.kind === 'case') return 'personal'
  if (one.text.length > longest) return 'too-long'
  if (normalizeBreaks(row.original).trim() !== one.original.trim()) return 'original-changed'
  return (row.translationId ?? 0) === one.version ? null : 'translated-meanwhile'
}
