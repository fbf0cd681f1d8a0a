import type { Refusal } from '@waymark/kernel/refusal'
import type { Result } from '@waymark/kernel/result'
import type { MediaType, WorkingType } from '../media-type.ts'

/** What a format's own reader found. `working` is null where no safe copy could be made; the original then stays sealed. */
export type Inspection = {
  readonly mediaType: MediaType
  readonly text: string | null
  readonly working: { readonly bytes: Uint8Array; readonly mediaType: WorkingType } | null
}

export type Inspected = Result<Inspection, Refusal>

/** Thrown within a reader when there is more than it takes in; outside it is a refusal. */
export class TooMuch extends Error {}

/** Text of at most a million characters is kept; a longer one is cut. */
const maxText = 1_000_000

/** Text as it may be stored and searched: no control characters but line, tab and page breaks; whole characters; trimmed. */
export function formatText(text: string): string | null {
  const clean = text
    .slice(0, maxText)
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '')
    .replace(/[^\S\n\f\t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return clean === '' ? null : clean
}
