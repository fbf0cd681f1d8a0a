import { crc32, inflateRawSync } from 'node:zlib'
import { ok, type Result, refused } from '@waymark/kernel/result'

/** Limits of S-17. Ratios count from a megabyte on: a small part of many spaces is no bomb. */
const maxEntries = 2000
const maxInflated = 50 * 1024 * 1024
const maxRatio = 100
const ratioFrom = 1024 * 1024

export type ZipFault = 'not-a-zip' | 'too-much'

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/**
 * The parts of an archive by name, all of them inflated within 50 MiB, or a fault. Stricter than the format on purpose: one
 * disk, nothing encrypted, no 64-bit sizes, only stored or deflated parts that fill the file without overlapping, names that
 * stay inside, each name once. What the headers say is compared with what is there. Runs in a child process only.
 */
export function parseZip(bytes: Uint8Array): Result<Map<string, Uint8Array>, ZipFault> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = listEntries(file)
  if (!listed.ok) return listed
  const entries = listed.value
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > maxInflated || isBomb(total, file.byteLength)) return refused('too-much')
  if (entries.some(({ size, packed }) => isBomb(size, packed))) return refused('too-much')

  const parts = new Map<string, Uint8Array>()
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < end) return refused('not-a-zip')
    const data = getData(file, entry)
    if (data === null) return refused('not-a-zip')
    end = data.byteOffset - file.byteOffset + data.byteLength
    if (!entry.name.endsWith('/')) {
      const part = inflate(data, entry)
      if (!part.ok) return part
      parts.set(entry.name, part.value)
    }
  }
  return ok(parts)
}

const isBomb = (size: number, packed: number) => size > ratioFrom && size > packed * maxRatio

function listEntries(file: Buffer): Result<Entry[], ZipFault> {
  const end = findEnd(file)
  if (end === -1) return refused('not-a-zip')
  const count = file.readUInt16LE(end + 10)
  const size = file.readUInt32LE(end + 12)
  const start = file.readUInt32LE(end + 16)
  const oneDisk = file.readUInt32LE(end + 4) === 0 && file.readUInt16LE(end + 8) === count
  if (count > maxEntries) return refused('too-much')
  if (!oneDisk || start + size !== end) return refused('not-a-zip')
  const entries: Entry[] = []
  const names = new Set<string>()
  let at = start
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) return refused('not-a-zip')
    const next =
      at + 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    if (next > end) return refused('not-a-zip')
    const entry = readEntry(file, at)
    if (entry === null || names.has(entry.name.toLowerCase())) return refused('not-a-zip')
    names.add(entry.name.toLowerCase())
    entries.push(entry)
    at = next
  }
  return at === end ? ok(entries) : refused('not-a-zip')
}

/** Where the record at the end begins: it has to reach exactly to the end of the file. */
function findEnd(file: Buffer): number {
  for (let at = file.byteLength - 22; at >= 0 && at >= file.byteLength - 22 - 0xffff; at -= 1)
    if (file.readUInt32LE(at) === 0x06054b50 && at + 22 + file.readUInt16LE(at + 20) === file.byteLength)
      return at
  return -1
}

function readEntry(file: Buffer, at: number): Entry | null {
  const flags = file.readUInt16LE(at + 8)
  const method = file.readUInt16LE(at + 10)
  const name = readName(file.subarray(at + 46, at + 46 + file.readUInt16LE(at + 28)))
  const isLink = file.readUInt32LE(at + 38) >>> 28 === 0xa
  if (name === null || isLink || (flags & 0x2041) !== 0 || (method !== 0 && method !== 8)) return null
  return {
    name,
    method,
    crc: file.readUInt32LE(at + 16),
    packed: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    at: file.readUInt32LE(at + 42),
  }
}

/** A name that stays inside wherever it is unpacked, or null. */
function readName(bytes: Buffer): string | null {
  const name = bytes.toString('utf8')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (name === '' || name.length > 512 || /[\u0000-\u001f\u007f\ufffd\\:]/.test(name)) return null
  const steps = name.replace(/\/$/, '').split('/')
  return steps.some((step) => step === '' || step === '.' || step === '..') ? null : name
}

function getData(file: Buffer, { at, name, packed }: Entry): Buffer | null {
  if (at + 30 > file.byteLength || file.readUInt32LE(at) !== 0x04034b50) return null
  const nameEnd = at + 30 + file.readUInt16LE(at + 26)
  const start = nameEnd + file.readUInt16LE(at + 28)
  if (start + packed > file.byteLength || file.toString('utf8', at + 30, nameEnd) !== name) return null
  return file.subarray(start, start + packed)
}

/** Inflates at most what the header promised: a header that lies is found out, whichever way it lies. */
function inflate(data: Buffer, { method, size, crc }: Entry): Result<Uint8Array, ZipFault> {
  let part: Buffer
  try {
    part = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size + 1 })
  } catch (error) {
    return refused(
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : 'not-a-zip',
    )
  }
  if (part.byteLength > size) return refused('too-much')
  return part.byteLength === size && crc32(part) === crc ? ok(part) : refused('not-a-zip')
}
