import { watchPublic } from '@waymark/api-host/watch-public'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openInvented, people } from '../src/full-record.ts'
import type { TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

/** A watch whose clock the test sets; `changes` counts how often what is kept had to go. */
async function openWatch() {
  const state = { now: Date.now(), changes: 0 }
  const watch = watchPublic(record.db, {
    changed: () => {
      state.changes += 1
    },
    now: () => state.now,
    log: () => {},
  })
  await vi.waitUntil(() => watch.isLive(), { timeout: 10_000 })
  return { state, watch }
}

test('a write is told of before the writer is answered, and the watch is live again', async () => {
  const { state, watch } = await openWatch()
  const before = state.changes
  await people(record).analyst.edition.propose({ dossier, asOf: '2013-06-30', title: 'Invented edition' })
  await watch.catchUp()
  expect(state.changes).toBe(before + 1)
  await vi.waitUntil(() => watch.isLive(), { timeout: 10_000 })
  await watch.close()
  expect(watch.isLive()).toBe(false)
})

test('what is kept goes at midnight UTC, and not a millisecond before', async () => {
  const { state, watch } = await openWatch()
  const midnight = (Math.floor(state.now / 86_400_000) + 1) * 86_400_000
  const before = state.changes
  state.now = midnight - 1
  expect(watch.isLive()).toBe(true)
  state.now = midnight
  expect(watch.isLive()).toBe(false)
  expect(state.changes).toBe(before + 1)
  await watch.close()
})

test('what is kept goes when the embargo of an edition ends', async () => {
  const { analyst, reviewer } = people(record)
  const minute = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000
  const embargoUntil = new Date(minute).toISOString()
  const { edition } = await analyst.edition.propose({
    dossier,
    asOf: '2013-06-30',
    title: 'Invented edition under embargo',
    embargoUntil,
  })
  await reviewer.edition.publish({ dossier, edition })
  const { state, watch } = await openWatch()
  const before = state.changes
  // Near midnight UTC that comes first; the embargo then ends no later.
  state.now = Math.min(minute, (Math.floor(state.now / 86_400_000) + 1) * 86_400_000) - 1
  expect(watch.isLive()).toBe(true)
  state.now += 1
  expect(watch.isLive()).toBe(false)
  expect(state.changes).toBe(before + 1)
  await watch.close()
})
