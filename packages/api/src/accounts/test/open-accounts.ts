import { migrate } from '@waymark/db/migrate'
import { type OpenDatabase, openDatabase } from '@waymark/db/open'
import { buildLoginPasswords, buildLoginUrl, ensureRoles, groupRoles } from '@waymark/db/roles'
import { cloneDatabase } from '@waymark/testdb/clone-database'
import pg from 'pg'
import { createUser, type NewUser } from '../accounts.ts'
import { type Auth, type AuthOptions, buildAuth } from '../auth.ts'
import type { Client } from '../client.ts'
import type { AccountResult } from '../refusal.ts'
import { type SignIn, signIn } from '../sign-in.ts'

export const secret = 'a synthetic secret of more than 32 characters'
export const baseUrl = 'http://localhost:3000'
export const operator = { kind: 'operator', id: 'operator', name: 'Operator' } as const
export const password = 'a synthetic password'
const cheap = { memory: 64, passes: 1, parallelism: 1, tagLength: 32 }

export type TestAccounts = {
  readonly auth: Auth
  readonly db: OpenDatabase
  /** A further product process on the same database. */
  readonly restart: (options?: Partial<AuthOptions>) => Auth
  /** Runs SQL as the owner. */
  readonly query: <R extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
  readonly close: () => Promise<void>
}

/** An empty, migrated database, opened with the three login roles of the product, and accounts on it. */
export async function openTestAccounts(options: Partial<AuthOptions> = {}): Promise<TestAccounts> {
  const clone = await cloneDatabase({ template: 'accounts', migrate: migrateEmpty })
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  const passwords = buildLoginPasswords(secret, clone.name)
  await ensureRoles(owner, { database: clone.name, passwords })
  const url = (kind: 'app' | 'public' | 'auth') => buildLoginUrl(clone.url, kind, clone.name, passwords)
  const db = await openDatabase({
    ownerUrl: clone.url,
    appUrl: url('app'),
    publicUrl: url('public'),
    authUrl: url('auth'),
    embedded: false,
    unsafe: true,
  })
  const restart = (more: Partial<AuthOptions> = {}) =>
    buildAuth({ pool: db.auth, record: db.app, secret, baseUrl, cost: cheap, ...options, ...more })
  return {
    auth: restart(),
    db,
    restart,
    query: async (text, values = []) => (await owner.query(text, values)).rows,
    close: async () => {
      await db.close()
      await owner.end()
      await clone.drop()
    },
  }
}

async function migrateEmpty(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  for (const role of Object.values(groupRoles)) {
    await owner.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    )
  }
  await owner.end()
  await migrate(url)
}

export const aClient = (client: Partial<Client> = {}): Client => ({
  cookie: '',
  address: '192.0.2.1',
  userAgent: 'a synthetic browser',
  ...client,
})

let count = 0

export async function aUser(
  auth: Auth,
  user: Partial<NewUser> = {},
): Promise<NewUser & { readonly id: string }> {
  count += 1
  const wanted = {
    email: `user${count}@waymark.example.org`,
    name: `User ${count}`,
    password,
    role: 'analyst',
    ...user,
  } as const
  const made = await createUser(auth, operator, wanted)
  if (!made.ok) throw new Error(made.error.code)
  return { ...wanted, id: made.value.id }
}

/** The client with what the answer set: what a browser sends next. */
export function withCookies(client: Client, setCookies: readonly string[]): Client {
  const jar = new Map(client.cookie.split('; ').filter(Boolean).map(splitPair))
  for (const header of setCookies) {
    const [name, value] = splitPair(header.split(';')[0] ?? '')
    if (/max-age=0/i.test(header)) jar.delete(name)
    else jar.set(name, value)
  }
  return { ...client, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
}

const splitPair = (pair: string): [string, string] => {
  const at = pair.indexOf('=')
  return [pair.slice(0, at), pair.slice(at + 1)]
}

export function getValue<T>(result: AccountResult<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`)
  return result.value
}

/** Signs in and returns the client with the session (or, with a second factor, the challenge). */
export async function aSignedInClient(
  auth: Auth,
  user: { readonly email: string; readonly password: string },
  client: Client = aClient(),
): Promise<Client> {
  const { setCookies }: SignIn = getValue(await signIn(auth, client, user))
  return withCookies(client, setCookies)
}
