import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { removeSecondFactor } from './accounts.ts'
import { getActor } from './actor.ts'
import type { Client } from './client.ts'
import { disableTotp, enableTotp, verifyTotp } from './second-factor.ts'
import { listSessions } from './sessions.ts'
import { signIn, verifySignInCode } from './sign-in.ts'
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

// Codes depend on the clock: it stands still, and moves on by whole steps.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T12:00:10Z') })
})
afterEach(() => {
  vi.useRealTimers()
})
const passSteps = (steps: number) => vi.setSystemTime(Date.now() + steps * 30_000)

/** RFC 6238 with the parameters that authenticator apps take for granted. */
function getCode(secret: string, step = 0): string {
  const bits = [...secret]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function aUserWithSecondFactor() {
  const { auth } = accounts
  const user = await aUser(auth)
  const before = await aSignedInClient(auth, user)
  const { secret, backupCodes } = getValue(await enableTotp(auth, before, password))
  const { setCookies } = getValue(await verifyTotp(auth, before, getCode(secret)))
  return { user, secret, backupCodes, before, client: withCookies(before, setCookies) }
}

const aChallenge = async (user: { email: string; password: string }): Promise<Client> => {
  const { next, setCookies } = getValue(await signIn(accounts.auth, aClient(), user))
  expect(next).toBe('code')
  return withCookies(aClient(), setCookies)
}

test('the second factor is on after its first code, and the session goes on under a new id', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const client = await aSignedInClient(auth, user)
  expect(await enableTotp(auth, client, 'another password')).toMatchObject({
    error: { code: 'wrong-password' },
  })
  expect(await verifyTotp(auth, client, '123456')).toMatchObject({ error: { code: 'second-factor-off' } })
  const made = getValue(await enableTotp(auth, client, password))
  expect(made.secret).toMatch(/^[A-Z2-7]{32,}$/)
  expect(made.uri).toMatch(/^otpauth:\/\/totp\/Waymark:/)
  expect(made.qr).toMatch(/^<svg /)
  expect(new Set(made.backupCodes).size).toBe(10)
  expect(await getActor(auth, client)).toMatchObject({ twoFactor: false })
  const wrong = getCode(made.secret) === '000000' ? '000001' : '000000'
  for (const code of [wrong, '', '12345', 'abcdef']) {
    expect(await verifyTotp(auth, client, code)).toMatchObject({ error: { code: 'wrong-code' } })
  }
  const { setCookies } = getValue(await verifyTotp(auth, client, getCode(made.secret)))
  const after = withCookies(client, setCookies)
  expect(await getActor(auth, client)).toBeNull()
  expect(await getActor(auth, after)).toMatchObject({ twoFactor: true })
  expect(await enableTotp(auth, after, password)).toMatchObject({ error: { code: 'second-factor-on' } })
  const rows = await accounts.query<{ row: string }>('select t::text as row from auth."twoFactor" t')
  for (const { row } of rows) for (const code of made.backupCodes) expect(row).not.toContain(code)
})

test('the password alone opens nothing: no session exists until the code is given', async () => {
  const { auth } = accounts
  const { user, secret, client } = await aUserWithSecondFactor()
  const before = await listSessions(auth, user.id)
  const challenge = await aChallenge(user)
  expect(await listSessions(auth, user.id)).toEqual(before)
  expect(await getActor(auth, challenge)).toBeNull()
  passSteps(1)
  const { next, setCookies } = getValue(
    await verifySignInCode(auth, challenge, getCode(secret).replace(/^.../, '$& ')),
  )
  expect(next).toBe('done')
  expect(await getActor(auth, withCookies(challenge, setCookies))).toMatchObject({ id: user.id })
  expect(await getActor(auth, client)).toMatchObject({ id: user.id })
})

test('no code is accepted twice: not at two sign-ins, not after it switched the factor on', async () => {
  const { auth } = accounts
  const { user, secret } = await aUserWithSecondFactor()
  const opened = () => listSessions(auth, user.id).then((sessions) => sessions.length)
  const before = await opened()
  const used = getCode(secret)
  expect(await verifySignInCode(auth, await aChallenge(user), used)).toMatchObject({
    error: { code: 'sign-in-again' },
  })
  passSteps(1)
  const [first, second] = [await aChallenge(user), await aChallenge(user)]
  const code = getCode(secret)
  const answers = await Promise.all(
    [first, second].map((challenge) => verifySignInCode(auth, challenge, code)),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(await verifySignInCode(auth, await aChallenge(user), code)).toMatchObject({
    error: { code: 'sign-in-again' },
  })
  expect(await opened()).toBe(before + 1)
  passSteps(1)
  expect(await verifySignInCode(auth, await aChallenge(user), getCode(secret))).toMatchObject({ ok: true })
})

test('a backup code stands in for the device, once', async () => {
  const { auth } = accounts
  const { user, backupCodes } = await aUserWithSecondFactor()
  const [code = ''] = backupCodes
  expect(await verifySignInCode(auth, await aChallenge(user), 'aaaaa-aaaaa')).toMatchObject({
    error: { code: 'wrong-code' },
  })
  expect(await verifySignInCode(auth, await aChallenge(user), code.replace('-', ''))).toMatchObject({
    ok: true,
  })
  expect(await verifySignInCode(auth, await aChallenge(user), code)).toMatchObject({
    error: { code: 'wrong-code' },
  })
})

test('a challenge allows five codes, and ten wrong ones in a row close the second step for a quarter of an hour', async () => {
  const { auth } = accounts
  const { user, secret } = await aUserWithSecondFactor()
  passSteps(1)
  const wrong = getCode(secret) === '000000' ? '000001' : '000000'
  for (const _ of [1, 2]) {
    const challenge = await aChallenge(user)
    for (let index = 0; index < 5; index += 1) {
      expect(await verifySignInCode(auth, challenge, wrong)).toMatchObject({ error: { code: 'wrong-code' } })
    }
  }
  expect(await verifySignInCode(auth, await aChallenge(user), getCode(secret))).toMatchObject({
    error: { code: 'too-many-requests', params: { seconds: 900 } },
  })
  passSteps(31)
  expect(await verifySignInCode(auth, await aChallenge(user), getCode(secret))).toMatchObject({ ok: true })
})

test('a sixth code for one challenge is not looked at', async () => {
  const { auth } = accounts
  const { user, secret } = await aUserWithSecondFactor()
  passSteps(1)
  const challenge = await aChallenge(user)
  const wrong = getCode(secret) === '000000' ? '000001' : '000000'
  for (let index = 0; index < 5; index += 1) await verifySignInCode(auth, challenge, wrong)
  expect(await verifySignInCode(auth, challenge, getCode(secret))).toMatchObject({
    error: { code: 'sign-in-again' },
  })
})

test('a code without the first step, too late after it, or beside another session opens nothing', async () => {
  const { auth } = accounts
  const { user, secret, client } = await aUserWithSecondFactor()
  passSteps(1)
  expect(await verifySignInCode(auth, client, getCode(secret))).toMatchObject({
    error: { code: 'sign-in-again' },
  })
  const challenge = await aChallenge(user)
  passSteps(21)
  expect(await verifySignInCode(auth, challenge, getCode(secret))).toMatchObject({
    error: { code: 'sign-in-again' },
  })
})

test('switched off with the password, the second factor is no longer asked for', async () => {
  const { auth } = accounts
  const { user, client } = await aUserWithSecondFactor()
  expect(await disableTotp(auth, client, 'another password')).toMatchObject({
    error: { code: 'wrong-password' },
  })
  const { setCookies } = getValue(await disableTotp(auth, client, password))
  expect(await getActor(auth, client)).toBeNull()
  expect(await getActor(auth, withCookies(client, setCookies))).toMatchObject({ twoFactor: false })
  expect(await signIn(auth, aClient(), user)).toMatchObject({ ok: true, value: { next: 'done' } })
})

test('who lost device and codes is let in again by the operator, and the audit trail says so', async () => {
  const { auth } = accounts
  const { user, client } = await aUserWithSecondFactor()
  getValue(await removeSecondFactor(auth, operator, user.id))
  expect(await getActor(auth, client)).toBeNull()
  expect(await signIn(auth, aClient(), user)).toMatchObject({ ok: true, value: { next: 'done' } })
  const entries = await accounts.query(
    'select action, subject_key as key from waymark.audit_entry order by seq desc limit 1',
  )
  expect(entries).toEqual([{ action: 'user.remove-second-factor', key: user.id }])
})
