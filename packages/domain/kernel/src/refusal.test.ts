import { expect, test } from 'vitest'
import { refusalStatus } from './refusal.ts'
import { ok, type Result, refused } from './result.ts'

test('every refusal answers as an error of the client; only being busy is ours', () => {
  for (const [code, status] of Object.entries(refusalStatus)) {
    if (code === 'busy') expect(status).toBe(503)
    else expect(Number.isInteger(status) && status >= 400 && status < 500).toBe(true)
  }
})

test('codes are words with hyphens, which is how their sentences are looked up', () => {
  for (const code of Object.keys(refusalStatus)) expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
})

test('a result is a value or a refusal, told apart by ok', () => {
  const results: Result<number>[] = [ok(1), refused({ code: 'not-found' })]
  expect(results.map((one) => (one.ok ? one.value : one.error.code))).toEqual([1, 'not-found'])
})
