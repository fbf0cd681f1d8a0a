import { cloneDatabase, type DatabaseClone } from '@waymark/testdb/clone-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, migrations, NewerDatabaseError } from './migrate.ts'
import { buildLoginPasswords, ensureRoles } from './roles.ts'
import { buildSchemaDump } from './schema-dump.ts'

let clone: DatabaseClone
beforeEach(async () => {
  clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  await run((owner) =>
    ensureRoles(owner, { database: clone.name, passwords: buildLoginPasswords('s'.repeat(32), clone.name) }),
  )
})
afterEach(() => clone.drop())

async function run<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

test('two servers that boot at once bring an empty database up to date together', async () => {
  const applied = await Promise.all([migrate(clone.url), migrate(clone.url)])
  expect(applied.flat().sort()).toEqual(Object.keys(migrations))
  expect(await migrate(clone.url)).toEqual([])
})

test('a database of a newer version is refused with what it has, and nothing in it is changed', async () => {
  await migrate(clone.url)
  await run((owner) =>
    owner.query(`insert into waymark_migrations.kysely_migration values ('9999-later', now()::text)`),
  )
  const before = await run(buildSchemaDump)
  await expect(migrate(clone.url)).rejects.toThrow(NewerDatabaseError)
  await expect(migrate(clone.url)).rejects.toThrow('9999-later')
  expect(await run(buildSchemaDump)).toBe(before)
})

test('a partial date that does not exist cannot be written, whoever writes it', async () => {
  await migrate(clone.url)
  const last = (date: string) =>
    run(
      async (owner) =>
        (await owner.query(`select waymark.last_day($1::waymark.partial_date)::text as day`, [date])).rows[0]
          .day,
    )
  expect(await last('2012-02')).toBe('2012-02-29')
  expect(await last('2013')).toBe('2013-12-31')
  for (const wrong of ['2013-02-30', '2013-13', '0999', '2013-1', '2013-01-01 ', 'soon'])
    await expect(last(wrong)).rejects.toThrow()
})
