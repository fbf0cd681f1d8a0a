import { expect, test } from 'vitest'
import { mayEnd, mayLink, mayOccur, mayWaive } from './link.ts'
import { linkageRoles } from './linkage.ts'

const allowed = (issued: string, occurred: string | null) =>
  linkageRoles.filter((role) => mayLink({ role, issued, occurred }).ok)

test('a milestone that occurred before the recommendation was issued only gives context', () => {
  expect(allowed('2013-11-27', '2012')).toEqual(['context'])
  expect(allowed('2013-11-27', '2013-11-26')).toEqual(['context'])
  expect(mayLink({ role: 'required', issued: '2013-11-27', occurred: '2012' })).toEqual({
    ok: false,
    error: { code: 'invalid-input', path: 'role' },
  })
})

test('one that occurred on that day or later, or not yet, may have any role', () => {
  for (const occurred of ['2013-11-27', '2013-11', '2015', null])
    expect(allowed('2013-11-27', occurred)).toEqual(linkageRoles)
})

test('dates compare by the last day that they allow', () => {
  expect(allowed('2013', '2013-12-30')).toEqual(['context'])
  expect(allowed('2013', '2013-12')).toEqual(linkageRoles)
})

const opened = { kind: 'opened', occurred: '2011-06' } as const
const anOccurrence = {
  kind: 'signed',
  occurred: '2015-12-21',
  track: [opened],
  cancelled: null,
  links: [],
  today: '2026-01-01',
} as const

test('a milestone may occur from the day on which its track was opened, and not before', () => {
  expect(mayOccur(anOccurrence)).toEqual({ ok: true, value: undefined })
  expect(mayOccur({ ...anOccurrence, occurred: '2011-06-30' }).ok).toBe(true)
  expect(mayOccur({ ...anOccurrence, occurred: '2011-06-29' })).toEqual({
    ok: false,
    error: { code: 'occurs-before-opened', path: 'occurred', params: { opened: '2011-06' } },
  })
  expect(mayOccur({ ...anOccurrence, occurred: '1999', track: [] }).ok).toBe(true)
  expect(
    mayOccur({ ...anOccurrence, occurred: '1999', track: [{ kind: 'signed', occurred: '2015' }] }).ok,
  ).toBe(true)
})

test.each(['mandate', 'statement', 'strategy-adopted', 'council-meeting', 'committee-meeting'] as const)(
  'a step of kind %s may come before the opening',
  (kind) => {
    expect(mayOccur({ ...anOccurrence, kind, occurred: '2010-10-26' }).ok).toBe(true)
  },
)

test('a track is not opened after a step that needs the opening, whichever is recorded first', () => {
  const opening = { ...anOccurrence, kind: 'opened', occurred: '2011-06' } as const
  const track = [
    { kind: 'mandate', occurred: '2011-05-24' },
    { kind: 'round', occurred: '2011-06-29' },
  ] as const
  expect(mayOccur({ ...opening, track })).toEqual({
    ok: false,
    error: { code: 'occurs-before-opened', path: 'occurred', params: { opened: '2011-06' } },
  })
  expect(mayOccur({ ...opening, occurred: '2011-06-29', track }).ok).toBe(true)
})

test('nothing occurs in the future, after it was cancelled, or before what it is asked for', () => {
  const getCode = (over: Partial<Parameters<typeof mayOccur>[0]>) => {
    const result = mayOccur({ ...anOccurrence, ...over })
    return result.ok ? null : result.error
  }
  expect(getCode({ today: '2015-12-20' })?.code).toBe('effective-in-future')
  expect(getCode({ occurred: '2026', today: '2026-11-24' })?.code).toBe('effective-in-future')
  expect(getCode({ cancelled: '2014' })?.code).toBe('milestone-cancelled')
  const links = [
    { ref: 'XX-1', role: 'required', issued: '2015-12-22' },
    { ref: 'XX-2', role: 'context', issued: '2016' },
    { ref: 'XX-3', role: 'expected', issued: '2015-12' },
    { ref: 'XX-4', role: 'required', issued: '2015-12-21' },
  ] as const
  expect(getCode({ links })).toEqual({
    code: 'linked-before-issue',
    path: 'occurred',
    params: { refs: 'XX-1, XX-3' },
  })
})

test('a waiver has a reason, is not dated ahead, waives something, and once', () => {
  const aWaiver = {
    role: 'required',
    effective: '2014',
    why: 'Invented.',
    today: '2015-01-01',
    waived: false,
  } as const
  const getCode = (over: Partial<Parameters<typeof mayWaive>[0]>) => {
    const result = mayWaive({ ...aWaiver, ...over })
    return result.ok ? null : result.error.code
  }
  expect(getCode({})).toBe(null)
  expect(getCode({ role: 'expected' })).toBe(null)
  expect(getCode({ role: 'context' })).toBe('nothing-to-waive')
  expect(getCode({ effective: '2015' })).toBe('effective-in-future')
  expect(getCode({ why: '  ' })).toBe('reason-missing')
  expect(getCode({ waived: true })).toBe('waived-already')
})

test('what ends does so after it began, not in the future, and for a reason', () => {
  const anEnd = { began: '2014-05', ended: '2014-05-31', reason: 'Invented.', today: '2015-01-01' } as const
  const getCode = (over: Partial<Parameters<typeof mayEnd>[0]>) => {
    const result = mayEnd({ ...anEnd, ...over })
    return result.ok ? null : result.error.code
  }
  expect(getCode({})).toBe(null)
  expect(getCode({ began: null, ended: '1999' })).toBe(null)
  expect(getCode({ ended: '2014-05-30' })).toBe('ends-before-it-began')
  expect(getCode({ ended: '2015' })).toBe('effective-in-future')
  expect(getCode({ reason: '' })).toBe('reason-missing')
})
