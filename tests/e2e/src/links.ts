import type { Page } from 'playwright-core'

/** Follows the link with this name, as a reader would; the fragment is where the link leads to on its page. */
export async function followLink(page: Page, name: string | RegExp, within = 'body'): Promise<void> {
  const link = page
    .locator(within)
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
  await link.click()
}

/** The visible text of a part of the page, on one line. */
export const readText = async (page: Page, selector = 'main'): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ')

/** Text as a page shows it, whatever the line breaks of the data. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
