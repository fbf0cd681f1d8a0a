import { Form, useLoaderData } from '@remix-run/react'
import {
  type AppLoadContext,
  type LoaderFunctionArgs,
  redirect,
  type ServerBuild,
} from '@remix-run/server-runtime'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { buildPages } from '../server/pages.ts'
import { buildTestApplication } from '../server/testing/test-application.ts'
import * as entry from './entry.server.tsx'
import * as root from './root.tsx'
import * as notFound from './routes/not-found.tsx'
import { buildMeta } from './routes/public/page-meta.ts'

type Query = 'absent' | 'hidden' | 'broken' | 'actor'
const ask = (context: AppLoadContext, name: Query): Promise<string> =>
  (context.api as unknown as Record<Query, { query: () => Promise<string> }>)[name].query()

const buildAsking = (name: Query) => ({
  loader: ({ context }: LoaderFunctionArgs) => ask(context, name),
  default: () => <main id="main">{name}</main>,
})

const taken: (string | null)[] = []
const modules = {
  '*': notFound,
  ':dossier': {
    loader: ({ params, request }: LoaderFunctionArgs) => {
      if (params.dossier === 'elsewhere') throw redirect('/utopia?asOf=2020-01-01')
      if (params.dossier !== 'utopia') throw new Response(null, { status: 404 })
      return new URL(request.url).pathname
    },
    links: () => ['/assets/one.css', '/assets/two.css'].map((href) => ({ rel: 'stylesheet', href })),
    meta: buildMeta<object>(({ t }) => t.nav.cases),
    default: () => <main id="main">{useLoaderData<string>()}</main>,
  },
  absent: buildAsking('absent'),
  hidden: buildAsking('hidden'),
  broken: buildAsking('broken'),
  page: {
    ...buildAsking('actor'),
    action: async ({ request }: LoaderFunctionArgs) => {
      taken.push(String((await request.formData()).get('level')))
      return null
    },
  },
  scripted: { handle: { script: true }, default: () => <Form method="post" /> },
  // Parts of odd lengths, so that a letter of two bytes meets the end of every buffer sooner or later.
  letters: {
    default: () => (
      <main id="main">
        {Array.from({ length: 400 }, (_, i) => (
          <p key={i}>{`${'x'.repeat(i % 7)}${'ұсыныс '.repeat(1 + (i % 11))}`}</p>
        ))}
      </main>
    ),
  },
  throwing: {
    default: (): null => {
      throw new Error('the cause inside')
    },
  },
}

/** Modules by their path; their id says whether they are public, as the place of a file does. */
const getId = (path: string) =>
  path === '*' ? 'routes/not-found' : path.startsWith(':') ? `routes/public/${path}` : path

const routes: ServerBuild['routes'] = {
  root: { id: 'root', path: '', module: root as never },
}
const assetRoutes: ServerBuild['assets']['routes'] = {}
for (const [path, module] of Object.entries({ ...modules, root: root as object })) {
  const id = getId(path)
  if (path !== 'root') routes[id] = { id, parentId: 'root', path, module: module as never }
  assetRoutes[id] = {
    id,
    path: path === 'root' ? '' : path,
    ...(path === 'root' ? {} : { parentId: 'root' }),
    hasLoader: 'loader' in module,
    hasAction: 'action' in module,
    hasErrorBoundary: 'ErrorBoundary' in module,
    module: `/assets/${path}.js`,
  } as never
}

const build: ServerBuild = {
  mode: 'production',
  entry: { module: entry as never },
  routes,
  assets: {
    entry: { imports: [], module: '/assets/entry.js' },
    routes: assetRoutes,
    url: '/assets/manifest.js',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  } as never,
}

const logged: object[] = []
const site = new Hono()
site.all(
  '*',
  buildPages({
    application: buildTestApplication().application,
    build,
    mode: 'production',
    log: { info: () => {}, error: (fields) => logged.push(fields) },
  }),
)
const load = async (path: string, init?: RequestInit) => {
  const response = await site.request(path, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('a page is a whole document without script, and its policy forbids any', async () => {
  const { status, headers, text } = await load('/page')
  expect(status).toBe(200)
  expect(text).toMatch(/^<!DOCTYPE html><html lang="en">/)
  expect(text).toContain('href="#main"')
  expect(text).not.toMatch(/<script|modulepreload|<style| style=/)
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("script-src 'none'")
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('the headers of a page name its style sheets and fonts, as its head does; those of an error name none', async () => {
  const { headers, text } = await load('/utopia')
  expect(text).toMatch(/href="\/assets\/one\.css".*href="\/assets\/two\.css"/)
  const named = headers.get('link') ?? ''
  expect(named).toContain(
    '</assets/one.css>; rel=preload; as=style, </assets/two.css>; rel=preload; as=style, ',
  )
  const fonts = [...text.matchAll(/<link rel="preload" href="([^"]+\.woff2)"/g)].map(([, href]) => href)
  expect(fonts).toHaveLength(2)
  expect([
    ...named.matchAll(/<([^>]+)>; rel=preload; as=font; type="font\/woff2"; crossorigin/g),
  ]).toHaveLength(2)
  for (const font of fonts) expect(named).toContain(`<${font}>`)
  expect((await load('/elsewhere-still')).headers.get('link')).toBeNull()
})

test('a route that asks for script gets it under the nonce of its policy, and no nonce comes twice', async () => {
  const nonces = new Set<string>()
  for (let i = 0; i < 20; i += 1) {
    const { headers, text } = await load('/scripted')
    const nonce =
      headers.get('content-security-policy')?.match(/script-src 'nonce-([^']+)' 'strict-dynamic'/)?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    const scripts = text.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(20)
})

test('no letter of several bytes is torn apart on its way into the document', async () => {
  const { text } = await load('/letters')
  expect(text).not.toMatch(/[\0\uFFFD]/)
  expect(text.match(/ұсыныс/g)).toHaveLength(
    Array.from({ length: 400 }, (_, i) => 1 + (i % 11)).reduce((sum, n) => sum + n, 0),
  )
})

test('what is hidden answers as what does not exist, byte for byte', async () => {
  const answers = await Promise.all(['/absent', '/hidden', '/no/such/address'].map((path) => load(path)))
  const [first] = answers
  expect(first?.status).toBe(404)
  expect(first?.text).toContain('Nothing is published here')
  for (const { status, text, headers } of answers) {
    expect([status, text, [...headers]]).toEqual([first?.status, first?.text, [...(first?.headers ?? [])]])
  }
  expect(logged).toEqual([])
})

test.each(['/broken', '/throwing'])(
  '%s is a page of its own, logged, with nothing of its cause',
  async (path) => {
    logged.length = 0
    const { status, text } = await load(path)
    expect(status).toBe(500)
    expect(text).toContain('<h1>Something went wrong on our side</h1>')
    expect(text).not.toMatch(/cause inside|\.tsx?:|\bat \S+ \(/)
    expect(logged.length).toBeGreaterThan(0)
    logged.length = 0
  },
)

test('a form of our own is taken although the browser sends a null origin', async () => {
  taken.length = 0
  const body = new URLSearchParams({ level: 'some' })
  const headers = { origin: 'null', 'x-forwarded-host': 'evil.example', host: 'localhost' }
  expect((await load('/page', { method: 'POST', body, headers })).status).toBe(200)
  expect(taken).toEqual(['some'])
})

test('a loader asks as the person of the request, and a renewed session reaches the answer', async () => {
  const { text, headers } = await load('/page.data', { headers: { cookie: 'session=old' } })
  expect(text).toContain('analyst')
  expect(headers.get('set-cookie')).toBe('session=new')
  expect((await load('/page.data')).text).not.toContain('analyst')
})

test.each([
  ['/utopia', 'en', 'Cases · Waymark'],
  ['/ru/utopia', 'ru', 'Дела · Waymark'],
  ['/kk/utopia?asOf=2020-01-01', 'kk', 'Істер · Waymark'],
])(
  '%s is in the language that its address begins with, whatever the browser prefers',
  async (path, language, title) => {
    const { status, text, headers } = await load(path, { headers: { 'accept-language': 'kk, ru;q=0.8' } })
    expect(status).toBe(200)
    expect(text).toContain(`<html lang="${language}">`)
    expect(text).toContain(`<title>${title}</title>`)
    // The page's loader knows no prefix.
    expect(text).toContain('<main id="main">/utopia</main>')
    expect(headers.get('content-language')).toBe(language)
    expect(headers.get('vary')).toBe('Cookie')
  },
)

test('a public page names itself in each language by whole addresses, with what it takes of its address', async () => {
  const { text } = await load(
    'http://record.example/ru/utopia?utm_source=x&knownAt=2020-01-01T00:00:00Z&asOf=2019-01-01',
  )
  const query = '?asOf=2019-01-01&amp;knownAt=2020-01-01T00:00:00Z'
  const site = 'http://record.example'
  expect(text).toContain(`<link rel="canonical" href="${site}/ru/utopia${query}"/>`)
  expect(text).toContain(`<link rel="alternate" hrefLang="en" href="${site}/utopia${query}"/>`)
  expect(text).toContain(`<link rel="alternate" hrefLang="ru" href="${site}/ru/utopia${query}"/>`)
  expect(text).toContain(`<link rel="alternate" hrefLang="kk" href="${site}/kk/utopia${query}"/>`)
  expect(text).toContain(`<link rel="alternate" hrefLang="x-default" href="${site}/utopia${query}"/>`)
  for (const path of ['/page', '/ru/nowhere'])
    expect((await load(path)).text).not.toMatch(/canonical|alternate/)
})

test('the English address has no prefix for good, and the redirect never leaves the site', async () => {
  const redirected = async (path: string) => {
    const { status, headers } = await load(path)
    return [status, headers.get('location')]
  }
  expect(await redirected('/en/utopia?asOf=2020-01-01&q=a%20b')).toEqual([
    301,
    '/utopia?asOf=2020-01-01&q=a%20b',
  ])
  expect(await redirected('/en//evil.example')).toEqual([404, null])
  expect(await redirected('/en//utopia')).toEqual([301, '/utopia'])
})

test('a redirect of a page stays in its language', async () => {
  expect((await load('/ru/elsewhere')).headers.get('location')).toBe('/ru/utopia?asOf=2020-01-01')
  expect((await load('/elsewhere')).headers.get('location')).toBe('/utopia?asOf=2020-01-01')
})

test.each(['/ru/page', '/kk/scripted', '/en/page', '/ru/ru/utopia', '/ru/no/such/address', '/kk/nowhere'])(
  '%s is no page: below a prefix there are public pages only',
  async (path) => {
    const { status, text } = await load(path)
    expect(status).toBe(404)
    const [, prefix = ''] = path.split('/')
    expect(text).toContain(`<html lang="${prefix}">`)
    const titles: Record<string, string> = {
      en: 'Nothing is published here',
      ru: 'По этому адресу ничего не опубликовано',
      kk: 'Бұл мекенжайда ештеңе жарияланбаған',
    }
    expect(text).toContain(`<h1>${titles[prefix]}</h1>`)
    expect(text).toContain(prefix === 'en' ? 'href="/"' : `href="/${prefix}"`)
  },
)

test('a form sent below a prefix reaches no action', async () => {
  taken.length = 0
  const body = new URLSearchParams({ level: 'some' })
  expect((await load('/ru/page', { method: 'POST', body })).status).toBe(405)
  expect(taken).toEqual([])
})

test('a HEAD request is answered with the headers of the page alone', async () => {
  const { status, text } = await load('/page', { method: 'HEAD' })
  expect([status, text]).toEqual([200, ''])
})
