import type { AreaSeries } from '@waymark/api/features/score/score.view'

type Area = AreaSeries['areas'][number]
type End = { readonly day: string } & Area['figures'][number]

export type AreaMove = {
  readonly area: Area
  /** The first and the last day on which something was applicable. */
  readonly first: End
  readonly last: End
  /** `open` where the intervals have a value in common: the index may have moved either way, or not at all. */
  readonly kind: 'rose' | 'fell' | 'open'
}

/** How each area moved between the ends of its series; areas in which nothing was ever applicable have none. */
export function listMoves({ areas, points }: Pick<AreaSeries, 'areas' | 'points'>): AreaMove[] {
  return areas.flatMap((area) => {
    const known = points.flatMap(({ day }, i): End[] => {
      const figures = area.figures[i]
      return figures === undefined || figures.index === null ? [] : [{ day, ...figures }]
    })
    const [first, last] = [known[0], known.at(-1)]
    return first === undefined || last === undefined
      ? []
      : [{ area, first, last, kind: getKind(first, last) }]
  })
}

function getKind({ index: before }: End, { index: after }: End): AreaMove['kind'] {
  if (before === null || after === null) return 'open'
  if (after.low > before.high) return 'rose'
  return after.high < before.low ? 'fell' : 'open'
}

export const countMoves = (moves: readonly AreaMove[]): Readonly<Record<AreaMove['kind'], number>> => {
  const count = (kind: AreaMove['kind']) => moves.filter((move) => move.kind === kind).length
  return { rose: count('rose'), fell: count('fell'), open: count('open') }
}
