import { zlibSync } from 'fflate'
import type { BarPart } from '../documents/document.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const edge = [0x14, 0x19, 0x1d]

/** A bar as a PNG (ISO/IEC 15948) of eight bits a colour: stretches as long as their counts, each with an edge. */
export function buildBarPicture(
  parts: readonly BarPart[],
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const colours = listColours(parts, width)
  const row = new Uint8Array(1 + width * 3)
  const edgeRow = new Uint8Array(1 + width * 3)
  for (const [x, colour] of colours.entries()) {
    row.set(colour, 1 + x * 3)
    edgeRow.set(edge, 1 + x * 3)
  }
  const raw = new Uint8Array(row.length * height)
  for (let y = 0; y < height; y += 1) raw.set(y < 2 || y >= height - 2 ? edgeRow : row, y * row.length)
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([8, 2, 0, 0, 0], 8)
  return join([
    Uint8Array.from(signature),
    buildChunk('IHDR', head),
    buildChunk('IDAT', zlibSync(raw, { level: 9 })),
    buildChunk('IEND', new Uint8Array()),
  ])
}

function listColours(parts: readonly BarPart[], width: number): number[][] {
  const sum = parts.reduce((all, { count }) => all + count, 0)
  const colours: number[][] = []
  let passed = 0
  for (const { count, colour } of parts) {
    passed += count
    const end = Math.round((width * passed) / Math.max(1, sum))
    const own = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    const start = colours.length
    while (colours.length < end)
      colours.push(colours.length < start + 2 || colours.length >= end - 2 ? edge : own)
  }
  while (colours.length < width) colours.push(edge)
  return colours
}

function buildChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(new TextEncoder().encode(type), 4)
  chunk.set(data, 8)
  view.setUint32(8 + data.length, getCrc(chunk.subarray(4, 8 + data.length)))
  return chunk
}

/** CRC-32 as PNG wants it (ISO/IEC 15948, annex D). */
function getCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
