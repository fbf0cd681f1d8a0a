import { ok } from '@waymark/kernel/result'
import { cloneDatabase, type DatabaseClone } from '@waymark/testdb/clone-database'
import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRows } from './bulk-insert.ts'
import { type Act, inTransaction, type Write } from './in-transaction.ts'
import { migrate, migrations, NewerDatabaseError } from './migrate.ts'
import { openDatabase } from './open.ts'
import { verifyChain } from './queries/audit.query.ts'
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

/** As an installation was before linkage: everything up to `last`, and nothing after it. */
async function migrateUpTo(last: keyof typeof migrations) {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: clone.url, max: 2 }) }),
  })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'waymark_migrations',
  })
  const { error } = await migrator.migrateTo(last)
  await db.destroy()
  if (error) throw error
}

const open = () =>
  openDatabase({
    ownerUrl: clone.url,
    appUrl: clone.url,
    publicUrl: clone.url,
    authUrl: clone.url,
    embedded: false,
    unsafe: true,
  })
type Db = Awaited<ReturnType<typeof open>>['app']
const act: Act = { kind: 'operator', id: 'operator', name: 'Operator' }

/** One write with an entry of the trail, as the product makes it. */
async function write(db: Db, action: string, work: (w: Write) => Promise<void>) {
  const result = await inTransaction(db, act, async (w) => {
    await work(w)
    return ok({
      value: null,
      account: { action, subject: { kind: 'dossier', dossier: 'synthetic', key: 'synthetic' } },
    })
  })
  expect(result.ok).toBe(true)
}

/** A small record with the columns that its tables had before linkage: a link with its commitment, and uptake, each twice. */
async function createOldRecord(db: Db) {
  const version = (w: Write, id: number, supersedes?: number) => ({
    id,
    root_id: supersedes ?? id,
    supersedes_id: supersedes ?? null,
    reason: supersedes === undefined ? null : 'Invented: misread.',
    file_hash: null,
    entry: w.entry,
    recorded_at: w.recordedAt,
  })
  const link = (w: Write, id: number, supersedes?: number) => ({
    ...version(w, id, supersedes),
    dossier_id: 1,
    recommendation_id: 8,
    milestone_id: 7,
    role: 'required',
    required: supersedes === undefined ? 'some' : 'full',
    note: null,
  })
  const uptake = (w: Write, id: number, supersedes?: number) => ({
    ...version(w, id, supersedes),
    dossier_id: 1,
    recommendation_id: 8,
    kind: supersedes === undefined ? 'raised' : 'stated',
    date: '2013-05',
    round_id: null,
    forum: 'Invented',
    source_id: 3,
    locator: null,
    note: null,
  })
  await write(db, 'dossier.import', async (w) => {
    await w.reserveIds(10)
    const add = async (table: Parameters<typeof createRows>[1], id: number, columns: object) =>
      createRows(w.trx, table, [{ ...version(w, id), ...columns }])
    const keyed = { dossier_id: 1, key: 'synthetic', title: 'Synthetic' }
    const { title: _, ...untitled } = keyed
    await add('dossier', 1, { key: 'synthetic', title: 'Synthetic', partner: 'XX', self_publication: false })
    await add('actor', 2, { ...untitled, name: 'Synthetic', kind: 'eu-institution' })
    const source = { publisher: 'Synthetic', kind: 'synthetic', date: '2013', language: 'en' }
    await add('source', 3, { ...keyed, ...source })
    await add('area', 4, { ...keyed, summary: 'Synthetic', position: 1 })
    const said = { actor_id: 2, date: '2013-05', summary: 'Invented.', source_id: 3 }
    await add('commitment', 5, { ...untitled, ...said })
    await add('track', 6, keyed)
    await add('milestone', 7, { ...keyed, track_id: 6, kind: 'signed', planned: '2015', source_id: 3 })
    await add('recommendation', 8, {
      ...keyed,
      area_id: 4,
      text: 'Invented.',
      basis: 'explicit',
      wording: 'as-issued',
      source_id: 3,
      issued: '2012',
      review_months: 12,
    })
    await createRows(w.trx, 'linkage', [link(w, 9)])
    const rests = { version_id: 9, position: 0, commitment_id: 5, entry: w.entry }
    await createRows(w.trx, 'linkage_commitment', [rests])
    await createRows(w.trx, 'uptake_event', [uptake(w, 10)])
  })
  await write(db, 'dossier.import', async (w) => {
    await w.reserveIds(2)
    await createRows(w.trx, 'linkage', [link(w, 11, 9)])
    await createRows(w.trx, 'uptake_event', [uptake(w, 12, 10)])
  })
}

const listDigests = () =>
  run(
    async (owner) =>
      (await owner.query(`select * from waymark.entry_digests(1, 1000) order by entry, "table"`)).rows,
  )

test('a record made before linkage verifies after it: the digests of its rows stay what they were', async () => {
  await migrateUpTo('0002-accounts')
  const old = await open()
  await createOldRecord(old.app)
  const digests = await listDigests()
  expect(digests.map((one) => one.table)).toEqual(expect.arrayContaining(['linkage', 'uptake_event']))
  await old.close()
  expect(await migrate(clone.url)).toContain('0003-linkage')
  const db = await open()
  try {
    expect(await listDigests()).toEqual(digests)
    expect(await verifyChain(db.app)).toMatchObject({ ok: true, entries: 2, faults: [] })
    // The old rows read as links that hold and uptake that was meant.
    const read = (statement: string) => run(async (owner) => (await owner.query(statement)).rows)
    expect(await read('select distinct ended, ended_last from public_record.linkage')).toEqual([
      { ended: null, ended_last: null },
    ])
    expect(await read('select distinct void from public_record.uptake_event')).toEqual([{ void: false }])
  } finally {
    await db.close()
  }
})

test('what linkage added to old rows is covered by the old digests: a link that is ended or uptake made void behind the trail is found', async () => {
  await migrateUpTo('0002-accounts')
  const old = await open()
  await createOldRecord(old.app)
  await old.close()
  await migrate(clone.url)
  const db = await open()
  try {
    for (const [change, undo] of [
      [
        `update waymark.linkage set ended = '2014' where id = 9`,
        `update waymark.linkage set ended = null where id = 9`,
      ],
      [
        `update waymark.uptake_event set void = true where id = 10`,
        `update waymark.uptake_event set void = false where id = 10`,
      ],
    ] as const) {
      await run((owner) => owner.query(change))
      const { ok: sound, faults } = await verifyChain(db.app)
      expect([change, sound, faults.map((fault) => [fault.seq, fault.kind])]).toEqual([
        change,
        false,
        [[1, 'rows']],
      ])
      await run((owner) => owner.query(undo))
      expect((await verifyChain(db.app)).ok).toBe(true)
    }
  } finally {
    await db.close()
  }
})

test('linkage can be taken back: the schema and the digests are again what they were before it', async () => {
  await migrateUpTo('0002-accounts')
  const old = await open()
  await createOldRecord(old.app)
  await old.close()
  const [schema, digests] = [await run(buildSchemaDump), await listDigests()]
  await migrate(clone.url)
  await migrateUpTo('0002-accounts')
  expect(await run(buildSchemaDump)).toBe(schema)
  expect(await listDigests()).toEqual(digests)
})
