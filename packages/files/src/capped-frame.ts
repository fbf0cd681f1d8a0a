import { ok, type Result, refused } from '@waymark/kernel/result'

export type CappedFailure =
  | 'too-much-memory'
  | 'too-slow'
  | 'too-much-output'
  | 'crashed'
  | 'busy'
  | 'stopped'

type Head =
  | { readonly value: unknown; readonly bytes: number | null }
  | { readonly failure: 'too-much-memory' | 'crashed' }

/** What a child writes: the length of its head, the head as JSON, then the bytes. */
export function formatFrame(head: Head, bytes: Uint8Array | null): Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.byteLength, 0)
  return bytes === null ? [length, text] : [length, text, bytes]
}

/** Reads what a child wrote; whatever is not exactly a frame counts as a crash, for the child is not trusted either. */
export function parseFrame<T>(
  parts: readonly Buffer[],
): Result<{ value: T; bytes: Uint8Array | null }, CappedFailure> {
  const all = Buffer.concat(parts)
  if (all.byteLength < 4) return refused('crashed')
  const end = 4 + all.readUInt32BE(0)
  if (end > all.byteLength) return refused('crashed')
  const head = parseHead(all.toString('utf8', 4, end))
  if (head === null) return refused('crashed')
  if ('failure' in head) return refused(head.failure === 'too-much-memory' ? head.failure : 'crashed')
  const bytes = all.subarray(end)
  if (bytes.byteLength !== (head.bytes ?? 0)) return refused('crashed')
  // The shape of the value is the script's promise: script and caller are one program, in two processes.
  return ok({ value: head.value as T, bytes: head.bytes === null ? null : bytes })
}

function parseHead(text: string): Head | null {
  try {
    const head: unknown = JSON.parse(text)
    if (typeof head !== 'object' || head === null) return null
    return 'failure' in head || ('value' in head && 'bytes' in head) ? (head as Head) : null
  } catch {
    return null
  }
}
