import { afterEach, beforeEach, expect, vi } from 'vitest'

// A logged error is an error: a test that makes the code complain must say so by spying on it itself.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  const spy = vi.mocked(console.error)
  const calls = spy.mock?.calls ?? []
  spy.mockRestore?.()
  expect(calls, 'console.error was called').toEqual([])
})
