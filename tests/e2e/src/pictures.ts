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
  return sharp(taken).webp({ quality: 50, effort: 5, smartSubsample: true }).toBuffer()
}

export function keepPicture(folder: string, name: string, picture: Buffer): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}${name}.webp`, picture)
}

/** What a page is made of, from afar. */
export type Outline = {
  /** Headings of its parts, in order. */
  readonly parts: readonly string[]
  readonly tables: number
  readonly forms: number
  readonly figures: number
  /** Pixels, of the whole page. */
  readonly height: number
}

export const readOutline = (page: Page): Promise<Outline> =>
  page.evaluate(() => {
    const isShown = (element: Element) => element.getClientRects().length > 0
    const count = (selector: string) =>
      [...document.querySelectorAll(`main ${selector}`)].filter(isShown).length
    return {
      parts: [...document.querySelectorAll('main h2')]
        .filter(isShown)
        .map((heading) => heading.textContent?.trim() ?? ''),
      tables: count('table'),
      forms: count('form'),
      figures: count('figure'),
      height: document.documentElement.scrollHeight,
    }
  })

/** How far the same page may be from what the guide shows: other tests write into the same record, other machines have other fonts. */
const slack = { parts: 1, count: 1, height: 1.3 }

/** In what a page is grossly unlike what the guide shows, one line each. */
export function listUnlike(shown: Outline, now: Outline): string[] {
  const missing = shown.parts.filter((part) => !now.parts.includes(part))
  const added = now.parts.filter((part) => !shown.parts.includes(part))
  const ratio = now.height / shown.height
  return [
    ...missing.map((part) => `there is no part “${part}”`),
    ...(added.length > slack.parts
      ? [`there are parts that the guide does not show: ${added.join(', ')}`]
      : []),
    ...(['tables', 'forms', 'figures'] as const)
      .filter((name) => Math.abs(shown[name] - now[name]) > slack.count)
      .map((name) => `${now[name]} ${name}, and the guide shows ${shown[name]}`),
    ...(ratio > slack.height || ratio < 1 / slack.height
      ? [`${now.height} px high, and in the guide ${shown.height}`]
      : []),
  ]
}
