import { cloneDatabase, type DatabaseClone } from '@waymark/testdb/clone-database'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, ServerRefusedError } from './open.ts'

let clone: DatabaseClone
beforeAll(async () => {
  clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
})
afterAll(() => clone.drop())

const options = () => ({
  ownerUrl: clone.url,
  appUrl: clone.url,
  publicUrl: clone.url,
  authUrl: clone.url,
  embedded: true,
  unsafe: true,
})

test('each pool has its schema, its limits and UTC', async () => {
  const db = await openDatabase(options())
  const read = sql<
    Record<string, string>
  >`select current_setting('search_path') as path, current_setting('statement_timeout') as timeout,
    current_setting('TimeZone') as zone, current_setting('jit') as jit, current_setting('application_name') as name`
  expect((await read.execute(db.app)).rows).toEqual([
    { path: 'waymark,pg_temp', timeout: '5s', zone: 'UTC', jit: 'off', name: 'waymark app' },
  ])
  expect((await read.execute(db.public)).rows).toEqual([
    { path: 'public_record,pg_temp', timeout: '5s', zone: 'UTC', jit: 'off', name: 'waymark public' },
  ])
  await db.close()
  await db.close()
})

test('a statement that takes too long is ended by the server', async () => {
  const db = await openDatabase({ ...options(), statementTimeout: 100 })
  await expect(sql`select pg_sleep(5)`.execute(db.public)).rejects.toMatchObject({ code: '57014' })
  await db.close()
})

test('a server that would lose acknowledged writes is refused by name of the setting', async () => {
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  await owner.query(`alter database "${clone.name}" set synchronous_commit = off`)
  const unsafe = openDatabase({ ...options(), unsafe: false })
  await expect(unsafe).rejects.toThrow(ServerRefusedError)
  await expect(unsafe).rejects.toThrow(/synchronous_commit.* switched off/)
  await owner.query(`alter database "${clone.name}" reset synchronous_commit`)
  await owner.end()
})

test('losing idle connections is logged and survived', async () => {
  const lost: string[] = []
  const db = await openDatabase({ ...options(), log: (message) => lost.push(message) })
  await sql`select 1`.execute(db.app)
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'waymark%' and datname = current_database()`,
  )
  await owner.end()
  await expect.poll(() => lost.length).toBeGreaterThan(0)
  expect((await sql<{ n: number }>`select 1 as n`.execute(db.app)).rows).toEqual([{ n: 1 }])
  await db.close()
})
