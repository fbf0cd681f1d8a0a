import sharp from 'sharp'

sharp.cache(false)
sharp.concurrency(1)

/** Dots of an inch of SVG. */
const dots = 72

/**
 * A drawing as a PNG of at most 256 colours, with its points and nothing else. It may refer to nothing outside of itself
 * and hold no text: what is drawn is then the same on every machine.
 *
 * @param scale points of the PNG for one of the drawing
 */
export async function writePng(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const png = await sharp(Buffer.from(svg), { density: dots * scale })
    .png({ compressionLevel: 9, palette: true, dither: 0, effort: 4 })
    .toBuffer()
  return new Uint8Array(png)
}
