import { desk } from '@waymark/messages/en/desk'
import { describe, expect, test } from 'vitest'
import { assessPath, invented } from '../src/assess.ts'
import { openPage, openSignedIn } from '../src/browser.ts'
import { expectWalkable, type Focused, getFocused, tabTo } from '../src/keyboard.ts'

const copy = desk.assess

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
    // Arrow by arrow: a list forgets the first letters of an option within a second, and a busy machine types slower.
    const choose = async (value: string) => {
      const read = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).value)
      for (let n = 0; n < 60 && (await read()) !== value; n++) await page.keyboard.press('ArrowDown')
      expect(await read()).toBe(value)
    }
    await tabTo(page, ({ name, type }) => name === 'finding' && type === 'radio', 'level')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, named('effective'), 'date')
    await page.keyboard.type('2026-01-02')
    await tabTo(page, named('confidence'), 'confidence')
    await choose('low')
    await tabTo(page, named('rationale'), 'rationale')
    await page.keyboard.type(`${invented} By keyboard.`)
    await tabTo(page, named('evidence.0.source'), 'source')
    await page.keyboard.insertText('seed')
    await page.keyboard.press('Escape')
    await tabTo(page, named('evidence.0.kind'), 'kind of evidence')
    await choose('ngo-monitoring')
    await tabTo(page, named('evidence.0.origin'), 'origin')
    await choose('independent-ngo')
    await tabTo(page, ({ tag, name }) => tag === 'button' && name === 'intent', 'button')
    for (let n = 0; n < 10; n++) {
      const label = await page.evaluate(() => document.activeElement?.textContent)
      if (label === copy.submit) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    // Whatever the answer says: that it was sent, or what is wrong with it.
    const answer = page.getByRole('alert').or(page.getByRole('status').filter({ hasText: desk.record.sent }))
    expect(await answer.first().innerText()).toBe(desk.record.sent)
    expect(page.url()).toMatch(/sent=1/)
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
