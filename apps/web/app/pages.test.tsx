import { Form } from '@remix-run/react'
import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/server-runtime'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { buildPages } from '../server/pages.ts'
import { buildTestApplication } from '../server/testing/test-application.ts'
import * as entry from './entry.server.tsx'
import * as root from './root.tsx'
import * as notFound from './routes/not-found.tsx'

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
  throwing: {
    default: (): null => {
      throw new Error('the cause inside')
    },
  },
}

const routes: ServerBuild['routes'] = {
  root: { id: 'root', path: '', module: root as never },
}
const assetRoutes: ServerBuild['assets']['routes'] = {}
for (const [path, module] of Object.entries({ ...modules, root: root as object })) {
  if (path !== 'root') routes[path] = { id: path, parentId: 'root', path, module: module as never }
  assetRoutes[path] = {
    id: path,
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

test('the document names the language that it was asked for', async () => {
  expect((await load('/page?lang=ru')).text).toContain('<html lang="ru">')
  expect((await load('/page', { headers: { 'accept-language': 'kk, ru;q=0.8' } })).text).toContain(
    '<html lang="ru">',
  )
  expect((await load('/page?lang=xx')).text).toContain('<html lang="en">')
})

test('a HEAD request is answered with the headers of the page alone', async () => {
  const { status, text } = await load('/page', { method: 'HEAD' })
  expect([status, text]).toEqual([200, ''])
})
