import { expect, test } from 'vitest'
import { mayLink } from './link.ts'
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
