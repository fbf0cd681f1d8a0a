import { deskCatalogues } from '@waymark/messages/desk'
import { languageNames } from '@waymark/messages/language'
import { formatRefusal } from '@waymark/messages/refusals'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { assessPath, fillAssessment, invented, soundItem } from '../src/assess.ts'
import { openPage, openSignedIn, signOut, site } from '../src/browser.ts'
import { deskRoutes } from '../src/routes.ts'

const { desk, account, keys } = deskCatalogues.ru.t
const ref = 'KZ-2014-06'
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

const listTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listTexts)
      : []

/** What is read on a page, or read out. */
const listShown = (html: string): string[] =>
  [
    ...html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .matchAll(/>([^<]+)<| (?:aria-label|title|placeholder|data-l)="([^"]*)"/g),
  ].map(([, text, attribute]) =>
    (text ?? attribute ?? '').replaceAll('&#x27;', '’').replaceAll('&amp;', '&').trim(),
  )

const getPath = (page: Page) => new URL(page.url()).pathname
const getLanguage = (page: Page) => page.locator('html').getAttribute('lang')

test.each([
  ['without script', false],
  ['with script', true],
])(
  '%s an analyst switches to Russian, is refused in Russian, and records an assessment',
  async (_, javaScriptEnabled) => {
    const page = await openSignedIn('analyst', `/desk/kazakhstan/register?q=${ref}`, { javaScriptEnabled })
    await page.getByRole('link', { name: languageNames.ru, exact: true }).click()
    await page.waitForURL(`**/ru/desk/kazakhstan/register?q=${ref}`)
    expect(await getLanguage(page)).toBe('ru')
    await page.goto(`/ru${assessPath(ref)}`)
    const typed = {
      finding: 'limited',
      effective: tomorrow,
      rationale: `${invented} ${javaScriptEnabled}`,
      evidence: [soundItem(`Invented report ${javaScriptEnabled}`)],
    } as const
    await fillAssessment(page, typed, 'ru')
    const form = page.locator('form.assessing')
    await form.getByRole('button', { name: desk.assess.submit, exact: true }).click()
    const refusal = formatRefusal({ code: 'effective-in-future' }, 'ru')
    await page.getByText(refusal).first().waitFor()
    await expect.poll(() => page.title()).toContain(desk.errorTitle(''))
    await form.getByLabel(desk.assess.effective, { exact: true }).fill(yesterday)
    await form.getByRole('button', { name: desk.assess.submit, exact: true }).click()
    await page.getByText(desk.record.sent, { exact: true }).waitFor()
    expect(getPath(page)).toBe(`/ru/desk/kazakhstan/recommendations/${ref}`)
    await signOut(page, desk.nav.signOut)
    await page.getByRole('heading', { name: account.signIn.title, exact: true }).waitFor()
    expect(getPath(page)).toBe('/ru/sign-in')
  },
)

test('the script keeps the language: keys, palette and what it asks the server for', async () => {
  const page = await openSignedIn('analyst', '/desk/kazakhstan', { javaScriptEnabled: true })
  await page.goto('/ru/desk/kazakhstan')
  await page.getByRole('button', { name: keys.find }).waitFor()
  await page.keyboard.press('r')
  await page.waitForURL('**/ru/desk/kazakhstan/register')
  await page.locator('.vgrid [role=row][data-ref]').first().waitFor()
  expect(await page.locator('h1').innerText()).toBe(desk.register.title)
  const asked = page.waitForRequest((request) => request.url().includes('/trpc/'))
  await page.getByRole('button', { name: keys.find }).click()
  await page.keyboard.type('KZ-2012')
  expect((await asked).headers()['accept-language']).toBe('ru')
})

test('who is not signed in signs in in the language of the address, and then is where they wanted to be', async () => {
  const page = await openPage('/kk/desk/kazakhstan/register?page=2')
  const { signIn } = deskCatalogues.kk.t.account
  expect(getPath(page)).toBe('/kk/sign-in')
  await page.getByLabel(signIn.email, { exact: true }).fill(site.accounts.analyst.email)
  await page.getByLabel(signIn.password, { exact: true }).fill('wrong')
  await page.getByRole('button', { name: signIn.submit, exact: true }).click()
  await page
    .getByText(formatRefusal({ code: 'sign-in-refused' }, 'kk'))
    .first()
    .waitFor()
  await page.getByLabel(signIn.password, { exact: true }).fill(site.accounts.analyst.password)
  await page.getByRole('button', { name: signIn.submit, exact: true }).click()
  await page.waitForURL('**/kk/desk/kazakhstan/register?page=2')
  expect(await getLanguage(page)).toBe('kk')
  const english = await page.request.get('/en/desk/kazakhstan?x=1', { maxRedirects: 0 })
  expect(english.headers().location).toBe('/desk/kazakhstan?x=1')
  // What is not there says so in the language of its address.
  await page.goto('/kk/desk/nowhere')
  expect(await getLanguage(page)).toBe('kk')
})

const english = new Set(listTexts(deskCatalogues.en.t).filter((text) => /\p{L}{3}/u.test(text)))
/** Written alike, and the sheets of a workbook, which are called in every language as they stand in the file. */
const sheets = ['Areas', 'Cases', 'Claims', 'Commitments', 'Evidence', 'Milestones', 'Recommendations']
const alike = new Set(['Waymark', 'English', 'XLSX', 'CSV'])

test.each(['analyst', 'reviewer'] as const)(
  'no sentence of English and no way out of the language is left on any page of the desk, as %s',
  async (role) => {
    const page = await openSignedIn(role)
    const faults: string[] = []
    // The gallery shows specimens of English pages to those who build them. What has an id is looked at where it is made.
    const routes = deskRoutes[role].filter(({ path }) => path !== '/desk/gallery' && !path.includes('{'))
    for (const { path, status } of routes)
      for (const language of ['ru', 'kk'] as const) {
        const answer = await page.request.get(`/${language}${path}`)
        const html = await answer.text()
        expect(answer.status(), path).toBe(status)
        if (!html.includes(`<html lang="${language}">`))
          faults.push(`${language} ${path}: the document is in another language`)
        for (const text of listShown(html))
          if (english.has(text) && !alike.has(text) && !(path.endsWith('/exchange') && sheets.includes(text)))
            faults.push(`${language} ${path}: ${text}`)
        const body = html.replace(/<nav class="lang"[\s\S]*?<\/nav>/, '')
        for (const [, to = ''] of body.matchAll(/<(?:a|form)[^>]* (?:href|action)="(\/[^"]*)"/g))
          if (!to.startsWith(`/${language}`)) faults.push(`${language} ${path}: leads to ${to}`)
      }
    expect([...new Set(faults)]).toEqual([])
  },
)
