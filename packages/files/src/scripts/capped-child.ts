import { writeSync } from 'node:fs'
import { formatFrame } from '../capped-frame.ts'
import type { CappedScript } from '../run-capped.ts'

/** The beginning of every child: reads its input, runs the script named on the command line, answers, ends. */

const head = await readInput()
let answer: Uint8Array[]
try {
  const module: unknown = await import(process.argv[2] ?? '')
  const run = (module as { run: CappedScript<unknown, unknown> }).run
  const { value, bytes = null } = await run(head.input, head.options)
  answer = formatFrame({ value, bytes: bytes?.byteLength ?? null }, bytes)
} catch (error) {
  const full =
    error instanceof RangeError && /allocation|invalid (typed )?array (buffer )?length/i.test(error.message)
  answer = formatFrame({ failure: full ? 'too-much-memory' : 'crashed' }, null)
}
for (const part of answer) writeAll(part)
process.exit(0)

/** The pipe is a blocking one for us: there is nothing else to do, and nothing is lost when the process ends. */
function writeAll(part: Uint8Array): void {
  for (let at = 0; at < part.byteLength; ) {
    try {
      at += writeSync(3, part, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') process.exit(1)
    }
  }
}

/** Two lengths, the options, the input. When the input ends after that, the server is gone. */
function readInput(): Promise<{ options: unknown; input: Uint8Array }> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let size = 0
    let wanted = 8
    let whole = false
    process.stdin.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.byteLength
      if (wanted === 8 && size >= 8) {
        const lengths = Buffer.concat(parts)
        wanted = 8 + lengths.readUInt32BE(0) + lengths.readUInt32BE(4)
      }
      if (size < wanted || wanted === 8 || whole) return
      whole = true
      const all = Buffer.concat(parts)
      parts.length = 0
      const start = 8 + all.readUInt32BE(0)
      resolve({ options: JSON.parse(all.toString('utf8', 8, start)), input: all.subarray(start) })
    })
    process.stdin.on('end', () => process.exit(1))
  })
}
