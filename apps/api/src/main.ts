import { formatConfigProblems } from '@waymark/config/parse-config'
import { getConfig } from '@waymark/config/process-environment'
import type { ApiApplicationModule } from './api-application.ts'
import { buildServerLog, endOnUncaught } from './build-log.ts'
import { serveApi } from './serve-api.ts'
import { graceMs, stopOnSignal } from './stop-on-signal.ts'

// The API alone, for an installation whose pages run elsewhere. The site itself mounts it in process.
const config = getConfig()
if (!config.ok) {
  process.stderr.write(`${formatConfigProblems(config.error)}\n`)
  process.exit(1)
}

const log = buildServerLog(config.value)
endOnUncaught(log)

const { host, port, origins } = config.value
const { openApplication } = (await import(
  new URL('./application.ts', import.meta.url).href
)) as ApiApplicationModule
const application = await openApplication({ config: config.value, log })
const server = await serveApi({
  application,
  allowedOrigins: origins.length > 0 ? origins : 'host',
  https: origins.some((origin) => origin.startsWith('https:')),
  log,
  host,
  port,
})
stopOnSignal(async () => {
  await server.close(graceMs)
  await application.close()
}, log)
process.stdout.write(`The API is ready at ${server.url}/trpc\n`)
