import type { ReadSheet } from './mapped-sheet.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { TableRefused } from './table-refused.ts'

/** The most that a file may have, in bytes: as much as its upload. */
export const maxTableBytes = 20 * 1024 * 1024

/**
 * The sheets of a CSV or XLSX, told apart by what they begin with, not by what they are called.
 * @param name of the file: a CSV's sheet is called by it
 * @throws TableRefused with a sentence for people
 */
export function readTable(bytes: Uint8Array, name: string): ReadSheet[] {
  if (bytes.byteLength > maxTableBytes)
    throw new TableRefused('The file has more than 20 MB. Split it into several.')
  if (bytes.byteLength === 0) throw new TableRefused('The file is empty.')
  const [a, b, c, d] = bytes
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return readXlsx(bytes)
  if (a === 0xd0 && b === 0xcf)
    throw new TableRefused(
      'The file is an old Excel file (.xls), or locked with a password. Save it as XLSX without a password.',
    )
  if (bytes.subarray(0, 1000).includes(0) && a !== 0xff && a !== 0xfe)
    throw new TableRefused('The file is neither CSV nor XLSX. Save it as XLSX or as “CSV UTF-8”.')
  return [readCsv(bytes, name.replace(/\.[^.]*$/, ''))]
}
