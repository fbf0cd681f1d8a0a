import { readdirSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import { buildProblemResponse } from '@waymark/api-host/problem'
import { Hono } from 'hono'

/**
 * The built client files. Those under /assets carry a hash of their content in their name and may be kept
 * for a year; one that is not there is answered 404 here, never by a page. The few at the top (favicon,
 * robots.txt) are listed once, at start.
 */
export const buildStaticFiles = (clientDir: string): Hono => {
  const app = new Hono()
  const files = serveStatic({ root: clientDir, precompressed: true })
  app.use('/assets/*', async (c, next) => {
    c.header('cache-control', 'public, max-age=31536000, immutable')
    const found = await files(c, next)
    return found ?? c.res
  })
  app.all('/assets/*', () => buildProblemResponse('not-found'))
  const top = readdirSync(clientDir, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { name } of top) {
    app.get(`/${name}`, async (c, next) => {
      c.header('cache-control', 'public, max-age=3600')
      return files(c, next)
    })
  }
  return app
}
