import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAccountPages } from './account-pages.ts'
import {
  aClient,
  aSignedInClient,
  aUser,
  getValue,
  openTestAccounts,
  type TestAccounts,
} from './test/open-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await openTestAccounts()
})
afterAll(() => accounts.close())

test('the account page marks the session that asks, and can end another', async () => {
  const { auth } = accounts
  const user = await aUser(auth)
  const here = buildAccountPages(auth, await aSignedInClient(auth, user, aClient({ userAgent: 'here' })))
  const there = buildAccountPages(auth, await aSignedInClient(auth, user, aClient({ userAgent: 'there' })))
  const { actor, sessions } = getValue(await here.getAccount())
  expect(actor).toMatchObject({ id: user.id })
  expect(sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({ userAgent: 'here' })
  const other = sessions.find(({ isCurrent }) => !isCurrent)
  getValue(await here.revokeSession({ session: other?.id ?? '' }))
  expect(await there.getActor()).toBeNull()
  expect(await here.getActor()).toMatchObject({ id: user.id })
})

test('whoever is not signed in gets one answer from every page that needs it', async () => {
  const pages = buildAccountPages(accounts.auth, aClient())
  const notSignedIn = { ok: false, error: { code: 'not-signed-in' } }
  expect(await pages.getActor()).toBeNull()
  expect(await pages.getAccount()).toEqual(notSignedIn)
  expect(await pages.revokeSession({ session: 'x' })).toEqual(notSignedIn)
  expect(await pages.changePassword({ currentPassword: 'x', newPassword: 'y' })).toEqual(notSignedIn)
  expect(await pages.enableTotp({ password: 'x' })).toEqual(notSignedIn)
  expect(await pages.verifyTotp({ code: '123456' })).toEqual(notSignedIn)
  expect(await pages.disableTotp({ password: 'x' })).toEqual(notSignedIn)
})
