import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { CappedScript } from '../../src/run-capped.ts'

const kept: unknown[] = []

/** Does each thing that a parser taken over, or only overwhelmed, might do. */
const deeds: Record<string, () => unknown> = {
  heap: () => {
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, at) => ({ at })))
  },
  buffers: () => {
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1))
  },
  loop: () => {
    for (;;) Math.hypot(1, 2)
  },
  wait: () => new Promise(() => setInterval(() => {}, 1000)),
  throw: () => {
    throw new Error('SECRET-OF-THE-FILE')
  },
  exit: () => process.exit(7),
  lie: () => process.exit(0),
  flood: () => 'x'.repeat(3_000_000),
  // biome-ignore lint/style/noProcessEnv: shows that there is nothing in it
  environment: () => Object.keys(process.env),
  read: () => attempt(() => readFileSync('/etc/passwd', 'utf8')),
  write: () => attempt(() => writeFileSync('/tmp/waymark-capped-was-here', 'x')),
  spawn: () => attempt(() => spawnSync('ls').pid),
  eval: () => attempt(() => new Function('return 1')()),
}

function attempt(what: () => unknown): string {
  try {
    what()
    return 'done'
  } catch (error) {
    const denied = (error as NodeJS.ErrnoException).code === 'ERR_ACCESS_DENIED' || error instanceof EvalError
    return denied ? 'denied' : 'failed'
  }
}

export const run: CappedScript<{ deed: string }, unknown> = async (_input, { deed }) => ({
  value: (await deeds[deed]?.()) ?? null,
})
