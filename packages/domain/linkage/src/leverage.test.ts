import { expect, test } from 'vitest'
import { isNear, listLeverage } from './leverage.ts'

const milestone = (
  key: string,
  planned: string | null,
  occurred: string | null = null,
  cancelled: string | null = null,
) => ({ key, planned, occurred, cancelled })
const asOf = '2013-11-27'

test('milestones still ahead, by the last day planned, those without a date after them', () => {
  const milestones = [
    milestone('undated-b', null),
    milestone('year', '2015'),
    milestone('undated-a', null),
    milestone('day', '2015-12-21'),
    milestone('passed', '2012', '2013-11-27'),
    milestone('later', '2014-06', '2014-06-01'),
    milestone('cancelled', '2014', null, '2013-11-27'),
    milestone('cancelled-later', '2013-12', null, '2013-11-28'),
  ]
  const list = listLeverage(milestones, [], asOf)
  expect(list.map((line) => line.milestone.key)).toEqual([
    'cancelled-later',
    'later',
    'day',
    'year',
    'undated-a',
    'undated-b',
  ])
})

test('milestones planned for the same day are in order of their keys', () => {
  const list = listLeverage([milestone('b', '2015'), milestone('a', '2015-12-31')], [], asOf)
  expect(list.map((line) => line.milestone.key)).toEqual(['a', 'b'])
})

test('each with its own unmet and unknown required gates, and no others', () => {
  const gates = [
    { milestone: 'signed', role: 'required', state: 'unmet', recommendation: 'XX-1' },
    { milestone: 'signed', role: 'required', state: 'unknown', recommendation: 'XX-2' },
    { milestone: 'signed', role: 'required', state: 'met', recommendation: 'XX-3' },
    { milestone: 'signed', role: 'required', state: 'waived', recommendation: 'XX-4' },
    { milestone: 'signed', role: 'expected', state: 'unmet', recommendation: 'XX-5' },
    { milestone: 'other', role: 'required', state: 'unmet', recommendation: 'XX-6' },
  ] as const
  const [line] = listLeverage([milestone('signed', '2015')], gates, asOf)
  expect(line?.unmet.map((gate) => gate.recommendation)).toEqual(['XX-1'])
  expect(line?.unknown.map((gate) => gate.recommendation)).toEqual(['XX-2'])
})

test('a planned date that is over is told apart, since nothing says whether it took place', () => {
  const overdue = (planned: string | null) =>
    listLeverage([milestone('round', planned)], [], asOf)[0]?.overdue
  expect(overdue('2013-11-26')).toBe(true)
  expect(overdue('2013-11-27')).toBe(false)
  expect(overdue('2013')).toBe(false)
  expect(overdue(null)).toBe(false)
})

test('a milestone is near once the first day that its date allows is at most 90 days away, and stays so when it is late', () => {
  const near = (planned: string | null) => isNear({ planned }, asOf)
  expect(near('2014-02-25')).toBe(true)
  expect(near('2014-02-26')).toBe(false)
  expect(near('2014-02')).toBe(true)
  expect(near('2014-03')).toBe(false)
  expect(near('2014')).toBe(true)
  expect(near('2012')).toBe(true)
  expect(near(null)).toBe(false)
})
