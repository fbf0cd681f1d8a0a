import { expect, test } from 'vitest'
import { linkage } from './linkage.ts'

const link = {
  recommendation: 'XX-2011-01',
  milestone: 'signed',
  role: 'required',
  required: 'some',
  commitments: [],
}

test('a required link names its level, a link that gives context has none, an expected one may', () => {
  const { required: _, ...noLevel } = link
  expect(linkage.safeParse(link).success).toBe(true)
  expect(linkage.safeParse(noLevel).success).toBe(false)
  expect(linkage.safeParse({ ...link, role: 'context' }).success).toBe(false)
  expect(linkage.safeParse({ ...noLevel, role: 'context' }).success).toBe(true)
  expect(linkage.safeParse({ ...noLevel, role: 'expected' }).success).toBe(true)
  expect(linkage.safeParse({ ...link, role: 'expected' }).success).toBe(true)
})
