import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getDecomposition, getItemChange, type ScoredItem } from './decompose.ts'
import { getScorecard } from './figures.ts'
import type { Method } from './method.ts'
import { m1 } from './methods/m1.ts'

const known = (level: Level, contrary = false): Standing => ({ kind: 'known', level, contrary })
const stale: Standing = { kind: 'unknown', reason: 'stale' }
const notApplicable: Standing = { kind: 'outside', state: 'not-applicable' }
const item = (ref: string, standing: Standing, area = 'a'): ScoredItem => ({ ref, area, standing })
const none = { low: 0, high: 0 }
/** A method of its own, so that a change of method has something to show. */
const strict: Method = { ...m1, id: 'strict', values: { ...m1.values, limited: 0, some: 25 } }
const change = (from: ScoredItem[], to: ScoredItem[], methods: [Method, Method] = [m1, m1]) =>
  getDecomposition({ method: methods[0], items: from }, { method: methods[1], items: to })

describe('a change between two days, worked by hand', () => {
  test('dropping one hard item shows as composition, not as progress', () => {
    // (50 + 0) / 2 = 25 before, 50 after.
    expect(change([item('1', known('some')), item('2', known('none'))], [item('1', known('some'))])).toEqual({
      total: { low: 25, high: 25 },
      composition: { low: 25, high: 25 },
      real: none,
      freshness: none,
      method: none,
    })
  })

  test('letting items age shows as freshness, not as decline', () => {
    // Both at 50; the second grows stale: low (50 + 0) / 2, high (50 + 100) / 2.
    expect(
      change(
        [item('1', known('some')), item('2', known('some'))],
        [item('1', known('some')), item('2', stale)],
      ),
    ).toEqual({
      total: { low: -25, high: 25 },
      freshness: { low: -25, high: 25 },
      real: none,
      composition: none,
      method: none,
    })
  })

  test('a level that changed on an item known on both days is real', () => {
    expect(
      change(
        [item('1', known('none')), item('2', known('some'))],
        [item('1', known('substantial')), item('2', known('some'))],
      ),
    ).toEqual({
      total: { low: 37.5, high: 37.5 },
      real: { low: 37.5, high: 37.5 },
      composition: none,
      freshness: none,
      method: none,
    })
  })

  test('turning contrary is real', () => {
    expect(change([item('1', known('some'))], [item('1', known('some', true))])?.real).toEqual({
      low: -50,
      high: -50,
    })
  })

  test('a first look at an item is freshness, and a new item is composition with the level that it joins with', () => {
    // From 0–100 to (100 + 50) / 2 = 75: the new item first brings 0–100 to 25–75, then the look brings 25–75 to 75.
    expect(change([item('1', stale)], [item('1', known('full')), item('2', known('some'))])).toEqual({
      total: { low: 75, high: -25 },
      composition: { low: 25, high: -25 },
      freshness: { low: 50, high: 0 },
      real: none,
      method: none,
    })
  })

  test('an item that stops being applicable is composition, and so is one moved to another area', () => {
    const two = [item('1', known('full')), item('2', known('none'))]
    expect(change(two, [item('1', known('full')), item('2', notApplicable)])?.composition).toEqual({
      low: 50,
      high: 50,
    })
    // Areas weigh the same: (100 + 0) / 2 with three items in one area, then (100 + 0) / 2 → two areas of 50 and 100.
    const three = [...two, item('3', known('full'))]
    const moved = [item('1', known('full')), item('2', known('none')), item('3', known('full'), 'b')]
    const parts = change(three, moved)
    expect(parts?.total).toEqual(parts?.composition)
    expect(parts?.total.low).toBeCloseTo(75 - 200 / 3, 9)
  })

  test('another way of counting is method, and the rest is counted in the new way', () => {
    // m1 gives 50, strict 25; then some → full is 75 more in the strict way.
    expect(change([item('1', known('some'))], [item('1', known('full'))], [m1, strict])).toEqual({
      total: { low: 50, high: 50 },
      method: { low: -25, high: -25 },
      real: { low: 75, high: 75 },
      composition: none,
      freshness: none,
    })
  })

  test('a day without an index has no change', () => {
    expect(change([], [item('1', known('some'))])).toBeNull()
    expect(change([item('1', known('some'))], [item('1', notApplicable)])).toBeNull()
  })
})

describe('for every two days', () => {
  const standing: fc.Arbitrary<Standing> = fc.oneof(
    fc.record({
      kind: fc.constant('known' as const),
      level: fc.constantFrom(...levels),
      contrary: fc.boolean(),
    }),
    fc.constant(stale),
    fc.constant(notApplicable),
  )
  const ref = fc.integer({ min: 0, max: 7 }).map(String)
  const day = fc.uniqueArray(fc.record({ ref, area: fc.constantFrom('a', 'b', 'c'), standing }), {
    selector: (one) => one.ref,
    maxLength: 8,
  })
  const method = fc.constantFrom<Method>(m1, strict)
  const overall = (by: Method, items: ScoredItem[]) => getScorecard(by, ['a', 'b', 'c'], items).overall.index

  test('the parts add up to the whole, exactly, and the whole is the change of the index', () => {
    fc.assert(
      fc.property(day, day, method, method, (from, to, a, b) => {
        const parts = change(from, to, [a, b])
        const [start, end] = [overall(a, from), overall(b, to)]
        expect(parts === null).toBe(start === null || end === null)
        if (!parts || !start || !end) return
        for (const bound of ['low', 'high'] as const) {
          const { total, real, composition, freshness, method } = parts
          expect(real[bound] + composition[bound] + freshness[bound] + method[bound]).toBe(total[bound])
          expect(total[bound]).toBeCloseTo(end[bound] - start[bound], 9)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the same day twice is no change', () => {
    fc.assert(
      fc.property(day, method, (items, by) => {
        const parts = change(items, [...items].reverse(), [by, by])
        if (parts) expect(Object.values(parts)).toEqual([none, none, none, none, none])
      }),
    )
  })

  test('a part is nothing where no item changed in its way', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        const parts = change(from, to)
        if (!parts) return
        const all = new Set([...from, ...to].map((one) => one.ref))
        const find = (items: ScoredItem[], ref: string) => items.find((one) => one.ref === ref) ?? null
        const changes = [...all].map((ref) => getItemChange(find(from, ref), find(to, ref)))
        const moved = from.some((one) => find(to, one.ref) && find(to, one.ref)?.area !== one.area)
        if (!changes.some((one) => one === 'advanced' || one === 'regressed'))
          expect(parts.real).toEqual(none)
        if (!changes.some((one) => one.startsWith('became'))) expect(parts.freshness).toEqual(none)
        if (!moved && !changes.some((one) => one === 'added' || one === 'dropped'))
          expect(parts.composition).toEqual(none)
        expect(parts.method).toEqual(none)
      }),
    )
  })
})

describe('what happened to one recommendation', () => {
  test.each([
    [null, item('1', known('some')), 'added'],
    [item('1', notApplicable), item('1', stale), 'added'],
    [item('1', known('some')), null, 'dropped'],
    [item('1', known('some')), item('1', notApplicable), 'dropped'],
    [item('1', stale), item('1', known('none')), 'became-known'],
    [item('1', known('none')), item('1', stale), 'became-unknown'],
    [item('1', known('none')), item('1', known('limited')), 'advanced'],
    [item('1', known('none')), item('1', known('full', true)), 'regressed'],
    [item('1', known('none')), item('1', known('none')), 'unchanged'],
    [item('1', known('some', true)), item('1', known('none', true)), 'unchanged'],
    [item('1', stale), item('1', { kind: 'unknown', reason: 'no-information' }), 'unchanged'],
    [item('1', known('none')), item('1', known('none'), 'b'), 'moved'],
    [item('1', known('none')), item('1', known('some'), 'b'), 'advanced'],
    [null, item('1', notApplicable), 'unchanged'],
  ] as const)('%j → %j: %s', (from, to, expected) => {
    expect(getItemChange(from, to)).toBe(expected)
  })
})
