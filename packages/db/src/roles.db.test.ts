import { randomBytes } from 'node:crypto'
import { cloneDatabase, type DatabaseClone } from '@waymark/testdb/clone-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buildLoginPasswords,
  buildLoginUrl,
  ensureRoles,
  getLoginRole,
  type RoleKind,
  RolesRefusedError,
} from './roles.ts'

let clone: DatabaseClone
let neighbour: DatabaseClone
beforeAll(async () => {
  clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  neighbour = await cloneDatabase({ template: 'empty', migrate: async () => {} })
})
afterAll(async () => {
  for (const { name } of [clone, neighbour]) {
    await run(clone.url, async (client) => {
      await client.query(
        `revoke connect on database "${name}" from "${getLoginRole('app', name)}", "${getLoginRole('public', name)}", "${getLoginRole('auth', name)}"`,
      )
      for (const kind of ['app', 'public', 'auth'] as const)
        await client.query(`drop role "${getLoginRole(kind, name)}"`)
    }).catch(() => {})
  }
  await clone.drop()
  await neighbour.drop()
})

async function run<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const secret = randomBytes(32).toString('hex')
const passwordsOf = (name: string, from = secret) => buildLoginPasswords(from, name)
const ensure = ({ url, name }: DatabaseClone, from = secret) =>
  run(url, (client) => ensureRoles(client, { database: name, passwords: passwordsOf(name, from) }))
const login = (kind: RoleKind, { url, name }: DatabaseClone, from = secret) =>
  run(
    buildLoginUrl(url, kind, name, passwordsOf(name, from)),
    async (client) => (await client.query('select current_user as "user"')).rows[0].user,
  )

test('eight servers of two installations that boot at once make the roles once', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => ensure(i % 2 ? clone : neighbour)))
  for (const kind of ['app', 'public', 'auth'] as const)
    expect(await login(kind, clone)).toBe(getLoginRole(kind, clone.name))
})

test('a changed secret changes the passwords', async () => {
  const changed = randomBytes(32).toString('hex')
  await ensure(clone, changed)
  expect(await login('app', clone, changed)).toBe(getLoginRole('app', clone.name))
  await expect(login('app', clone)).rejects.toMatchObject({ code: '28P01' })
  await ensure(clone)
})

test('a login role has the rights of its group and no more, and no entry to a neighbour', async () => {
  await run(clone.url, (client) =>
    client.query('create table only_app (n int); grant select on only_app to waymark_app'),
  )
  const select = (kind: RoleKind) =>
    run(buildLoginUrl(clone.url, kind, clone.name, passwordsOf(clone.name)), (client) =>
      client.query('select n from only_app'),
    )
  expect((await select('app')).rows).toEqual([])
  await expect(select('public')).rejects.toMatchObject({ code: '42501' })
  const foreign = buildLoginUrl(neighbour.url, 'app', clone.name, passwordsOf(clone.name))
  await expect(run(foreign, (client) => client.query('select 1'))).rejects.toMatchObject({ code: '42501' })
})

test('a user who may not make roles is told the SQL, and with it run by an administrator the start succeeds', async () => {
  const lone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  const owner = `owner_${lone.name}`
  await run(lone.url, (client) =>
    client.query(
      `create role "${owner}" login password 'synthetic'; alter database "${lone.name}" owner to "${owner}"`,
    ),
  )
  const url = new URL(lone.url)
  url.username = owner
  url.password = 'synthetic'
  const asOwner = { ...lone, url: url.href }
  const refused = await ensure(asOwner).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(RolesRefusedError)
  if (!(refused instanceof RolesRefusedError)) return
  for (const password of Object.values(passwordsOf(lone.name)))
    expect(refused.message).not.toContain(password)
  await run(lone.url, async (client) => {
    for (const statement of refused.sql) await client.query(statement)
  })
  await ensure(asOwner)
  expect(await login('public', lone)).toBe(getLoginRole('public', lone.name))
  await lone.drop()
  await run(clone.url, async (client) => {
    for (const kind of ['app', 'public', 'auth'] as const)
      await client.query(`drop role "${getLoginRole(kind, lone.name)}"`)
    await client.query(`drop role "${owner}"`)
  })
})

test('a login role with a superuser’s rights is refused', async () => {
  const role = getLoginRole('public', clone.name)
  await run(clone.url, (client) => client.query(`alter role "${role}" createdb`))
  await expect(ensure(clone)).rejects.toThrow(`alter role "${role}" nosuperuser`)
  await run(clone.url, (client) => client.query(`alter role "${role}" nocreatedb`))
  await ensure(clone)
})

test('login roles of long database names stay distinct and within 63 bytes', () => {
  const a = getLoginRole('public', `${'ы'.repeat(40)}a`)
  const b = getLoginRole('public', `${'ы'.repeat(40)}b`)
  expect(a).not.toBe(b)
  expect(Buffer.byteLength(a)).toBeLessThanOrEqual(63)
})
