import { type ClientRequest, request } from 'node:http'
import { publicMessages } from '@waymark/messages/en/public'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openContext, openPage, openSignedIn, site } from '../src/browser.ts'
import { createSubmission } from '../src/procedures.ts'
import { entryRoutes, publicRoutes } from '../src/routes.ts'

const mostBytes = 100_000

type Answer = {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** A body as text to search in; of a workbook, which is a zip, every file that is packed in it. */
const formatBody = (bytes: Buffer): string =>
  bytes.toString('latin1', 0, 2) === 'PK'
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : bytes.toString('utf8')

/** An answer as it is, no redirect followed. */
const ask = (
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
) =>
  new Promise<Answer>((resolve, reject) => {
    const { body: sent, ...rest } = options
    const asked: ClientRequest = request(`${site.url}${path}`, rest, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: formatBody(Buffer.concat(chunks)),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(sent)
  })

describe('public pages', () => {
  test.for([...publicRoutes, ...entryRoutes])(
    '$name has no script, no inline style, and asks nobody else for anything',
    async ({ path, status }) => {
      const page = await openPage(path, { javaScriptEnabled: true })
      const found = await page.evaluate(() => ({
        scripts: document.querySelectorAll('script').length,
        styles: document.querySelectorAll('style, [style]').length,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')),
        ).length,
        headings: document.querySelectorAll('h1').length,
        lang: document.documentElement.lang,
      }))
      expect(found).toEqual({ scripts: 0, styles: 0, handlers: 0, headings: 1, lang: 'en' })
      expect((await ask(path)).status).toBe(status)
      await page.context().close()
    },
  )

  test.for([
    '/kazakhstan',
    '/kazakhstan/areas',
    '/kazakhstan/recommendations/KZ-2013-18',
    '/kazakhstan/recommendations/KZ-2013-16',
    '/ru/kazakhstan',
    '/ru/kazakhstan/linkage',
    '/kk/kazakhstan',
    '/kk/kazakhstan/linkage',
  ])('%s, with its styles, fonts and drawings, takes at most 100 kB on a first visit', async (path) => {
    const context = await openContext({ javaScriptEnabled: true })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    const sizes = new Map<string, number>()
    const urls = new Map<string, string>()
    session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(urls.get(requestId) ?? requestId, encodedDataLength),
    )
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    expect(total, JSON.stringify([...sizes], null, 1)).toBeLessThanOrEqual(mostBytes)
    expect(total).toBeGreaterThan(5_000)
    await context.close()
  })

  test('on paper there is the finding with its note and citation, and no navigation', async () => {
    const page = await openPage('/kazakhstan')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.getByRole('table').first().isVisible()).toBe(true)
    expect(await page.locator('#note').isVisible()).toBe(true)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect((await page.pdf()).byteLength).toBeGreaterThan(10_000)
  })
})

describe('headers', () => {
  const names = [
    'content-security-policy',
    'cross-origin-embedder-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'origin-agent-cluster',
    'permissions-policy',
    'referrer-policy',
    'x-content-type-options',
    'x-dns-prefetch-control',
    'x-frame-options',
    'x-permitted-cross-domain-policies',
    'cache-control',
  ]
  let style = ''
  let cookie = ''
  beforeAll(async () => {
    style = /href="(\/assets\/[^"]+\.css)"/.exec((await ask('/kazakhstan')).body)?.[1] ?? ''
    const page = await openSignedIn('analyst')
    cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  })

  const answers: [string, () => Promise<Answer>, number][] = [
    ['a public page', () => ask('/kazakhstan'), 200],
    ['public data', () => ask('/kazakhstan.json'), 200],
    ['a public table', () => ask('/kazakhstan.csv'), 200],
    ['a workbook', () => ask('/kazakhstan.xlsx'), 200],
    ['a style sheet', () => ask(style), 200],
    ['a style sheet that is not there', () => ask('/assets/none.css'), 404],
    ['a file at the top', () => ask('/robots.txt'), 200],
    ['health', () => ask('/healthz'), 200],
    ['an unreadable address', () => ask('/kazakhstan?asOf=2013-02-30'), 400],
    ['unreadable data', () => ask('/kazakhstan.json?asOf=2013-02-30'), 400],
    ['nothing', () => ask('/kazakhstan/recommendations/KZ-1900-01'), 404],
    ['no data', () => ask('/nowhere.json'), 404],
    ['sign-in', () => ask('/sign-in'), 200],
    ['the way to sign-in', () => ask('/desk'), 302],
    ['the desk', () => ask('/desk/kazakhstan', { headers: { cookie } }), 200],
    ['the account', () => ask('/account', { headers: { cookie } }), 200],
    ['a forbidden page', () => ask('/desk/users', { headers: { cookie } }), 403],
    [
      'an API refusal',
      () => ask('/trpc/user.list', { headers: { 'content-type': 'application/json' } }),
      401,
    ],
    ['a foreign change', () => ask('/sign-in', { method: 'POST' }), 403],
    ['a refused method', () => ask('/kazakhstan', { method: 'DELETE' }), 405],
  ]

  test.for(answers)('%s carries the twelve security headers', async ([, get, status]) => {
    const answer = await get()
    expect(answer.status).toBe(status)
    for (const name of names) expect(answer.headers[name], name).toBeTruthy()
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['x-powered-by']).toBeUndefined()
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test.for(['/desk', '/desk/kazakhstan', '/account', '/kazakhstan', '/kazakhstan.json'])(
    '%s may not be kept anywhere when it is read by someone signed in',
    async (path) => {
      expect((await ask(path, { headers: { cookie } })).headers['cache-control']).toBe('no-store')
    },
  )
})

describe('addresses that lead nowhere', () => {
  test.for(['asOf=2013-02-30', 'asOf=yesterday', 'knownAt=soon', 'method=m99'])(
    '%s is answered 400, in words, with the way on',
    async (query) => {
      const page = await openPage(`/kazakhstan?${query}`)
      const text = await page.locator('main').innerText()
      expect(text).toContain(publicMessages.fault.names[query.split('=')[0] ?? ''])
      expect(await page.locator('main').getByRole('link').count()).toBeGreaterThan(0)
      expect((await ask(`/kazakhstan?${query}`)).status).toBe(400)
      const data = await ask(`/kazakhstan.json?${query}`)
      expect([data.status, data.headers['content-type']]).toEqual([
        400,
        expect.stringContaining('application/problem+json'),
      ])
    },
  )

  /** All of an answer but when it was given, and how many requests were left to us. */
  const comparable = ({ status, headers, body }: Answer) => {
    const { date: _, 'ratelimit-remaining': __, 'ratelimit-reset': ___, ...rest } = headers
    return { status, headers: rest, body }
  }

  test.for([
    ['/nowhere', '/elsewhere'],
    ['/kazakhstan/recommendations/KZ-1900-01', '/kazakhstan/recommendations/KZ-1900-02'],
    ['/kazakhstan/milestones/none', '/kazakhstan/milestones/some'],
    // The internal and the confidential case of the invented dossier, and one that is not there at all.
    ['/synthetic-small/cases/newspaper', '/synthetic-small/cases/none'],
    ['/synthetic-small/cases/march', '/synthetic-small/cases/none'],
    ['/synthetic-small/cases/newspaper.json', '/synthetic-small/cases/none.json'],
    ['/nowhere.json', '/elsewhere.json'],
  ] as const)('%s and %s get the same answer, byte for byte', async ([one, other]) => {
    const answer = await ask(one)
    expect(answer.status).toBe(404)
    expect(comparable(answer)).toEqual(comparable(await ask(other)))
  })

  test('what is internal or only submitted is on no public page and in no public data', async () => {
    const analyst = await openSignedIn('analyst')
    const secret = `Unpublished-${Date.now()}`
    await createSubmission(analyst, 'KZ-2013-43', { rationale: secret })
    const words = [secret, 'Үміт', 'Invented march']
    const kinds = [
      '',
      '/recommendations',
      '/linkage',
      '/milestones',
      '/cases',
      '/rounds',
      '/changes',
      '/sources',
      '/method',
    ]
    const paths = ['synthetic-small', 'kazakhstan'].flatMap((key) =>
      kinds.flatMap((kind) => ['', '.json', '.csv', '.xlsx'].map((ending) => `/${key}${kind}${ending}`)),
    )
    paths.push('/kazakhstan/recommendations/KZ-2013-43', '/kazakhstan/recommendations/KZ-2013-43.json')
    const found: string[] = []
    let read = 0
    for (const path of paths) {
      const { status, body } = await ask(path)
      if (status === 200) read += 1
      for (const word of words) if (body.includes(word)) found.push(`${path}: ${word}`)
    }
    expect(found).toEqual([])
    // The public case of the same dossier is found, so the look is not into nothing.
    expect((await ask('/synthetic-small/cases')).body).toContain('Редактор Выдуманный')
    expect((await ask('/synthetic-small/cases.xlsx')).body).toContain('Редактор Выдуманный')
    expect(read).toBeGreaterThan(40)
  })
})

describe('the desk without a session', () => {
  test.for([
    '/desk',
    '/desk/kazakhstan',
    '/desk/kazakhstan/register?area=assembly',
    '/desk/users',
    '/account',
  ])('%s leads to sign-in, which knows the way back', async (path) => {
    const page: Page = await openPage(path)
    const url = new URL(page.url())
    expect(url.pathname).toBe('/sign-in')
    expect(url.searchParams.get('next')).toBe(path)
    expect(await page.locator('input[name=next]').inputValue()).toBe(path)
  })
})
