import { deskMeeting as copy } from '@waymark/messages/en/desk-meeting'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSignedIn, site } from '../src/browser.ts'
import { readText } from '../src/links.ts'
import { listViolations, setLook } from '../src/look.ts'

const base = '/meetings/kazakhstan'
const getForm = (page: Page, label: string): Locator => page.getByRole('form', { name: label, exact: true })
const send = (form: Locator) => form.getByRole('button').click()
const readStatus = (page: Page) => page.getByRole('status').innerText()
const items = (page: Page): Locator => page.locator('ol.agenda > li')
const readTitles = (page: Page) => items(page).locator('h3 .title').allInnerTexts()
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const milestone = 'Partnership and Cooperation Agreement done at Brussels'

describe('a series and its first meeting are prepared without script', () => {
  let page: Page
  let address = ''
  beforeAll(async () => {
    page = await openSignedIn('analyst', '/meetings')
  })

  test('a series is begun, and what is wrong with its form is told at each field while the rest stays', async () => {
    await page.goto(`${site.url}${base}`)
    await page.locator('summary', { hasText: copy.series.new }).click()
    const form = getForm(page, copy.series.new)
    await form.getByLabel(copy.series.topics).fill('Invented first topic')
    await form.getByLabel(copy.series.startsAt).fill('half past two')
    await send(form)
    const alert = await page.getByRole('alert').innerText()
    expect(alert).toContain(copy.plan.missing)
    expect(alert).toContain(copy.plan.invalidTime)
    const again = getForm(page, copy.series.new)
    expect(await again.getByLabel(copy.series.topics).inputValue()).toBe('Invented first topic')
    await again.getByLabel(copy.series.title).fill('Invented monthly review')
    await again.getByLabel(copy.series.startsAt).fill('14:30')
    await again.getByLabel(copy.series.itemMinutes).fill('10')
    await send(again)
    expect(await readStatus(page)).toBe(copy.done['series-new'])
  })

  test('its meeting has an agenda at once: topics first, then the record’s, each with why it is there and as it stood', async () => {
    const form = getForm(page, copy.plan.new)
    await form.getByLabel(copy.plan.heldOn, { exact: true }).fill(daysFromNow(10))
    await send(form)
    expect(await readStatus(page)).toBe(copy.done.created)
    address = new URL(page.url()).pathname
    const titles = await readTitles(page)
    expect(titles[0]).toBe('Invented first topic')
    // Every finding of the starter dossier is older than its review interval.
    expect(titles.length).toBeGreaterThan(50)
    const text = await readText(page)
    expect(text).toContain(copy.head.first)
    expect(text).toContain('Out of date since')
    const pinned = await page.getByRole('link', { name: copy.agenda.pinned }).first().getAttribute('href')
    expect(pinned).toMatch(/^\/kazakhstan\/recommendations\/KZ-[\d-]+\?asOf=[\d-]+&knownAt=[\dT:.-]+Z$/)
    expect((await page.request.get(`${site.url}${pinned}`)).status()).toBe(200)
  })

  test('items are moved by keyboard, dropped with a reason and put off; a rebuild, shown first, keeps all of it', async () => {
    const before = await readTitles(page)
    const [, second = '', third = '', fourth = '', fifth = ''] = before
    const up = page.getByRole('button', { name: copy.agenda.upOf(third), exact: true })
    await up.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').waitFor()
    expect((await readTitles(page)).slice(1, 3)).toEqual([third, second])

    const open = async (title: string) => {
      await page.getByRole('link', { name: copy.agenda.changeOf(title), exact: true }).click()
    }
    await open(fourth)
    await send(getForm(page, copy.agenda.drop))
    expect(await page.getByRole('alert').innerText()).toContain(copy.plan.missing)
    await getForm(page, copy.agenda.drop).getByLabel(copy.agenda.dropReason).fill('Invented: told already.')
    await send(getForm(page, copy.agenda.drop))
    expect(await readStatus(page)).toBe(copy.done.drop)
    await open(fifth)
    await getForm(page, copy.agenda.snooze).getByLabel(copy.agenda.snoozeUntil).fill(daysFromNow(60))
    await send(getForm(page, copy.agenda.snooze))
    expect(await readStatus(page)).toBe(copy.done.snooze)
    const topic = getForm(page, copy.agenda.addTopic)
    await topic.getByLabel(copy.agenda.topic).fill('Invented topic by hand')
    await send(topic)
    const record = getForm(page, copy.agenda.addRecord)
    await record.getByLabel(copy.agenda.recordField).fill('KZ-1900-01')
    await send(record)
    expect(await page.getByRole('alert').innerText()).toContain(copy.agenda.notFound)

    // What was dropped is found by its words, and said to be here; something else is put on by its button.
    const find = getForm(page, copy.agenda.findRecord)
    await find.getByLabel(copy.agenda.findWords).fill(fourth)
    await page.keyboard.press('Enter')
    const found = page.locator('#find .found > li')
    expect(await found.first().innerText()).toContain(copy.agenda.isOn)
    await find.getByLabel(copy.agenda.findWords).fill(milestone)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: copy.agenda.putOf(milestone), exact: true }).focus()
    await page.keyboard.press('Enter')
    expect(await readStatus(page)).toBe(copy.done.add)

    await page.getByRole('link', { name: copy.build.look }).click()
    expect(await readText(page)).toContain(copy.build.nothing)
    const hand = await readTitles(page)
    await page.getByRole('button', { name: copy.build.do }).click()
    expect(await readStatus(page)).toBe(copy.done.build)
    expect(await readTitles(page)).toEqual(hand)
    expect(hand).toEqual([before[0], third, second, ...before.slice(5), 'Invented topic by hand', milestone])
    const off = await page.locator('ul.agenda').innerText()
    expect(off).toContain(copy.agenda.dropped('Invented: told already.'))
    expect(off).toContain(fifth)
  })

  test('the page of an agenda has no violation of accessibility, also with its forms open, at any width, dark or light, and in Russian', async () => {
    const scripted = await openSignedIn('analyst', address, { javaScriptEnabled: true })
    const first = scripted.getByRole('link', { name: copy.agenda.changeOf('Invented first topic') })
    await first.click()
    await scripted.locator('.itemforms').waitFor()
    for (const look of [
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 320 },
    ] as const) {
      await setLook(scripted, look)
      expect(await listViolations(scripted, look, 'all')).toEqual([])
      expect(await scripted.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        look.width,
      )
    }
    await scripted.goto(`${site.url}/ru${address}?find=${encodeURIComponent('Kazakhstan')}`)
    expect(await listViolations(scripted, { colorScheme: 'light', width: 320 }, 'all')).toEqual([])
  })

  test('it is opened and started, and its address then shows the room', async () => {
    await page.goto(`${site.url}${address}`)
    await send(getForm(page, copy.stage.open))
    expect(await readStatus(page)).toBe(copy.done.open)
    await send(getForm(page, copy.stage.start))
    expect(await readText(page)).toContain(copy.states['in-progress'])
  })
})
