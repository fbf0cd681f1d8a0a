import { deskBatch } from '@waymark/messages/en/desk-batch'
import { deskRegister } from '@waymark/messages/en/desk-register'
import { deskSearch } from '@waymark/messages/en/desk-search'
import { expect, test } from 'vitest'
import { openSignedIn } from '../src/browser.ts'
import { getRecommendation } from '../src/dossier.ts'
import { getOverflow } from '../src/look.ts'

const register = '/desk/kazakhstan/register'
const rows = '.vgrid [role=row][data-ref]'

test('without script columns are chosen, kept and in the address; a view is saved and leads back', async () => {
  const page = await openSignedIn('analyst', register)
  await page.locator('summary', { hasText: deskRegister.chooseColumns }).click()
  await page.getByLabel(deskRegister.columns.confidence, { exact: true }).check()
  await page.getByRole('button', { name: deskRegister.showColumns, exact: true }).click()
  await page.getByRole('columnheader', { name: deskRegister.columns.confidence }).waitFor()
  expect(page.url()).toContain('confidence')
  await page.goto(register)
  await page.getByRole('columnheader', { name: deskRegister.columns.confidence }).waitFor()
  await page.goto(`${register}?sort=-title`)
  await page.locator('summary', { hasText: deskRegister.views.heading }).click()
  const form = page.getByRole('form', { name: deskRegister.views.save })
  await form.getByLabel(deskRegister.views.name, { exact: true }).fill('Invented view')
  await form.getByRole('button', { name: deskRegister.views.save, exact: true }).click()
  await page.getByText(deskRegister.views.done.save).waitFor()
  await page.locator('summary', { hasText: deskRegister.views.heading }).click()
  await page.getByRole('link', { name: 'Invented view', exact: true }).click()
  expect(page.url()).toContain('sort=-title')
})

test('with script one goes from row to row by keys, and the address keeps what is selected', async () => {
  const page = await openSignedIn('analyst', register, { javaScriptEnabled: true })
  await page.locator(rows).first().waitFor()
  await page.locator('.vgrid [role=row][tabindex="0"]').focus()
  const getFocused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.index)
  await page.keyboard.press('ArrowDown')
  expect(await getFocused()).toBe('1')
  await page.keyboard.press('Space')
  await page.waitForURL(/sel=/)
  await page.keyboard.press('End')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-rowindex') !== '3')
  const count = await page.locator('.vgrid').getAttribute('aria-rowcount')
  expect(Number(await getFocused())).toBe(Number(count) - 2)
  await page.keyboard.press('Home')
  expect(await getFocused()).toBe('0')
})

test('rows that are pasted are shown old beside new, and only then submitted', async () => {
  const page = await openSignedIn('analyst', '/desk/kazakhstan/register/paste')
  await page.getByLabel(deskBatch.paste.rows, { exact: true }).fill('XX-404\tsome')
  await page.getByRole('button', { name: deskBatch.preview, exact: true }).click()
  await page.getByText(deskBatch.faults.ref('XX-404')).waitFor()
  expect(await page.getByRole('button', { name: deskBatch.submit, exact: true }).count()).toBe(0)
})

test('the search marks the words that it found', async () => {
  const page = await openSignedIn('analyst', '/desk/kazakhstan/search')
  const word =
    getRecommendation('KZ-2012-01')
      .title.split(' ')
      .find((one) => one.length > 5) ?? ''
  await page.getByLabel(deskSearch.words, { exact: true }).fill(word)
  await page.getByRole('button', { name: deskSearch.search, exact: true }).click()
  expect((await page.locator('mark').first().innerText()).toLowerCase()).toContain(word.toLowerCase())
})

test('on a narrow screen the grid is a block a row, and the page is small', async () => {
  const page = await openSignedIn('analyst', register, {
    javaScriptEnabled: true,
    viewport: { width: 320, height: 640 },
  })
  await page.locator(rows).first().waitFor()
  expect(await getOverflow(page)).toMatchObject({ by: 0 })
  const answer = await page.request.get(register, { headers: { 'accept-encoding': 'identity' } })
  const bytes = (await answer.body()).length
  expect(bytes).toBeLessThan(150_000)
})
