import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContext } from '../src/browser.ts'
import { getOverflow, listViolations, setLook } from '../src/look.ts'
import { publicRoutes } from '../src/routes.ts'

// The accessibility checker is a script of ours in the page; the pages themselves bring none.
const options = { javaScriptEnabled: true }

const localise = (path: string, language: 'ru' | 'kk') => `/${language}${path.replace(/^\/(?=$|\?)/, '')}`

let context: BrowserContext
beforeAll(async () => {
  context = await openContext(options)
})
afterAll(() => context.close())

// Colours are the same in every language: `look.e2e.ts` has seen them, light and dark.
describe.each(['ru', 'kk'] as const)(
  'in %s every public page is whole and never scrolls sideways at 320 and 1280 px; in kk it has no axe violation',
  (language) => {
    test.concurrent.for(publicRoutes)('$name', async ({ path, status }) => {
      const page = await context.newPage()
      await setLook(page, { colorScheme: 'light', width: 320 })
      const response = await page.goto(localise(path, language))
      expect(response?.status()).toBe(status)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
      // What the checker sees of a page is the same in both but for its words; Kazakh has the longer ones.
      const faults =
        language === 'kk' ? await listViolations(page, { colorScheme: 'light', width: 320 }, false) : []
      for (const width of [320, 1280] as const) {
        await setLook(page, { colorScheme: 'light', width })
        const { by, what } = await getOverflow(page)
        if (by > 0) faults.push(`${width} px: scrolls sideways by ${by} px: ${what.join(', ')}`)
      }
      await page.close()
      expect(faults, faults.join('\n')).toEqual([])
    })
  },
)

test('the switch leads to the same view, and every link after it stays in the language', async () => {
  const page = await context.newPage()
  await page.goto('/kazakhstan?asOf=2015-12-21')
  await page.getByRole('link', { name: 'Қазақша', exact: true }).click()
  expect(page.url()).toMatch(/\/kk\/kazakhstan\?asOf=2015-12-21$/)
  await page.locator('header nav').first().getByRole('link').nth(1).click()
  expect(page.url()).toMatch(/\/kk\/kazakhstan\/recommendations\?asOf=2015-12-21$/)
  await page.locator('form.filter button[type=submit]').click()
  expect(page.url()).toMatch(/\/kk\/kazakhstan\/recommendations\?.*asOf=2015-12-21/)
  await page.getByRole('link', { name: 'English', exact: true }).click()
  expect(new URL(page.url()).pathname).toBe('/kazakhstan/recommendations')
  await page.close()
})

test('a page fetches the letters that it needs: none of Cyrillic in English, all of Kazakh in Kazakh', async () => {
  const listFonts = async (path: string) => {
    const page = await context.newPage()
    const fetched: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fetched.push(request.url())
    })
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    const isComplete = await page.evaluate(() =>
      ['Waymark Sans', 'Waymark Serif'].every((family) =>
        document.fonts.check(`16px "${family}"`, 'әғқңөұүһіӘҒҚҢӨҰҮҺІ'),
      ),
    )
    await page.close()
    return { fetched: fetched.filter((url) => url.includes('cyrillic')), isComplete }
  }
  expect((await listFonts('/kazakhstan')).fetched).toEqual([])
  const kazakh = await listFonts('/kk/kazakhstan')
  expect(kazakh.fetched.filter((url) => url.includes('cyrillic-ext'))).toHaveLength(2)
  expect(kazakh.isComplete).toBe(true)
  expect((await listFonts('/ru/kazakhstan')).fetched.filter((url) => url.includes('cyrillic-ext'))).toEqual(
    [],
  )
})
