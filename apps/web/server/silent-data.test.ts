import { createRequestHandler, data, type EntryContext, type ServerBuild } from '@remix-run/server-runtime'
import { expect, test } from 'vitest'
import { buildSilentData } from './silent-data.ts'

const words = 'what a loader gave'

/** A build of one page, whose entry tells what the router gave it: the data, and what it wrote out for a script. */
const buildSite = (loader: () => unknown, handle: object = {}) => {
  const given: { data?: unknown; written?: string } = {}
  const route = { id: 'root', path: '', module: { loader, handle, default: () => null } }
  const answer = async (_: Request, status: number, headers: Headers, context: EntryContext) => {
    given.data = context.staticHandlerContext.loaderData.root
    given.written = await new Response(context.serverHandoffStream).text()
    return new Response('page', { status, headers })
  }
  const build = {
    entry: { module: { default: answer } },
    routes: { root: route },
    assets: { routes: {}, url: '', version: '', entry: { imports: [], module: '' } },
    future: { v3_singleFetch: true },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  } as unknown as ServerBuild
  const ask = async (prepare: (build: ServerBuild) => ServerBuild) => {
    const handler = createRequestHandler(prepare(build), 'production')
    const response = await handler(new Request('https://record.example/'))
    return { response, ...given }
  }
  return { ask }
}

test('a page gets what its loader gave, and nothing of it is written out', async () => {
  const { ask } = buildSite(() => ({ words, list: [words] }))
  const loud = await ask((build) => build)
  expect(loud.written).toContain(words)
  const silent = await ask(buildSilentData)
  expect(silent.written).not.toContain(words)
  expect(silent.data).toEqual({ words, list: [words] })
  expect(Object.getOwnPropertySymbols({ ...(silent.data as object) })).toEqual([])
})

test('data that came with a status keep it', async () => {
  const { ask } = buildSite(() => data({ words }, { status: 404 }))
  const { response, written, data: found } = await ask(buildSilentData)
  expect([response.status, found]).toEqual([404, { words }])
  expect(written).not.toContain(words)
})

test.each([
  ['a text', words],
  ['nothing', null],
  ['a number', 7],
])('%s passes', async (_, value) => {
  const { ask } = buildSite(() => value)
  expect((await ask(buildSilentData)).data).toBe(value)
})

test('an answer of its own is sent as it is', async () => {
  const { ask } = buildSite(() => {
    throw new Response(null, { status: 302, headers: { location: '/elsewhere' } })
  })
  const { response } = await ask(buildSilentData)
  expect([response.status, response.headers.get('location')]).toEqual([302, '/elsewhere'])
})

test('a page that runs a script keeps its data', async () => {
  const { ask } = buildSite(() => ({ words }), { script: true })
  expect((await ask(buildSilentData)).written).toContain(words)
})
