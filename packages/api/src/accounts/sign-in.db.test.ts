import { argon2 } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setDisabled } from './accounts.ts'
import { getActor } from './actor.ts'
import { argon2Parameters } from './argon2.ts'
import { attemptRules, buildAttemptKeys, recordSignIn, recordTry } from './attempt-limit.ts'
import { sessionLife } from './auth.ts'
import { listSessions } from './sessions.ts'
import { signIn, signOut } from './sign-in.ts'
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

// Node's own function, only watched: what a sign-in costs is counted, and not guessed from a clock.
vi.mock(import('node:crypto'), async (load) => {
  const real = await load()
  return { ...real, argon2: vi.fn(real.argon2) }
})

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await openTestAccounts()
})
afterAll(() => accounts.close())

const at = (iso: string) => ({ now: () => new Date(iso) })
const later = (seconds: number) => ({ now: () => new Date(Date.now() + seconds * 1000) })

test('signing in opens a session and signing out ends it, for this browser and for a copy of its cookie', async () => {
  const { auth } = accounts
  const user = await aUser(auth, { role: 'reviewer' })
  expect(await getActor(auth, aClient())).toBeNull()
  const client = await aSignedInClient(auth, { ...user, email: ` ${user.email.toUpperCase()} ` })
  expect(await getActor(auth, client)).toEqual({
    id: user.id,
    name: user.name,
    email: user.email,
    role: 'reviewer',
    twoFactor: false,
  })
  const { setCookies } = await signOut(auth, client)
  expect(withCookies(client, setCookies).cookie).toBe('')
  expect(await getActor(auth, client)).toBeNull()
})

test('the cookie is unreadable to scripts, bound to the host and Secure on https, and no copy of it is stored', async () => {
  const user = await aUser(accounts.auth)
  for (const [baseUrl, cookie] of [
    [
      'http://localhost:3000',
      /^waymark\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    ],
    [
      'https://waymark.example.org',
      /^__Host-waymark\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
  ] as const) {
    const auth = accounts.restart({ baseUrl })
    const { setCookies } = getValue(await signIn(auth, aClient(), user))
    expect(setCookies).toEqual([expect.stringMatching(cookie)])
    const client = withCookies(aClient(), setCookies)
    expect(await getActor(auth, client)).toMatchObject({ id: user.id })
    const token = decodeURIComponent(client.cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    expect(token.length).toBeGreaterThanOrEqual(32)
    const rows = await accounts.query<{ row: string }>('select s::text as row from auth.session s')
    for (const { row } of rows) expect(row).not.toContain(token)
  }
})

test('every sign-in has a new session, never one that the browser proposed, and the former one ends', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const planted = aClient({ cookie: 'waymark.session_token=planted.signature' })
  const first = await aSignedInClient(auth, user, planted)
  const second = await aSignedInClient(auth, user, first)
  expect(first.cookie).not.toContain('planted')
  expect(second.cookie).not.toBe(first.cookie)
  expect(await getActor(auth, first)).toBeNull()
  expect(await getActor(auth, second)).not.toBeNull()
  expect(await listSessions(auth, user.id)).toHaveLength(1)
})

test('unknown user, wrong password, disabled account and impossible input are refused alike', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const disabled = await aUser(auth)
  getValue(await setDisabled(auth, operator, { id: disabled.id, disabled: true }))
  const tries = [
    { email: user.email, password: 'another password' },
    { email: 'nobody@waymark.example.org', password },
    { email: disabled.email, password },
    { email: 'not an address', password },
    { email: user.email, password: '' },
    { email: user.email, password: 'a'.repeat(100_000) },
    { email: `${'a'.repeat(300)}@waymark.example.org`, password },
  ]
  for (const [index, attempt] of tries.entries()) {
    expect(await signIn(auth, aClient({ address: `192.0.2.${20 + index}` }), attempt)).toEqual({
      ok: false,
      error: { code: 'sign-in-refused' },
    })
  }
  expect(await listSessions(auth, disabled.id)).toEqual([])
})

test('an unknown user costs a hash, as a wrong password does', async () => {
  const auth = accounts.restart({ cost: argon2Parameters })
  const user = await aUser(auth)
  const listHashes = async (email: string, address: string) => {
    vi.mocked(argon2).mockClear()
    await signIn(auth, aClient({ address }), { email, password: 'another password' })
    return vi.mocked(argon2).mock.calls.map(([algorithm, { message, nonce, ...cost }]) => ({
      algorithm,
      ...cost,
      typed: String(message),
    }))
  }
  const known = await listHashes(user.email, '198.51.100.10')
  expect(known).toEqual([{ algorithm: 'argon2id', ...argon2Parameters, typed: 'another password' }])
  expect(await listHashes('nobody-at-all@waymark.example.org', '198.51.100.20')).toEqual(known)
})

test('of twelve tries at once five are checked, and a restart forgets none of them', async () => {
  const user = await aUser(accounts.auth)
  const frozen = at('2026-03-01T12:00:00Z')
  const auth = accounts.restart(frozen)
  const client = aClient({ address: '203.0.113.1' })
  const wrong = { email: user.email, password: 'another password' }
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(auth, client, wrong)))
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()
  expect(codes).toEqual([...Array(5).fill('sign-in-refused'), ...Array(7).fill('too-many-requests')])
  expect(await signIn(accounts.restart(frozen), client, user)).toEqual({
    ok: false,
    error: { code: 'too-many-requests', params: { seconds: 2 } },
  })
  const elsewhere = aClient({ address: '203.0.113.2' })
  expect(await signIn(auth, elsewhere, user)).toMatchObject({ ok: true, value: { next: 'done' } })
  const justBefore = accounts.restart(at('2026-03-01T12:00:01.999Z'))
  expect(await signIn(justBefore, client, user)).toMatchObject({ ok: false })
  expect(await signIn(accounts.restart(at('2026-03-01T12:00:02.001Z')), client, user)).toMatchObject({
    ok: true,
  })
})

test('the delay doubles to a minute, and is forgotten after a quarter of an hour without a try', async () => {
  let now = Date.parse('2026-03-02T12:00:00Z')
  const auth = accounts.restart({ now: () => new Date(now) })
  const keys = buildAttemptKeys(auth, 'delays@waymark.example.org', '203.0.113.3')
  for (let index = 0; index < attemptRules.accountAndAddress.free; index += 1)
    expect(await recordTry(auth, keys)).toBe(0)
  const delays: number[] = []
  for (let index = 0; index < 8; index += 1) {
    const seconds = await recordTry(auth, keys)
    delays.push(seconds)
    now += seconds * 1000
    expect(await recordTry(auth, keys)).toBe(0)
  }
  expect(delays).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
  now += attemptRules.accountAndAddress.forgottenAfter * 1000 + 1
  for (let index = 0; index < attemptRules.accountAndAddress.free; index += 1)
    expect(await recordTry(auth, keys)).toBe(0)
  expect(await recordTry(auth, keys)).toBe(2)
})

test('guessing one account from many addresses is limited, and does not lock its owner out', async () => {
  const auth = accounts.restart(at('2026-03-03T12:00:00Z'))
  const email = 'target@waymark.example.org'
  const home = buildAttemptKeys(auth, email, '203.0.113.4')
  await recordSignIn(auth, home)
  let checked = 0
  for (let index = 0; index < 200; index += 1) {
    if ((await recordTry(auth, buildAttemptKeys(auth, email, `10.0.${index}.1`))) === 0) checked += 1
  }
  expect(checked).toBe(attemptRules.account.free)
  expect(await recordTry(auth, home)).toBe(0)
})

test('guessing many accounts from one address is limited; an IPv6 subscriber is one address', async () => {
  const auth = accounts.restart(at('2026-03-04T12:00:00Z'))
  let checked = 0
  for (let index = 0; index < 50; index += 1) {
    const keys = buildAttemptKeys(
      auth,
      `user-${index}@waymark.example.org`,
      `2001:db8:1:2::${index.toString(16)}`,
    )
    if ((await recordTry(auth, keys)) === 0) checked += 1
  }
  expect(checked).toBe(attemptRules.address.free)
})

test('what is typed into the address field is not kept', async () => {
  const { auth } = accounts
  await signIn(auth, aClient({ address: '203.0.113.5' }), { email: 'a password typed here', password })
  const rows = await accounts.query<{ row: string }>('select a::text as row from auth.attempt a')
  expect(rows.length).toBeGreaterThan(0)
  for (const { row } of rows) expect(row).not.toMatch(/typed here|203\.0\.113/)
})

test('a session ends half an hour after its last use and twelve hours after sign-in, used or not', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const idle = await aSignedInClient(auth, user)
  expect(await getActor(accounts.restart(later(sessionLife.idle - 30)), idle)).not.toBeNull()
  expect(await getActor(accounts.restart(later(2 * sessionLife.idle - 90)), idle)).not.toBeNull()
  expect(await getActor(accounts.restart(later(3 * sessionLife.idle)), idle)).toBeNull()
  expect(await getActor(auth, idle)).toBeNull()

  const used = await aSignedInClient(auth, user)
  for (let seconds = 0; seconds < sessionLife.absolute; seconds += sessionLife.idle / 2) {
    expect(await getActor(accounts.restart(later(seconds)), used)).not.toBeNull()
  }
  expect(await getActor(accounts.restart(later(sessionLife.absolute + 1)), used)).toBeNull()
})

test('disabling a user ends their sessions with the next request, whichever way the row was written', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const client = await aSignedInClient(auth, user)
  const other = await aSignedInClient(auth, user, aClient({ address: '192.0.2.9' }))
  getValue(await setDisabled(auth, operator, { id: user.id, disabled: true }))
  expect(await getActor(auth, client)).toBeNull()
  expect(await getActor(accounts.restart(), other)).toBeNull()
  getValue(await setDisabled(auth, operator, { id: user.id, disabled: false }))
  expect(await getActor(auth, client)).toBeNull()

  const again = await aSignedInClient(auth, user)
  await accounts.query('update waymark.member set disabled = true where user_id = $1', [user.id])
  expect(await getActor(auth, again)).toBeNull()
})

test('a user without a role in the record is nobody', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const client = await aSignedInClient(auth, user)
  await accounts.query('delete from waymark.member where user_id = $1', [user.id])
  expect(await getActor(auth, client)).toBeNull()
  expect(await signIn(auth, aClient(), user)).toMatchObject({ ok: false, error: { code: 'sign-in-refused' } })
})

test('a forged, altered or foreign cookie is nobody', async () => {
  const { auth } = accounts
  const client = await aSignedInClient(auth, await aUser(auth))
  const [name, value = ''] = client.cookie.split('=')
  for (const altered of ['', 'x', `x${value}`, value.replace('.', '.A'), value.split('.')[0] ?? '']) {
    expect(await getActor(auth, { ...client, cookie: `${name}=${altered}` })).toBeNull()
  }
  const foreign = accounts.restart({ secret: 'another synthetic secret of 32 characters' })
  expect(await getActor(foreign, client)).toBeNull()
})
