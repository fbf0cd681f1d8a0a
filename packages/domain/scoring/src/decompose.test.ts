import { type Level, levels } from '@waymark/assessment/level'
import { assessStanding, type Standing } from '@waymark/assessment/standing'
import { describe, expect, test } from 'vitest'
import { type Decomposition, getDecomposition, type ScoredItem } from './decompose.ts'
import type { Index } from './figures.ts'
import { getReviewMonths, type Method } from './method.ts'
import { m1 } from './methods/m1.ts'
import { m2 } from './methods/m2.ts'

const known = (level: Level, contrary = false): Standing => ({ kind: 'known', level, contrary })
const stale: Standing = { kind: 'unknown', reason: 'stale' }
const notApplicable: Standing = { kind: 'outside', state: 'not-applicable' }
const item = (ref: string, standing: Standing, area = 'a'): ScoredItem => ({ ref, area, standing })
/** So many items that stand the same, in one area. */
const some = (n: number, area: string, standing: Standing, first = 1) =>
  Array.from({ length: n }, (_, i) => item(`${area}${first + i}`, standing, area))

const none = { low: 0, high: 0 }
const nothing: Decomposition = { total: none, real: none, composition: none, freshness: none, method: none }
/** The only part that moved is the whole of the change. */
const only = (part: keyof Decomposition, index: Index): Decomposition => ({
  ...nothing,
  total: index,
  [part]: index,
})
const change = (from: ScoredItem[], to: ScoredItem[], by: Method = m1) =>
  getDecomposition({
    from: { method: by, items: from },
    recounted: { method: by, items: from },
    to: { method: by, items: to },
  })

describe('composition', () => {
  // Area a: five at 75 and one at 0, mean 62.5. Area b: two at 50. The whole is 56.25 by areas, 475 / 8 by items.
  const hard = item('a6', known('none'), 'a')
  const rest = [...some(5, 'a', known('substantial')), ...some(2, 'b', known('some'))]

  test('dropping one hard recommendation is composition, and no progress', () => {
    // Area a rises to 75, the whole to 62.5.
    expect(change([...rest, hard], rest)).toEqual(only('composition', { low: 6.25, high: 6.25 }))
    expect(change([...rest, hard], [...rest, item('a6', notApplicable)])).toEqual(
      only('composition', { low: 6.25, high: 6.25 }),
    )
  })

  test('it is so by the mean over items, too', () => {
    // Without the two of b: 375 / 6 = 62.5 before, 375 / 5 = 75 after.
    const a = some(5, 'a', known('substantial'))
    expect(change([...a, hard], a, m2)).toEqual(only('composition', { low: 12.5, high: 12.5 }))
  })

  test('a move to another area is composition where areas weigh the same, and nothing where items do', () => {
    // Four of a at 50 and 0, one of b at 100: (25 + 100) / 2 = 62.5. With one of the zeros in b: (100 / 3 + 50) / 2.
    const from = [
      ...some(2, 'a', known('some')),
      ...some(2, 'a', known('none'), 3),
      item('b1', known('full'), 'b'),
    ]
    const to = from.map((one) => (one.ref === 'a4' ? { ...one, area: 'b' } : one))
    const parts = change(from, to)
    expect(parts?.composition).toEqual(parts?.total)
    expect(parts?.total.low).toBeCloseTo(100 / 6 + 25 - 62.5, 9)
    expect(change(from, to, m2)).toEqual(nothing)
  })

  test('a new recommendation joins with its standing of the second day', () => {
    // 50 alone, (50 + 100) / 2 with the new one.
    expect(change([item('1', known('some'))], [item('1', known('some')), item('2', known('full'))])).toEqual(
      only('composition', { low: 25, high: 25 }),
    )
  })
})

describe('freshness', () => {
  // Ten of area a at 50, found in the spring; two of area b at 100 and two at 0, found in December. Both areas at 50.
  const found: readonly { ref: string; area: string; level: Level; effective: string }[] = [
    ...Array.from({ length: 10 }, (_, i) => ({
      ref: `a${i}`,
      area: 'a',
      level: 'some' as const,
      effective: '2014-03',
    })),
    ...(['full', 'full', 'none', 'none'] as const).map((level, i) => ({
      ref: `b${i}`,
      area: 'b',
      level,
      effective: '2014-12',
    })),
  ]
  const listOn = (asOf: string, by: Method) =>
    found.map(({ ref, area, level, effective }) =>
      item(
        ref,
        assessStanding({ effective, finding: { level, contrary: false } }, getReviewMonths(by, 12), asOf),
        area,
      ),
    )

  test('letting ten assessments age is freshness, and no decline: the low bound falls and the high one rises', () => {
    // Area a from 50 to 0–100. The whole from 50 to (0 + 50) / 2 = 25 and (100 + 50) / 2 = 75.
    expect(change(listOn('2014-12-31', m1), listOn('2015-06-30', m1))).toEqual(
      only('freshness', { low: -25, high: 25 }),
    )
  })

  test('by a method that lets findings count for two years the same ten have not aged', () => {
    expect(change(listOn('2014-12-31', m2), listOn('2015-06-30', m2), m2)).toEqual(nothing)
    // They have by April 2016: 200 of 1,400 known, from 700 / 14 = 50 to 200 / 14 and 1,200 / 14.
    const parts = change(listOn('2014-12-31', m2), listOn('2016-04-01', m2), m2)
    expect(parts).toEqual(only('freshness', parts?.total ?? none))
    expect(parts?.total.low).toBeCloseTo(200 / 14 - 50, 9)
    expect(parts?.total.high).toBeCloseTo(1200 / 14 - 50, 9)
  })

  test('a first look is freshness, whatever it finds', () => {
    // From (50 + 0 … 100) / 2 to (50 + 100) / 2.
    expect(
      change(
        [item('1', known('some')), item('2', stale)],
        [item('1', known('some')), item('2', known('full'))],
      ),
    ).toEqual(only('freshness', { low: 50, high: 0 }))
  })

  test('two methods of different freshness: only the method, when nothing happened between the two days', () => {
    // 30 June 2015 by m1: area a 0–100, area b 50, so 25–75. By m2 all are known: 500 + 200 of 14, which is 50.
    const day = '2015-06-30'
    expect(
      getDecomposition({
        from: { method: m1, items: listOn(day, m1) },
        recounted: { method: m2, items: listOn(day, m2) },
        to: { method: m2, items: listOn('2015-12-01', m2) },
      }),
    ).toEqual(only('method', { low: 25, high: -25 }))
  })
})

describe('real', () => {
  test('a level that changed on an item known on both days is real', () => {
    // (0 + 50) / 2 = 25 and (75 + 50) / 2 = 62.5.
    expect(
      change(
        [item('1', known('none')), item('2', known('some'))],
        [item('1', known('substantial')), item('2', known('some'))],
      ),
    ).toEqual(only('real', { low: 37.5, high: 37.5 }))
  })

  test('turning contrary is real', () => {
    expect(change([item('1', known('some'))], [item('1', known('some', true))])).toEqual(
      only('real', { low: -50, high: -50 }),
    )
  })
})

describe('method', () => {
  test('another weight of areas is method, and the rest is counted in the new way', () => {
    // Area a: 0, 0, 50. Area b: 100. By m1 (50 / 3 + 100) / 2, by m2 150 / 4 = 37.5. Then 0 → 100: 62.5.
    const from = [
      item('1', known('none')),
      item('2', known('none')),
      item('3', known('some')),
      item('4', known('full'), 'b'),
    ]
    const to = from.map((one) => (one.ref === '1' ? { ...one, standing: known('full') } : one))
    const parts = getDecomposition({
      from: { method: m1, items: from },
      recounted: { method: m2, items: from },
      to: { method: m2, items: to },
    })
    expect(parts?.method.low).toBeCloseTo(37.5 - (50 / 3 + 100) / 2, 9)
    expect(parts?.method.high).toBe(parts?.method.low)
    expect([parts?.real, parts?.composition, parts?.freshness]).toEqual([{ low: 25, high: 25 }, none, none])
  })
})

test('everything at once, worked by hand', () => {
  // First day, m1 with the items' own interval. Area a: 50, 0, stale. Area b: 100.
  //   a = (50 + 0 + 0 … 100) / 3, so 50/3 to 50. The whole: (50/3 + 100) / 2 = 175/3 to (50 + 100) / 2 = 75.
  const from = [
    item('1', known('some')),
    item('2', known('none')),
    item('3', stale),
    item('4', known('full'), 'b'),
  ]
  // The same day by m2: the third still counts, at 50. (50 + 0 + 50 + 100) / 4 = 50 and 50.
  const recounted = from.map((one) => (one.ref === '3' ? { ...one, standing: known('some') } : one))
  // Second day by m2: the hard second one is gone, a fifth has come at 100, the first went 50 → 100 and moved to b, the
  // fourth has grown stale.
  const to = [
    item('1', known('full'), 'b'),
    item('3', known('some')),
    item('4', stale, 'b'),
    item('5', known('full')),
  ]
  const parts = getDecomposition({
    from: { method: m1, items: from },
    recounted: { method: m2, items: recounted },
    to: { method: m2, items: to },
  })
  // Composition: 50, 50, 100, 100 → 75. Freshness: 50, 50, 0 … 100, 100 → 50 to 75. Real: 100, 50, 0 … 100, 100.
  expect(parts?.composition).toEqual({ low: 25, high: 25 })
  expect(parts?.freshness).toEqual({ low: -25, high: 0 })
  expect(parts?.real).toEqual({ low: 12.5, high: 12.5 })
  expect(parts?.method.low).toBeCloseTo(50 - 175 / 3, 9)
  expect(parts?.method.high).toBe(-25)
  expect(parts?.total.low).toBeCloseTo(62.5 - 175 / 3, 9)
  expect(parts?.total.high).toBe(12.5)
})

test('a day without an index has no change', () => {
  expect(change([], [item('1', known('some'))])).toBeNull()
  expect(change([item('1', known('some'))], [item('1', notApplicable)])).toBeNull()
  expect(change([], [])).toBeNull()
})

test('each level weighs in its steps: from one to the next is 25 by either method', () => {
  for (const [i, level] of levels.entries()) {
    const next = levels[i + 1]
    if (next === undefined) continue
    for (const by of [m1, m2])
      expect(change([item('1', known(level))], [item('1', known(next))], by)?.real).toEqual({
        low: 25,
        high: 25,
      })
  }
})
