import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A PNG of these chunks, with right sums. */
export function buildPng(
  chunks: readonly (readonly [type: string, data: Uint8Array | string])[],
): Uint8Array {
  const parts = chunks.flatMap(([type, data]) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(body.byteLength - 4)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return [head, body, sum]
  })
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

export function buildHeader(width: number, height: number): [string, Uint8Array] {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return ['IHDR', head]
}

/** A grey PNG of any size, which needs next to nothing; `between` comes before its data. */
export const buildGreyPng = (width: number, height: number, between: [string, Uint8Array | string][] = []) =>
  buildPng([
    buildHeader(width, height),
    ...between,
    ['IDAT', deflateSync(Buffer.alloc((width + 1) * height), { level: 9 })],
    ['IEND', ''],
  ])

/** A small photograph with place, maker and author written into it: the canaries. */
export const buildPhotograph = (format: 'png' | 'jpeg' | 'webp', canary: string): Promise<Uint8Array> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#2a6' } })
    .withExif({
      IFD0: { Artist: canary, Copyright: canary, Software: canary, ImageDescription: canary },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '43/1 14/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '76/1 54/1 0/1',
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${canary}"/></rdf:RDF></x:xmpmeta>`,
    )
    .toFormat(format)
    .toBuffer()

/** The same JPEG with another size in its header. */
export function setJpegSize(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = Buffer.from(jpeg)
  const at = bytes.findIndex((byte, n) => byte === 0xff && [0xc0, 0xc2].includes(bytes[n + 1] ?? 0))
  bytes.writeUInt16BE(height, at + 5)
  bytes.writeUInt16BE(width, at + 7)
  return bytes
}

/** A WebP that says it is of the largest size there is. */
export function buildWebpFlood(): Uint8Array {
  const extended = Buffer.concat([
    Buffer.from('VP8X'),
    Buffer.from([10, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.alloc(6, 0xff),
  ])
  const data = Buffer.concat([
    Buffer.from('VP8L'),
    Buffer.from([5, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0x0f, 0]),
  ])
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(4 + extended.byteLength + data.byteLength, 4)
  return Buffer.concat([head, extended, data])
}
