import { expect, test } from 'vitest'
import { getUptakeStage } from './uptake-stage.ts'

const events = [
  { kind: 'stated', date: '2022-03' },
  { kind: 'proposed', date: '2020-01-15' },
  { kind: 'adopted', date: '2021' },
  { kind: 'committed', date: '2023-02-01' },
  { kind: 'raised', date: '2020-11-12' },
  { kind: 'adopted', date: '2021-06' },
] as const

test('nothing had happened before the first event', () => {
  expect(getUptakeStage(events, '2020-01-14')).toBeNull()
  expect(getUptakeStage([], '2020-01-14')).toBeNull()
})

test('the furthest stage reached by a day, with the event that first reached it', () => {
  expect(getUptakeStage(events, '2020-01-15')).toEqual({ kind: 'proposed', date: '2020-01-15' })
  expect(getUptakeStage(events, '2021-06-29')).toEqual({ kind: 'raised', date: '2020-11-12' })
  expect(getUptakeStage(events, '2021-12-31')).toEqual({ kind: 'adopted', date: '2021-06' })
})

test('a later event of an earlier stage takes nothing back', () => {
  expect(getUptakeStage(events, '2022-12-31')).toEqual({ kind: 'adopted', date: '2021-06' })
  expect(getUptakeStage(events, '2023-02-01')?.kind).toBe('committed')
})

test('an event dated by year counts from its last day', () => {
  const byYear = [{ kind: 'adopted' as const, date: '2021' }]
  expect(getUptakeStage(byYear, '2021-12-30')).toBeNull()
  expect(getUptakeStage(byYear, '2021-12-31')).toBe(byYear[0])
})
