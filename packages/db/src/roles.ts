import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type pg from 'pg'

/** Group roles that migrations grant rights to; they cannot log in, and are shared by all databases of a server. */
export const groupRoles = { app: 'waymark_app', public: 'waymark_public', auth: 'waymark_auth' } as const

export type RoleKind = keyof typeof groupRoles

export type LoginPasswords = Readonly<Record<RoleKind, string>>

/** The roles are missing and this user may not make them. `sql` is what an administrator must run. */
export class RolesRefusedError extends Error {
  override readonly name = 'RolesRefusedError'
  readonly sql: readonly string[]
  constructor(reason: string, sql: readonly string[]) {
    super(
      `${reason} Ask an administrator of the database server to run, and then start again:\n\n${sql.join('\n')}\n`,
    )
    this.sql = sql
  }
}

/** The login role of a database: its own on a server that holds several. */
export function getLoginRole(kind: RoleKind, database: string): string {
  const name = `${groupRoles[kind]}_${database}`
  // A name of PostgreSQL has 63 bytes; a longer one is cut in silence, and two databases could share a role.
  if (Buffer.byteLength(name) <= 63) return name
  return `${groupRoles[kind]}_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`
}

/** Passwords of the login roles, derived from the installation's secret: nothing more to keep, the same on every boot. */
export function buildLoginPasswords(secret: string, database: string): LoginPasswords {
  const derive = (kind: RoleKind) =>
    createHmac('sha256', secret).update(`waymark/login-role/1\0${kind}\0${database}`).digest('base64url')
  return { app: derive('app'), public: derive('public'), auth: derive('auth') }
}

/** The owner's (or a replica's) URL with a login role's name and password in place of its own. */
export function buildLoginUrl(
  url: string,
  kind: RoleKind,
  database: string,
  passwords: LoginPasswords,
): string {
  const login = new URL(url)
  login.username = encodeURIComponent(getLoginRole(kind, database))
  login.password = encodeURIComponent(passwords[kind])
  return login.href
}

/**
 * Makes sure that the group roles and the login roles of this database exist, with these passwords. May be run
 * again, and by two servers at once.
 * @param owner one session of the user who owns the database; not within a transaction.
 * @throws RolesRefusedError when something is missing and the user may not make it.
 */
export async function ensureRoles(
  owner: pg.ClientBase,
  { database, passwords }: { readonly database: string; readonly passwords: LoginPasswords },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ensureOnce(owner, database, passwords)
    } catch (error) {
      await owner.query('rollback')
      // Roles belong to the whole server but advisory locks to one database: a neighbour may have been first.
      if (attempt === 5 || !NEIGHBOUR_WAS_FIRST.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

/** duplicate_object, unique_violation, and "tuple concurrently updated" (internal_error). */
const NEIGHBOUR_WAS_FIRST = new Set(['42710', '23505', 'XX000'])

async function ensureOnce(owner: pg.ClientBase, database: string, passwords: LoginPasswords): Promise<void> {
  await owner.query('begin')
  await owner.query(`select pg_advisory_xact_lock(hashtextextended('waymark/roles', 0))`)
  const missing: string[] = []
  for (const kind of kinds) missing.push(...(await listMissing(owner, kind, database, passwords)))
  const { user, mayChange } = await getOwner(owner)
  try {
    for (const statement of missing) await owner.query(statement)
    if (mayChange) {
      for (const kind of kinds) await owner.query(setPassword(kind, database, passwords))
    }
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    const all = mayChange
      ? [...missing, ...kinds.map((kind) => setPassword(kind, database, passwords))]
      : missing
    throw new RolesRefusedError(
      `The database user "${user}" may not create or change the roles that Waymark needs.`,
      all.map((line) => `${line};`),
    )
  }
  await refusePowerfulLogin(owner, database)
  // Without this, another installation's roles on the same server could read here through the shared group roles.
  await owner.query(`revoke connect on database ${identifier(database)} from public`)
  const logins = kinds.map((kind) => identifier(getLoginRole(kind, database)))
  await owner.query(`grant connect on database ${identifier(database)} to ${logins.join(', ')}`)
  await owner.query('commit')
}

const kinds = Object.keys(groupRoles) as RoleKind[]

async function listMissing(
  owner: pg.ClientBase,
  kind: RoleKind,
  database: string,
  passwords: LoginPasswords,
) {
  const login = getLoginRole(kind, database)
  const { rows } = await owner.query<{ group: boolean; login: boolean; member: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as "group",
            exists (select from pg_roles where rolname = $2 and rolcanlogin) as login,
            exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles l on l.oid = m.member
                    where g.rolname = $1 and l.rolname = $2) as member`,
    [groupRoles[kind], login],
  )
  const [found] = rows
  const missing: string[] = []
  if (!found?.group) missing.push(`create role ${identifier(groupRoles[kind])} nologin`)
  if (!found?.login)
    missing.push(`create role ${identifier(login)} login password ${verifier(passwords[kind])}`)
  if (!found?.member) missing.push(`grant ${identifier(groupRoles[kind])} to ${identifier(login)}`)
  return missing
}

function setPassword(kind: RoleKind, database: string, passwords: LoginPasswords): string {
  return `alter role ${identifier(getLoginRole(kind, database))} password ${verifier(passwords[kind])}`
}

async function getOwner(owner: pg.ClientBase): Promise<{ user: string; mayChange: boolean }> {
  const { rows } = await owner.query<{ user: string; mayChange: boolean }>(
    'select rolname as "user", rolsuper or rolcreaterole as "mayChange" from pg_roles where rolname = current_user',
  )
  return rows[0] ?? { user: '', mayChange: false }
}

async function refusePowerfulLogin(owner: pg.ClientBase, database: string): Promise<void> {
  const names = kinds.flatMap((kind) => [getLoginRole(kind, database), groupRoles[kind]])
  const { rows } = await owner.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any($1)
     and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication) order by 1`,
    [names],
  )
  if (rows.length === 0) return
  throw new RolesRefusedError(
    `Roles that Waymark serves readers with have rights far beyond it: ${rows.map((row) => row.name).join(', ')}.`,
    rows.map(
      ({ name }) =>
        `alter role ${identifier(name)} nosuperuser nocreaterole nocreatedb nobypassrls noreplication;`,
    ),
  )
}

/**
 * What PostgreSQL stores for a password (SCRAM-SHA-256, RFC 5803), so that the password itself never appears in a
 * statement, in the server's log, or in the SQL that we show to an administrator.
 */
function verifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(sign('Client Key')).digest('base64')
  return `'SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${sign('Server Key').toString('base64')}'`
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
