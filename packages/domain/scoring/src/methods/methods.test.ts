import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import { isDay } from '@waymark/kernel/partial-date'
import { describe, expect, test } from 'vitest'
import { getFigures, getScorecard } from '../figures.ts'
import { gateWeightings, getReviewMonths, overallRules } from '../method.ts'
import { defaultMethod, getMethod, isMethodId, methods } from './registry.ts'

const known = (level: Level, contrary = false): Standing => ({ kind: 'known', level, contrary })
const unknown: Standing = { kind: 'unknown', reason: 'not-assessed' }

test('every method stands under its own id, says all of itself, and values levels from 0 to 100, in their order', () => {
  for (const [id, method] of Object.entries(methods)) {
    expect(method.id).toBe(id)
    const values = [0, ...levels.map((level) => method.values[level]), 100]
    expect([...values].sort((a, b) => a - b)).toEqual(values)
    expect(method.unknown.low).toBeLessThanOrEqual(method.unknown.high)
    expect(overallRules).toContain(method.overall)
    expect(gateWeightings).toContain(method.gateWeighting)
    expect(isDay(method.introduced)).toBe(true)
  }
  expect(new Set(Object.values(methods).map(({ title }) => title)).size).toBe(Object.keys(methods).length)
})

test('m1 never changes', () => {
  expect(methods.m1).toEqual({
    id: 'm1',
    title: 'Interval index with equal areas',
    values: { none: 0, limited: 25, some: 50, substantial: 75, full: 100 },
    contrary: 0,
    unknown: { low: 0, high: 100 },
    overall: 'mean-of-areas',
    freshnessMonths: null,
    gateWeighting: 'none',
    introduced: '2026-11-24',
  })
})

test('m2 never changes', () => {
  expect(methods.m2).toEqual({
    id: 'm2',
    title: 'Interval index with equal recommendations',
    values: { none: 0, limited: 25, some: 50, substantial: 75, full: 100 },
    contrary: 0,
    unknown: { low: 0, high: 100 },
    overall: 'mean-of-items',
    freshnessMonths: 24,
    gateWeighting: 'none',
    introduced: '2026-11-24',
  })
})

describe('a small dossier by each method, worked by hand', () => {
  // Area a, two items: 100 and unknown, so 50 to 100.
  // Area b, eight items: 0 + 0 + 0 + 25 + 50 + 75 + 0 (contrary) = 150 and one unknown, so 18.75 to 31.25.
  const items = [
    ...[known('full'), unknown].map((standing) => ({ area: 'a', standing })),
    ...[
      known('none'),
      known('none'),
      known('none'),
      known('limited'),
      known('some'),
      known('substantial'),
      known('full', true),
      unknown,
    ].map((standing) => ({ area: 'b', standing })),
  ]
  const areas = { a: { low: 50, high: 100 }, b: { low: 18.75, high: 31.25 } }
  // All ten: 250 known and two unknown.
  const pooled = { low: 25, high: 45 }

  test.each([
    // (50 + 18.75) / 2 and (100 + 31.25) / 2
    ['m1', { low: 34.375, high: 65.625 }],
    ['m2', pooled],
  ] as const)('%s', (id, index) => {
    const card = getScorecard(methods[id], ['a', 'b'], items)
    expect(card.overall.index).toEqual(index)
    expect(card.overall.pooledIndex).toEqual(pooled)
    expect(Object.fromEntries(card.areas.map((area) => [area.key, area.index]))).toEqual(areas)
    expect(card.overall.coverage).toEqual({ assessed: 8, applicable: 10 })
    expect(card.overall.distribution).toEqual({
      none: 3,
      limited: 1,
      some: 1,
      substantial: 1,
      full: 1,
      contrary: 1,
      unknown: 2,
    })
  })

  test.each(['m1', 'm2'] as const)('a dossier in which nothing is applicable has no index by %s', (id) => {
    const outside: Standing = { kind: 'outside', state: 'withdrawn' }
    expect(getScorecard(methods[id], ['a'], [{ area: 'a', standing: outside }]).overall.index).toBeNull()
  })

  test.each(['m1', 'm2'] as const)('each level is worth a quarter more by %s', (id) => {
    const worth = levels.map((level) => getFigures(methods[id], [{ standing: known(level) }]).index)
    expect(worth).toEqual([0, 25, 50, 75, 100].map((value) => ({ low: value, high: value })))
  })
})

test('a finding counts for the recommendation’s own interval by m1, and for two years by m2', () => {
  expect([6, 12, 36].map((own) => getReviewMonths(methods.m1, own))).toEqual([6, 12, 36])
  expect([6, 12, 36].map((own) => getReviewMonths(methods.m2, own))).toEqual([24, 24, 24])
})

test('only ids of methods are ids of methods', () => {
  expect(['m1', 'm2'].every(isMethodId)).toBe(true)
  expect(getMethod('m2')).toBe(methods.m2)
  expect(defaultMethod).toBe('m1')
  for (const id of ['m0', '', 'constructor', '__proto__', 'toString']) {
    expect(isMethodId(id)).toBe(false)
    expect(getMethod(id)).toBeNull()
  }
})
