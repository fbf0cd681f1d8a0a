import { Inflate } from 'fflate'
import { TableRefused } from './table-refused.ts'

/** What a workbook may hold (S-17). A register of 20,000 recommendations keeps far below. */
const mostEntries = 2000
const mostBytes = 50 * 1024 * 1024
const mostRatio = 100
/** What is so small is no bomb, whatever its ratio. */
const smallBytes = 1024 * 1024

type Entry = {
  readonly name: string
  readonly method: number
  readonly start: number
  readonly packed: number
  readonly size: number
}

export type Archive = {
  readonly has: (name: string) => boolean
  /** The bytes of an entry; counted, because what a zip says of itself may be a lie. Refused beyond the limits. */
  readonly get: (name: string) => Uint8Array
}

const refuse = (message: string): never => {
  throw new TableRefused(message)
}

/**
 * Opens a zip by its central directory and asks of it what it may be: so many entries, so many bytes, so much smaller than
 * what it holds. Nothing is unpacked before.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = readDirectory(bytes)
  const told = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (told > mostBytes) refuse('The workbook unpacks to more than 50 MB. Split it.')
  if (told > smallBytes && told > bytes.byteLength * mostRatio)
    refuse('The workbook is packed more than a hundredfold, as no spreadsheet is.')
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  let left = mostBytes
  return {
    has: (name) => byName.has(name.toLowerCase()),
    get: (name) => {
      const entry = byName.get(name.toLowerCase()) ?? refuse(damaged)
      const content = unpack(bytes, entry as Entry, left)
      left -= content.byteLength
      return content
    },
  }
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff || count > mostEntries)
    refuse('The workbook has more than 2,000 parts.')
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== 0x02014b50) refuse(damaged)
    if (view.getUint16(at + 8, true) & 1) refuse('The workbook is locked with a password. Save it without.')
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extra + comment
  }
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) refuse(damaged)
  return entries
}

const damaged = 'The file is not a workbook, or it is damaged. Save it again as XLSX.'

function findEnd(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= last; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return refuse(damaged)
}

function unpack(bytes: Uint8Array, entry: Entry, left: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { start, packed, method } = entry
  if (start + 30 > bytes.byteLength || view.getUint32(start, true) !== 0x04034b50) refuse(damaged)
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (from + packed > bytes.byteLength) refuse(damaged)
  const content = bytes.subarray(from, from + packed)
  if (method === 0)
    return content.byteLength > left ? refuse('The workbook unpacks to more than 50 MB. Split it.') : content
  if (method !== 8) refuse(damaged)
  const parts: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((part) => {
    size += part.byteLength
    if (size > left) refuse('The workbook unpacks to more than 50 MB. Split it.')
    if (size > smallBytes && size > packed * mostRatio * 2)
      refuse('The workbook is packed more than a hundredfold, as no spreadsheet is.')
    parts.push(part)
  })
  try {
    for (let at = 0; at < content.byteLength || at === 0; at += 4096)
      inflate.push(content.subarray(at, at + 4096), at + 4096 >= content.byteLength)
  } catch (error) {
    if (error instanceof TableRefused) throw error
    refuse(damaged)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
