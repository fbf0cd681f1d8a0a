import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBombs } from '../test/archive-bombs.ts'
import { inspectFile } from './inspect-file.ts'

const bombs = listBombs()
const delay = monitorEventLoopDelay({ resolution: 5 })
let calm = 0
let before = 0

const p99 = () => delay.percentile(99) / 1e6

beforeAll(async () => {
  // A calm second on this machine, as it is now: what others do to it is in this figure too.
  delay.enable()
  await new Promise((resolve) => setTimeout(resolve, 1000))
  calm = p99()
  delay.reset()
  before = process.memoryUsage.rss()
})

test.each(bombs)('%s: refused within ten seconds', async (_what, bytes) => {
  const started = performance.now()
  const result = await inspectFile(bytes, { name: 'a.docx' })
  expect(result).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^file-/) } })
  // The limit of the process is ten; starting and ending it is the machine's.
  expect(performance.now() - started).toBeLessThan(12_000)
})

test('the server that asked stayed small and answered all the while', () => {
  expect(bombs).toHaveLength(25)
  expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(50)
  // Fifty milliseconds where the machine is calm; where it is busy with other work, what that work costs is not ours.
  expect(p99()).toBeLessThan(Math.max(50, calm * 2))
})

afterAll(() => delay.disable())
