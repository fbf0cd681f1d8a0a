import { ok } from '@waymark/kernel/result'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type OpenedClone, openClone } from '../test/open-clone.ts'
import { type Act, inTransaction } from './in-transaction.ts'
import { headChannel, type Listener, listen } from './listen.ts'

const act: Act = { kind: 'operator', id: 'operator', name: 'Operator' }
let opened: OpenedClone
const heard: string[] = []
let lost = 0
let listener: Listener
const said: string[] = []

beforeAll(async () => {
  opened = await openClone()
  listener = listen({
    url: opened.db.appUrl,
    channel: headChannel,
    hear: (payload) => heard.push(payload),
    lose: () => {
      lost += 1
    },
    log: (message) => said.push(message),
  })
  await vi.waitUntil(() => listener.isLive())
})
afterAll(async () => {
  await listener.close()
  await opened.close()
})

const write = (outcome: 'kept' | 'nothing') =>
  inTransaction(opened.db.app, act, async () =>
    ok({
      value: null,
      account:
        outcome === 'nothing'
          ? null
          : { action: 'test.write', subject: { kind: 'record', dossier: null, key: null } },
    }),
  )

test('a committed write is heard by the time that catching up ends, 50 times of 50; one that wrote nothing is not', async () => {
  for (let n = 0; n < 50; n += 1) {
    const before = heard.length
    await write('kept')
    expect(await listener.catchUp()).toBe(true)
    expect(heard.length).toBe(before + 1)
  }
  const before = heard.length
  await write('nothing')
  await listener.catchUp()
  expect(heard.length).toBe(before)
  expect(heard).toEqual(
    heard
      .map(Number)
      .sort((a, b) => a - b)
      .map(String),
  )
})

test('a lost connection is told of at once, is not live until there is a new one, and that hears again', async () => {
  const before = lost
  const owner = new pg.Client({ connectionString: opened.clone.url })
  await owner.connect()
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'waymark listening' and datname = current_database()`,
  )
  await owner.end()
  await vi.waitUntil(() => lost > before)
  await vi.waitUntil(() => listener.isLive(), { timeout: 10_000 })
  expect(lost).toBe(before + 2)
  expect(said).toHaveLength(1)
  const count = heard.length
  await write('kept')
  expect(await listener.catchUp()).toBe(true)
  expect(heard.length).toBe(count + 1)
})
