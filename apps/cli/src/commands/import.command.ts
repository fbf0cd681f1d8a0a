import { type FileHandle, open } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { type ImportReport, importDossier } from '@waymark/api/features/dossier/import.command'
import { importTableFile } from '@waymark/api/features/table/import-table-file.command'
import { refreshStatistics } from '@waymark/db/refresh-statistics'
import { type FileErrors, formatCount } from '@waymark/exchange/dossier-file/file-error'
import { isSheetName } from '@waymark/exchange/tables/shapes'
import { sheetNames } from '@waymark/exchange/tables/sheet-shape'
import { buildCommand, CommandRefused, type Outcome, type Surroundings, WrongUsage } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'
import { buildProgress } from '../progress.ts'

const mebibyte = 1024 * 1024
/** The most that has been measured to fit into memory. */
const maxBytes = 256 * mebibyte
/** From here on the first readers would notice that the server has not looked at the new rows yet. */
const manyRows = 100

export const importCommand = buildCommand({
  name: 'import',
  usage: 'FILE [--dossier KEY] [--table TABLE] [--dry-run]',
  summary: 'Brings a dossier file or tables into the record: all of it or nothing',
  details: `
  FILE            a dossier file (waymark-dossier/1, JSON, UTF-8), at most 256 MiB; or tables as XLSX or CSV, at most 20 MB
  --dossier KEY   refuse a file of another dossier; for tables, the dossier that they belong to
  --table TABLE   what a CSV is, such as “sources”, where its heads do not tell
  --dry-run       check everything and say what would be done; nothing is changed

What the record has already is left alone, what changed supersedes what was there, the rest is added. Every error is
told at once, with its place in the file. Assessments of tables arrive submitted and wait for a reviewer. Ctrl-C leaves
nothing behind.
`,
  options: {
    dossier: { type: 'string' },
    table: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  operands: [1, 1],
  buildFailure: (message) => buildJson({ errors: [{ path: '$', message }], errorCount: 1 }, null),
  run: async ({ values, operands: [given = ''] }, surroundings) => {
    const dryRun = values['dry-run']
    const bytes = await getBytes(resolve(surroundings.folder, given))
    if (isTable(given)) return importTables(given, bytes, values, surroundings)
    if (values.table !== undefined) throw new WrongUsage('--table goes with a CSV or XLSX.')
    const imported = await withInstallation(surroundings, { make: true }, async ({ app, ownerUrl }) => {
      const result = await importDossier(app, operator, {
        bytes,
        dryRun,
        maxBytes,
        progress: buildProgress(surroundings.note, () => performance.now()),
        ...(values.dossier === undefined ? {} : { dossier: values.dossier }),
      })
      if (result.ok && !dryRun && result.value.added + result.value.corrected >= manyRows)
        await refreshStatistics(ownerUrl)
      return result
    })
    return imported.ok ? buildDone(imported.value, dryRun) : buildRefused(imported.error, dryRun)
  },
})

const isTable = (file: string): boolean => /^\.(csv|xlsx)$/i.test(extname(file))

async function importTables(
  file: string,
  bytes: Uint8Array,
  values: { readonly dossier?: string; readonly table?: string; readonly 'dry-run': boolean },
  surroundings: Surroundings,
): Promise<Outcome> {
  const { dossier, table } = values
  if (dossier === undefined)
    throw new WrongUsage('Tables need --dossier KEY: the dossier that they belong to.')
  if (table !== undefined && !isSheetName(table))
    throw new WrongUsage(`There is no table “${table}”. Use one of ${sheetNames.join(', ')}.`)
  const dryRun = values['dry-run']
  const imported = await withInstallation(surroundings, { make: false }, ({ app }) =>
    importTableFile(app, operator, { dossier, bytes, name: basename(file), table, dryRun }),
  )
  return imported.ok ? buildDone(imported.value, dryRun) : buildRefused(imported.error, dryRun)
}

function buildDone(report: ImportReport, dryRun: boolean): Outcome {
  const { dossier, added, corrected, unchanged } = report
  const counts = `${formatCount(added)} added, ${formatCount(corrected)} corrected, ${formatCount(unchanged)} unchanged`
  return {
    ok: true,
    json: buildJson({ errors: [], errorCount: 0 }, report, dryRun),
    text: dryRun
      ? `${dossier}: ${counts} if it were imported. Nothing was changed.`
      : `${dossier}: ${counts}.${formatHeld(report.held)}`,
  }
}

/** Cases that the file calls public and that are not: two people at the desk make them so. */
const formatHeld = (held = 0): string =>
  held === 0
    ? ''
    : ` ${held === 1 ? 'One case is' : `${formatCount(held)} cases are`} less public than the file says, until two people decide at the desk.`

function buildRefused(refusal: FileErrors, dryRun: boolean): Outcome {
  const { errors, errorCount } = refusal
  const number = errorCount === 1 ? 'One error' : `${formatCount(errorCount)} errors`
  const listed =
    errors.length < errorCount ? `, of which the first ${formatCount(errors.length)} are listed` : ''
  return {
    ok: false,
    json: buildJson(refusal, null, dryRun),
    text: '',
    problems: [
      ...errors.map(({ path, message }) => `${path}: ${message}`),
      `${number}${listed}. Nothing was changed.`,
    ].join('\n'),
  }
}

function buildJson({ errors, errorCount }: FileErrors, report: ImportReport | null, dryRun = false): object {
  return {
    dossier: report?.dossier ?? null,
    dryRun,
    added: report?.added ?? 0,
    corrected: report?.corrected ?? 0,
    unchanged: report?.unchanged ?? 0,
    ...(report?.held === undefined ? {} : { held: report.held }),
    errors: errors.map(({ path, message }) => ({ path, message })),
    errorCount,
  }
}

/** @throws CommandRefused when the file cannot be read, or is of a kind that is not read. */
async function getBytes(file: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file, 'r')
    const { size, isFile } = await handle
      .stat()
      .then((found) => ({ size: found.size, isFile: found.isFile() }))
    if (!isFile) throw new CommandRefused(`${file} is not a file. Name a dossier file.`)
    if (size > maxBytes) {
      throw new CommandRefused(
        `${file} has ${formatCount(Math.ceil(size / mebibyte))} MiB, and at most 256 MiB are read. Split it into several files.`,
      )
    }
    return await handle.readFile()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandRefused(`There is no file ${file}.`)
    if (code === undefined) throw error
    throw new CommandRefused(`${file} cannot be read (${code}). Name a file that this user may read.`)
  } finally {
    await handle?.close()
  }
}
