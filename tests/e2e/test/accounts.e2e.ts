import { account } from '@waymark/messages/en/account'
import { desk } from '@waymark/messages/en/desk'
import { formatRefusal } from '@waymark/messages/refusals'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fillSignIn, openPage, openSignedIn, signOut, site } from '../src/browser.ts'
import { askProcedure, callProcedure } from '../src/procedures.ts'
import type { Account } from '../src/site.ts'
import { buildTotpCode } from '../src/totp.ts'

const sentence = (code: 'sign-in-refused' | 'wrong-code') => formatRefusal({ code }, 'en')
const summary = (page: Page) => page.getByRole('alert').innerText()
const isSignedOut = async (page: Page, path = '/desk/kazakhstan') => {
  await page.goto(path)
  return new URL(page.url()).pathname === '/sign-in'
}

describe('signing in', () => {
  test('a wrong password and an unknown address get the same words, and the address stays typed', async () => {
    const page = await openPage('/sign-in')
    const texts: string[] = []
    for (const email of [site.accounts.analyst.email, 'nobody@waymark.example.org']) {
      await fillSignIn(page, { email, password: 'not the password' })
      await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^Error: /)
      expect(await page.getByLabel(account.signIn.email, { exact: true }).inputValue()).toBe(email)
      expect(await page.getByLabel(account.signIn.password, { exact: true }).inputValue()).toBe('')
      texts.push(await summary(page))
    }
    expect(texts[0]).toContain(sentence('sign-in-refused'))
    expect(texts[1]).toBe(texts[0])
  })

  test('empty fields are told one by one', async () => {
    const page = await openPage('/sign-in')
    await fillSignIn(page, { email: '', password: '' })
    expect(await summary(page)).toContain(account.signIn.missingEmail)
    expect(await summary(page)).toContain(account.signIn.missingPassword)
  })

  test('after five wrong passwords one has to wait, and is told how long', async () => {
    const guess: Account = { email: `guessed-${Date.now()}@waymark.example.org`, password: 'guess' }
    const waits = /Too many requests came from here\. Wait \d+ seconds? and try again/
    const page = await openPage('/sign-in')
    for (let n = 0; n < 5; n++) await fillSignIn(page, guess)
    // Guesses made meanwhile do not count: one of the next meets the delay, however slow the machine.
    let text = ''
    for (let n = 0; n < 5 && !waits.test(text); n++) {
      await fillSignIn(page, guess)
      text = await summary(page)
    }
    expect(text).toMatch(waits)
  })

  test('one comes to the page that one asked for, with its filters', async () => {
    const page = await openPage('/desk/kazakhstan/register?area=media-freedom&sort=-issued')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await fillSignIn(page, site.accounts.analyst)
    expect(page.url()).toBe(`${site.url}/desk/kazakhstan/register?area=media-freedom&sort=-issued`)
  })

  const foreign = [
    '//evil.example',
    'https://evil.example/',
    '/\\\\evil.example',
    'javascript:alert(1)',
    '/\t//evil.example',
  ]

  test('signing in never leads to another site, whatever the address asks for', async () => {
    const page = await openPage(`/sign-in?next=${encodeURIComponent('//evil.example')}`)
    await fillSignIn(page, site.accounts.analyst)
    expect(page.url()).toBe(`${site.url}/desk`)
    for (const next of foreign) {
      const response = await fetch(`${site.url}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.url },
        body: new URLSearchParams({ ...site.accounts.analyst, next }),
      })
      expect([response.status, response.headers.get('location')], next).toEqual([302, '/desk'])
    }
  })
})

describe('sessions', () => {
  test('signing out ends the session itself: its cookie opens nothing afterwards', async () => {
    const page = await openSignedIn('analyst')
    const cookies = await page.context().cookies()
    await signOut(page, desk.nav.signOut)
    await page.context().addCookies(cookies)
    expect(await isSignedOut(page)).toBe(true)
  })

  test('the session’s cookie is closed to scripts and to other sites', async () => {
    const page = await openSignedIn('analyst')
    const session = (await page.context().cookies()).find(({ name }) => /session/.test(name))
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  })

  test('another session is listed, and ending it signs that browser out and no other', async () => {
    const own = await openSignedIn('analyst', '/account', {
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
    })
    const other = await openSignedIn('analyst', '/account', {
      userAgent: 'Mozilla/5.0 (Android 15) Firefox/141.0',
    })
    await own.reload()
    await own.getByRole('row').filter({ hasText: 'Android' }).first().getByRole('button').click()
    expect(await own.getByRole('status').innerText()).toBe(account.home.changed.session)
    expect(await isSignedOut(other, '/account')).toBe(true)
    expect(await isSignedOut(own, '/account')).toBe(false)
  })
})

describe('two-factor sign-in', () => {
  test('is set up with a code, asks for a code at the next sign-in, refuses a wrong one, and is turned off again', async () => {
    const { analyst } = site.accounts
    const page = await openSignedIn('analyst', '/account')
    const confirm = async (button: string) => {
      await page.getByLabel(account.home.confirmPassword, { exact: true }).fill(analyst.password)
      await page.getByRole('button', { name: button, exact: true }).click()
    }
    await confirm(account.home.turnOn)
    const uri = await page.locator('input[name=uri]').inputValue()
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    const enterCode = async (code: string, button: string) => {
      await page.getByLabel(account.code.code, { exact: true }).fill(code)
      await page.getByRole('button', { name: button, exact: true }).click()
    }
    const now = Date.now()
    await enterCode('000000', account.home.finish)
    expect(await summary(page)).toContain(sentence('wrong-code'))
    await enterCode(buildTotpCode(secret, now), account.home.finish)
    try {
      expect(await page.getByRole('status').innerText()).toBe(account.home.changed['two-factor-on'])
      await page.getByRole('button', { name: desk.nav.signOut, exact: true }).click()
      await fillSignIn(page, analyst)
      expect(new URL(page.url()).pathname).toBe('/sign-in/code')
      expect(await isSignedOut(await page.context().newPage())).toBe(true)
      await enterCode('000000', account.code.submit)
      expect(await summary(page)).toContain(sentence('wrong-code'))
      // A code is good once: the one of the set-up is spent, and the next one is already accepted.
      await enterCode(buildTotpCode(secret, now + 30_000), account.code.submit)
      expect(new URL(page.url()).pathname).toBe('/desk')
    } finally {
      await page.goto('/account')
      await confirm(account.home.turnOff)
    }
    expect(await page.getByRole('status').innerText()).toBe(account.home.changed['two-factor-off'])
  })
})

describe('people', () => {
  const copy = desk.users
  const name = 'Demo reviewer'

  test('changing someone’s role ends their sessions', async () => {
    const admin = await openSignedIn('administrator', '/desk/users')
    const reviewer = await openSignedIn('reviewer')
    const setRole = async (role: keyof typeof vocabulary.en.roles) => {
      await admin
        .getByLabel(copy.roleOf(name), { exact: true })
        .selectOption({ label: vocabulary.en.roles[role] })
      await admin.getByRole('button', { name: copy.setRoleOf(name), exact: true }).click()
    }
    await setRole('viewer')
    try {
      expect(await isSignedOut(reviewer)).toBe(true)
      const viewer = await openSignedIn('reviewer')
      expect((await viewer.goto('/desk/kazakhstan/audit'))?.status()).toBe(403)
    } finally {
      await setRole('reviewer')
    }
  })

  test('disabling someone ends their sessions and lets them in no more, with the words of a wrong password', async () => {
    const admin = await openSignedIn('administrator', '/desk/users')
    const reviewer = await openSignedIn('reviewer')
    await admin.getByRole('button', { name: copy.disableOf(name), exact: true }).click()
    try {
      expect(await isSignedOut(reviewer)).toBe(true)
      await fillSignIn(reviewer, site.accounts.reviewer)
      expect(await summary(reviewer)).toContain(sentence('sign-in-refused'))
    } finally {
      await admin.getByRole('button', { name: copy.enableOf(name), exact: true }).click()
    }
    expect(new URL((await openSignedIn('reviewer')).url()).pathname).toBe('/desk/kazakhstan')
  })

  test('the last administrator can neither be disabled nor given another role, not even by a request of their own', async () => {
    const admin = await openSignedIn('administrator', '/desk/users')
    const users = await askProcedure<{ id: string; email: string; rev: number }[]>(admin, 'user.list', {})
    const { id, rev } = users.find(({ email }) => email === site.accounts.administrator.email) ?? {}
    await expect(callProcedure(admin, 'user.setDisabled', { id, rev, disabled: true })).rejects.toThrow(
      'last-administrator',
    )
    await expect(callProcedure(admin, 'user.setRole', { id, rev, role: 'viewer' })).rejects.toThrow(
      'last-administrator',
    )
    expect(await isSignedOut(admin, '/desk/users')).toBe(false)
  })

  test('an analyst is shown neither people nor the audit trail', async () => {
    const analyst = await openSignedIn('analyst')
    for (const path of ['/desk/users', '/desk/kazakhstan/audit']) {
      expect((await analyst.goto(path))?.status(), path).toBe(403)
    }
  })
})
