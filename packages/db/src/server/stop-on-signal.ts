const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `stop` once when the process is asked to end, waits for it, and then ends as the signal would have ended it.
 * A second signal while it waits changes nothing: what is being written down is written down.
 * @returns takes the listeners away again
 */
export function stopOnSignal(
  stop: () => Promise<void>,
  log: (message: string) => void = () => {},
): () => void {
  const listeners = SIGNALS.map((signal) => {
    const listener = () => void end(signal)
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  const withdraw = () => {
    for (const remove of listeners) remove()
  }
  let ending = false
  const end = async (signal: (typeof SIGNALS)[number]) => {
    if (ending) return
    ending = true
    try {
      await stop()
    } catch (error) {
      log(`Stopping failed: ${error instanceof Error ? error.message : String(error)}`)
    }
    withdraw()
    process.kill(process.pid, signal)
  }
  return withdraw
}
