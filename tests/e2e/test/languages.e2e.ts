import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContext } from '../src/browser.ts'

// The accessibility checker is a script of ours in the page; the pages themselves bring none.
const options = { javaScriptEnabled: true }

let context: BrowserContext
beforeAll(async () => {
  context = await openContext(options)
})
afterAll(() => context.close())

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
      document.fonts.check('16px "Waymark Sans"', 'әғқңөұүһіӘҒҚҢӨҰҮҺІ'),
    )
    await page.close()
    return { fetched: fetched.filter((url) => url.includes('cyrillic')), isComplete }
  }
  expect((await listFonts('/kazakhstan')).fetched).toEqual([])
  const kazakh = await listFonts('/kk/kazakhstan')
  expect(kazakh.fetched.filter((url) => url.includes('cyrillic-ext'))).toHaveLength(1)
  expect(kazakh.fetched.filter((url) => url.includes('serif'))).toEqual([])
  expect(kazakh.isComplete).toBe(true)
  expect((await listFonts('/ru/kazakhstan')).fetched.filter((url) => url.includes('cyrillic-ext'))).toEqual(
    [],
  )
})
