import { afterEach, beforeEach, expect, test } from 'vitest'
import { listUsers } from './accounts.ts'
import { getActor } from './actor.ts'
import { createDemoAccounts, createDemoPassword } from './demo.ts'
import { aSignedInClient, aUser, openTestAccounts, type TestAccounts } from './test/open-accounts.ts'

let accounts: TestAccounts
beforeEach(async () => {
  accounts = await openTestAccounts()
})
afterEach(() => accounts.close())

test('a new installation gets three accounts that can sign in, once', async () => {
  const { auth } = accounts
  const made = await createDemoAccounts(auth)
  expect(made?.map(({ role }) => role)).toEqual(['analyst', 'reviewer', 'administrator'])
  for (const account of made ?? []) {
    expect(account.password.length).toBeGreaterThanOrEqual(16)
    const client = await aSignedInClient(auth, account)
    expect(await getActor(auth, client)).toMatchObject({ role: account.role, email: account.email })
  }
  expect(await createDemoAccounts(accounts.restart())).toBeNull()
  expect(await listUsers(auth)).toHaveLength(3)
})

test('an installation with an account of its own gets none', async () => {
  const { auth } = accounts
  await aUser(auth)
  expect(await createDemoAccounts(auth)).toBeNull()
  expect(await listUsers(auth)).toHaveLength(1)
})

test('a first start that was cut off is completed by the next, with passwords that work', async () => {
  const { auth } = accounts
  await aUser(auth, { email: 'analyst@waymark.example.org', name: 'Demo analyst', role: 'analyst' })
  const made = await createDemoAccounts(auth)
  expect(await listUsers(auth)).toHaveLength(3)
  const [analyst] = made ?? []
  expect(analyst && (await aSignedInClient(auth, analyst)).cookie).toContain('session_token')
})

test('no two generated passwords are alike', () => {
  const made = new Set(Array.from({ length: 1000 }, createDemoPassword))
  expect(made.size).toBe(1000)
  for (const one of made) expect(one).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
})
