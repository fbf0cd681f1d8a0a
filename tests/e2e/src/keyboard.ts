import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export type Focused = {
  readonly tag: string
  readonly id: string
  readonly name: string
  readonly type: string
  readonly isSeen: boolean
  readonly isMarked: boolean
}

/** What has the focus, whether it is in sight, and whether something marks it. */
export const getFocused = (page: Page): Promise<Focused | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const box = element.getBoundingClientRect()
    const isSeen =
      box.width > 1 &&
      box.height > 1 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth
    const isOutlined = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    }
    return {
      tag: element.tagName.toLowerCase(),
      id: element.id,
      name: element.getAttribute('name') ?? element.textContent?.trim().slice(0, 60) ?? '',
      type: element.getAttribute('type') ?? '',
      isSeen,
      // A label or summary may carry the mark for the control inside it. Where the control itself has not the focus, the
      // browser's own button in it has (the calendar of a date), and the browser marks that.
      isMarked:
        !element.matches(':focus') ||
        isOutlined(element) ||
        [element.closest('label'), element.closest('summary')].some((one) => one !== null && isOutlined(one)),
    }
  })

/** Milliseconds; a stop that is out of sight for good is found all the same. */
const patience = 10_000

/** What has the focus, once it is in sight and marked. The browser scrolls to it with a frame to come, not at once. */
async function settle(page: Page): Promise<Focused | null> {
  let focused = await getFocused(page)
  const began = performance.now()
  while (focused !== null && !(focused.isSeen && focused.isMarked) && performance.now() - began < patience) {
    await page.waitForTimeout(30)
    focused = await getFocused(page)
  }
  return focused
}

/** Tabs through the whole page. */
async function walk(page: Page): Promise<Focused[]> {
  const stops: Focused[] = []
  await page.evaluate(async () => void (await document.fonts.ready))
  for (let n = 0; n < 900; n++) {
    await page.keyboard.press('Tab')
    const focused = await settle(page)
    if (focused === null) return stops
    stops.push(focused)
  }
  throw new Error('the focus never leaves the page')
}

/** Tabs until something has the focus. */
export const tabTo = async (page: Page, is: (focused: Focused) => boolean, what: string): Promise<void> => {
  for (let n = 0; n < 900; n++) {
    await page.keyboard.press('Tab')
    const focused = await getFocused(page)
    if (focused !== null && is(focused)) return
  }
  throw new Error(`no ${what} is reached with the Tab key`)
}

/** Tabs on to the control of this id, or the link, button or summary of this name, and expects it in sight and marked. */
export async function reach(
  page: Page,
  wanted: { readonly id: string } | { readonly name: string },
): Promise<void> {
  const is = (focused: Focused) =>
    'id' in wanted ? focused.id === wanted.id : focused.id === '' && focused.name === wanted.name
  await tabTo(page, is, JSON.stringify(wanted))
  expect(await settle(page)).toMatchObject({ ...wanted, isSeen: true, isMarked: true })
}

/** From the skip link on every stop is in sight and marked, and after the last the focus leaves the page. */
export const expectWalkable = async (page: Page) => {
  const stops = await walk(page)
  expect(stops.length).toBeGreaterThan(10)
  expect(stops[0]?.name).toMatch(/^Skip to/)
  expect(stops.filter(({ name }) => name.startsWith('Skip to'))).toHaveLength(1)
  expect(stops.filter(({ isSeen, isMarked }) => !isSeen || !isMarked)).toEqual([])
}
