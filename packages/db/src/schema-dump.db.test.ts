import { readFile } from 'node:fs/promises'
import { cloneDatabase } from '@waymark/testdb/clone-database'
import pg from 'pg'
import { expect, test } from 'vitest'
import { getMigratedSchema, schemaFile } from '../test/migrated-schema.ts'
import { buildSchemaDump } from './schema-dump.ts'

test('schema.sql is what the migrations make', async () => {
  const [written, made] = await Promise.all([readFile(schemaFile, 'utf8'), getMigratedSchema()])
  expect(made, 'run: pnpm --filter @waymark/db schema').toBe(written)
})

test('a column, a check, an index, a right or a comment that changes shows in the dump', async () => {
  const clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  await owner.query('create schema waymark; create table waymark.note (id bigint primary key, text text)')
  let before = await buildSchemaDump(owner)
  for (const change of [
    'alter table waymark.note add column kind text not null default $$short$$',
    'alter table waymark.note add constraint note_kind check (kind <> $$$$)',
    'create index note_by_kind on waymark.note (kind) where text is not null',
    'grant select (id) on waymark.note to public',
    'grant insert on waymark.note to public',
    'comment on column waymark.note.kind is $$what it is$$',
    'create view waymark.short_note with (security_barrier) as select id from waymark.note',
    'create or replace view waymark.short_note as select id from waymark.note',
    'create function waymark.one() returns int language sql as $$select 1$$',
    'revoke execute on function waymark.one() from public',
  ]) {
    await owner.query(change)
    const after = await buildSchemaDump(owner)
    expect(after, change).not.toBe(before)
    before = after
  }
  await owner.end()
  await clone.drop()
})
