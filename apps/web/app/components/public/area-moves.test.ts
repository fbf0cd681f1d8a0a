import { expect, test } from 'vitest'
import { countMoves, listMoves } from './area-moves.ts'

const points = ['2011-12-31', '2012-12-31', '2013-12-31'].map((day) => ({
  day,
  kind: 'year' as const,
  title: null,
}))
const coverage = { assessed: 1, applicable: 2 }
const area = (key: string, ...bounds: readonly (readonly [number, number] | null)[]) => ({
  key,
  title: key,
  figures: bounds.map((bound) => ({ index: bound && { low: bound[0], high: bound[1] }, coverage })),
})

test('an area moved for certain only where its intervals have no value in common', () => {
  const areas = [
    area('rose', [0, 25], [0, 60], [30, 50]),
    area('fell', [50, 60], [0, 100], [0, 49]),
    area('touching', [0, 25], null, [25, 50]),
    area('late', null, [0, 10], [20, 20]),
    area('never', null, null, null),
  ]
  const moves = listMoves({ areas, points })
  expect(moves.map(({ area: { key }, kind, first }) => [key, kind, first.day])).toEqual([
    ['rose', 'rose', '2011-12-31'],
    ['fell', 'fell', '2011-12-31'],
    ['touching', 'open', '2011-12-31'],
    ['late', 'rose', '2012-12-31'],
  ])
  expect(countMoves(moves)).toEqual({ rose: 2, fell: 1, open: 1 })
})
