import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

export const guideScreens = fileURLToPath(new URL('../../../docs/guide/screens/', import.meta.url))
export const builtScreens = fileURLToPath(new URL('../build/screens/', import.meta.url))

/** A picture of the top of the page as it is, with nothing that moves, as small as it stays legible. */
export async function takePicture(
  page: Page,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  // Fonts that came too late for the first showing, and were left out of it, are there at the second.
  await page.evaluate(async () => void (await document.fonts.ready))
  await page.reload()
  await page.evaluate(async () => void (await document.fonts.ready))
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const taken = await page.screenshot({
    clip: { x: 0, y: 0, width, height: Math.min(height, whole) },
    fullPage: true,
    caret: 'hide',
    animations: 'disabled',
  })
  return sharp(taken).webp({ quality: 56, effort: 5, smartSubsample: true }).toBuffer()
}

export function keepPicture(folder: string, name: string, picture: Buffer): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}${name}.webp`, picture)
}

/** Cells across: coarse enough that letters do not matter, and the place of everything does. */
const cells = 32

const shrink = async (picture: Buffer, height: number) =>
  (
    await sharp(picture).grayscale().resize(cells, height, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer()
  ).map(Number)

/**
 * How unlike two pictures are, from 0 to 1, seen from afar: the mean difference of brightness of their parts.
 * Pictures of different sizes are as unlike as can be.
 */
export async function compareFromAfar(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([sharp(one).metadata(), sharp(other).metadata()])
  const ratio = (a.height ?? 1) / (b.height ?? 1)
  if (a.width !== b.width || ratio > 1.2 || ratio < 1 / 1.2) return 1
  const height = Math.max(1, Math.round((cells * (a.height ?? 1)) / (a.width ?? 1)))
  const [left, right] = await Promise.all([shrink(one, height), shrink(other, height)])
  const sum = left.reduce((total, value, i) => total + Math.abs(value - (right[i] ?? 0)), 0)
  return sum / left.length / 255
}
