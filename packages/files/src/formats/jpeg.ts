/**
 * A JPEG without its application segments and comments (EXIF, GPS, XMP, profiles, thumbnails), its points untouched; null when
 * it is not laid out as one. Adobe's segment stays: it says how the colours are written.
 */
export function formatBareJpeg(jpeg: Uint8Array): Uint8Array | null {
  const file = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (file.byteLength < 4 || file.readUInt16BE(0) !== 0xffd8) return null
  const kept: Buffer[] = [file.subarray(0, 2)]
  let at = 2
  while (at + 4 <= file.byteLength && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.byteLength) return null
    if (marker === 0xda) {
      const last = file.lastIndexOf(Buffer.from([0xff, 0xd9]))
      kept.push(last > at ? file.subarray(at, last + 2) : file.subarray(at))
      return hasSegments(kept.at(-1)) ? null : Buffer.concat(kept)
    }
    const isMetadata = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && marker !== 0xee)
    if (!isMetadata) kept.push(file.subarray(at, end))
    at = end
  }
  return null
}

/** Segments of metadata may also stand between scans: then this is not the place to take them out. */
function hasSegments(scans: Buffer | undefined): boolean {
  if (scans === undefined) return true
  for (
    let at = scans.indexOf(0xff);
    at !== -1 && at + 1 < scans.byteLength;
    at = scans.indexOf(0xff, at + 1)
  ) {
    const marker = scans[at + 1] ?? 0
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) return true
  }
  return false
}
