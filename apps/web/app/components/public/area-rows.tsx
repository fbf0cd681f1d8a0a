import { formatIndex, formatWhole } from '@waymark/scoring/format'
import { getMethod } from '@waymark/scoring/methods/registry'
import type { AreaRow, AreaTotal } from '@waymark/ui/area-table'
import type { ReactNode } from 'react'
import { type AskedCut, buildPlace } from './address.ts'
import { t } from './messages.ts'
import type { Overview } from './scorecard-page.tsx'
import { formatDistribution } from './words.ts'

type Movement = Overview['movement'][number]['movement']
type Interval = { readonly low: number; readonly high: number }

export const getIndexLabel = (interval: Interval | null) =>
  interval === null
    ? t.scorecard.notApplicable
    : t.scorecard.indexLabel(formatWhole(interval.low), formatWhole(interval.high))

/** What moved, what moved backwards and what is new first; unchanged findings are not worth a word beside those. */
function buildDirection(movement: Movement): ReactNode {
  const { advanced, regressed, first, unchanged } = movement
  const strong = [
    advanced > 0 && t.scorecard.advanced(advanced),
    regressed > 0 && t.scorecard.regressed(regressed),
  ]
  const rest = [first > 0 && t.scorecard.first(first), unchanged > 0 && t.scorecard.unchanged(unchanged)]
  const words = strong.filter((word) => word !== false).join(', ')
  const quiet = rest.filter((word) => word !== false).join(', ')
  if (words === '' && quiet === '') return t.scorecard.nothing
  return (
    <>
      {words !== '' && <b>{words}</b>}
      {words !== '' && quiet !== '' && ', '}
      {quiet}
    </>
  )
}

/** A row an area, leading to its recommendations: those that its figures count. */
export function buildAreaRows(view: Overview, asked: AskedCut): AreaRow[] {
  return view.score.areas.map(({ key, title, distribution, coverage, index }) => {
    const movement = view.movement.find(({ area }) => area === key)?.movement
    return {
      key,
      title,
      href: buildPlace(view.frame.dossier.key, asked, 'recommendations', { area: key, side: 'partner' }),
      counts: distribution,
      distribution: formatDistribution(distribution),
      coverage: t.scorecard.coverage(coverage.assessed, coverage.applicable),
      interval: index,
      indexLabel: getIndexLabel(index),
      direction:
        movement === undefined ? (
          t.scorecard.nothing
        ) : (
          <a
            href={buildPlace(view.frame.dossier.key, asked, 'changes', {
              fromRound: view.since?.key,
              area: key,
            })}
          >
            {buildDirection(movement)}
          </a>
        ),
    }
  })
}

/** All areas together, and how its method makes the whole of them. */
export function buildTotal({ score, movement }: Overview): AreaTotal {
  const { overall, areas } = score
  const rule = getMethod(score.method)?.overall
  const sum = movement.reduce(
    (total, { movement: one }) => ({
      advanced: total.advanced + one.advanced,
      regressed: total.regressed + one.regressed,
      unchanged: total.unchanged + one.unchanged,
      first: total.first + one.first,
    }),
    { advanced: 0, regressed: 0, unchanged: 0, first: 0 },
  )
  return {
    title: t.scorecard.all(areas.length),
    note:
      rule === undefined || overall.pooledIndex === null
        ? ''
        : t.scorecard.overall[rule](formatIndex(overall.pooledIndex)),
    distribution: formatDistribution(overall.distribution),
    coverage: t.scorecard.coverage(overall.coverage.assessed, overall.coverage.applicable),
    interval: overall.index,
    indexLabel: getIndexLabel(overall.index),
    direction: buildDirection(sum),
  }
}
