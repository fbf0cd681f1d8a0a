/**
 * The one tar (POSIX ustar) that a backup can be: every byte of a header follows from name and length, so that a changed byte
 * is a header that does not fit. Any tar program opens it.
 */
export const blockSize = 512

/** Ends every archive: two empty blocks. */
export const archiveEnd = Buffer.alloc(2 * blockSize)

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`

/** The header of a part. @throws RangeError for a name that does not fit (100 bytes of ASCII) */
export function buildTarHeader(name: string, bytes: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new RangeError(`“${name}” is no name of a part`)
  const header = Buffer.alloc(blockSize)
  const put = (at: number, text: string) => header.write(text, at, 'latin1')
  put(0, name)
  put(100, octal(0o600, 8))
  put(108, octal(0, 8))
  put(116, octal(0, 8))
  put(124, octal(bytes, 12))
  put(136, octal(0, 12))
  put(148, '        ')
  put(156, '0')
  put(257, 'ustar\x0000')
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return header
}

/** Name and length of a part; null where the block is not exactly the header that these give. */
export function parseTarHeader(block: Buffer): { readonly name: string; readonly bytes: number } | null {
  const name = block.toString('latin1', 0, 100).replace(/\0+$/, '')
  const bytes = Number.parseInt(block.toString('latin1', 124, 135), 8)
  if (!/^[\x21-\x7e]{1,100}$/.test(name) || !Number.isSafeInteger(bytes) || bytes < 0) return null
  return buildTarHeader(name, bytes).equals(block) ? { name, bytes } : null
}

/** What fills the last block of a part. */
export const getPadding = (bytes: number): number => (blockSize - (bytes % blockSize)) % blockSize
