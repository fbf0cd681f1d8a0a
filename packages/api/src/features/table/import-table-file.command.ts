import { type Act, inTransaction } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import type { FileErrors } from '@waymark/exchange/dossier-file/file-error'
import type { SheetError } from '@waymark/exchange/tables/placed-error'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import type { ImportReport } from '../dossier/import.command.ts'
import { applyChanges } from './apply-changes.ts'
import { buildMappedSheets, chooseSheets } from './build-sheets.ts'
import { planImport } from './plan-import.ts'
import { readUpload } from './read-upload.ts'

const reason = 'Corrected in a table'

const refuseWhole = (message: string): Result<never, FileErrors> =>
  refused({ errors: [{ path: '$', message }], errorCount: 1 })

/** `Sources!D2`; the row alone where the error is about all of it. */
const formatPlace = ({ sheet, row, column }: SheetError): string =>
  row === null ? '$' : `${sheet}!${column ?? ''}${row}`

/**
 * Brings a CSV or XLSX into a dossier without a preview, for the command line: all of it or nothing. A dry run says what it would do.
 * An error's path is its cell.
 */
export async function importTableFile(
  app: Kysely<Database>,
  act: Act,
  given: {
    readonly dossier: string
    readonly bytes: Uint8Array
    readonly name: string
    readonly table: string | undefined
    readonly dryRun: boolean
  },
): Promise<Result<ImportReport, FileErrors>> {
  const { dossier, bytes, name, table, dryRun } = given
  const read = await readUpload(bytes, name)
  if (!read.ok) return refuseWhole(read.error)
  const chosen = chooseSheets(read.value, { table })
  if (chosen.every(({ shape }) => shape === null))
    return refuseWhole('The heads do not tell what the table is. Name it with --table.')
  return inTransaction<ImportReport, FileErrors>(
    app,
    act,
    async (w) => {
      const plan = await planImport(w.trx, {
        dossier,
        role: 'operator',
        now: w.recordedAt,
        buildSheets: () => buildMappedSheets(chosen),
      })
      if (plan === null) return refuseWhole(`There is no dossier “${dossier}”.`)
      if (plan.errorCount > 0) {
        const errors = plan.errors.map((one) => ({ path: formatPlace(one), message: one.message }))
        return refused({ errors, errorCount: plan.errorCount })
      }
      const { changes, unchanged } = plan
      const added = changes.filter(({ known }) => known === null).length
      const report: ImportReport = { dossier, added, corrected: changes.length - added, unchanged }
      if (dryRun || changes.length === 0) return ok({ value: report, account: null })
      await applyChanges(w, { ...plan, reason })
      return ok({
        value: report,
        account: {
          action: 'table.import',
          subject: { kind: 'dossier', dossier, key: dossier },
          after: {
            added,
            corrected: report.corrected,
            fileSha256: sha256(bytes),
            fileBytes: bytes.byteLength,
          },
        },
      })
    },
    { statementTimeoutMs: 0 },
  )
}
