import { account } from '@waymark/messages/en/account'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { inject } from 'vitest'
import type { Account, Role } from './site.ts'

export const site = inject('site')

let browser: Promise<Browser> | undefined
const getBrowser = () => {
  browser ??= chromium.connect(inject('browser'))
  return browser
}

const open = new Set<BrowserContext>()
const complaints: string[] = []

/** What browsers complained of since the last call: console errors, script errors, requests to other hosts. */
export const takeComplaints = (): string[] => complaints.splice(0)

// A browser reports the status of a page that it was sent to; the tests look at statuses themselves.
const isStatusOfPage = (text: string) =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text)

/** A browser of its own: no cookies, English, and no script unless asked for, since the product needs none. */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await getBrowser()).newContext({
    baseURL: site.url,
    locale: 'en-GB',
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(60_000)
  context.on('console', (message) => {
    if (message.type() === 'error' && !isStatusOfPage(message.text()))
      complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (thrown) => {
    complaints.push(`script: ${thrown.error().message}`)
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.origin !== site.url) complaints.push(`request to ${url.origin}`)
  })
  open.add(context)
  context.on('close', () => open.delete(context))
  return context
}

/** Closes every browser that a file has opened. */
export async function closeContexts(): Promise<void> {
  await Promise.all([...open].map((context) => context.close()))
}

export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await openContext(options)).newPage()
  await page.goto(path)
  return page
}

/** Fills and sends the sign-in form that the page shows. */
export async function fillSignIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel(account.signIn.email, { exact: true }).fill(email)
  await page.getByLabel(account.signIn.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: account.signIn.submit, exact: true }).click()
}

/** A page of someone who has just signed in, at `path`. */
export async function openSignedIn(
  role: Role,
  path = '/desk/kazakhstan',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openPage(`/sign-in?next=${encodeURIComponent(path)}`, options)
  await fillSignIn(page, site.accounts[role])
  // The click is over before the page that it leads to has its styles: what is focused or measured until then moves.
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

/** Signs out by the button on the page. */
export const signOut = (page: Page, label: string): Promise<void> =>
  page.getByRole('button', { name: label, exact: true }).click()
