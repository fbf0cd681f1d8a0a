import { refused } from '@waymark/kernel/result'
import sharp from 'sharp'
import type { Inspected } from './inspection.ts'

sharp.cache(false)
sharp.concurrency(1)

/** Forty million points: a page of A3 at 400 dots per inch, a photograph of a good telephone. */
export const maxPixels = 40_000_000

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp'

const names = { 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP' } as const

/**
 * An image, read whole and written anew: upright, in plain sRGB, with nothing but its points. EXIF, GPS, XMP, comments, colour
 * profile, thumbnails and whatever hung at the end of the file stay behind. Animated ones are refused: one frame of
 * several would misrepresent them.
 */
export async function inspectImage(bytes: Uint8Array, mediaType: ImageType): Promise<Inspected> {
  const damaged = refused({
    code: 'file-does-not-match-its-type',
    params: { type: names[mediaType] },
  } as const)
  try {
    const { format, width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (`image/${format}` !== mediaType) return damaged
    if (width * height > maxPixels || (pages ?? 1) > 1 || isAnimatedPng(bytes))
      return refused({ code: 'file-holds-too-much' })
    const copy = await writeImage(bytes, mediaType)
    return { ok: true, value: { mediaType, text: null, working: { bytes: copy, mediaType } } }
  } catch {
    return damaged
  }
}

/** The same picture without anything beside it. Throws when the whole of it cannot be decoded. */
export function writeImage(bytes: Uint8Array, mediaType: ImageType): Promise<Uint8Array> {
  const image = sharp(bytes, {
    limitInputPixels: maxPixels,
    failOn: 'error',
    sequentialRead: true,
  }).autoOrient()
  if (mediaType === 'image/png') return image.png({ compressionLevel: 8 }).toBuffer()
  if (mediaType === 'image/jpeg') return image.jpeg({ quality: 90 }).toBuffer()
  return image.webp({ quality: 90 }).toBuffer()
}

/** The chunk `acTL` before the first data makes a PNG an animation; the image library would show its first frame only. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x89) return false
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= file.byteLength; at += 12 + file.readUInt32BE(at)) {
    const chunk = file.toString('latin1', at + 4, at + 8)
    if (chunk === 'acTL') return true
    if (chunk === 'IDAT') return false
  }
  return false
}
