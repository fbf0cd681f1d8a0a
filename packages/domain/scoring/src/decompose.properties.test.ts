import { levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getChange } from './changes.ts'
import {
  getDecomposition,
  getDecompositionFromTransitions,
  type Position,
  type ScoredItem,
  type Transition,
} from './decompose.ts'
import { getScorecard } from './figures.ts'
import type { Method } from './method.ts'
import { m1 } from './methods/m1.ts'
import { m2 } from './methods/m2.ts'

const bounds = ['low', 'high'] as const
const none = { low: 0, high: 0 }
/** Values with no exact binary mean, so that addition has errors to make. */
const odd: Method = {
  ...m1,
  id: 'odd',
  values: { none: 0.1, limited: 100 / 7, some: 100 / 3, substantial: 70.7, full: 99.9 },
  contrary: 0.05,
  unknown: { low: 0.3, high: 97.3 },
}

const stale: Standing = { kind: 'unknown', reason: 'stale' }
const known = fc.record({
  kind: fc.constant('known' as const),
  level: fc.constantFrom(...levels),
  contrary: fc.boolean(),
})
const standing: fc.Arbitrary<Standing> = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 1, arbitrary: fc.constant(stale) },
  { weight: 1, arbitrary: fc.constant({ kind: 'unknown', reason: 'not-assessed' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'outside', state: 'not-applicable' } as const) },
)
const area = fc.constantFrom('a', 'b', 'c')
const position: fc.Arbitrary<Position> = fc.record({ area, standing })

/** What another freshness makes of an item: a level that is stale by it, or one that is not yet. */
const recount = (from: Position | null, by: Standing): Position | null => {
  if (from?.standing.kind === 'known' && by === stale) return { ...from, standing: stale }
  if (from?.standing === stale && by.kind === 'known') return { ...from, standing: by }
  return from
}

/** A group of items; often the same on both days. */
const transition: fc.Arbitrary<Transition> = fc
  .record({
    from: fc.option(position, { freq: 6 }),
    by: standing,
    other: fc.option(position, { freq: 6 }),
    stays: fc.boolean(),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ from, by, other, stays, count }) => {
    const recounted = recount(from, by)
    return { from, recounted, to: stays ? recounted : other, count }
  })
const transitions = fc.array(transition, { maxLength: 8 })
/** The same where one method counts both days. */
const oneWay = transitions.map((all) => all.map(({ recounted, ...one }) => ({ ...one, recounted: one.from })))
const method = fc.constantFrom<Method>(m1, m2, odd)

type Day = 'from' | 'recounted' | 'to'
/** The items behind the groups on one of the days, each under a reference of its own. */
const listItems = (all: readonly Transition[], day: Day): ScoredItem[] =>
  all.flatMap((one, i) => {
    const on = one[day]
    return on === null ? [] : Array.from({ length: one.count }, (_, n) => ({ ref: `${i}.${n}`, ...on }))
  })
const getOverall = (by: Method, items: ScoredItem[]) => getScorecard(by, ['a', 'b', 'c'], items).overall.index
const getWorth = (by: Method, { standing }: Position, bound: 'low' | 'high') =>
  getScorecard(by, ['a'], [{ area: 'a', standing }]).overall.index?.[bound] ?? 0

test('the parts add up to the whole, exactly, and the whole is the change of the index', () => {
  fc.assert(
    fc.property(transitions, method, method, (all, a, b) => {
      const parts = getDecompositionFromTransitions(a, b, all)
      const [start, end] = [getOverall(a, listItems(all, 'from')), getOverall(b, listItems(all, 'to'))]
      expect(parts === null).toBe(start === null || end === null)
      if (!parts || !start || !end) return
      for (const bound of bounds) {
        const { total, real, composition, freshness, method } = parts
        if (real[bound] + composition[bound] + freshness[bound] + method[bound] !== total[bound])
          expect.fail(`${bound} bound: ${JSON.stringify(parts)}`)
        expect(total[bound]).toBeCloseTo(end[bound] - start[bound], 9)
      }
    }),
    { numRuns: 10_000 },
  )
})

test('groups say the same as the items in them, in any order and any grouping', () => {
  fc.assert(
    fc.property(transitions, method, method, (all, a, b) => {
      const parts = getDecompositionFromTransitions(a, b, all)
      const [from, recounted, to] = (['from', 'recounted', 'to'] as const).map((day) => listItems(all, day))
      const items = getDecomposition({
        from: { method: a, items: from ?? [] },
        recounted: { method: b, items: (recounted ?? []).reverse() },
        to: { method: b, items: to ?? [] },
      })
      expect(items).toEqual(parts)
      expect(getDecompositionFromTransitions(a, b, [...all].reverse())).toEqual(parts)
    }),
    { numRuns: 1000 },
  )
})

test('a day beside itself is no change', () => {
  fc.assert(
    fc.property(transitions, method, (all, by) => {
      const same = all.map(({ from, count }) => ({ from, recounted: from, to: from, count }))
      const parts = getDecompositionFromTransitions(by, by, same)
      if (parts) expect(Object.values(parts)).toEqual([none, none, none, none, none])
    }),
  )
})

test('a part is nothing where no item changed in its way', () => {
  fc.assert(
    fc.property(oneWay, method, (all, by) => {
      const parts = getDecompositionFromTransitions(by, by, all)
      if (!parts) return
      const changed = new Set(
        all.map(({ from, to }, i) => {
          const on = (day: Position | null) => day && { ...day, ref: String(i), finding: null }
          return getChange(on(from), on(to))?.part
        }),
      )
      const moved = all.some(({ from, to }) => from && to && from.area !== to.area)
      if (!changed.has('real')) expect(parts.real).toEqual(none)
      if (!changed.has('freshness')) expect(parts.freshness).toEqual(none)
      if (!changed.has('composition') && !moved) expect(parts.composition).toEqual(none)
      expect(parts.method).toEqual(none)
    }),
    { numRuns: 2000 },
  )
})

test('an item with an unchanged standing contributes to no part: by the mean over items, each part is the sum over those of its kind', () => {
  fc.assert(
    fc.property(oneWay, (all) => {
      const parts = getDecompositionFromTransitions(m2, m2, all)
      if (!parts) return
      const applicable = listItems(all, 'to').filter(({ standing }) => standing.kind !== 'outside').length
      for (const bound of bounds) {
        const sums = { real: 0, freshness: 0 }
        for (const { from, to, count } of all) {
          if (!from || !to || from.standing.kind === 'outside' || to.standing.kind === 'outside') continue
          const part = from.standing.kind === to.standing.kind ? 'real' : 'freshness'
          sums[part] += count * (getWorth(m2, to, bound) - getWorth(m2, from, bound))
        }
        expect(parts.real[bound] * applicable).toBeCloseTo(sums.real, 7)
        expect(parts.freshness[bound] * applicable).toBeCloseTo(sums.freshness, 7)
      }
    }),
    { numRuns: 2000 },
  )
})
