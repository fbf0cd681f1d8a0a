import { type BatchInput, batchInput } from '@waymark/api/features/register/batch.input'
import { levels, states } from '@waymark/assessment/level'
import { type Vocabulary, vocabulary } from '@waymark/messages/vocabulary'
import { findSource, type KnownSource } from './assess/evidence-source.ts'
import type { DeskWords } from './desk-words.ts'

/** The columns of pasted rows, in the order in which they stand without heads. */
export const pasteColumns = [
  'ref',
  'finding',
  'contrary',
  'effective',
  'rationale',
  'confidence',
  'source',
  'locator',
  'stance',
  'kind',
  'origin',
] as const
type PasteColumn = (typeof pasteColumns)[number]
export type PasteRow = Readonly<Partial<Record<PasteColumn, string>>>

/** What is wrong with a row; `line` counts from 1, as a reader does. */
export type PasteFault = { readonly line: number; readonly message: string }
export type Pasted = { readonly input: BatchInput | null; readonly faults: readonly PasteFault[] }

// Spreadsheets are filled by keys or by the words of any language; all name the same.
const languagesOf = Object.values(vocabulary)
const buildNames = (
  list: (words: Vocabulary) => Readonly<Record<string, string>>,
): ReadonlyMap<string, string> =>
  new Map(
    languagesOf.flatMap((words) =>
      Object.entries(list(words)).flatMap(([key, label]): [string, string][] => [
        [key, key],
        [label.toLowerCase(), key],
      ]),
    ),
  )
const named: Readonly<Partial<Record<PasteColumn, ReadonlyMap<string, string>>>> = {
  finding: buildNames((words) => ({
    ...Object.fromEntries(levels.map((level) => [level, words.levels[level].label])),
    ...words.states,
  })),
  confidence: buildNames(({ confidences }) => confidences),
  stance: buildNames((words) => words.stances),
  kind: buildNames(({ evidenceKinds }) => evidenceKinds),
  origin: buildNames(({ origins }) => origins),
}
const yes = new Set(['yes', 'on', 'true', '1', 'x', 'contrary', 'да', 'иә'])

/** Cells of what a spreadsheet copies: tabs between, quotes around a cell that has a tab, a line break or a quote in it. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy
  const end = text.replace(/[\r\n]+$/, '')
  while (cell.lastIndex <= end.length) {
    const found = cell.exec(end)
    if (found === null) break
    row.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim())
    if (found[3] === '\t') continue
    rows.push(row)
    row = []
    if (found[3] === '') break
  }
  return rows
}

/** The rows that were pasted by their columns; heads are those of the fixed order, in any order, or none. */
export function parseRows(text: string): { line: number; row: PasteRow }[] {
  const cells = parseCells(text)
  const heads = cells[0]?.map((head) => head.toLowerCase()) ?? []
  const hasHeads = heads.includes('ref')
  const columns = hasHeads ? heads : pasteColumns
  return cells
    .map((row, i) => ({
      line: i + 1,
      row: Object.fromEntries(
        row.flatMap((value, place) => {
          const column = pasteColumns.find((one) => one === columns[place])
          return column === undefined || value === '' ? [] : [[column, value]]
        }),
      ) as PasteRow,
    }))
    .slice(hasHeads ? 1 : 0)
    .filter(({ row }) => Object.keys(row).length > 0)
}

const pick = (column: PasteColumn, value: string | undefined): string | undefined =>
  value === undefined ? undefined : (named[column]?.get(value.toLowerCase()) ?? value)

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function buildEvidence(row: PasteRow, sources: readonly KnownSource[]) {
  const source = row.source === undefined ? null : findSource(row.source, sources)
  return present({
    source: source?.is === 'source' ? source.source.key : row.source,
    locator: row.locator,
    stance: pick('stance', row.stance) ?? 'supports',
    kind: pick('kind', row.kind),
    origin: pick('origin', row.origin),
  })
}

/**
 * Reads rows as assessments. A row without a finding under one of the same reference brings it one more item of evidence.
 *
 * @param versions of the records, by reference, that the writer saw
 */
export function parsePaste(
  { t }: DeskWords,
  dossier: string,
  rows: readonly { readonly line: number; readonly row: PasteRow }[],
  {
    versions,
    sources,
  }: { readonly versions: ReadonlyMap<string, number>; readonly sources: readonly KnownSource[] },
): Pasted {
  const copy = t.batch.faults
  const faults: PasteFault[] = []
  const drafts: { line: number; fields: Record<string, unknown>; evidence: unknown[] }[] = []
  for (const { line, row } of rows) {
    const last = drafts.at(-1)
    if (row.source !== undefined && findSource(row.source, sources).is !== 'source')
      faults.push({ line, message: copy.source(row.source) })
    if (row.finding === undefined && last !== undefined && last.fields.ref === row.ref) {
      last.evidence.push(buildEvidence(row, sources))
      continue
    }
    if (row.ref === undefined || !versions.has(row.ref)) {
      faults.push({ line, message: row.ref === undefined ? copy.noRef : copy.ref(row.ref) })
      continue
    }
    if (drafts.some(({ fields }) => fields.ref === row.ref)) {
      faults.push({ line, message: copy.twice(row.ref) })
      continue
    }
    const finding = pick('finding', row.finding)
    const isLevel = (levels as readonly string[]).includes(finding ?? '')
    const isState = (states as readonly string[]).includes(finding ?? '')
    if (!isLevel && !isState) faults.push({ line, message: copy.finding(row.finding ?? '') })
    drafts.push({
      line,
      fields: present({
        dossier,
        ref: row.ref,
        basedOn: versions.get(row.ref),
        effective: row.effective ?? '',
        level: isLevel ? finding : undefined,
        state: isState ? finding : undefined,
        contrary: yes.has((row.contrary ?? '').toLowerCase()),
        rationale: row.rationale ?? '',
        confidence: pick('confidence', row.confidence),
      }),
      evidence: [buildEvidence(row, sources)],
    })
  }
  const read = batchInput.safeParse({
    dossier,
    rows: drafts.map(({ fields, evidence }) => ({ ...fields, evidence })),
  })
  if (!read.success)
    for (const { path, message } of read.error.issues) {
      const line = drafts[Number(path[1])]?.line
      const field = String(path.findLast((part) => typeof part === 'string') ?? '')
      if (line === undefined) faults.push({ line: 1, message: drafts.length === 0 ? copy.empty : message })
      else if (!['level', 'state'].includes(field) || drafts[Number(path[1])]?.fields.level !== undefined)
        faults.push({ line, message: copy.field(field) })
    }
  const sorted = faults.sort((a, b) => a.line - b.line)
  return { input: read.success && faults.length === 0 ? read.data : null, faults: sorted }
}
