import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counts, getCounts, getPlace, getSum, noCounts } from './counts.ts'
import { getFigures, getFiguresFromCounts, getScorecard, getScorecardFromCounts } from './figures.ts'
import { formatIndex } from './format.ts'
import { m1 } from './methods/m1.ts'

const known = (level: Level, contrary = false): Standing => ({ kind: 'known', level, contrary })
const unknown: Standing = { kind: 'unknown', reason: 'not-assessed' }
const outside: Standing = { kind: 'outside', state: 'withdrawn' }
const items = (...standings: Standing[]) => standings.map((standing) => ({ standing }))
const inAreas = (areas: Record<string, Standing[]>) =>
  Object.entries(areas).flatMap(([area, standings]) => standings.map((standing) => ({ area, standing })))

describe('the figures of a set of recommendations', () => {
  test('levels full, some, none and one not assessed: 1/0/1/0/1 and 1 unknown, coverage 3 of 4, index 38–63', () => {
    const figures = getFigures(m1, items(known('full'), known('some'), known('none'), unknown))
    expect(figures).toEqual({
      distribution: { none: 1, limited: 0, some: 1, substantial: 0, full: 1, contrary: 0, unknown: 1 },
      notApplicable: 0,
      coverage: { assessed: 3, applicable: 4 },
      index: { low: 37.5, high: 62.5 },
    })
    expect(figures.index && formatIndex(figures.index)).toBe('38–63')
  })

  test('a contrary item counts as assessed, is worth nothing, and stands under no level', () => {
    expect(getFigures(m1, items(known('full', true), known('full')))).toEqual({
      distribution: { none: 0, limited: 0, some: 0, substantial: 0, full: 1, contrary: 1, unknown: 0 },
      notApplicable: 0,
      coverage: { assessed: 2, applicable: 2 },
      index: { low: 50, high: 50 },
    })
  })

  test('not assessed, no information and stale are unknown', () => {
    const reasons = ['not-assessed', 'no-information', 'stale'] as const
    const figures = getFigures(m1, items(...reasons.map((reason) => ({ kind: 'unknown' as const, reason }))))
    expect(figures.distribution.unknown).toBe(3)
    expect(figures.coverage).toEqual({ assessed: 0, applicable: 3 })
    expect(figures.index).toEqual({ low: 0, high: 100 })
  })

  test('not applicable and withdrawn leave the denominator', () => {
    const figures = getFigures(
      m1,
      items(known('some'), outside, { kind: 'outside', state: 'not-applicable' }),
    )
    expect(figures.notApplicable).toBe(2)
    expect(figures.coverage).toEqual({ assessed: 1, applicable: 1 })
    expect(figures.index).toEqual({ low: 50, high: 50 })
  })

  test('nothing applicable has no index', () => {
    expect(getFigures(m1, items(outside)).index).toBeNull()
    expect(getFigures(m1, []).index).toBeNull()
  })

  test('each level is worth a quarter more', () => {
    expect(levels.map((level) => getFigures(m1, items(known(level))).index?.low)).toEqual([
      0, 25, 50, 75, 100,
    ])
  })
})

describe('the scorecard of a dossier', () => {
  const card = getScorecard(
    m1,
    ['a', 'empty', 'b', 'outside'],
    inAreas({
      b: [known('none'), known('none'), known('none'), unknown],
      a: [known('full')],
      outside: [outside],
    }),
  )

  test('keeps the areas in their order, those without applicable items with no index', () => {
    expect(card.areas.map((area) => [area.key, area.index])).toEqual([
      ['a', { low: 100, high: 100 }],
      ['empty', null],
      ['b', { low: 0, high: 25 }],
      ['outside', null],
    ])
  })

  test('the index is the mean of areas that have applicable items, the pooled one the mean over items', () => {
    expect(card.overall.index).toEqual({ low: 50, high: 62.5 })
    expect(card.overall.pooledIndex).toEqual({ low: 20, high: 40 })
  })

  test('the other figures are sums over all areas', () => {
    expect(card.overall.distribution).toMatchObject({ none: 3, full: 1, unknown: 1 })
    expect(card.overall.coverage).toEqual({ assessed: 4, applicable: 5 })
    expect(card.overall.notApplicable).toBe(1)
  })

  test('a dossier in which nothing is applicable has neither index', () => {
    const { overall } = getScorecard(m1, ['a'], inAreas({ a: [outside] }))
    expect([overall.index, overall.pooledIndex]).toEqual([null, null])
    expect(getScorecardFromCounts(m1, []).overall.coverage.applicable).toBe(0)
  })

  test('an item of an area that is not listed is counted nowhere', () => {
    expect(getScorecard(m1, ['a'], inAreas({ b: [known('full')] })).overall.coverage.applicable).toBe(0)
  })
})

const standing: fc.Arbitrary<Standing> = fc.oneof(
  fc.record({
    kind: fc.constant('known' as const),
    level: fc.constantFrom(...levels),
    contrary: fc.boolean(),
  }),
  fc.constant(unknown),
  fc.constant(outside),
)
const anyItems = fc.array(fc.record({ area: fc.constantFrom('a', 'b', 'c'), standing }), { maxLength: 40 })
const areas = ['c', 'a', 'b']

describe('for every set of recommendations', () => {
  test('0 ≤ low ≤ high ≤ 100, for each area, overall and pooled', () => {
    fc.assert(
      fc.property(anyItems, (all) => {
        const { overall, areas: each } = getScorecard(m1, areas, all)
        for (const index of [overall.index, overall.pooledIndex, ...each.map((area) => area.index)]) {
          if (index) expect(0 <= index.low && index.low <= index.high && index.high <= 100).toBe(true)
        }
      }),
    )
  })

  test('the interval is as wide as the share of what is unknown', () => {
    fc.assert(
      fc.property(anyItems, (all) => {
        const { index, distribution, coverage } = getFigures(m1, all)
        if (index)
          expect(index.high - index.low).toBeCloseTo((100 * distribution.unknown) / coverage.applicable, 9)
      }),
    )
  })

  test('losing knowledge of one item only widens the interval', () => {
    fc.assert(
      fc.property(anyItems, fc.nat(), (all, n) => {
        fc.pre(all.some((item) => item.standing.kind === 'known'))
        const at = all.findIndex((item, i) => item.standing.kind === 'known' && i >= n % all.length)
        const lost = at < 0 ? all.findIndex((item) => item.standing.kind === 'known') : at
        const before = getScorecard(m1, areas, all).overall
        const after = getScorecard(
          m1,
          areas,
          all.map((item, i) => (i === lost ? { ...item, standing: unknown } : item)),
        ).overall
        for (const key of ['index', 'pooledIndex'] as const) {
          const [was, is] = [before[key], after[key]]
          expect(was && is && is.low <= was.low && was.high <= is.high).toBe(true)
        }
      }),
    )
  })

  test('every item is counted in exactly one place', () => {
    fc.assert(
      fc.property(anyItems, (all) => {
        const { distribution, notApplicable, coverage } = getFigures(m1, all)
        const counted = Object.values(distribution).reduce((sum, n) => sum + n, notApplicable)
        expect(counted).toBe(all.length)
        expect(coverage.applicable).toBe(all.length - notApplicable)
        expect(coverage.assessed).toBe(coverage.applicable - distribution.unknown)
      }),
    )
  })

  test('the order of the items has no effect, and neither has counting them first', () => {
    fc.assert(
      fc.property(anyItems, (all) => {
        const counted = areas.map((key) => ({
          key,
          counts: getCounts(all.filter((item) => item.area === key)),
        }))
        const card = getScorecard(m1, areas, all)
        expect(getScorecardFromCounts(m1, counted)).toEqual(card)
        expect(getScorecard(m1, areas, [...all].reverse())).toEqual(card)
        expect(getFiguresFromCounts(m1, getCounts(all))).toEqual(getFigures(m1, all))
        const { pooledIndex, ...overall } = card.overall
        expect(getFigures(m1, all)).toEqual({ ...overall, index: pooledIndex })
      }),
    )
  })
})

describe('counts', () => {
  test('a standing has its place', () => {
    expect(getPlace(known('some'))).toBe('some')
    expect(getPlace(known('some', true))).toBe('contrary')
    expect(getPlace({ kind: 'unknown', reason: 'stale' })).toBe('unknown')
    expect(getPlace(outside)).toBe('notApplicable')
  })
  test('sets add up, place by place', () => {
    const one: Counts = {
      none: 1,
      limited: 2,
      some: 3,
      substantial: 4,
      full: 5,
      contrary: 6,
      unknown: 7,
      notApplicable: 8,
    }
    expect(getSum([one, noCounts, one])).toEqual({
      none: 2,
      limited: 4,
      some: 6,
      substantial: 8,
      full: 10,
      contrary: 12,
      unknown: 14,
      notApplicable: 16,
    })
    expect(getSum([])).toEqual(noCounts)
  })
})
