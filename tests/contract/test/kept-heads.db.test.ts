import { KeptHeads } from '@waymark/api/common/kept-heads'
import { createCallerFactory } from '@waymark/api/procedure'
import { appRouter } from '@waymark/api/router'
import { watchPublic } from '@waymark/api-host/watch-public'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openInvented, people } from '../src/full-record.ts'
import { buildContext, type TestRecord } from '../src/open-test-record.ts'
import { publish } from '../src/workflow.ts'

const dossier = 'invented'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const createCaller = createCallerFactory(appRouter)

/** Reads the dossier's last change as the public, with heads that are kept. */
const readChange = async (heads: KeptHeads, key = dossier): Promise<string> =>
  (await createCaller({ ...buildContext(record, null), heads }).dossier.frame({ dossier: key })).changedAt

test('a head is kept until a write is heard of, and whoever reads after that finds what was written', async () => {
  const heads = new KeptHeads()
  heads.follow(() => true)
  const before = await readChange(heads)
  await publish(people(record))
  expect(await readChange(heads)).toBe(before)
  heads.clear()
  expect((await readChange(heads)) > before).toBe(true)
})

test('as the server wires it, a write is heard of before the writer is answered', async () => {
  const heads = new KeptHeads()
  const watch = watchPublic(record.db, { changed: () => heads.clear(), now: Date.now, log: () => {} })
  heads.follow(watch.isLive)
  await vi.waitUntil(() => watch.isLive(), { timeout: 10_000 })
  const before = await readChange(heads)
  await publish(people(record), { effective: '2013-06-01' })
  await watch.catchUp()
  expect((await readChange(heads)) > before).toBe(true)
  await watch.close()
})

test('while a write may be missed the record is asked each time', async () => {
  const heads = new KeptHeads()
  const before = await readChange(heads)
  await publish(people(record), { effective: '2013-06-02' })
  expect((await readChange(heads)) > before).toBe(true)
})

test('what was read of the record as it was does not come back after the write was heard of', async () => {
  const heads = new KeptHeads()
  heads.follow(() => true)
  const reading = heads.get(record.db.public, dossier)
  heads.clear()
  expect(heads.get(record.db.public, dossier)).not.toBe(reading)
  expect(heads.get(record.db.public, dossier)).toBe(heads.get(record.db.public, dossier))
  await reading
})

test('of a dossier that does not exist, and of a reading that failed, nothing is kept', async () => {
  const heads = new KeptHeads()
  heads.follow(() => true)
  const absent = heads.get(record.db.public, 'absent')
  expect(await absent).toBeNull()
  expect(heads.get(record.db.public, 'absent')).not.toBe(absent)
  const failing = heads.get({} as typeof record.db.public, dossier)
  await expect(failing).rejects.toThrow()
  expect(await heads.get(record.db.public, dossier)).not.toBeNull()
})
