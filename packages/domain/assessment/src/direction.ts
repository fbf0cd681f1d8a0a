import type { Finding } from './assessment.ts'
import { type Level, levels } from './level.ts'

export const directions = ['first', 'advanced', 'unchanged', 'regressed'] as const
export type Direction = (typeof directions)[number]

/** Place of a level on its scale, 0 for `none`. Measures against the ask rank below none, whatever level stands beside them. */
export const getRank = (of: { readonly level: Level; readonly contrary: boolean }): number =>
  of.contrary ? -1 : levels.indexOf(of.level)

/**
 * How a published finding compares with the published one before it. `first` when there is none before it, or none
 * with a level; null when the finding itself has no level, since a state is no place on a scale.
 *
 * @param previous the latest earlier standing finding with a level (see `getPreviousFinding`), or null
 */
export function getDirection(finding: Finding, previous: Finding | null): Direction | null {
  if ('state' in finding) return null
  if (previous === null || 'state' in previous) return 'first'
  const change = getRank(finding) - getRank(previous)
  return change === 0 ? 'unchanged' : change > 0 ? 'advanced' : 'regressed'
}

/**
 * The latest finding with a level among those before a row.
 *
 * @param earlier the rows before it, latest first (the rest of `listStanding`)
 */
export const getPreviousFinding = (earlier: readonly { readonly finding: Finding }[]): Finding | null =>
  earlier.find((fact) => 'level' in fact.finding)?.finding ?? null
