import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPasswordHash } from './argon2.ts'
import { buildAuth, buildAuthOptions } from './auth.ts'
import { aUser, baseUrl, openTestAccounts, secret, type TestAccounts } from './test/open-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await openTestAccounts()
})
afterAll(() => accounts.close())

test('our migration leaves nothing for better-auth to create, and nothing of another type than it expects', async () => {
  const { db } = accounts.auth
  const warnings: string[] = []
  const plan = await getMigrations({
    ...buildAuthOptions({ db, secret, baseUrl, createHash: createPasswordHash }),
    database: { db, type: 'postgres' },
    logger: { level: 'warn', log: (_level, message) => warnings.push(message) },
  })
  expect({ ...plan, runMigrations: null, compileMigrations: null }).toMatchObject({
    toBeCreated: [],
    toBeAdded: [],
  })
  expect((await plan.compileMigrations()).replace(/[;\s]/g, '')).toBe('')
  expect(warnings).toEqual([])
})

test('passwords cost 64 MiB and three passes unless a test says otherwise', async () => {
  const { db } = accounts
  const { id } = await aUser(buildAuth({ pool: db.auth, record: db.app, secret, baseUrl }))
  const rows = await accounts.query('select password from auth.account where "userId" = $1', [id])
  expect(rows).toEqual([{ password: expect.stringMatching(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/) }])
})

test('nobody can make an account for themselves', async () => {
  const { api } = accounts.auth
  const body = { email: 'stranger@waymark.example.org', password: 'a synthetic password', name: 'Stranger' }
  await expect(api.signUpEmail({ body })).rejects.toMatchObject({
    body: { code: 'EMAIL_PASSWORD_SIGN_UP_DISABLED' },
  })
  expect(accounts.auth).not.toHaveProperty('handler')
})

test('the role of the desk sees names and nothing of credentials; the public role sees nothing', async () => {
  await aUser(accounts.auth)
  const { app } = accounts.db
  const names = await sql`select id, name, email, "twoFactorEnabled" from auth."user"`.execute(app)
  expect(names.rows.length).toBeGreaterThan(0)
  const tables = await accounts.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'auth'`,
  )
  expect(tables.length).toBe(7)
  for (const { name } of tables) {
    for (const db of [app, accounts.db.public]) {
      await expect(sql`select * from ${sql.raw(name)}`.execute(db)).rejects.toMatchObject({ code: '42501' })
      await expect(sql`delete from ${sql.raw(name)}`.execute(db)).rejects.toMatchObject({ code: '42501' })
    }
  }
  await expect(sql`select id from auth."user"`.execute(accounts.db.public)).rejects.toMatchObject({
    code: '42501',
  })
})

test('the role of accounts reads nothing of the record but who is a member, and writes none of it', async () => {
  const { db } = accounts.auth
  expect((await sql`select user_id, role from waymark.member`.execute(db)).rows.length).toBeGreaterThan(0)
  await expect(sql`update waymark.member set role = 'administrator'`.execute(db)).rejects.toMatchObject({
    code: '42501',
  })
  await expect(sql`select * from waymark.assessment`.execute(db)).rejects.toMatchObject({ code: '42501' })
  await expect(sql`select * from waymark.audit_entry`.execute(db)).rejects.toMatchObject({ code: '42501' })
})
