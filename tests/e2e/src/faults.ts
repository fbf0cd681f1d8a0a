import type { Page } from 'playwright-core'
import {
  getOverflow,
  type Inspection,
  listViolations,
  looks,
  readLayout,
  setLook,
  setTextSize,
} from './look.ts'

/** The first element that stands elsewhere in dark than in light at this width; null where none does. */
async function findMoved(page: Page, width: 1280 | 320): Promise<string | null> {
  let moved: string | null = null
  // A page that was still settling when it was first read is read again.
  for (let tried = 0; tried < 3; tried++) {
    await setLook(page, { colorScheme: 'light', width })
    const light = await readLayout(page)
    await setLook(page, { colorScheme: 'dark', width })
    const dark = await readLayout(page)
    const at = dark.findIndex((line, i) => line !== light[i])
    if (at < 0 && dark.length === light.length) return null
    moved = `${light[at]} is ${dark[at]} in dark`
  }
  return moved
}

/**
 * What is wrong with the page that is open, one line a fault: what axe finds where it is asked, what makes the page wider than
 * the window at either width, and at 1280 px with text at 200 %, and what stands elsewhere in dark where only the colours of
 * dark were looked at.
 */
export async function listFaults(page: Page, inspections: readonly Inspection[]): Promise<string[]> {
  const faults = new Map<string, string[]>()
  const add = (fault: string, where: string) => faults.set(fault, [...(faults.get(fault) ?? []), where])
  const addOverflow = async (where: string) => {
    const { by, what } = await getOverflow(page)
    if (by > 0) add(`scrolls sideways by ${by} px: ${what.join(', ')}`, where)
  }
  for (const look of looks) {
    const { colorScheme, width } = look
    const asked = inspections.find((one) => one.colorScheme === colorScheme && one.width === width)
    // Colours make nothing wider.
    if (asked === undefined && colorScheme === 'dark') continue
    await setLook(page, look)
    const where = `${colorScheme} ${width}`
    if (asked !== undefined)
      for (const violation of await listViolations(page, look, asked.rules)) add(violation, where)
    if (asked?.rules === 'colours') {
      const moved = await findMoved(page, width)
      if (moved !== null) add(moved, where)
    }
    if (colorScheme === 'light') await addOverflow(where)
  }
  await setLook(page, { colorScheme: 'light', width: 1280 })
  await setTextSize(page, 200)
  if ((await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)) !== '32px')
    add('the text does not grow', '1280, text at 200 %')
  await addOverflow('1280, text at 200 %')
  await setTextSize(page, 100)
  return [...faults].map(([fault, places]) => `${places.join(', ')}: ${fault}`)
}
