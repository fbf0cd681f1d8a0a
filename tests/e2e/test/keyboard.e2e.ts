import { desk } from '@waymark/messages/en/desk'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { assessPath, invented } from '../src/assess.ts'
import { openPage, openSignedIn } from '../src/browser.ts'
import { getSourceLabel } from '../src/dossier.ts'

const copy = desk.assess
const words = vocabulary.en

type Focused = {
  readonly tag: string
  readonly name: string
  readonly type: string
  readonly isSeen: boolean
  readonly isMarked: boolean
}

/** What has the focus, whether it is in sight, and whether something marks it. */
const getFocused = (page: Page): Promise<Focused | null> =>
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

/** Tabs through the whole page. */
async function walk(page: Page): Promise<Focused[]> {
  const stops: Focused[] = []
  await page.evaluate(async () => void (await document.fonts.ready))
  for (let n = 0; n < 600; n++) {
    await page.keyboard.press('Tab')
    let focused = await getFocused(page)
    // The browser scrolls what takes the focus into sight with a frame to come, not at once.
    const began = performance.now()
    while (
      focused !== null &&
      !(focused.isSeen && focused.isMarked) &&
      performance.now() - began < patience
    ) {
      await page.waitForTimeout(30)
      focused = await getFocused(page)
    }
    if (focused === null) return stops
    stops.push(focused)
  }
  throw new Error('the focus never leaves the page')
}

const tabTo = async (page: Page, is: (focused: Focused) => boolean, what: string): Promise<void> => {
  for (let n = 0; n < 300; n++) {
    await page.keyboard.press('Tab')
    const focused = await getFocused(page)
    if (focused !== null && is(focused)) return
  }
  throw new Error(`no ${what} is reached with the Tab key`)
}

const expectWalkable = async (page: Page) => {
  const stops = await walk(page)
  expect(stops.length).toBeGreaterThan(10)
  expect(stops[0]?.name).toMatch(/^Skip to/)
  expect(stops.filter(({ name }) => name.startsWith('Skip to'))).toHaveLength(1)
  expect(stops.filter(({ isSeen, isMarked }) => !isSeen || !isMarked)).toEqual([])
}

describe('with the keyboard alone', () => {
  test('the scorecard is walked from the skip link on, each stop in sight and marked', async () => {
    await expectWalkable(await openPage('/kazakhstan'))
  })

  test('the assess form is walked from the skip link on, each stop in sight and marked', async () => {
    await expectWalkable(await openSignedIn('analyst', assessPath('KZ-2016-03')))
  })

  test('the skip link leads past the navigation', async () => {
    const page = await openPage('/kazakhstan')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await page.keyboard.press('Tab')
    const isInside = await page.evaluate(() =>
      document.querySelector('main')?.contains(document.activeElement),
    )
    expect(isInside).toBe(true)
  })

  test('an assessment is typed and submitted', async () => {
    const page = await openSignedIn('analyst', assessPath('KZ-2016-03'))
    const named = (name: string) => (focused: Focused) => focused.name === name
    const choose = async (label: string) => {
      // As a reader does: the first letters of the option.
      await page.keyboard.type(label)
    }
    await tabTo(page, ({ name, type }) => name === 'finding' && type === 'radio', 'level')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, named('effective'), 'date')
    await page.keyboard.type('2026-01-02')
    await tabTo(page, named('confidence'), 'confidence')
    await choose(words.confidences.low)
    await tabTo(page, named('rationale'), 'rationale')
    await page.keyboard.type(`${invented} By keyboard.`)
    await tabTo(page, named('evidence.0.source'), 'source')
    await page.keyboard.insertText(getSourceLabel('seed'))
    await page.keyboard.press('Escape')
    await tabTo(page, named('evidence.0.kind'), 'kind of evidence')
    await choose(words.evidenceKinds['ngo-monitoring'])
    await tabTo(page, named('evidence.0.origin'), 'origin')
    await choose(words.origins['independent-ngo'])
    await tabTo(page, ({ tag, name }) => tag === 'button' && name === 'intent', 'button')
    for (let n = 0; n < 10; n++) {
      const label = await page.evaluate(() => document.activeElement?.textContent)
      if (label === copy.submit) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/sent=1/)
    expect(await page.getByRole('status').innerText()).toBe(desk.record.sent)
    expect(await page.locator('main').innerText()).toContain(`${invented} By keyboard.`)
  })

  test('Enter in a text field submits the form and does not remove an item', async () => {
    const page = await openSignedIn('analyst', assessPath('KZ-2016-09'))
    await page.getByLabel(copy.effective, { exact: true }).fill('2026-01-02')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^Error: /)
    // From the summary a link leads to the field.
    const link = page
      .getByRole('alert')
      .getByRole('link', { name: desk.faults.missing.confidence, exact: true })
    await link.press('Enter')
    expect((await getFocused(page))?.name ?? new URL(page.url()).hash).toMatch(/confidence/)
  })
})
