import type { Changes, TransitionRow } from '@waymark/db/queries/change.query'
import type { ChangeKind } from '@waymark/scoring/changes'
import { type Counts, getPlace, noCounts } from '@waymark/scoring/counts'
import {
  type Decomposition,
  getDecompositionFromTransitions,
  type Position,
  type Transition,
} from '@waymark/scoring/decompose'
import { getScorecardFromCounts } from '@waymark/scoring/figures'
import type { Method } from '@waymark/scoring/method'
import { parseStanding } from '../../common/build-refs.ts'
import { type ChangeList, type StandingWord, standingWord } from './change.view.ts'

/** What moved first, then what became known or unknown, then what came and went. */
export const changeOrder = [
  'advanced',
  'regressed',
  'contrary',
  'newly-assessed',
  'refreshed',
  'gone-stale',
  'no-longer-assessed',
  'added',
  'withdrawn',
  'moved',
] as const satisfies readonly ChangeKind[]

export const parseWord = (word: string | null): StandingWord | null =>
  word === null ? null : standingWord.parse(word)

/** The level beside `contrary` moves no figure, so none is at hand. */
const buildPosition = (area: string | null, word: string | null): Position | null =>
  area === null || word === null ? null : { area, standing: parseStanding(word, 'none') }

const buildTransition = ({ areaFrom, areaTo, counted, wordFrom, wordTo, count }: TransitionRow) => ({
  from: buildPosition(areaFrom, counted),
  recounted: buildPosition(areaFrom, wordFrom),
  to: buildPosition(areaTo, wordTo),
  count,
})

type Methods = { readonly from: Method; readonly to: Method }

/** The change of the index taken apart; null where a moment has no index. */
export const buildDecomposition = (methods: Methods, rows: readonly TransitionRow[]): Decomposition | null =>
  getDecompositionFromTransitions(methods.from, methods.to, rows.map(buildTransition))

/** Index and coverage at both moments, from where the items stood and stand. */
export function buildFigures(methods: Methods, rows: readonly TransitionRow[]): ChangeList['figures'] {
  const transitions = rows.map(buildTransition)
  return {
    from: getFigures(methods.from, transitions, ({ from }) => from),
    to: getFigures(methods.to, transitions, ({ to }) => to),
  }
}

function getFigures(
  method: Method,
  transitions: readonly Transition[],
  getPosition: (transition: Transition) => Position | null,
) {
  const byArea = new Map<string, Record<keyof Counts, number>>()
  for (const transition of transitions) {
    const position = getPosition(transition)
    if (position === null) continue
    const counts = byArea.get(position.area) ?? { ...noCounts }
    counts[getPlace(position.standing)] += transition.count
    byArea.set(position.area, counts)
  }
  const areas = [...byArea].map(([key, counts]) => ({ key, counts }))
  const { index, coverage } = getScorecardFromCounts(method, areas).overall
  return { index, coverage }
}

/** How often each kind of change occurs in an area, or in all; kinds that do not are left out. */
export const buildKindCounts = (
  rows: readonly TransitionRow[],
  area: string | undefined,
): ChangeList['counts'] =>
  changeOrder
    .map((change) => ({
      change,
      count: rows
        .filter(
          (row) =>
            row.kind === change && (area === undefined || row.areaTo === area || row.areaFrom === area),
        )
        .reduce((sum, row) => sum + row.count, 0),
    }))
    .filter(({ count }) => count > 0)

/** Required gates of a milestone as they stood at its passage. */
export function getRequired({ passed }: Changes, milestone: string) {
  const {
    met = 0,
    unmet = 0,
    unknown = 0,
    waived = 0,
  } = passed.find((one) => one.milestone === milestone) ?? {}
  return { met, unmet, unknown, waived }
}
