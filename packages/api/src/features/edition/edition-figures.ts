import type { FrozenRow } from './edition.view.ts'
import { type EditionTable, editionTableNames, editionTables } from './edition-columns.ts'
import type { EditionContent, EditionRow } from './edition-content.ts'

const getNumber = (row: EditionRow, column: string): number => Number(row[column] ?? 0)
const getText = (row: EditionRow, column: string): string => String(row[column] ?? '')

/** The scorecard of an edition as figures: areas, overall, pooled, the EU's side. */
export const listFigures = ({ tables }: EditionContent): FrozenRow[] =>
  tables.scorecard.map((row) => ({
    scope: getText(row, 'scope'),
    key: getText(row, 'key'),
    title: getText(row, 'title'),
    distribution: {
      none: getNumber(row, 'none'),
      limited: getNumber(row, 'limited'),
      some: getNumber(row, 'some'),
      substantial: getNumber(row, 'substantial'),
      full: getNumber(row, 'full'),
      contrary: getNumber(row, 'contrary'),
      unknown: getNumber(row, 'unknown'),
    },
    notApplicable: getNumber(row, 'notApplicable'),
    coverage: { assessed: getNumber(row, 'assessed'), applicable: getNumber(row, 'applicable') },
    index:
      typeof row.indexLow === 'number' && typeof row.indexHigh === 'number'
        ? { low: row.indexLow, high: row.indexHigh }
        : null,
  }))

/** How many rows each table has. */
export const listTableCounts = ({ tables }: EditionContent) =>
  editionTableNames.map((name: EditionTable) => ({
    name,
    title: editionTables[name].title,
    rows: tables[name].length,
  }))
