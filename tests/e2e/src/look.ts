import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** The rules whose outcome depends on the colours; the others see the same page in light and dark. */
const colourRules = ['color-contrast', 'link-in-text-block']

export type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: 1280 | 320 }
export const looks: readonly Look[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'light', width: 320 },
]

/** Shows the page that is open as another reader would see it. */
export async function setLook(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: width === 320 ? 640 : 900 })
}

/**
 * What axe finds on the page in this look, one line a violation, with the elements.
 *
 * @param withColours false where the colours of the same page were looked at elsewhere: they take longer than all the rest
 */
export async function listViolations(
  page: Page,
  { colorScheme }: Look,
  withColours = true,
): Promise<string[]> {
  // axe waits for timers of the page, and those stand still where no script may run.
  if (await page.evaluate(() => matchMedia('(scripting: none)').matches))
    throw new Error('open the page with script to have it looked at')
  // Once a document: bringing the checker into the page takes longer than most of its runs.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const options: RunOptions = {
    runOnly: colorScheme === 'dark' ? { type: 'rule', values: colourRules } : { type: 'tag', values: tags },
    resultTypes: ['violations'],
    preload: false,
    ...(withColours
      ? {}
      : { rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) }),
  }
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 5)
        .map(
          ({ target, failureSummary }) =>
            `${target.join(' ')} (${failureSummary?.split('\n').slice(1, 3).join(' ').trim()})`,
        )
        .join('; ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''}`,
  )
}

/** By how many pixels the page is wider than the window, and what sticks out. */
export const getOverflow = (page: Page): Promise<{ by: number; what: string[] }> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const by = document.documentElement.scrollWidth - width
    if (by <= 0) return { by: 0, what: [] }
    const isClipped = (element: Element): boolean => {
      const parent = element.parentElement
      if (parent === null || parent === document.body) return false
      return getComputedStyle(parent).overflowX !== 'visible' || isClipped(parent)
    }
    const what = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !isClipped(element))
      .slice(0, 6)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
    return { by, what }
  })

/** Text as large as a reader sets it in the browser: the root size and the widths at which layouts change follow it. */
export async function setTextSize(page: Page, percent: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: 0.16 * percent, fixed: 0.13 * percent } })
  await session.detach()
}
