export type ThreadCost = {
  /** What the thread worked without a pause for others, in ms of the processor's time: the 99th percentile, and the most. */
  readonly p99: number
  readonly longest: number
  /** Work in all, as a share of the time that went by. */
  readonly share: number
  /** The most that the process held beyond what it held at the beginning, in MiB. */
  readonly growth: number
  /** How often the thread was looked at. */
  readonly samples: number
}

const everyMs = 5

/**
 * Measures what work on this thread keeps its event loop from, until the function that it gives back is called. Every five
 * milliseconds a timer asks what the thread spent of the processor since the last time; work that does not yield delays the timer
 * and so is found in one piece. The delay by the clock is not asked, for neighbours on a busy machine are in it: they
 * could make a good program look bad, and an allowance for them a bad one good.
 */
export function measureThread(): () => ThreadCost {
  const turns: number[] = []
  const started = performance.now()
  const before = process.memoryUsage.rss()
  let most = before
  let [spent, sum, looks] = [readSpent(), 0, 0]
  const look = () => {
    const now = readSpent()
    turns.push(now - spent)
    sum += now - spent
    spent = now
    if (looks++ % 10 === 0) most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(look, everyMs)
  return () => {
    clearInterval(timer)
    look()
    turns.sort((a, b) => a - b)
    return {
      p99: turns[Math.floor((turns.length - 1) * 0.99)] ?? 0,
      longest: turns.at(-1) ?? 0,
      share: sum / (performance.now() - started),
      growth: (Math.max(most, process.memoryUsage.rss()) - before) / 1024 / 1024,
      samples: turns.length,
    }
  }
}

/** The processor's time that this thread has had, in ms. */
function readSpent(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
