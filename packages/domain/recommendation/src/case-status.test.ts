import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getCaseStatus } from './case-status.ts'

const status = (id: number, date: string, recordedAt = '2013-11-27T09:00:00.000Z') => ({
  id,
  date,
  recordedAt,
})

test('the status in force is the latest by last day, not after the day asked about', () => {
  const statuses = [status(1, '2012-05'), status(2, '2013'), status(3, '2013-06-01')]
  expect(getCaseStatus(statuses, '2012-05-30')).toBeNull()
  expect(getCaseStatus(statuses, '2012-05-31')?.id).toBe(1)
  expect(getCaseStatus(statuses, '2013-12-30')?.id).toBe(3)
  expect(getCaseStatus(statuses, '2013-12-31')?.id).toBe(2)
})

test('ties go to the later recorded, then to the later id', () => {
  expect(
    getCaseStatus([status(1, '2013', '2014-02-01T00:00:00.000Z'), status(2, '2013')], '2014-01-01')?.id,
  ).toBe(1)
  expect(getCaseStatus([status(2, '2013'), status(1, '2013-12')], '2014-01-01')?.id).toBe(2)
})

test('recorded times compare as instants, whatever their offset', () => {
  const morning = status(1, '2013', '2014-01-01T09:00:00+05:00')
  const later = status(2, '2013', '2014-01-01T05:00:00Z')
  expect(getCaseStatus([morning, later], '2014-01-02')?.id).toBe(2)
  expect(getCaseStatus([later, { ...morning, id: 3 }], '2014-01-02')?.id).toBe(2)
})

test('the order in which statuses are given has no effect', () => {
  const any = fc.array(
    fc.tuple(fc.constantFrom('2013', '2013-06', '2013-12-31', '2014'), fc.constantFrom('01', '02')),
  )
  fc.assert(
    fc.property(any, (rows) => {
      const statuses = rows.map(([date, day], i) => status(i, date, `2015-01-${day}T00:00:00.000Z`))
      expect(getCaseStatus([...statuses].reverse(), '2013-12-31')).toBe(getCaseStatus(statuses, '2013-12-31'))
    }),
  )
})
