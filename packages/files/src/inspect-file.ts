import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { MediaType, WorkingType } from './media-type.ts'
import { type CappedFailure, runCapped } from './run-capped.ts'

/** What a file may weigh: 20 MiB. */
export const maxFileBytes = 20 * 1024 * 1024

export type InspectedFile = {
  /** What the bytes are; what the sender called them is not asked. */
  readonly mediaType: MediaType
  /** What it says, of at most a million characters; pages of a PDF are divided by form feeds. Null when it says nothing. */
  readonly text: string | null
  /** What may be shown to people; null when no safe copy could be made, and the original is then only kept, never served. */
  readonly working: { readonly bytes: Uint8Array; readonly mediaType: WorkingType } | null
}

export type InspectOptions = { readonly charset: string | null }

export type InspectValue =
  | { readonly refusal: Refusal }
  | { readonly mediaType: MediaType; readonly text: string | null; readonly workingType: WorkingType | null }

const script = new URL('./scripts/inspect-file.ts', import.meta.url)
const limits = { memoryMb: 400, milliseconds: 10_000, outputBytes: 32 * 1024 * 1024 }

/**
 * Says what a stranger's file is, what it says, and makes the copy that may be shown; all of it in a process of its own. The
 * bytes given are not changed: whoever calls keeps them as the original. The name is not asked what the file is.
 * `charset` is what a web server said of a page's letters, if anything.
 * Refusals: `file-too-large`, `file-type-refused`, `file-does-not-match-its-type`, `file-holds-too-much`,
 * `file-holds-programs`, `busy`.
 */
export async function inspectFile(
  bytes: Uint8Array,
  { charset = null }: { readonly name?: string; readonly charset?: string | null } = {},
): Promise<Result<InspectedFile, Refusal>> {
  if (bytes.byteLength > maxFileBytes) return refused({ code: 'file-too-large' })
  if (bytes.byteLength === 0) return refused({ code: 'file-type-refused' })
  const addons = hasPictures(bytes)
  const answer = await runCapped<InspectValue>({ script, input: bytes, options: { charset }, limits, addons })
  if (!answer.ok) return refused({ code: refusalOf[answer.error] })
  const { value, bytes: copy = null } = answer.value
  if ('refusal' in value) return refused(value.refusal)
  const { mediaType, text, workingType } = value
  const working = workingType === null || copy === null ? null : { bytes: copy, mediaType: workingType }
  return ok({ mediaType, text, working })
}

/** Only pictures, and archives that may hold some, need the image library, which is native code. */
function hasPictures(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return start === '\x89PNG' || start === 'RIFF' || start.startsWith('\xff\xd8') || start.startsWith('PK')
}

/** What is said of a file whose reading failed. */
export const refusalOf = {
  'too-much-memory': 'file-holds-too-much',
  'too-slow': 'file-holds-too-much',
  'too-much-output': 'file-holds-too-much',
  crashed: 'file-does-not-match-its-type',
  busy: 'busy',
  stopped: 'busy',
} as const satisfies Record<CappedFailure, Refusal['code']>
