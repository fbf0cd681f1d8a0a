import type { Language } from '@waymark/messages/language'
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

/** What axe is asked in a look: all its rules, or those that the colours decide. */
export type Inspection = Look & { readonly rules: 'all' | 'colours' }

const inspect = (colorScheme: Look['colorScheme'], width: Look['width']): Inspection => ({
  colorScheme,
  width,
  rules: colorScheme === 'dark' ? 'colours' : 'all',
})

/** True when everything is inspected, in every role, language and look: twenty minutes and more. */
export const isWhole = process.env.WAYMARK_LOOK === 'whole'

/**
 * What is inspected of a page in a language. In English each look, in dark the colours: `listFaults` proves that nothing else
 * differs. In the others two looks, so that every page is seen with every pair of language, width and colours: what a
 * language changes are the words, and so the widths. Private pages are seen in Russian where it
 * is narrow and in Kazakh where it is wide. `WAYMARK_LOOK=whole` inspects all rules in all looks of all languages.
 */
export function listInspections(
  language: Language,
  face: 'public' | 'private' = 'public',
): readonly Inspection[] {
  if (isWhole) return looks.map((look) => ({ ...look, rules: 'all' }))
  if (face === 'private' && language === 'ru') return [inspect('light', 320)]
  if (face === 'private' && language === 'kk') return [inspect('light', 1280)]
  if (language === 'ru') return [inspect('light', 1280), inspect('dark', 320)]
  if (language === 'kk') return [inspect('dark', 1280), inspect('light', 320)]
  return looks.map(({ colorScheme, width }) => inspect(colorScheme, width))
}

/** Shows the page that is open as another reader would see it. */
export async function setLook(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: width === 320 ? 640 : 900 })
}

/** What the context runs in every page before the page's own scripts: the checker, once a document. */
export const checker = axe.source

/**
 * What axe finds on the page in this look, one line a violation, with the elements.
 *
 * @param rules all, or those that the colours decide: enough in dark for a page that was seen in light
 */
export async function listViolations(
  page: Page,
  { colorScheme }: Look,
  rules: 'all' | 'colours' = colorScheme === 'dark' ? 'colours' : 'all',
): Promise<string[]> {
  // axe waits for timers of the page, and those stand still where no script may run.
  if (await page.evaluate(() => matchMedia('(scripting: none)').matches))
    throw new Error('open the page with script to have it looked at')
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(checker)
  const options: RunOptions = {
    runOnly: rules === 'colours' ? { type: 'rule', values: colourRules } : { type: 'tag', values: tags },
    resultTypes: ['violations'],
    preload: false,
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

/** Where everything on the page stands, an element a line: the same in light and dark, or colours are not all that differs. */
export const readLayout = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { display, visibility } = getComputedStyle(element)
      const place = [x, y + scrollY, width, height].map(Math.round).join(' ')
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${place} ${display} ${visibility}`
    }),
  )

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
