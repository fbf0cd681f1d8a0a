import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { cloneDatabase } from './clone-database.ts'

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('many callers at once make one template, and each gets its own copy', async () => {
  let migrations = 0
  const migrate = async (url: string) => {
    migrations += 1
    await query(url, 'create table note (text text); insert into note values ($$from the template$$)')
  }
  const clones = await Promise.all(
    Array.from({ length: 8 }, () => cloneDatabase({ template: 'many', migrate })),
  )
  expect(migrations).toBe(1)
  expect(new Set(clones.map((clone) => clone.name)).size).toBe(8)
  const [first, second] = clones
  await query(first?.url ?? '', 'delete from note')
  expect(await query(second?.url ?? '', 'select text from note')).toEqual([{ text: 'from the template' }])
  await Promise.all(clones.map((clone) => clone.drop()))
  const left = await query(
    inject('testDatabaseServer').url,
    `select from pg_database where datname like '%many\\_%'`,
  )
  expect(left).toEqual([])
})

test('a template whose migration failed is made again by the next caller', async () => {
  const broken = cloneDatabase({
    template: 'broken',
    migrate: (url) => query(url, 'select 1/0').then(() => {}),
  })
  await expect(broken).rejects.toThrow('division by zero')
  const clone = await cloneDatabase({
    template: 'broken',
    migrate: (url) => query(url, 'create table t ()').then(() => {}),
  })
  expect(await query(clone.url, 'select * from t')).toEqual([])
})

test('a copy is quick', async () => {
  const migrate = (url: string) => query(url, 'create table t ()').then(() => {})
  await cloneDatabase({ template: 'quick', migrate })
  // The quickest of five: on a machine that runs other tests beside this one, a single copy may have to wait.
  const times: number[] = []
  for (let i = 0; i < 5; i += 1) {
    const start = performance.now()
    await cloneDatabase({ template: 'quick', migrate })
    times.push(performance.now() - start)
  }
  expect(Math.min(...times)).toBeLessThan(500)
})

test('Russian and Kazakh words are words to the text search of the server', async () => {
  const [row] = await query(
    inject('testDatabaseServer').url,
    `select to_tsvector('simple', 'Свобода ӘЛЕМ')::text as v, lower('ҚАЗАҚ') as l`,
  )
  expect(row).toEqual({ v: "'свобода':1 'әлем':2", l: 'қазақ' })
})
