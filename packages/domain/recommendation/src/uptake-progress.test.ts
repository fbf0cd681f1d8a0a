import { addMonths, lastDay, nextDay } from '@waymark/kernel/partial-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { days, partialDates } from '../test/dates.ts'
import { uptakeKinds } from './uptake.ts'
import { getGap, getUptakeProgress } from './uptake-progress.ts'

describe('the time between two days', () => {
  test('is whole calendar months and the days left over', () => {
    expect(getGap('2013-11-27', '2016-03-10')).toEqual({ months: 27, days: 12 })
    expect(getGap('2013-11-27', '2013-12-26')).toEqual({ months: 0, days: 29 })
    expect(getGap('2013-11-27', '2013-11-27')).toEqual({ months: 0, days: 0 })
  })

  test('counts a month as over at the end of a shorter one', () => {
    expect(getGap('2013-01-31', '2013-02-28')).toEqual({ months: 1, days: 0 })
    expect(getGap('2012-01-31', '2012-02-28')).toEqual({ months: 0, days: 28 })
  })

  test('adds up: the months and then the days lead from the first day to the second, and never a month of days', () => {
    fc.assert(
      fc.property(days(), days(), (a, b) => {
        const [from, to] = [a, b].sort() as [string, string]
        const gap = getGap(from, to)
        let day = addMonths(from, gap.months)
        for (let i = 0; i < gap.days; i++) day = nextDay(day)
        expect(day).toBe(to)
        expect(gap.days).toBeLessThan(31)
        expect(addMonths(from, gap.months + 1) > to).toBe(true)
      }),
    )
  })
})

describe('the uptake axis', () => {
  const events = [
    { kind: 'proposed', date: '2013-11-27' },
    { kind: 'raised', date: '2014-11-12' },
    { kind: 'adopted', date: '2016-03' },
  ] as const

  test('runs from the first proposal to the event that first reached the furthest stage', () => {
    expect(getUptakeProgress(events, '2013-10-01', '2014-12-31')).toEqual({
      stage: { kind: 'raised', date: '2014-11-12' },
      since: { event: 'proposed', date: '2013-11-27' },
      gap: { months: 11, days: 16 },
      waiting: null,
      exact: true,
    })
  })

  test('is told to be inexact where a date is known by its month or year', () => {
    const progress = getUptakeProgress(events, '2013-10-01', '2016-03-31')
    expect([progress.stage?.kind, progress.gap, progress.exact]).toEqual([
      'adopted',
      { months: 28, days: 4 },
      false,
    ])
  })

  test('waits from the first proposal while it is only proposed', () => {
    expect(getUptakeProgress(events, '2013-10-01', '2014-11-11')).toEqual({
      stage: { kind: 'proposed', date: '2013-11-27' },
      since: { event: 'proposed', date: '2013-11-27' },
      gap: null,
      waiting: { months: 11, days: 15 },
      exact: true,
    })
  })

  test('waits from the issue where no proposal is on record', () => {
    expect(getUptakeProgress([], '2013-10', '2014-11-30')).toEqual({
      stage: null,
      since: { event: 'issued', date: '2013-10' },
      gap: null,
      waiting: { months: 13, days: 0 },
      exact: false,
    })
  })

  test('tells no time where it was taken up before it was proposed', () => {
    const early = [
      { kind: 'stated', date: '2012-05-01' },
      { kind: 'proposed', date: '2013-11-27' },
    ] as const
    expect(getUptakeProgress(early, '2012-01-01', '2014-01-01')).toMatchObject({ gap: null, waiting: null })
  })

  test('for any events, waits exactly while nothing beyond a proposal has happened, and never measures from the future', () => {
    const event = fc.record({ kind: fc.constantFrom(...uptakeKinds), date: partialDates() })
    fc.assert(
      fc.property(fc.array(event), partialDates(), days(), (events, issued, asOf) => {
        fc.pre(lastDay(issued) <= asOf)
        const progress = getUptakeProgress(events, issued, asOf)
        const happened = events.filter(({ date }) => lastDay(date) <= asOf)
        const isTakenUp = happened.some(({ kind }) => kind !== 'proposed')
        expect(progress.waiting === null).toBe(isTakenUp)
        if (!isTakenUp) expect(progress.gap).toBeNull()
        expect(lastDay(progress.since.date) <= asOf).toBe(true)
      }),
    )
  })
})
