import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { type CappedRun, runCapped } from './run-capped.ts'

const limits = { memoryMb: 64, milliseconds: 20_000, outputBytes: 2_000_000 }

const script = (name: string) => new URL(`../test/capped/${name}.ts`, import.meta.url)

const misbehave = (deed: string, more: Partial<CappedRun['limits']> = {}, signal?: AbortSignal) =>
  runCapped<unknown>({
    script: script('misbehave'),
    input: new Uint8Array(),
    options: { deed },
    limits: { ...limits, ...more },
    ...(signal ? { signal } : {}),
  })

test('what goes in comes out: options by value, bytes unchanged', async () => {
  const input = randomBytes(1_500_000)
  const answer = await runCapped({ script: script('echo'), input, options: { ә: [1, null] }, limits })
  expect(answer).toMatchObject({ ok: true, value: { value: { options: { ә: [1, null] } } } })
  expect(answer.ok && answer.value.bytes && Buffer.compare(answer.value.bytes, input)).toBe(0)
})

test('no bytes are a small answer, not a crash', async () => {
  const answer = await runCapped({ script: script('echo'), input: new Uint8Array(), limits })
  expect(answer.ok && answer.value.bytes?.byteLength).toBe(0)
})

test.each([
  ['a heap that is filled', 'heap', 'too-much-memory'],
  ['buffers outside the heap', 'buffers', 'too-much-memory'],
  ['an answer beyond its size', 'flood', 'too-much-output'],
  ['an error, of which nothing is told', 'throw', 'crashed'],
  ['a process that gives up', 'exit', 'crashed'],
  ['a process that says it is done and answers nothing', 'lie', 'crashed'],
])('%s ends in a named failure', async (_what, deed, failure) => {
  expect(await misbehave(deed)).toEqual({ ok: false, error: failure })
})

test.each(['loop', 'wait'])('what never ends (%s) is killed at its time', async (deed) => {
  expect(await misbehave(deed, { milliseconds: 1000 })).toEqual({ ok: false, error: 'too-slow' })
})

test('a script has no environment, reads and writes no file of the machine, starts nothing, evaluates nothing', async () => {
  const asked = await Promise.all(
    ['environment', 'read', 'write', 'spawn', 'eval'].map((deed) => misbehave(deed)),
  )
  expect(asked.map((answer) => answer.ok && answer.value.value)).toEqual([
    [],
    'denied',
    'denied',
    'denied',
    'denied',
  ])
  expect(existsSync('/tmp/waymark-capped-was-here')).toBe(false)
})

test('two run, twenty wait, the next is told so; who stops waiting leaves no trace', async () => {
  const stop = new AbortController()
  const all = Array.from({ length: 22 }, () => misbehave('wait', { milliseconds: 60_000 }, stop.signal))
  expect(await misbehave('environment')).toEqual({ ok: false, error: 'busy' })
  stop.abort()
  expect(await Promise.all(all)).toEqual(all.map(() => ({ ok: false, error: 'stopped' })))
  expect(await misbehave('environment')).toMatchObject({ ok: true })
})

test.runIf(process.platform === 'linux').each([
  ['waits', 'wait', '600000'],
  ['never yields', 'loop', '1000'],
])('no child that %s outlives a killed server', async (_what, deed, milliseconds) => {
  const parent = spawn(process.execPath, [fileURLToPath(script('parent')), deed, milliseconds], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const listChildren = () => listProcesses().filter((found) => found.parent === parent.pid)
  await vi.waitUntil(() => listChildren().length === 1, { timeout: 20_000 })
  const child = listChildren()[0]?.pid
  parent.kill('SIGKILL')
  await vi.waitUntil(() => !listProcesses().some((found) => found.pid === child), { timeout: 20_000 })
})

function listProcesses(): { pid: number; parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const rest = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
        return rest[0] === 'Z' ? [] : [{ pid: Number(pid), parent: Number(rest[1]) }]
      } catch {
        return []
      }
    })
}
