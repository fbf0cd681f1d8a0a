import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AssessmentFact, getInForce, listStanding } from './as-of.ts'

const fact = (over: Partial<AssessmentFact>): AssessmentFact => ({
  id: 1,
  effective: '2013-11-27',
  recordedAt: '2013-11-28T09:00:00.000Z',
  finding: { level: 'limited', contrary: false },
  supersedes: null,
  withdrawnAt: null,
  ...over,
})
const late = '2030-01-01T00:00:00.000Z'
const inForce = (facts: AssessmentFact[], asOf: string, knownAt = late) =>
  getInForce(facts, { asOf, knownAt })?.id ?? null

describe('true in the world', () => {
  test('the latest by last effective day, not after the day asked about', () => {
    const facts = [
      fact({ id: 1, effective: '2012' }),
      fact({ id: 2, effective: '2013-10' }),
      fact({ id: 3, effective: '2014' }),
    ]
    expect(inForce(facts, '2012-12-30')).toBeNull()
    expect(inForce(facts, '2012-12-31')).toBe(1)
    expect(inForce(facts, '2013-10-30')).toBe(1)
    expect(inForce(facts, '2013-10-31')).toBe(2)
    expect(inForce(facts, '2014-12-31')).toBe(3)
  })

  test('a vague date counts from its last day, so it follows every day that it allows', () => {
    const facts = [fact({ id: 1, effective: '2015-12' }), fact({ id: 2, effective: '2015-12-21' })]
    expect(inForce(facts, '2015-12-25')).toBe(2)
    expect(inForce(facts, '2015-12-31')).toBe(1)
  })

  test('ties go to the later recorded, then to the later id', () => {
    const later = '2014-01-01T00:00:00.000Z'
    expect(inForce([fact({ id: 2 }), fact({ id: 1, recordedAt: later })], '2014-01-01')).toBe(1)
    expect(inForce([fact({ id: 2 }), fact({ id: 1 })], '2014-01-01')).toBe(2)
    expect(
      inForce(
        [fact({ id: 9, effective: '2013-11-30' }), fact({ id: 10, effective: '2013-11' })],
        '2014-01-01',
      ),
    ).toBe(10)
  })
})

describe('known here', () => {
  test('a row is known from the millisecond in which it was recorded', () => {
    const facts = [fact({ recordedAt: '2013-11-28T09:00:00.000Z' })]
    expect(inForce(facts, '2014-01-01', '2013-11-28T08:59:59.999Z')).toBeNull()
    expect(inForce(facts, '2014-01-01', '2013-11-28T09:00:00.000Z')).toBe(1)
  })

  test('what we knew then and what we now know was true then are two answers', () => {
    const facts = [
      fact({ id: 1, effective: '2012' }),
      fact({ id: 2, effective: '2013-11-27', recordedAt: '2015-03-01T00:00:00.000Z' }),
    ]
    expect(inForce(facts, '2013-11-27', '2013-11-28T10:00:00.000Z')).toBe(1)
    expect(inForce(facts, '2013-11-27', late)).toBe(2)
  })

  test('instants compare as instants, whatever their offset', () => {
    const facts = [fact({ recordedAt: '2013-11-28T02:00:00+05:00' })]
    expect(inForce(facts, '2014-01-01', '2013-11-27T21:00:00Z')).toBe(1)
    expect(inForce(facts, '2014-01-01', '2013-11-28T01:59:59+05:00')).toBeNull()
  })
})

describe('corrections', () => {
  const first = fact({ id: 1 })
  const correction = fact({
    id: 2,
    supersedes: 1,
    effective: '2013-06',
    recordedAt: '2014-01-01T00:00:00.000Z',
  })

  test('a corrected row falls away once the correction is known, even where that has an earlier date', () => {
    expect(inForce([first, correction], '2014-06-01', '2013-12-31T00:00:00.000Z')).toBe(1)
    expect(inForce([first, correction], '2014-06-01')).toBe(2)
  })

  test('a corrected row does not come back on days before the correction is effective', () => {
    const moved = { ...correction, effective: '2015' }
    expect(inForce([first, moved], '2014-06-01')).toBeNull()
  })

  test('a correction of a correction leaves the first row corrected', () => {
    const again = fact({ id: 3, supersedes: 2, recordedAt: '2014-02-01T00:00:00.000Z' })
    expect(inForce([first, correction, again], '2014-06-01')).toBe(3)
    expect(inForce([first, correction, { ...again, effective: '2015' }], '2014-06-01')).toBeNull()
  })

  test('a correction that was withdrawn still stands for what it found wrong', () => {
    expect(
      inForce([first, { ...correction, withdrawnAt: '2014-03-01T00:00:00.000Z' }], '2014-06-01'),
    ).toBeNull()
  })
})

describe('withdrawals', () => {
  const facts = [fact({ id: 1, effective: '2012' }), fact({ id: 2, withdrawnAt: '2014-03-01T00:00:00.000Z' })]

  test('a row stands until the moment at which it was withdrawn, and not at it', () => {
    expect(inForce(facts, '2014-06-01', '2014-02-28T23:59:59.999Z')).toBe(2)
    expect(inForce(facts, '2014-06-01', '2014-03-01T00:00:00.000Z')).toBe(1)
  })

  test('a withdrawal is a matter of what is known, not of when it was true', () => {
    expect(inForce(facts, '2013-12-01')).toBe(1)
  })
})

const day = fc.constantFrom(
  '2011',
  '2012-02',
  '2012-02-29',
  '2012',
  '2013-06',
  '2013-06-30',
  '2013-07-01',
  '2013',
)
const instant = fc.constantFrom(
  '2013-01-01T00:00:00.000Z',
  '2013-06-30T20:30:00.000Z',
  '2014-01-01T04:00:00.000Z',
)
const history = fc
  .array(fc.tuple(day, instant, fc.option(fc.nat(9)), fc.option(instant)), { maxLength: 10 })
  .map((rows) =>
    rows.map(([effective, recordedAt, supersedes, withdrawnAt], i) =>
      fact({ id: i, effective, recordedAt, supersedes, withdrawnAt }),
    ),
  )
const moment = fc.record({
  asOf: fc.constantFrom('2012-02-29', '2012-12-31', '2013-06-30', '2013-12-31'),
  knownAt: instant,
})

describe('for every history, with corrections and ties', () => {
  test('the order in which facts are given has no effect', () => {
    const shuffled = history.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, moment, ([facts, other], at) => {
        expect(listStanding(other, at)).toEqual(listStanding(facts, at))
      }),
    )
  })

  test('what is recorded later changes nothing about what was known', () => {
    fc.assert(
      fc.property(history, moment, (facts, at) => {
        const known = facts.filter((one) => one.recordedAt <= at.knownAt)
        expect(listStanding(known, at)).toEqual(listStanding(facts, at))
      }),
    )
  })

  test('what stands is known, not corrected, not withdrawn, and not of a later day; nothing of the kind is left out', () => {
    fc.assert(
      fc.property(history, moment, (facts, at) => {
        const standing = new Set(listStanding(facts, at).map((one) => one.id))
        const last = (one: AssessmentFact) =>
          one.effective.length === 4 ? `${one.effective}-12-31` : one.effective
        for (const one of facts) {
          const corrected = facts.some((by) => by.supersedes === one.id && by.recordedAt <= at.knownAt)
          const withdrawn = one.withdrawnAt !== null && one.withdrawnAt <= at.knownAt
          const late = one.effective.length === 7 ? one.effective > at.asOf.slice(0, 7) : last(one) > at.asOf
          expect(standing.has(one.id)).toBe(one.recordedAt <= at.knownAt && !corrected && !withdrawn && !late)
        }
      }),
    )
  })
})
