import { buildServerLog, endOnUncaught } from '@waymark/api-host/build-log'
import { stopOnSignal } from '@waymark/api-host/stop-on-signal'
import { formatConfigProblems } from '@waymark/config/parse-config'
import { getConfig } from '@waymark/config/process-environment'
import type { ApplicationModule } from './compose.ts'
import { getBuiltPages, getLivePages } from './page-source.ts'
import { runServer } from './run.ts'
import { formatStartError } from './start-error.ts'

const config = getConfig()
if (!config.ok) {
  process.stderr.write(`${formatConfigProblems(config.error)}\n`)
  process.exit(1)
}

const log = buildServerLog(config.value)
endOnUncaught(log)

try {
  const source = await (config.value.isDev ? getLivePages() : getBuiltPages())
  const server = await runServer({
    config: config.value,
    log,
    source,
    // By its address, not by an import: in dev it comes through Vite, so that an edit applies at once.
    loadApplication: () => source.load('application.ts') as Promise<ApplicationModule>,
  })
  stopOnSignal(server.stop, log)
  process.stdout.write(`Waymark is ready at ${server.url.replace('127.0.0.1', 'localhost')}\n`)
} catch (error) {
  if (config.value.isDev) log.error({ err: error }, 'the server did not start')
  process.stderr.write(`${formatStartError(error, config.value)}\n`)
  process.exit(1)
}
