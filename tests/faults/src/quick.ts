import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'

/** Milliseconds in which a quiet machine of today starts and ends an empty process. */
const quietStart = 60

/** How many times slower than a quiet machine this one starts a process at this moment; never below 1. */
function getSlowness(): number {
  const began = performance.now()
  spawnSync(process.execPath, ['--eval', ''])
  return Math.max(1, (performance.now() - began) / quietStart)
}

const tries = 5

/**
 * Expects that something takes less than `limit` milliseconds on a quiet machine, whatever runs beside this test: the
 * limit grows with the slowness of the machine before and after, and a machine that stalled in between gets another try.
 * What is slow by itself is slow every time.
 * @param attempt gives how long it took, in milliseconds; may be called again
 */
export async function expectQuick(limit: number, attempt: () => Promise<number>): Promise<void> {
  const figures: { took: number; slowness: number }[] = []
  for (let n = 0; n < tries; n += 1) {
    const before = getSlowness()
    const took = await attempt()
    const slowness = Math.max(before, getSlowness())
    if (took < limit * slowness) return
    figures.push({ took, slowness })
  }
  expect.fail(`took ${limit} ms or more, each time: ${JSON.stringify(figures)}`)
}
