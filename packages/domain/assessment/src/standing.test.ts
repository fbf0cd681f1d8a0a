import { expect, test } from 'vitest'
import { assessStanding } from './standing.ts'

const asOf = '2013-11-27'
const fresh = '2013-06-30'
const old = '2010'

test('a fresh level is known, with its contrary flag', () => {
  expect(assessStanding({ effective: fresh, finding: { level: 'some', contrary: false } }, 12, asOf)).toEqual(
    {
      kind: 'known',
      level: 'some',
      contrary: false,
    },
  )
  expect(
    assessStanding({ effective: fresh, finding: { level: 'none', contrary: true } }, 12, asOf),
  ).toMatchObject({ contrary: true })
})

test('an old level is unknown', () => {
  const finding = { level: 'full' as const, contrary: false }
  expect(assessStanding({ effective: old, finding }, 12, asOf)).toEqual({ kind: 'unknown', reason: 'stale' })
  expect(assessStanding({ effective: old, finding }, 60, asOf)).toMatchObject({ kind: 'known' })
  expect(assessStanding({ effective: '2012-11-26', finding }, null, asOf)).toMatchObject({ kind: 'unknown' })
  expect(assessStanding({ effective: '2012-11-27', finding }, undefined, asOf)).toMatchObject({
    kind: 'known',
  })
})

test('no assessment, and one that says so, is not assessed', () => {
  expect(assessStanding(null, 12, asOf)).toEqual({ kind: 'unknown', reason: 'not-assessed' })
  expect(assessStanding({ effective: old, finding: { state: 'not-assessed' } }, 12, asOf)).toEqual({
    kind: 'unknown',
    reason: 'not-assessed',
  })
})

test('no information is unknown at any age, and says why', () => {
  for (const effective of [fresh, old]) {
    expect(assessStanding({ effective, finding: { state: 'no-information' } }, 12, asOf)).toEqual({
      kind: 'unknown',
      reason: 'no-information',
    })
  }
})

test.each(['not-applicable', 'withdrawn'] as const)(
  '%s is outside the counts and does not grow stale',
  (state) => {
    for (const effective of [fresh, old]) {
      expect(assessStanding({ effective, finding: { state } }, 12, asOf)).toEqual({ kind: 'outside', state })
    }
  },
)
