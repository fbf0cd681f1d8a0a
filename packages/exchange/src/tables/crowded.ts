import { TableRefused } from './table-refused.ts'

const [mostRows, mostCells] = [200_000, 2_000_000]

/** @throws TableRefused when a sheet has more than can be worked with. */
export function refuseCrowded(rows: readonly (readonly unknown[])[]): void {
  if (rows.length > mostRows) throw new TableRefused('A sheet has more than 200,000 rows. Split it.')
  let cells = 0
  for (const row of rows) cells += row.length
  if (cells > mostCells) throw new TableRefused('A sheet has more than 2,000,000 cells. Split it.')
}
