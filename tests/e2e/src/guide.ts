import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const folder = fileURLToPath(new URL('../../../docs/images/guide/', import.meta.url))

/** A window of the same size on every machine, with nothing that moves: what the guide shows. */
export const guideWindow = {
  viewport: { width: 1280, height: 900 },
  deviceScaleFactor: 1,
  colorScheme: 'light',
  reducedMotion: 'reduce',
} as const

/**
 * Takes the picture that the guide shows of a step, when it is asked for (`WAYMARK_GUIDE=1`); else files stay as they are.
 *
 * @param height pixels from the top that matter
 */
export async function takeGuidePicture(
  page: Page,
  name: string,
  height: number = guideWindow.viewport.height,
): Promise<void> {
  if (process.env.WAYMARK_GUIDE !== '1') return
  mkdirSync(folder, { recursive: true })
  await page.evaluate(async () => void (await document.fonts.ready))
  await page.screenshot({
    path: `${folder}${name}.png`,
    clip: { x: 0, y: 0, width: guideWindow.viewport.width, height },
    caret: 'hide',
    animations: 'disabled',
  })
}
