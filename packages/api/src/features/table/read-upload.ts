import type { ReadSheet } from '@waymark/exchange/tables/mapped-sheet'
import { type CappedFailure, runCapped } from '@waymark/files/run-capped'
import { ok, type Result, refused } from '@waymark/kernel/result'

/** What the process answers that reads a spreadsheet: its sheets, or why it is not read. */
export type TableRead = { readonly sheets: readonly ReadSheet[]; readonly refused: string | null }

const limits = { memoryMb: 256, milliseconds: 10_000, outputBytes: 80 * 1024 * 1024 }

const sentences: Readonly<Record<CappedFailure, string>> = {
  'too-much-memory': 'The file needs more memory than a spreadsheet may. Split it into several.',
  'too-slow': 'The file takes more than ten seconds to read. Split it into several.',
  'too-much-output': 'The file holds more text than can be worked with. Split it into several.',
  crashed: 'The file cannot be read. Save it again as XLSX or as “CSV UTF-8”.',
  busy: 'Too many files are being read just now. Try again in a minute.',
  stopped: 'The reading was stopped.',
}

/** The sheets of a file that somebody sent, read in a process of its own with limits on memory and time; else a sentence. */
export async function readUpload(
  input: Uint8Array,
  name: string,
  signal?: AbortSignal,
): Promise<Result<readonly ReadSheet[], string>> {
  const answer = await runCapped<TableRead>({
    script: new URL('./scripts/read-table.ts', import.meta.url),
    input,
    options: { name },
    limits,
    ...(signal === undefined ? {} : { signal }),
  })
  if (!answer.ok) return refused(sentences[answer.error])
  const { sheets, refused: sentence } = answer.value.value
  return sentence === null ? ok(sheets) : refused(sentence)
}
