import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/server-runtime'
import type { RequestFilter } from '@waymark/api-host/node-server'

/** Where the pages and the server's own modules come from: the build, or Vite while one works on them. */
export type PageSource = {
  readonly mode: 'production' | 'development'
  readonly build: ServerBuild | (() => Promise<ServerBuild>)
  readonly clientDir: string | null
  /** Sees each request before the application does. */
  readonly before?: RequestFilter
  /** Loads a module of this folder by file name. */
  readonly load: (file: string) => Promise<unknown>
  readonly close: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** The finished build. Throws with the command to run when there is none. */
export const getBuiltPages = async (): Promise<PageSource> => {
  const file = join(root, 'build/server/index.js')
  if (!existsSync(file))
    throw new Error('the pages are not built: run "turbo run build --filter=@waymark/web" first')
  return {
    mode: 'production',
    build: (await import(pathToFileURL(file).href)) as ServerBuild,
    clientDir: join(root, 'build/client'),
    load: (name) => import(pathToFileURL(join(import.meta.dirname, name)).href),
    close: async () => {},
  }
}

/** The sources through Vite: an edit in a page or in a package it uses shows at the next request. */
export const getLivePages = async (): Promise<PageSource> => {
  const { createServer } = await import('vite')
  const before = process.listeners('SIGTERM')
  const vite = await createServer({ root, server: { middlewareMode: true }, appType: 'custom' })
  // Vite would end the program itself on SIGTERM, before the database is closed; `close` ends Vite in its turn.
  for (const listener of process.listeners('SIGTERM')) {
    if (!before.includes(listener)) process.off('SIGTERM', listener)
  }
  return {
    mode: 'development',
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
    clientDir: null,
    before: vite.middlewares,
    load: (name) => vite.ssrLoadModule(join(import.meta.dirname, name)),
    close: () => vite.close(),
  }
}
