import { publicMessages } from '@waymark/messages/en/public'
import { dataMessages } from '@waymark/messages/en/public-data'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openPage } from '../src/browser.ts'
import { expectWalkable, reach } from '../src/keyboard.ts'

const t = publicMessages
const base = '/kazakhstan'

const getAddress = (page: Page) => new URL(page.url())
/** Presses Enter where the focus is, and waits for the page that comes of it. */
async function enter(page: Page): Promise<URL> {
  const before = page.url()
  await Promise.all([page.waitForURL((url) => url.href !== before), page.keyboard.press('Enter')])
  return getAddress(page)
}
/** A day as one types it into the date field that has the focus: its parts, in the order in which this browser asks for them. */
async function typeDay(page: Page, id: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  for (const parts of [
    [date, month, year],
    [month, date, year],
    [year, month, date],
  ]) {
    for (const part of parts) await page.keyboard.type(part)
    if ((await page.locator(`#${id}`).inputValue()) === day) return
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft')
  }
  throw new Error(`${day} cannot be typed`)
}

describe('with the keyboard alone, without script, on the public pages', () => {
  test.concurrent.for([
    '/recommendations',
    '/recommendations/KZ-2013-18',
    '/linkage?view=list',
    '/changes?from=2013-11-27&to=2016-12-31',
    '/timeline',
    '/data',
  ])('%s is walked from the skip link on, each stop in sight and marked, and left again', async (path) => {
    await expectWalkable(await openPage(`${base}${path}`))
  })

  test('a day is typed, and what was known is unfolded', async () => {
    const page = await openPage(base)
    await reach(page, { id: 'asOf' })
    await typeDay(page, 'asOf', '2015-12-21')
    expect((await enter(page)).searchParams.get('asOf')).toBe('2015-12-21')
    await reach(page, { id: 'asOf' })
    await reach(page, { name: t.date.knownNow })
    await page.keyboard.press('Enter')
    await reach(page, { id: 'knownAt' })
    await page.keyboard.type('2014-01-01T00:00:00Z')
    expect((await enter(page)).searchParams.get('knownAt')).toBe('2014-01-01T00:00:00Z')
  })

  test('a ready-made day is chosen', async () => {
    const page = await openPage(base)
    await reach(page, { id: 'asOf-choice' })
    await page.keyboard.press('ArrowDown')
    await reach(page, { name: t.date.go })
    expect((await enter(page)).searchParams.get('asOf')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('recommendations are searched, filtered and reset, and one is opened', async () => {
    const page = await openPage(`${base}/recommendations`)
    await reach(page, { id: 'q' })
    await page.keyboard.type('media')
    expect((await enter(page)).searchParams.get('q')).toBe('media')
    await reach(page, { id: 'standing' })
    await page.keyboard.press('ArrowDown')
    await reach(page, { name: t.recommendations.apply })
    expect((await enter(page)).searchParams.get('standing')).not.toBe('')
    await reach(page, { name: t.recommendations.reset })
    expect((await enter(page)).search).toBe('')
    const first = await page.locator('main a[href*="/recommendations/KZ-"]').first().innerText()
    await reach(page, { name: first })
    expect((await enter(page)).pathname).toMatch(/\/recommendations\/KZ-/)
  })

  test('the matrix is filtered, and a gate is opened from its cell', async () => {
    const page = await openPage(`${base}/linkage?asOf=2015-12-21`)
    await reach(page, { id: 'role' })
    await page.keyboard.press('ArrowDown')
    const role = await page.locator('#role').inputValue()
    await reach(page, { name: t.recommendations.apply })
    expect((await enter(page)).searchParams.get('role')).toBe(role)
    const name = (await page.locator('table td a').first().textContent()) ?? ''
    await reach(page, { name: name.trim().slice(0, 60) })
    const { searchParams } = await enter(page)
    expect([searchParams.has('milestone'), searchParams.has('recommendation')]).toEqual([true, true])
  })

  test('two days are compared', async () => {
    const page = await openPage(`${base}/changes`)
    await reach(page, { id: 'from' })
    await typeDay(page, 'from', '2013-11-27')
    await reach(page, { id: 'to' })
    await typeDay(page, 'to', '2015-12-21')
    const { searchParams } = await enter(page)
    expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['2013-11-27', '2015-12-21'])
  })

  test('the language is switched, and the view stays', async () => {
    const page = await openPage(`${base}/linkage?asOf=2015-12-21`)
    await reach(page, { name: 'Қазақша' })
    const { pathname, search } = await enter(page)
    expect(pathname + search).toBe('/kk/kazakhstan/linkage?asOf=2015-12-21')
  })

  test('a citation is unfolded and taken, and the table downloaded', async () => {
    const page = await openPage(`${base}/linkage?asOf=2015-12-21`)
    const take = async (file: string) => {
      await reach(page, { name: file })
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
      expect(download.suggestedFilename()).toMatch(new RegExp(`${file.split('.').at(-1)}$`))
    }
    await reach(page, { name: dataMessages.cite.bibtex })
    await page.keyboard.press('Enter')
    await take('linkage.bib')
    await take('linkage.csv')
  })
})
