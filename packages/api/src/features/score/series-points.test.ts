import { days } from '@waymark/kit/arbitraries'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Frame, Moment } from '../../common/frame.view.ts'
import { listFixedDays, listSeriesPoints } from './series-points.ts'

const kinds = ['round', 'milestone'] as const
const anyMoment = fc.record({
  day: days({ from: 1960, to: 2040 }),
  kind: fc.constantFrom(...kinds),
  title: fc.constant('Invented'),
})
const aFrame = (moments: readonly unknown[], asOf: string) =>
  ({ moments: moments as Moment[], cut: { asOf } }) as unknown as Frame
const byDay = (a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : 1)

test('whatever day is shown, every point before it is among the fixed days, and none of these lies after their end', () => {
  fc.assert(
    fc.property(
      fc.array(anyMoment, { maxLength: 120 }).map((all) => all.toSorted(byDay)),
      days({ from: 1950, to: 2000 }),
      days({ from: 1950, to: 2090 }),
      days({ from: 1990, to: 2030 }),
      (moments, start, asOf, today) => {
        const frame = aFrame(moments, asOf)
        const points = listSeriesPoints(frame, start, kinds)
        const { days: fixed, through } = listFixedDays(frame, start, kinds, today)
        if (asOf < start) return
        for (const { day, kind } of points) if (kind !== 'shown') expect(fixed).toContain(day)
        expect(fixed.every((day) => day <= through) && asOf <= through).toBe(true)
        expect(fixed).toEqual(fixed.toSorted())
      },
    ),
  )
})

test('all days shown up to the end of this year share their fixed days', () => {
  const moments = [{ day: '2013-11-27', kind: 'round', title: 'Invented' }]
  const listed = ['2012-03-01', '2013-11-28', '2026-12-31'].map((asOf) =>
    listFixedDays(aFrame(moments, asOf), '2009-05-05', kinds, '2026-01-15'),
  )
  expect(new Set(listed.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(listed[0]?.through).toBe('2026-12-31')
})

test('a day far ahead has as many fixed days as any point list, not all years up to it', () => {
  const { days: fixed } = listFixedDays(aFrame([], '9999-06-30'), '2009-05-05', kinds, '2026-01-15')
  expect(fixed).toHaveLength(40)
})
