import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUser, getAccountId, listUsers, setDisabled, setPassword, setRole } from './accounts.ts'
import { getActor } from './actor.ts'
import { changePassword } from './password.ts'
import { listSessions, revokeSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import {
  aClient,
  aSignedInClient,
  aUser,
  getValue,
  openTestAccounts,
  operator,
  password,
  type TestAccounts,
  withCookies,
} from './test/open-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await openTestAccounts()
})
afterAll(() => accounts.close())

const countEntries = async () => {
  const [row] = await accounts.query<{ n: number }>('select count(*)::int as n from waymark.audit_entry')
  return row?.n ?? 0
}

test('an account is made with its role in one audit entry, and is listed without anything secret', async () => {
  const { auth } = accounts
  const before = await countEntries()
  const user = await aUser(auth, {
    email: 'New.User@Waymark.Example.Org',
    name: ' New User ',
    role: 'viewer',
  })
  expect(await countEntries()).toBe(before + 1)
  expect(await getAccountId(auth, 'NEW.user@waymark.example.org')).toBe(user.id)
  expect((await listUsers(auth)).find(({ id }) => id === user.id)).toEqual({
    id: user.id,
    name: 'New User',
    email: 'new.user@waymark.example.org',
    role: 'viewer',
    disabled: false,
    twoFactor: false,
    rev: 1,
  })
  const [entry] = await accounts.query<{ entry: string }>(
    'select e::text as entry from waymark.audit_entry e order by seq desc limit 1',
  )
  expect(entry?.entry).toContain('user.add')
  expect(entry?.entry).not.toMatch(/New User|example/i)
})

test('a bad or taken address, no name, and a password too short or too long make no account', async () => {
  const { auth } = accounts
  const taken = await aUser(auth)
  const before = [await countEntries(), (await listUsers(auth)).length]
  const good = { email: 'good@waymark.example.org', name: 'Good', password, role: 'analyst' } as const
  for (const [user, code] of [
    [{ ...good, email: 'not an address' }, 'invalid-email'],
    [{ ...good, email: taken.email.toUpperCase() }, 'email-taken'],
    [{ ...good, name: '  ' }, 'name-missing'],
    [{ ...good, password: 'a'.repeat(11) }, 'password-too-short'],
    [{ ...good, password: 'a'.repeat(129) }, 'password-too-long'],
  ] as const) {
    expect(await createUser(auth, operator, user)).toMatchObject({ ok: false, error: { code } })
  }
  expect([await countEntries(), (await listUsers(auth)).length]).toEqual(before)
})

test('of two accounts made at once for one address, one is made', async () => {
  const { auth } = accounts
  const user = { email: 'twice@waymark.example.org', name: 'Twice', password, role: 'analyst' } as const
  const made = await Promise.all([createUser(auth, operator, user), createUser(auth, operator, user)])
  expect(made.map((one) => (one.ok ? 'made' : one.error.code)).sort()).toEqual(['email-taken', 'made'])
  expect((await listUsers(auth)).filter(({ email }) => email === user.email)).toHaveLength(1)
})

test('when the role cannot be recorded, the address stays free', async () => {
  const { auth } = accounts
  const role = 'emperor' as 'viewer'
  const user = { email: 'emperor@waymark.example.org', name: 'Emperor', password, role }
  await expect(createUser(auth, operator, user)).rejects.toThrow(/member_role/)
  expect(await getAccountId(auth, user.email)).toBeNull()
})

test('a new role counts from the next request, ends the sessions begun under the old one, and is audited', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const client = await aSignedInClient(auth, user)
  expect(await setRole(auth, operator, { id: user.id, rev: 1, role: 'reviewer' })).toEqual({
    ok: true,
    value: { rev: 2 },
  })
  expect(await getActor(auth, client)).toBeNull()
  expect(await getActor(auth, await aSignedInClient(auth, user))).toMatchObject({ role: 'reviewer' })
  expect(
    await accounts.query('select action, before, after from waymark.audit_entry order by seq desc limit 1'),
  ).toEqual([
    {
      action: 'user.set-role',
      before: { role: 'analyst', disabled: false },
      after: { role: 'reviewer', disabled: false },
    },
  ])
})

test('a change decided from an old revision, of nobody, or of nothing writes nothing', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  getValue(await setRole(auth, operator, { id: user.id, role: 'reviewer' }))
  const before = await countEntries()
  expect(await setDisabled(auth, operator, { id: user.id, rev: 1, disabled: true })).toEqual({
    ok: false,
    error: { code: 'record-moved-on', params: { version: 2 } },
  })
  expect(await setRole(auth, operator, { id: 'nobody', role: 'viewer' })).toMatchObject({
    error: { code: 'unknown-user' },
  })
  expect(await setRole(auth, operator, { id: user.id, role: 'reviewer' })).toEqual({
    ok: true,
    value: { rev: 2 },
  })
  expect(await countEntries()).toBe(before)
})

test('the last administrator who can sign in stays one, even when two are removed at the same time', async () => {
  const { auth } = accounts
  const [one, two] = [
    await aUser(auth, { role: 'administrator' }),
    await aUser(auth, { role: 'administrator' }),
  ]
  const answers = await Promise.all([
    setRole(auth, operator, { id: one.id, role: 'analyst' }),
    setDisabled(auth, operator, { id: two.id, disabled: true }),
  ])
  expect(answers.map((answer) => (answer.ok ? 'done' : answer.error.code)).sort()).toEqual([
    'done',
    'last-administrator',
  ])
  const acting = (await listUsers(auth)).filter(({ role, disabled }) => role === 'administrator' && !disabled)
  expect(acting).toHaveLength(1)
})

test('sessions are listed with where and when, and each can be revoked by its own user only', async () => {
  const { auth } = accounts
  const [user, other] = [await aUser(auth), await aUser(auth)]
  const first = await aSignedInClient(auth, user, aClient({ address: '192.0.2.1', userAgent: 'browser one' }))
  const second = await aSignedInClient(
    auth,
    user,
    aClient({ address: '2001:db8::7', userAgent: 'browser two' }),
  )
  const sessions = await listSessions(auth, user.id)
  expect(sessions.map(({ userAgent }) => userAgent).sort()).toEqual(['browser one', 'browser two'])
  expect(sessions.map(({ address }) => address)).toContain('192.0.2.1')
  for (const { signedInAt, endsAt } of sessions) {
    expect(Date.parse(endsAt) - Date.parse(signedInAt)).toBeCloseTo(12 * 3_600_000, -4)
  }
  const target = sessions.find(({ userAgent }) => userAgent === 'browser one')?.id ?? ''
  expect(await revokeSession(auth, other.id, target)).toMatchObject({ error: { code: 'not-found' } })
  expect(await getActor(auth, first)).not.toBeNull()
  getValue(await revokeSession(auth, user.id, target))
  expect(await getActor(auth, first)).toBeNull()
  expect(await getActor(auth, second)).not.toBeNull()
})

test('a changed password ends every other session, and the old one opens nothing', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const here = await aSignedInClient(auth, user)
  const elsewhere = await aSignedInClient(auth, user, aClient({ address: '192.0.2.8' }))
  const newPassword = 'another synthetic password'
  expect(
    await changePassword(auth, here, { currentPassword: 'a wrong password', newPassword }),
  ).toMatchObject({
    error: { code: 'wrong-password' },
  })
  expect(await changePassword(auth, here, { currentPassword: password, newPassword: 'short' })).toMatchObject(
    {
      error: { code: 'password-too-short', params: { min: 12 } },
    },
  )
  const { setCookies } = getValue(
    await changePassword(auth, here, { currentPassword: password, newPassword }),
  )
  expect(await getActor(auth, elsewhere)).toBeNull()
  expect(await getActor(auth, here)).toBeNull()
  expect(await getActor(auth, withCookies(here, setCookies))).toMatchObject({ id: user.id })
  expect(await signIn(auth, aClient(), user)).toMatchObject({ error: { code: 'sign-in-refused' } })
  expect(await signIn(auth, aClient(), { ...user, password: newPassword })).toMatchObject({ ok: true })
  expect(
    await changePassword(auth, aClient(), { currentPassword: newPassword, newPassword: password }),
  ).toMatchObject({
    error: { code: 'not-signed-in' },
  })
})

test('whoever holds an open session cannot guess the password through it', async () => {
  const { auth } = accounts
  const client = await aSignedInClient(auth, await aUser(auth))
  const guess = { currentPassword: 'a'.repeat(200), newPassword: 'another synthetic password' }
  for (let index = 0; index < 5; index += 1) {
    expect(await changePassword(auth, client, guess)).toMatchObject({ error: { code: 'wrong-password' } })
  }
  expect(await changePassword(auth, client, { ...guess, currentPassword: password })).toMatchObject({
    error: { code: 'too-many-requests' },
  })
})

test('a forgotten password is replaced by the operator, which ends the sessions and is audited', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const client = await aSignedInClient(auth, user)
  const before = await countEntries()
  getValue(await setPassword(auth, operator, { id: user.id, password: 'a replaced password' }))
  expect(await countEntries()).toBe(before + 1)
  expect(await getActor(auth, client)).toBeNull()
  expect(await signIn(auth, aClient(), { ...user, password: 'a replaced password' })).toMatchObject({
    ok: true,
  })
  expect(await setPassword(auth, operator, { id: 'nobody', password })).toMatchObject({
    error: { code: 'unknown-user' },
  })
})
