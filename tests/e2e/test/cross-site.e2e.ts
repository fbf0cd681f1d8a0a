import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessPath, invented } from '../src/assess.ts'
import { openSignedIn, site, takeComplaints } from '../src/browser.ts'
import { askProcedure } from '../src/procedures.ts'

const ref = 'KZ-2015-01'

/** Another site, on another host name, whose page sends the form that its address describes. */
let evil: Server
let evilUrl = ''

beforeAll(async () => {
  evil = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://evil.localhost')
    const type = searchParams.get('type') ?? 'application/x-www-form-urlencoded'
    const fields = [...new URLSearchParams(searchParams.get('fields') ?? '')]
      .map(([name, value]) => `<input name="${name}" value="${value}">`)
      .join('')
    response.setHeader('content-type', 'text/html')
    response.end(
      `<!doctype html><form method="post" enctype="${type}" action="${searchParams.get('action')}">${fields}<button>Go</button></form>`,
    )
  })
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
  evilUrl = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => evil.close(resolve)))

/** Sends the form from the other site with the browser of someone signed in. Returns the status of the answer. */
async function sendForeign(
  page: Page,
  action: string,
  fields: Record<string, string>,
  type: string,
): Promise<number> {
  const query = new URLSearchParams({
    action: `${site.url}${action}`,
    fields: new URLSearchParams(fields).toString(),
    type,
  })
  await page.goto(`${evilUrl}/?${query}`)
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.url().startsWith(site.url)),
    page.getByRole('button').click(),
  ])
  // The other site is another host, as it should be.
  takeComplaints()
  return response.status()
}

const countAssessments = async (page: Page) =>
  (await askProcedure<{ assessments: unknown[] }>(page, 'assessment.history', { dossier: 'kazakhstan', ref }))
    .assessments.length

const assessment = {
  basedOn: '1',
  finding: 'limited',
  effective: '2026-01-02',
  confidence: 'low',
  rationale: invented,
  'evidence.0.source': 'seed',
  'evidence.0.stance': 'supports',
  'evidence.0.kind': 'ngo-monitoring',
  'evidence.0.origin': 'independent-ngo',
  intent: 'submit',
}

test.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])(
  'a %s form on another site can neither assess, review, change people, sign anyone in nor out',
  async (type) => {
    const page = await openSignedIn('administrator')
    const before = await countAssessments(page)
    expect(await sendForeign(page, assessPath(ref), assessment, type)).toBe(403)
    expect(
      await sendForeign(page, '/desk/kazakhstan/review/1', { intent: 'publish', basedOn: '1' }, type),
    ).toBe(403)
    expect(
      await sendForeign(page, '/desk/users', { intent: 'set-role', id: 'x', rev: '1', role: 'viewer' }, type),
    ).toBe(403)
    expect(await sendForeign(page, '/trpc/assessment.submit', assessment, type)).toBe(403)
    expect(await sendForeign(page, '/account', { intent: 'revoke', session: 'x' }, type)).toBe(403)
    expect(await sendForeign(page, '/sign-out', {}, type)).toBe(403)
    const { email, password } = site.accounts.analyst
    expect(await sendForeign(page, '/sign-in', { email, password, next: '/desk' }, type)).toBe(403)
    expect(await countAssessments(page)).toBe(before)
    // Still signed in, and still as the same person.
    await page.goto('/account')
    expect(await page.locator('main').innerText()).toContain(site.accounts.administrator.email)
  },
)

let page: Page | undefined

const shapes: [string, Record<string, string>][] = [
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['a null origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['a sibling host', { origin: site.url.replace('//', '//a.'), 'sec-fetch-site': 'same-site' }],
  ['another port', { origin: 'http://localhost:1' }],
  ['a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ['no origin at all', {}],
]

test.each(shapes)('a change with %s is refused although the session is sent along', async (_, headers) => {
  page ??= await openSignedIn('analyst')
  const before = await countAssessments(page)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const path of [assessPath(ref), '/trpc/assessment.submit']) {
    const response = await fetch(`${site.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(assessment),
    })
    expect(response.status, path).toBe(403)
  }
  expect(await countAssessments(page)).toBe(before)
})
