import { formatIndex, formatWhole } from '@waymark/scoring/format'
import { getMethod } from '@waymark/scoring/methods/registry'
import type { AreaRow, AreaTotal } from '@waymark/ui/area-table'
import type { ReactNode } from 'react'
import type { AskedCut } from './address.ts'
import type { Overview } from './scorecard-page.tsx'
import { Text } from './text.tsx'
import type { Words } from './words.ts'

type Movement = Overview['movement'][number]['movement']
type Interval = { readonly low: number; readonly high: number }

export const getIndexLabel = (words: Words, interval: Interval | null) =>
  interval === null
    ? words.t.scorecard.notApplicable
    : words.t.scorecard.indexLabel(formatWhole(interval.low), formatWhole(interval.high))

/** What moved, what moved backwards and what is new first; unchanged findings are not worth a word beside those. */
function buildDirection(words: Words, movement: Movement): ReactNode {
  const { t } = words
  const { advanced, regressed, first, unchanged } = movement
  const strong = [
    advanced > 0 && t.scorecard.advanced(advanced),
    regressed > 0 && t.scorecard.regressed(regressed),
  ]
  const rest = [first > 0 && t.scorecard.first(first), unchanged > 0 && t.scorecard.unchanged(unchanged)]
  const said = strong.filter((word) => word !== false).join(', ')
  const quiet = rest.filter((word) => word !== false).join(', ')
  if (said === '' && quiet === '') return t.scorecard.nothing
  return (
    <>
      {said !== '' && <b>{said}</b>}
      {said !== '' && quiet !== '' && ', '}
      {quiet}
    </>
  )
}

/** A row an area, leading to its recommendations: those that its figures count. */
export function buildAreaRows(words: Words, view: Overview, asked: AskedCut): AreaRow[] {
  const { buildPlace, formatDistribution, t } = words
  return view.score.areas.map(({ key, title, distribution, coverage, index }) => {
    const movement = view.movement.find(({ area }) => area === key)?.movement
    return {
      key,
      title: <Text>{title}</Text>,
      href: buildPlace(view.frame.dossier.key, asked, 'recommendations', { area: key, side: 'partner' }),
      counts: distribution,
      distribution: formatDistribution(distribution),
      coverage: t.scorecard.coverage(coverage.assessed, coverage.applicable),
      interval: index,
      indexLabel: getIndexLabel(words, index),
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
            {buildDirection(words, movement)}
          </a>
        ),
    }
  })
}

/** All areas together, and how its method makes the whole of them. */
export function buildTotal(words: Words, { score, movement }: Overview): AreaTotal {
  const { formatDistribution, t } = words
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
    indexLabel: getIndexLabel(words, overall.index),
    direction: buildDirection(words, sum),
  }
}
