import { parse } from 'csv-parse/sync'
import { parseCsvText } from '../formats/csv.ts'
import type { Cell } from './cells.ts'
import { refuseCrowded } from './crowded.ts'
import type { ReadSheet } from './mapped-sheet.ts'
import { TableRefused } from './table-refused.ts'

/** The separator of the first line, outside quotes: whichever of comma, semicolon and tab is there most often. */
function getDelimiter(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? ''
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t'].map((one) => [one, bare.split(one).length] as const)
  return counts.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** A CSV as one sheet. UTF-8, with or without mark; comma, semicolon or tab; texts that were guarded are what they were. */
export function readCsv(bytes: Uint8Array, name: string): ReadSheet {
  const text = decode(bytes)
  let rows: string[][]
  try {
    rows = parse(text, {
      bom: true,
      delimiter: getDelimiter(text.replace(/^\ufeff/, '')),
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
      to: 200_001,
    })
  } catch (error) {
    const line = (error as { lines?: unknown }).lines
    throw new TableRefused(
      `The CSV cannot be read${typeof line === 'number' ? ` at line ${line}` : ''}: a quotation mark stands where none may be, or one is missing.`,
    )
  }
  refuseCrowded(rows)
  return { name, rows: rows.map((row) => row.map((cell): Cell => (cell === '' ? null : parseCsvText(cell)))) }
}

function decode(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new TableRefused('The CSV is in UTF-16. Save it as “CSV UTF-8”.')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new TableRefused(
      'The CSV is not in UTF-8, so that Cyrillic letters would be lost. Save it as “CSV UTF-8”, or as XLSX.',
    )
  }
}
