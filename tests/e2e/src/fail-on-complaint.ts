import { afterAll, afterEach, expect } from 'vitest'
import { closeContexts, takeComplaints } from './browser.ts'

// Whatever a test looks at: no page may log an error, break the content policy, or ask another host for anything.
afterEach(() => {
  expect(takeComplaints(), 'the browser complained').toEqual([])
})

afterAll(closeContexts)
