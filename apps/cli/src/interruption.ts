// As a shell counts them: 128 and the signal's number.
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * Turns Ctrl-C, a closed terminal and SIGTERM into an abort: the command undoes what it has begun, closes what it has
 * opened, and ends. Further signals change nothing (a terminal and pnpm both pass the first one on).
 */
export function listenToSignals(): { readonly signal: AbortSignal; readonly exitCode: number } {
  const controller = new AbortController()
  let exitCode: number = exitCodes.SIGINT
  for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) return
      exitCode = exitCodes[name]
      controller.abort()
    })
  }
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode
    },
  }
}
