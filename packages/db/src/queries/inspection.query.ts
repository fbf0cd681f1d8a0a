import pg from 'pg'
import { ledgerTables } from '../ledger-tables.ts'
import { migrations } from '../migrate.ts'
import { getLoginRole, groupRoles } from '../roles.ts'

/** What a look at a database tells, without changing anything in it. */
export type Inspection = {
  readonly version: string
  /** `on` or `off` each, as the server and every role and database setting have it: one `off` anywhere is `off`. */
  readonly settings: Readonly<Record<(typeof watchedSettings)[number], string>>
  /** By name: what was applied, what this version has beyond that, and what it does not know. */
  readonly migrations: { readonly applied: string[]; readonly missing: string[]; readonly unknown: string[] }
  /** One sentence for each right that a role of the product should not have. Empty when all is as it should be. */
  readonly excessRights: readonly string[]
  /** The last audit entry; null when nothing was written yet. */
  readonly head: { readonly seq: number; readonly hash: string } | null
}

const watchedSettings = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'] as const

/**
 * Looks at the settings, the migrations, the roles' rights and the head of the audit chain, in one read-only
 * transaction as the owner. Works on an empty database, and on one from a newer version.
 */
export async function getInspection(ownerUrl: string): Promise<Inspection> {
  const owner = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'waymark doctor',
    connectionTimeoutMillis: 10_000,
  })
  await owner.connect()
  try {
    await owner.query('begin transaction isolation level repeatable read read only')
    return {
      version:
        (await owner.query<{ v: string }>(`select current_setting('server_version') as v`)).rows[0]?.v ?? '',
      settings: await getSettings(owner),
      migrations: await getMigrations(owner),
      excessRights: await listExcessRights(owner),
      head: await getHead(owner),
    }
  } finally {
    await owner.end()
  }
}

async function getSettings(owner: pg.Client): Promise<Inspection['settings']> {
  const { rows } = await owner.query<{ name: string; setting: string }>(
    `select name, case when setting = 'off' or exists (
       select from pg_db_role_setting s
       left join pg_database d on d.oid = s.setdatabase
       where (s.setdatabase = 0 or d.datname = current_database()) and name || '=off' = any (s.setconfig)
     ) then 'off' else 'on' end as setting
     from pg_settings where name = any ($1)`,
    [watchedSettings],
  )
  const found = new Map(rows.map(({ name, setting }) => [name, setting]))
  const of = (name: (typeof watchedSettings)[number]) => found.get(name) ?? 'off'
  return {
    fsync: of('fsync'),
    full_page_writes: of('full_page_writes'),
    synchronous_commit: of('synchronous_commit'),
    data_checksums: of('data_checksums'),
  }
}

async function getMigrations(owner: pg.Client): Promise<Inspection['migrations']> {
  const known = Object.keys(migrations)
  if (!(await hasRelation(owner, 'waymark_migrations.kysely_migration')))
    return { applied: [], missing: known, unknown: [] }
  const { rows } = await owner.query<{ name: string }>(
    'select name from waymark_migrations.kysely_migration order by name',
  )
  const applied = rows.map(({ name }) => name)
  return {
    applied,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

const kinds = { r: 'table', p: 'table', v: 'view', m: 'view', f: 'table' } as const

/**
 * What the group roles and the login roles of this database may do beyond what migrations grant: the application may
 * not change or remove ledger rows, the public role sees public_record only and changes nothing.
 */
async function listExcessRights(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ role: string; right: string; kind: keyof typeof kinds; name: string }>(
    `with role as (
       select rolname, rolname = any ($1) as is_app from pg_roles where rolname = any ($1 || $2)
     ), relation as (
       select c.oid, c.relkind, n.nspname, c.relname, n.oid as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
     )
     select r.rolname as role, lower(p) as right, t.relkind as kind, t.nspname || '.' || t.relname as name
     from role r cross join relation t
     cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
     where has_schema_privilege(r.rolname, t.schema, 'USAGE')
       and (has_table_privilege(r.rolname, t.oid, p)
            or (p in ('SELECT', 'INSERT', 'UPDATE') and has_any_column_privilege(r.rolname, t.oid, p)))
       and case when r.is_app then t.nspname = 'waymark' and t.relname = any ($3) and p not in ('SELECT', 'INSERT')
                else t.nspname <> 'public_record' or p <> 'SELECT' end
     order by 1, 4, 2`,
    [listRoles('app', owner), listRoles('public', owner), [...ledgerTables, 'audit_entry']],
  )
  const powerful = await owner.query<{ role: string }>(
    `select rolname as role from pg_roles where rolname = any ($1)
     and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication) order by 1`,
    [[...listRoles('app', owner), ...listRoles('public', owner), ...listRoles('auth', owner)]],
  )
  return [
    ...powerful.rows.map(({ role }) => `${role} may do more on the server than serve readers.`),
    ...rows.map(({ role, right, kind, name }) => `${role} may ${right} in the ${kinds[kind]} ${name}.`),
  ]
}

const listRoles = (kind: keyof typeof groupRoles, { database }: pg.Client): string[] => [
  groupRoles[kind],
  getLoginRole(kind, database ?? ''),
]

async function getHead(owner: pg.Client): Promise<Inspection['head']> {
  if (!(await hasRelation(owner, 'waymark.audit_entry'))) return null
  const { rows } = await owner.query<{ seq: string; hash: string }>(
    'select seq, hash from waymark.audit_entry order by seq desc limit 1',
  )
  return rows[0] ? { seq: Number(rows[0].seq), hash: rows[0].hash } : null
}

async function hasRelation(owner: pg.Client, name: string): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    name,
  ])
  return rows[0]?.there === true
}
