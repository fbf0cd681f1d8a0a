import type { Log } from './api-application.ts'

/** Requests in flight get this long to finish once the server is asked to end. */
export const graceMs = 5_000

/**
 * Ends the program in order on SIGINT or SIGTERM and exits 0; a second signal exits 1 at once.
 * `stop` runs once.
 */
export const stopOnSignal = (stop: () => Promise<void>, log: Log): void => {
  let stopping = false
  const end = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    try {
      await stop()
      process.exit(0)
    } catch (err) {
      log.error({ err }, 'the end was not orderly')
      process.exit(1)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(signal))
}
