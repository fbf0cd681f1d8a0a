import { readTable } from '@waymark/exchange/tables/read-table'
import { TableRefused } from '@waymark/exchange/tables/table-refused'
import type { CappedScript } from '@waymark/files/run-capped'
import type { TableRead } from '../read-upload.ts'

/** Reads a spreadsheet that somebody sent, in a process of its own. What it refuses it says in a sentence of ours. */
export const run: CappedScript<{ readonly name: string }, TableRead> = (input, { name }) => {
  try {
    return { value: { sheets: readTable(input, name), refused: null } }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    return { value: { sheets: [], refused: error.message } }
  }
}
