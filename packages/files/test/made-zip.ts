import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive; each field of its headers can be made to lie. */
export type MadePart = {
  readonly name: string
  readonly data: string | Uint8Array
  readonly store?: boolean
  readonly size?: number
  readonly packed?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  readonly localName?: string
  readonly attributes?: number
  /** Points at the data of the part before instead of its own: parts that overlap. */
  readonly shared?: boolean
}

const deflated = new WeakMap<Buffer, Buffer>()
const sums = new WeakMap<Buffer, number>()

/** Large parts occur often: each is packed and summed once. */
function deflate(data: Buffer): Buffer {
  const packed = deflated.get(data) ?? deflateRawSync(data)
  deflated.set(data, packed)
  return packed
}

function getSum(data: Buffer): number {
  const sum = sums.get(data) ?? crc32(data)
  sums.set(data, sum)
  return sum
}

/** An archive written by hand, as no honest program would. */
export function buildZip(
  parts: readonly MadePart[],
  end: { readonly count?: number; readonly tail?: string } = {},
): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  let last = 0
  for (const part of parts) {
    const data = Buffer.isBuffer(part.data) ? part.data : Buffer.from(part.data)
    const packed = part.store ? data : deflate(data)
    const method = part.method ?? (part.store ? 0 : 8)
    const crc = part.crc ?? getSum(data)
    const name = Buffer.from(part.name)
    const localName = Buffer.from(part.localName ?? part.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(part.flags ?? 0, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(part.packed ?? packed.byteLength, 18)
    local.writeUInt32LE(part.size ?? data.byteLength, 22)
    local.writeUInt16LE(localName.byteLength, 26)
    if (!part.shared) {
      last = at
      locals.push(local, localName, packed)
      at += 30 + localName.byteLength + packed.byteLength
    }
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(part.flags ?? 0, 8)
    head.writeUInt16LE(method, 10)
    head.writeUInt32LE(crc, 16)
    head.writeUInt32LE(part.packed ?? packed.byteLength, 20)
    head.writeUInt32LE(part.size ?? data.byteLength, 24)
    head.writeUInt16LE(name.byteLength, 28)
    head.writeUInt32LE((part.attributes ?? 0) >>> 0, 38)
    head.writeUInt32LE(last, 42)
    central.push(head, name)
  }
  const size = central.reduce((sum, part) => sum + part.byteLength, 0)
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(end.count ?? parts.length, 8)
  record.writeUInt16LE(end.count ?? parts.length, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...central, record, Buffer.from(end.tail ?? '')])
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export const formatTypes = (type = mainType, more = '') =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}"/>${more}</Types>`

/** References of a part: kind, target, and whether it lies outside. Ids are rId1, rId2 … in order. */
export const formatReferences = (
  ...list: readonly (readonly [kind: string, target: string, external?: boolean])[]
) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([kind, target, external], at) =>
        `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

export const formatDocument = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>${body}</w:body></w:document>`

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** The parts of a plain document, with some in place of others or beside them. */
export function listDocxParts(more: Readonly<Record<string, string | Uint8Array>> = {}): MadePart[] {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': formatTypes(),
    '_rels/.rels': formatReferences(['officeDocument', 'word/document.xml']),
    'word/document.xml': formatDocument(paragraph('Бұл құжат')),
    ...more,
  }
  return Object.entries(parts).map(([name, data]) => ({ name, data }))
}

export const buildDocx = (more: Readonly<Record<string, string | Uint8Array>> = {}) =>
  buildZip(listDocxParts(more))
