import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateAgreement, getRank, isDisagreement } from './agreement.ts'
import { levels } from './level.ts'

const rank = fc.integer({ min: 0, max: 5 })
const pairs = fc.array(fc.tuple(rank, rank), { minLength: 1, maxLength: 40 })
/** What comes of a computation in another order may differ in its last digits. */
const near = (a: number | null, b: number | null) =>
  a === null || b === null ? expect(a).toBe(b) : expect(a).toBeCloseTo(b, 9)

describe('ordinal alpha', () => {
  test('is 0.815 for the four observers of Krippendorff’s worked example with missing values (2011, part D)', () => {
    const observers = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
      [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
    ]
    const units = Array.from({ length: 12 }, (_, unit) => observers.flatMap((values) => values[unit] ?? []))
    const { n, alpha } = evaluateAgreement(units)
    expect(alpha).toBeCloseTo(0.815, 3)
    // The twelfth unit has one value, and nobody to compare it with.
    expect(n).toBe(11)
  })

  test('of three pairs is what it comes to by hand: four ninths', () => {
    // Values 1,1 | 1,2 | 2,2: n₁ = 3, n₂ = 3; the difference between them is (6 − 3)² = 9.
    // Observed: the one mixed pair counts twice, 2 · 9 = 18. Expected: 2 · 3 · 3 · 9 = 162. Alpha = 1 − 5 · 18 / 162 = 4/9.
    expect(
      evaluateAgreement([
        [1, 1],
        [1, 2],
        [2, 2],
      ]).alpha,
    ).toBeCloseTo(4 / 9, 12)
  })

  test('is 1 when everyone agrees on things that differ, and not defined when all is the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(rank, { minLength: 2 }), (values) => {
        near(evaluateAgreement(values.map((value) => [value, value])).alpha, 1)
      }),
    )
    expect(
      evaluateAgreement([
        [2, 2],
        [2, 2],
      ]),
    ).toEqual({ n: 2, alpha: null })
    expect(evaluateAgreement([])).toEqual({ n: 0, alpha: null })
    expect(evaluateAgreement([[1], [2]])).toEqual({ n: 0, alpha: null })
  })

  test('does not depend on who rated first, on the order of the units, or on what only one person rated', () => {
    fc.assert(
      fc.property(pairs, rank, (units, alone) => {
        const { alpha, n } = evaluateAgreement(units)
        const turned = evaluateAgreement(units.map(([a, b]) => [b, a]))
        near(turned.alpha, alpha)
        near(evaluateAgreement([...units].reverse()).alpha, alpha)
        const more = evaluateAgreement([...units, [alone]])
        near(more.alpha, alpha)
        expect(more.n).toBe(n)
      }),
    )
  })

  test('depends on the order of the ranks alone: stretching or turning the scale changes nothing', () => {
    fc.assert(
      fc.property(pairs, (units) => {
        const { alpha } = evaluateAgreement(units)
        near(evaluateAgreement(units.map((values) => values.map((v) => v * v * 10 + 3))).alpha, alpha)
        near(evaluateAgreement(units.map((values) => values.map((v) => -v))).alpha, alpha)
      }),
    )
  })

  test('is never above 1, and reaches it only when nobody differs', () => {
    fc.assert(
      fc.property(pairs, (units) => {
        const { alpha } = evaluateAgreement(units)
        if (alpha === null) return
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
        expect(Math.abs(alpha - 1) < 1e-9).toBe(units.every(([a, b]) => a === b))
      }),
    )
  })

  test('takes a difference of one level less hard than one across the scale', () => {
    const agreed = [0, 1, 2, 3, 4, 5].map((value) => [value, value])
    const slight = evaluateAgreement([...agreed, [2, 3]]).alpha ?? 0
    const wide = evaluateAgreement([...agreed, [0, 5]]).alpha ?? 0
    expect(slight).toBeGreaterThan(wide)
  })
})

test('ranks follow the levels, with measures against the ask below all of them, and no rank for a state', () => {
  const ranks = levels.map((level) => getRank({ level, contrary: false }) ?? -1)
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(new Set(ranks).size).toBe(levels.length)
  for (const level of levels) expect(getRank({ level, contrary: true })).toBeLessThan(Math.min(...ranks))
  expect(getRank({ level: null, contrary: false })).toBeNull()
})

test('ratings disagree when they differ in level, state or direction, and in nothing else', () => {
  const some = { level: 'some', state: null, contrary: false } as const
  expect(isDisagreement(some, { ...some })).toBe(false)
  expect(isDisagreement(some, { ...some, level: 'limited' })).toBe(true)
  expect(isDisagreement(some, { ...some, contrary: true })).toBe(true)
  expect(isDisagreement(some, { level: null, state: 'no-information', contrary: false })).toBe(true)
})
