import { ok, type Result, refused } from '@waymark/kernel/result'
import { type FileError, formatCount } from './file-error.ts'

/**
 * The text of a file's bytes: strict UTF-8, a byte order mark at the beginning tolerated.
 * Refusals: `file-too-large` before anything is decoded, `file-not-utf8` with the first bad line.
 */
export function parseText(bytes: Uint8Array, maxBytes: number): Result<string, FileError> {
  if (bytes.byteLength > maxBytes) {
    const message = `The file has ${formatSize(bytes.byteLength)}, and at most ${formatSize(maxBytes)} are read. Split it into several files.`
    return refused({ path: '$', message, code: 'file-too-large' })
  }
  const other = getOtherEncoding(bytes)
  if (other !== null) {
    return refused({
      path: '$',
      message: `The file is in ${other}. Save it as UTF-8.`,
      code: 'file-not-utf8',
    })
  }
  const text = decode(bytes)
  if (text !== null) return ok(text)
  const message = `The file is not UTF-8: line ${formatCount(getBadLine(bytes))} has bytes that are no characters. Save it as UTF-8.`
  return refused({ path: '$', message, code: 'file-not-utf8' })
}

/** Names UTF-16 and UTF-32 by their mark, or by the empty bytes that they leave beside a Latin letter. */
function getOtherEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'UTF-32'
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16'
  if (bytes.byteLength >= 2 && (a === 0) !== (b === 0)) return 'UTF-16'
  return null
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function getBadLine(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (decode(bytes.subarray(start, end)) === null) return line
    line += 1
    start = end + 1
  }
  return line
}

const formatSize = (n: number): string =>
  n < 1024 * 1024 ? `${formatCount(n)} bytes` : `${formatCount(Math.ceil(n / 1024 / 1024))} MiB`
