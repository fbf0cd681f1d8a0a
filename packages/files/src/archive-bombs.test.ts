import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ThreadCost } from '@waymark/vitest/measure-thread'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBombs } from '../test/archive-bombs.ts'

type Told = {
  readonly answers: readonly { name: string; code: string | null; milliseconds: number }[]
  readonly cost: ThreadCost
}

const bombs = listBombs()
const names = bombs.map((_, at) => `${String(at).padStart(2, '0')}.docx`)
let folder = ''
let told: Told

// The server is a process of its own: what making the bombs costs, and what the runner of the tests does, is not in its figures.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-bombs-'))
  for (const [at, [, bytes]] of bombs.entries()) await writeFile(join(folder, names[at] ?? ''), bytes)
  const server = fileURLToPath(new URL('../test/capped/bombed-server.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', server, folder])
  told = JSON.parse(stdout)
}, 400_000)

afterAll(() => rm(folder, { recursive: true }))

test.each(bombs.map(([what], at) => [what, at] as const))('%s: refused within ten seconds', (_what, at) => {
  const answer = told.answers[at]
  expect(answer).toMatchObject({ name: names[at], code: expect.stringMatching(/^file-/) })
  // The limit of the process is ten; starting and ending it is the machine's.
  expect(answer?.milliseconds).toBeLessThan(15_000)
})

test('the server that asked stayed small and was free to answer all the while', () => {
  const { cost } = told
  expect(told.answers).toHaveLength(25)
  expect(cost.growth).toBeLessThan(50)
  expect(cost.samples).toBeGreaterThan(100)
  expect(cost.p99).toBeLessThan(50)
  // No single moment either, though one in a hundred might.
  expect(cost.longest).toBeLessThan(100)
  expect(cost.share).toBeLessThan(0.3)
})
