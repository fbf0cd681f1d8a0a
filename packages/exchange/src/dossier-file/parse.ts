import { ok, type Result, refused } from '@waymark/kernel/result'
import type { z } from 'zod'
import { ErrorList, type FileErrors, formatCount, formatPath } from './file-error.ts'
import { listIssueErrors } from './issue-sentence.ts'
import { parseText } from './read-text.ts'
import { listRowErrors } from './row-rules.ts'
import { assessJsonText } from './scan.ts'
import {
  type DossierFile,
  dossierFile,
  isTableName,
  type LooseDossierFile,
  type TableName,
  tableNames,
  tables,
} from './schema.ts'

export const mebibyte = 1024 * 1024

export type ParseOptions = {
  /** 64 MiB unless given; 256 MiB is the most that has been measured. */
  readonly maxBytes?: number
  /** 32 unless given. A dossier file needs 6. */
  readonly maxDepth?: number
}

/** A refused file: its errors, and what could be read of it, for the rules that look across rows. */
export type ParseRefusal = FileErrors & { readonly draft: LooseDossierFile | null }

/** A hundred times what the largest dossier foreseen needs in rows, so that a small file cannot fill the memory. */
const maxValues = 20_000_000
const maxContainers = 4_000_000
const maxEntries = 10_000

/**
 * Reads a dossier file: size, encoding, nesting, JSON, then every field of every row. All errors are reported at
 * once, each with its path and an English sentence. Whether rows fit together is asked by `listDossierErrors`,
 * which takes the file, or the draft of a refused one.
 */
export function parseDossierFile(
  bytes: Uint8Array,
  options: ParseOptions = {},
): Result<DossierFile, ParseRefusal> {
  const text = parseText(bytes, options.maxBytes ?? 64 * mebibyte)
  if (!text.ok) return refused({ errors: [text.error], errorCount: 1, draft: null })
  const errors = new ErrorList()
  const scan = assessJsonText(text.value, { maxDepth: options.maxDepth ?? 32, maxValues, maxContainers })
  for (const error of scan.errors) errors.add(error)
  if (!scan.readable) return refused({ ...errors.value, draft: null })

  const raw: unknown = JSON.parse(text.value)
  if (!isObject(raw)) {
    errors.add({
      path: '$',
      message: 'A dossier file is an object in braces { }. Correct it.',
      code: 'invalid-input',
    })
    return refused({ ...errors.value, draft: null })
  }
  const file = parseParts(raw, errors)
  return errors.errorCount === 0
    ? ok(file as DossierFile)
    : refused({ ...errors.value, draft: file as LooseDossierFile })
}

/** The parts of a file that is an object already. Row by row rather than as a whole, so that a file of nothing but errors cannot fill the memory with them. */
export function parseParts(raw: Record<string, unknown>, errors: ErrorList): Record<string, unknown> {
  const file: Record<string, unknown> = {
    format: parsePart(dossierFile.shape.format, raw.format, ['format'], errors),
    dossier: parsePart(dossierFile.shape.dossier, raw.dossier, ['dossier'], errors),
  }
  for (const table of tableNames) file[table] = []
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'format' || key === 'dossier' || errors.isFull) continue
    if (!isTableName(key)) {
      report(
        listIssueErrors({ code: 'unrecognized_keys', keys: [key], path: [], message: '' }, [], raw),
        errors,
      )
    } else if (Array.isArray(value)) {
      file[key] = parseTable(key, value, errors)
    } else {
      report(
        listIssueErrors({ code: 'invalid_type', expected: 'array', path: [], message: '' }, [key], value),
        errors,
      )
    }
  }
  return file
}

function parseTable(table: TableName, rows: unknown[], errors: ErrorList): unknown[] {
  for (let i = 0; i < rows.length && !errors.isFull; i++) {
    const raw = rows[i]
    rows[i] = parsePart(tables[table], raw, [table, i], errors)
    if (isObject(raw)) report(listRowErrors(table, i, raw), errors)
  }
  return rows
}

/** The value as its schema reads it, or without the fields that the schema refuses. */
function parsePart(
  schema: z.ZodType,
  raw: unknown,
  base: readonly PropertyKey[],
  errors: ErrorList,
): unknown {
  const crowded = isObject(raw) ? getCrowdedField(raw) : null
  if (crowded !== null) {
    const message = `“${crowded}” has more than ${formatCount(maxEntries)} entries. Shorten it.`
    errors.add({ path: formatPath([...base, crowded]), message, code: 'invalid-input' })
    return undefined
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const draft = isObject(raw) ? structuredClone(raw) : undefined
  const told = new Set<string>()
  for (const issue of parsed.error.issues) {
    const value = getAt(raw, issue.path)
    const place = formatPath(issue.path)
    // A field may break two rules of its text at once: the first sentence is enough.
    if (!isObject(value) && told.has(place)) continue
    told.add(place)
    report(listIssueErrors(issue, base, value), errors)
    if (draft && !isObject(value)) withdrawAt(draft, issue.path)
  }
  return draft
}

const report = (found: ReturnType<typeof listIssueErrors>, errors: ErrorList) => {
  for (const error of found) if (!isForbiddenTold(error.path, errors)) errors.add(error)
}

/** The scan has already refused the keys that name the machinery of objects. */
const isForbiddenTold = (path: string, errors: ErrorList) =>
  /\.(?:__proto__|constructor|prototype)$/.test(path) && errors.has(path)

function getAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const segment of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, segment)) return undefined
    at = Reflect.get(at, segment)
  }
  return at
}

function withdrawAt(draft: object, path: readonly PropertyKey[]): void {
  const last = path.at(-1)
  const holder = getAt(draft, path.slice(0, -1))
  if (last === undefined || holder === null || typeof holder !== 'object' || !Object.hasOwn(holder, last))
    return
  if (Array.isArray(holder)) holder[Number(last)] = undefined
  else Reflect.deleteProperty(holder, last)
}

/** One row with a million wrong entries would otherwise be a million complaints at once. */
const getCrowdedField = (row: Record<string, unknown>): string | null =>
  Object.keys(row).find((key) => Array.isArray(row[key]) && row[key].length > maxEntries) ?? null

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
