import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * The zip of an edition (APPNOTE 6.3), written in one way only: no dates, no comments, no extra fields, sizes in the local
 * heads, entries one after the other. From name, packing and content of its entries every other byte follows.
 */
export type Packed = {
  readonly path: string
  /** As it lies in the zip. */
  readonly stream: Uint8Array
  readonly isDeflated: boolean
  /** Of the content. */
  readonly bytes: number
  readonly crc: number
}

export const storeFile = (path: string, content: Uint8Array): Packed => ({
  path,
  stream: content,
  isDeflated: false,
  bytes: content.byteLength,
  crc: crc32(content),
})

export const deflateFile = (path: string, content: Uint8Array): Packed => ({
  path,
  stream: deflateRawSync(content, { level: 9 }),
  isDeflated: true,
  bytes: content.byteLength,
  crc: crc32(content),
})

/** Content of a packed file; null where the stream is damaged or gives another number of bytes than it should. */
export function unpackFile({ stream, isDeflated, bytes }: Omit<Packed, 'crc' | 'path'>): Uint8Array | null {
  if (!isDeflated) return stream.byteLength === bytes ? stream : null
  try {
    const content = inflateRawSync(stream, { maxOutputLength: bytes + 1 })
    return content.byteLength === bytes ? content : null
  } catch {
    return null
  }
}

export const getCrc = (content: Uint8Array): number => crc32(content)

/** What local head and directory share. Flag 11: names are UTF-8. The date is the first that a zip can name, 1 January 1980. */
function formatShared({ isDeflated, crc, stream, bytes, path }: Packed): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x0800, 2)
  head.writeUInt16LE(isDeflated ? 8 : 0, 4)
  head.writeUInt16LE(0x0021, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(stream.byteLength, 14)
  head.writeUInt32LE(bytes, 18)
  head.writeUInt16LE(Buffer.byteLength(path), 22)
  return head
}

const mark = (kind: string): Buffer => Buffer.from(`PK${kind}`, 'latin1')

/** A stretch of the zip, and the entry that it belongs to; null for the end. */
export type Region = { readonly path: string | null; readonly bytes: Uint8Array }

/** The whole zip, stretch by stretch: of each entry head and stream, then of each its line in the directory, then the end. */
export function listRegions(files: readonly Packed[]): Region[] {
  let offset = 0
  const lines: Region[] = []
  const entries = files.flatMap((file): Region[] => {
    const { path, stream } = file
    const head = Buffer.concat([mark('\x03\x04'), formatShared(file), Buffer.from(path)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const madeBy = Buffer.from([20, 0])
    lines.push({
      path,
      bytes: Buffer.concat([mark('\x01\x02'), madeBy, formatShared(file), rest, Buffer.from(path)]),
    })
    offset += head.byteLength + stream.byteLength
    return [
      { path, bytes: head },
      { path, bytes: stream },
    ]
  })
  const length = lines.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (files.length > 65_534 || offset + length > 0xffffffff) throw new RangeError('too much for one zip')
  const end = Buffer.concat([mark('\x05\x06'), Buffer.alloc(18)])
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return [...entries, ...lines, { path: null, bytes: end }]
}

/** @throws RangeError beyond what a zip without extensions holds: 65,534 files, 4 GB */
export const buildArchive = (files: readonly Packed[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(listRegions(files).map(({ bytes }) => bytes)))

type Found = Pick<Packed, 'stream' | 'isDeflated'> & { readonly bytes: number }

/**
 * The entries of any zip by their paths: as its directory names them, and as they lie one after the other, for where the
 * directory is damaged. What they hold is not looked at.
 */
export function listEntries(zip: Uint8Array): {
  readonly listed: ReadonlyMap<string, Found>
  readonly lying: ReadonlyMap<string, Found>
} {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  return { listed: new Map(walkDirectory(view)), lying: new Map(walkEntries(view)) }
}

function* walkDirectory(zip: Buffer): Generator<[string, Found]> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > zip.byteLength) return
  for (let at = zip.readUInt32LE(end + 16); at + 46 <= end && isMark(zip, at, 1); ) {
    const [path, extra, comment] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ]
    const start = zip.readUInt32LE(at + 42)
    if (start + 30 <= zip.byteLength) {
      const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
      const name = zip.toString('utf8', at + 46, at + 46 + path)
      yield [name, readFound(zip, at + 10, zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), from)]
    }
    at += 46 + path + extra + comment
  }
}

function* walkEntries(zip: Buffer): Generator<[string, Found]> {
  for (let at = 0; at + 30 <= zip.byteLength && isMark(zip, at, 3); ) {
    const packed = zip.readUInt32LE(at + 18)
    const end = at + 30 + zip.readUInt16LE(at + 26)
    const from = end + zip.readUInt16LE(at + 28)
    yield [
      zip.toString('utf8', at + 30, end),
      readFound(zip, at + 8, packed, zip.readUInt32LE(at + 22), from),
    ]
    at = from + packed
  }
}

const isMark = (zip: Buffer, at: number, kind: 1 | 3): boolean =>
  zip.readUInt32LE(at) === (kind === 1 ? 0x02014b50 : 0x04034b50)

const readFound = (zip: Buffer, method: number, packed: number, bytes: number, from: number): Found => ({
  stream: zip.subarray(from, from + packed),
  isDeflated: zip.readUInt16LE(method) === 8,
  bytes,
})
