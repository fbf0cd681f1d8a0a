import { ledgerTables } from '@waymark/db/ledger-tables'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkedRecord } from '../src/full-record.ts'
import type { TestRecord } from '../src/open-test-record.ts'
import { publicColumns } from '../src/public-columns.ts'
import { dumpText, listLedgerTables, listTables } from '../src/tables.ts'

let record: TestRecord
const clients = {} as Record<'app' | 'public' | 'auth', pg.Client>
beforeAll(async () => {
  record = await openWorkedRecord()
  for (const role of ['app', 'public', 'auth'] as const) {
    clients[role] = new pg.Client({ connectionString: record.urls[role] })
    await clients[role].connect()
  }
})
afterAll(async () => {
  await Promise.all(Object.values(clients).map((client) => client.end()))
  await record.close()
})

/** `refused` with the code, or what happened instead. 42501: insufficient privilege. */
async function attempt(role: keyof typeof clients, statement: string): Promise<string> {
  try {
    const result = await clients[role].query(statement)
    return `done: ${result.rowCount ?? 0} rows`
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
const noRight = '42501'

test('the app role can change nothing that is written: every statement on every ledger table and the audit trail is refused', async () => {
  const before = await dumpText(record)
  let refused = 0
  for (const table of [...ledgerTables, 'audit_entry']) {
    const column = table === 'audit_entry' ? 'seq' : 'entry'
    const name = `waymark.${table}`
    for (const statement of [
      `update ${name} set ${column} = ${column}`,
      `delete from ${name}`,
      `truncate ${name}`,
      `truncate ${name} cascade`,
      `do $$ begin update ${name} set ${column} = ${column}; end $$`,
      `do $$ begin execute 'delete from ${name}'; end $$`,
      `with gone as (delete from ${name} returning 1) select count(*) from gone`,
      `select * from ${name} for update`,
      `copy ${name} from '/etc/passwd'`,
      `copy ${name} from program 'cat'`,
      `alter table ${name} disable trigger all`,
      `alter table ${name} disable row level security`,
      `alter table ${name} add column smuggled text`,
      `drop table ${name}`,
      `create rule smuggled as on insert to ${name} do instead nothing`,
      `create trigger smuggled before insert on ${name} for each row execute function suppress_redundant_updates_trigger()`,
      `grant update on ${name} to waymark_app`,
      `do $$ begin lock table ${name} in access exclusive mode; end $$`,
      `vacuum full ${name}`,
    ]) {
      const outcome = await attempt('app', statement)
      // A grant or a vacuum without the right is passed over with a warning instead of an error.
      const passedOver = /^(grant|vacuum)/.test(statement) && outcome === 'done: 0 rows'
      if (!passedOver) expect([statement, outcome]).toEqual([statement, noRight])
      refused += 1
    }
  }
  expect(refused).toBeGreaterThan(400)
  for (const statement of [
    `insert into waymark.publication select * from waymark.publication on conflict (assessment_id) do update set level = 'full'`,
    `merge into waymark.review r using (select 1) one on true when matched then delete`,
  ])
    expect([statement, await attempt('app', statement)]).not.toEqual([statement, 'done: 0 rows'])
  expect(await dumpText(record)).toBe(before)
})

test.each(['app', 'public', 'auth'] as const)(
  'the role %s cannot become another, make objects or reach the server',
  async (role) => {
    for (const statement of [
      'set session_replication_role = replica',
      'set role postgres',
      'set session authorization postgres',
      'create table waymark.smuggled (n int)',
      'create table public.smuggled (n int)',
      'create table public_record.smuggled (n int)',
      'create schema smuggled',
      'create function waymark.smuggled() returns int language sql as $$ select 1 $$',
      `create or replace function waymark.entry_digests(first_entry bigint, last_entry bigint) returns table (entry bigint, "table" text, count bigint, sha256 text) language sql as $$ select null, null, null, null where false $$`,
      'alter view public_record.finding owner to current_user',
      `select pg_read_file('/etc/passwd')`,
      `copy (select 1) to program 'cat'`,
      `select lo_import('/etc/passwd')`,
      'create role smuggled',
      `alter role current_user superuser`,
      'create extension dblink',
      'alter system set fsync = off',
      'select pg_reload_conf()',
    ]) {
      const outcome = await attempt(role, statement)
      expect([statement, outcome.startsWith('done')]).toEqual([statement, false])
    }
    const [self] = await record.query<{ ok: boolean }>(
      `select not rolsuper and not rolcreaterole and not rolcreatedb and not rolbypassrls and not rolreplication as ok from pg_roles where rolname = $1`,
      [new URL(record.urls[role]).username],
    )
    expect(self).toEqual({ ok: true })
  },
)

test('the public role reads the public window and nothing else: no table, no sequence, no function of the record or of accounts', async () => {
  for (const schema of ['waymark', 'auth', 'waymark_migrations']) {
    const tables = await listTables(record, schema)
    expect([schema, tables.length > 0]).toEqual([schema, true])
    for (const table of tables) {
      const statement = `select * from "${schema}"."${table}"`
      expect([statement, await attempt('public', statement)]).toEqual([statement, noRight])
    }
  }
  expect(await attempt('public', 'select * from waymark.entry_digests(1, 1)')).toBe(noRight)
  expect(await attempt('public', `select nextval('waymark.record_id')`)).toBe(noRight)
  expect(await attempt('public', 'select last_value from waymark.record_id')).toBe(noRight)
  for (const view of Object.keys(publicColumns)) {
    expect([view, await attempt('public', `select * from public_record.${view}`)]).not.toEqual([
      view,
      noRight,
    ])
    for (const statement of [
      `delete from public_record.${view}`,
      `insert into public_record.${view} default values`,
      `truncate public_record.${view}`,
    ])
      expect([statement, (await attempt('public', statement)).startsWith('done')]).toEqual([statement, false])
  }
})

test('the app role reads no credentials, sessions or second factors', async () => {
  for (const table of await listTables(record, 'auth')) {
    const statement = `select * from auth."${table}"`
    expect([statement, await attempt('app', statement)]).toEqual([statement, noRight])
  }
  for (const role of ['app', 'public'] as const)
    expect(await attempt(role, 'select password from auth.account')).toBe(noRight)
})

test('the role for accounts reads nothing of the record but who is a member', async () => {
  for (const table of await listTables(record, 'waymark')) {
    const outcome = await attempt('auth', `select * from waymark."${table}"`)
    if (table === 'member') expect(outcome).toMatch(/^done/)
    else expect([table, outcome]).toEqual([table, noRight])
  }
  expect(await attempt('auth', `update waymark.member set role = 'administrator'`)).toBe(noRight)
})

test('the chain covers every table whose rows name an entry', async () => {
  expect([...ledgerTables].sort()).toEqual(await listLedgerTables(record))
  const [digest] = await record.query<{ source: string }>(
    `select prosrc as source from pg_proc where proname = 'entry_digests'`,
  )
  for (const table of ledgerTables) expect(digest?.source).toContain(`from waymark.${table} t where`)
})

test('every table of the record is either in the ledger or one of the few that may change, with a reason', async () => {
  const others = (await listTables(record, 'waymark')).filter((table) => !ledgerTables.includes(table))
  // The chain itself, projections, and accounts and personal data, which may be erased; zips of editions, whose hashes the ledger
  // holds; then what people work with beside the record (decision 0011), and what the machine observed.
  const kept = [
    'action_point',
    'audit_entry',
    'dossier_head',
    'draft',
    'edition_archive',
    'latest_finding',
    'meeting_decision',
    'meeting_standing',
    'member',
    'personal_data',
    'search_text',
  ]
  const work = [
    'action_digest',
    'assignment',
    'calendar_token',
    'column_mapping',
    'comment',
    'grid_preference',
    'job',
    'job_file',
    'notification',
    'saved_view',
  ]
  const observed = ['file_check', 'file_text', 'link_check', 'presence']
  expect(others).toEqual([...kept, ...work, ...observed].sort())
})

test('the public window shows exactly these columns: a new one must be written down here to be shown', async () => {
  const columns = await record.query<{ view: string; column: string }>(
    `select table_name as view, column_name as column from information_schema.columns where table_schema = 'public_record' order by table_name, ordinal_position`,
  )
  const found = Object.groupBy(columns, (row) => row.view)
  expect(
    Object.fromEntries(Object.entries(found).map(([view, rows]) => [view, rows?.map((row) => row.column)])),
  ).toEqual(publicColumns)
})

test('no view of the public window names a column of accounts, authors, reviewers, drafts or hashes', () => {
  // Of an edition the hashes are what proves it; they are of what everyone may read.
  const proofs = ['data_sha256', 'zip_sha256', 'manifest_sha256']
  const names = Object.entries(publicColumns).flatMap(([view, columns]) =>
    view === 'edition' ? columns.filter((column) => !proofs.includes(column)) : columns,
  )
  for (const name of names)
    expect(name).not.toMatch(
      /author|reviewer|actor_name|email|comment|consent|salt|hash|sha256|based_on|self_published/,
    )
})
