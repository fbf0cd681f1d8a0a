import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { cloneDatabase } from './clone-database.ts'
import { chooseDataRoot } from './data-root.ts'

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

test('a copy runs nothing of the migration again, however long that took', async () => {
  await cloneDatabase({ template: 'quick', migrate: (url) => query(url, 'create table t ()').then(() => {}) })
  const migrate = async () => {
    throw new Error('the template is there')
  }
  const copies = await Promise.all(
    Array.from({ length: 5 }, () => cloneDatabase({ template: 'quick', migrate })),
  )
  for (const { url } of copies) expect(await query(url, 'select * from t')).toEqual([])
})

test.skipIf(process.env.DATABASE_TEST_URL)('the data lie in memory where there is room', async () => {
  const [row] = await query(inject('testDatabaseServer').url, 'show data_directory')
  expect(row?.data_directory).toMatch(new RegExp(`^${chooseDataRoot()}/waymark-testdb-`))
})

test('Russian and Kazakh words are words to the text search of the server', async () => {
  const [row] = await query(
    inject('testDatabaseServer').url,
    `select to_tsvector('simple', 'Свобода ӘЛЕМ')::text as v, lower('ҚАЗАҚ') as l`,
  )
  expect(row).toEqual({ v: "'свобода':1 'әлем':2", l: 'қазақ' })
})
