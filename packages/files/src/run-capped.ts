import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { buildCommand } from './capped-command.ts'
import { type CappedFailure, parseFrame } from './capped-frame.ts'
import { buildLane } from './lane.ts'
import { watchMemory } from './watch-memory.ts'

export type { CappedFailure } from './capped-frame.ts'

/** What a script under `runCapped` exports as `run`. Its value has to survive JSON; bytes go beside it, unchanged. */
export type CappedScript<Options, T> = (
  input: Uint8Array,
  options: Options,
) => Promise<CappedOutput<T>> | CappedOutput<T>

export type CappedOutput<T> = { readonly value: T; readonly bytes?: Uint8Array | null }

export type CappedRun = {
  /** A module of ours that exports `run: CappedScript`, by `new URL('./scripts/x.ts', import.meta.url)`. Never a stranger's. */
  readonly script: URL
  readonly input: Uint8Array
  /** Goes to the script as JSON. */
  readonly options?: unknown
  readonly limits: {
    /** What the script may hold, heap and buffers together, in MiB; Node itself is not counted. */
    readonly memoryMb: number
    /** From the start of the process to its answer; waiting for a place is not counted. */
    readonly milliseconds: number
    /** What it may answer, value and bytes together. Keep the value small: JSON is read on the server's thread. */
    readonly outputBytes: number
  }
  /** Fetching waits for others; so it does not stand in the way of parsing. */
  readonly lane?: 'parse' | 'fetch'
  /** Loads native code (sharp). What native code does is outside of Node's permission model. */
  readonly addons?: boolean
  readonly signal?: AbortSignal
}

/** At most two processes at once and twenty waiting in each lane; the next is refused as `busy`. */
const lanes = { parse: buildLane(2, 20), fetch: buildLane(2, 20) }

const living = new Set<ChildProcess>()

/**
 * Runs a script of ours over a stranger's bytes in a process of its own: no environment, no writing, no processes, reads of
 * the program's own folders only, a low priority, and limits on memory, time and output at which it is killed.
 * Never throws, and never answers with the script's error: what a parser says of a hostile file is no text for a reader.
 * Refusals: `too-much-memory`, `too-slow`, `too-much-output`, `crashed` (any error of the script), `busy`, `stopped`.
 */
export async function runCapped<T>(run: CappedRun): Promise<Result<CappedOutput<T>, CappedFailure>> {
  const leave = await lanes[run.lane ?? 'parse'](run.signal)
  if (typeof leave === 'string') return refused(leave)
  try {
    return await runNow<T>(run)
  } catch {
    return refused('crashed')
  } finally {
    leave()
  }
}

/** Ends every process that runs now; for the end of the server, which calls it by itself too. */
export function stopCapped(): void {
  for (const child of living) child.kill('SIGKILL')
}

function runNow<T>(run: CappedRun): Promise<Result<CappedOutput<T>, CappedFailure>> {
  const { limits, signal } = run
  const { program, parameters } = buildCommand(run.script, limits, run.addons === true)
  const child = spawn(program, parameters, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  if (living.size === 0) process.once('exit', stopCapped)
  living.add(child)

  return new Promise((resolve) => {
    let cause: CappedFailure | null = null
    const stop = (failure: CappedFailure) => {
      cause ??= failure
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop('too-slow'), limits.milliseconds)
    const abort = () => stop('stopped')
    signal?.addEventListener('abort', abort, { once: true })
    const unwatch = child.pid === undefined ? () => {} : watchMemory(child.pid, limits.memoryMb, stop)

    const parts: Buffer[] = []
    let size = 0
    const output = child.stdio[3] as NodeJS.ReadableStream
    output.on('data', (part: Buffer) => {
      size += part.byteLength
      if (size > limits.outputBytes + 1024) stop('too-much-output')
      else parts.push(part)
    })
    output.on('error', () => {})
    let said = ''
    child.stderr?.setEncoding('latin1').on('data', (text: string) => {
      if (said.length < 4096) said += text.slice(0, 4096)
    })

    // Once, by whichever comes: a program that cannot be started has no 'close'.
    const end = (exit: { code: number | null; by: string | null }) => {
      clearTimeout(timer)
      unwatch()
      signal?.removeEventListener('abort', abort)
      living.delete(child)
      if (living.size === 0) process.removeListener('exit', stopCapped)
      resolve(cause === null ? readAnswer<T>(parts, exit, said) : refused(cause))
    }
    child.on('error', () => end({ code: null, by: null }))
    child.on('close', (code, by) => end({ code, by }))

    if (child.pid !== undefined) setQuietPriority(child.pid)
    writeInput(child, run)
    if (signal?.aborted) abort()
  })
}

/** The server comes first, by a little: a parser that is starved would run into its time on a busy machine. */
function setQuietPriority(pid: number): void {
  try {
    setPriority(pid, 3)
  } catch {
    // It has ended already, or the platform does not let us: the limits hold all the same.
  }
}

/**
 * The options, the input, and then nothing: standard input stays open as a lifeline. When the server ends in whatever way, it
 * closes, and the child ends itself.
 */
function writeInput(child: ChildProcess, run: CappedRun): void {
  const stdin = child.stdin
  if (stdin === null) return
  stdin.on('error', () => {})
  const options = Buffer.from(JSON.stringify(run.options ?? null))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(options.byteLength, 0)
  head.writeUInt32BE(run.input.byteLength, 4)
  stdin.write(head)
  stdin.write(options)
  stdin.write(Buffer.from(run.input.buffer, run.input.byteOffset, run.input.byteLength))
}

function readAnswer<T>(
  parts: readonly Buffer[],
  exit: { readonly code: number | null; readonly by: string | null },
  said: string,
): Result<CappedOutput<T>, CappedFailure> {
  if (exit.code === 0) {
    const frame = parseFrame<T>(parts)
    return frame.ok ? ok(frame.value) : frame
  }
  if (exit.by === 'SIGXCPU') return refused('too-slow')
  // V8 ends the process when its heap is full, and the system's own guard kills without a word.
  if (/out of memory|allocation failed|invalid size error/i.test(said)) return refused('too-much-memory')
  if (exit.by === 'SIGKILL') return refused('too-much-memory')
  return refused('crashed')
}
