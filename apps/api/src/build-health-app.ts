import { Hono } from 'hono'
import type { ApiApplication } from './api-application.ts'
import { buildProblemResponse } from './problem.ts'

/** /healthz: 200 `{"status":"ok"}` when the database answers, otherwise 503. */
export const buildHealthApp = ({ health }: Pick<ApiApplication, 'health'>): Hono => {
  const app = new Hono()
  app.get('/healthz', async (c) => {
    const answers = await health().catch(() => false)
    return answers
      ? c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' })
      : buildProblemResponse('not-ready', { 'retry-after': '5' })
  })
  return app
}
