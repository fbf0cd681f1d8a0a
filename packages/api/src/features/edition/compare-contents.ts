import { type Level, levels } from '@waymark/assessment/level'
import { getChange, type ItemOnDay } from '@waymark/scoring/changes'
import type { z } from 'zod'
import { parseStanding } from '../../common/build-refs.ts'
import { parseWord } from '../change/build-changes.ts'
import type { editionComparison } from './edition.view.ts'
import type { EditionContent, EditionRow } from './edition-content.ts'
import { listFigures, listTableCounts } from './edition-figures.ts'

type Comparison = z.infer<typeof editionComparison>

const getText = (row: EditionRow, column: string): string => String(row[column] ?? '')

/**
 * What one frozen edition says and another says differently, by the rules of `getChange`: both editions are taken as they
 * were published, so that the answer can be made from the two zips alone. Recommendations on the partner's side only, as
 * in the scorecard.
 */
export function compareContents(
  from: EditionContent,
  to: EditionContent,
): Pick<Comparison, 'items' | 'reworded' | 'tables' | 'figures'> {
  const [before, after] = [listRows(from), listRows(to)]
  const refs = [...new Set([...before.keys(), ...after.keys()])].sort()
  const numbers = new Map<string, number>()
  const items = refs.flatMap((ref) => {
    const [then, now] = [before.get(ref) ?? null, after.get(ref) ?? null]
    const change = getChange(then && buildItem(then, numbers), now && buildItem(now, numbers))
    const shown = now ?? then
    if (change === null || shown === null) return []
    return [
      {
        ref,
        title: getText(shown, 'title'),
        from: then && parseWord(getText(then, 'standing')),
        to: now && parseWord(getText(now, 'standing')),
        change: change.kind,
      },
    ]
  })
  const wordings = new Map(
    from.tables.recommendations.map((row) => [getText(row, 'ref'), formatWording(row)]),
  )
  const reworded = to.tables.recommendations
    .filter((row) => (wordings.get(getText(row, 'ref')) ?? formatWording(row)) !== formatWording(row))
    .map((row) => ({ ref: getText(row, 'ref'), title: getText(row, 'title') }))
  const counts = listTableCounts(from)
  return {
    items,
    reworded,
    figures: { from: getOverall(from), to: getOverall(to) },
    tables: listTableCounts(to).map(({ name, title, rows }, i) => ({
      name,
      title,
      from: counts[i]?.rows ?? 0,
      to: rows,
    })),
  }
}

function getOverall(content: EditionContent) {
  const row = listFigures(content).find(({ scope }) => scope === 'overall')
  if (row === undefined) throw new Error('an edition without overall figures')
  return row
}

const formatWording = (row: EditionRow): string => `${getText(row, 'title')}\n${getText(row, 'text')}`

/** Recommendations that are counted: the partner's side, not replaced. */
const listRows = ({ tables }: EditionContent): Map<string, EditionRow> =>
  new Map(
    tables.recommendations
      .filter((row) => row.side === 'partner' && row.left === null)
      .map((row) => [getText(row, 'ref'), row]),
  )

/** Findings have no numbers that hold between editions: one is told from another by when it holds and what it says. */
function buildItem(row: EditionRow, numbers: Map<string, number>): ItemOnDay {
  const level = levels.find((one): one is Level => one === row.level) ?? null
  const finding = `${row.effective}|${row.level}|${row.state}|${row.contrary}`
  const number = numbers.get(finding) ?? numbers.size + 1
  numbers.set(finding, number)
  return {
    ref: getText(row, 'ref'),
    area: getText(row, 'area'),
    standing: parseStanding(getText(row, 'standing'), level),
    finding: row.effective === null ? null : number,
  }
}
