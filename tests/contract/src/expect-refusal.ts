import { expect } from 'vitest'
import type { TestRecord } from './open-test-record.ts'
import { getRefusal } from './refusal.ts'
import { dumpText } from './tables.ts'

/** The call is refused with this code, and leaves the record as it was, to the letter. */
export async function expectRefusal(record: TestRecord, call: () => Promise<unknown>, code: string) {
  const before = await dumpText(record)
  const refusal = await getRefusal(call())
  expect(refusal.code).toBe(code)
  expect(await dumpText(record)).toBe(before)
  return refusal
}
