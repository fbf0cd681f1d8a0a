import { buildXlsxBook } from '@waymark/exchange/formats/xlsx-book'
import { readTable } from '@waymark/exchange/tables/read-table'
import { deskExchange } from '@waymark/messages/en/desk-exchange'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSignedIn } from '../src/browser.ts'
import { getOverflow, listViolations, looks, setLook } from '../src/look.ts'

const copy = deskExchange
const base = '/desk/kazakhstan/exchange'

/** Sends a file and waits, as a reader without script does, until its preview is there. */
async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto(base)
  await page.getByLabel(copy.file, { exact: true }).setInputFiles(file)
  await follow(page, copy.send)
}

/** Presses a button that leads to a job, and asks for its page until it has ended. */
async function follow(page: Page, label: string): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.waitForURL((url) => url.href !== before && /\/exchange\/[0-9a-f-]{36}$/.test(url.pathname))
  for (let asked = 0; asked < 500; asked++) {
    if ((await page.getByRole('link', { name: copy.refresh, exact: true }).count()) === 0) return
    await page.goto(page.url())
  }
  throw new Error('the job did not end')
}

const readStatus = (page: Page) => page.getByRole('status').innerText()
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function take(page: Page, label: string): Promise<Buffer> {
  await page.goto(base)
  const form = page.getByRole('form', { name: copy.whole, exact: true })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: label, exact: true }).click(),
  ])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** A workbook with one cell changed. */
function edit(book: Buffer, sheet: string, row: number, column: number, to: string): Buffer {
  return Buffer.from(
    buildXlsxBook(
      readTable(book, 'x').map(({ name, rows: [heads = [], ...rows] }) => ({
        name,
        columns: heads.map((head) => ({ header: String(head) })),
        rows: rows.map((cells, i) =>
          heads.map((_, c) => (name === sheet && i + 2 === row && c === column ? to : (cells[c] ?? null))),
        ),
      })),
    ),
  )
}

test('an analyst takes the register out, changes a cell, sees that one change, and imports it, without script', async () => {
  const page = await openSignedIn('analyst', base)
  const book = await take(page, copy.wholeXlsx)
  await send(page, { name: 'register.xlsx', mimeType: xlsx, buffer: book })
  expect(await readStatus(page)).toContain(copy.nothing)

  const buffer = edit(book, 'Sources', 2, 1, 'Synthetic title: өзгертілді')
  await send(page, { name: 'register.xlsx', mimeType: xlsx, buffer })
  expect(await readStatus(page)).toContain('1 cell changes in 1 row')
  expect(await page.locator('#main').innerText()).toContain('Synthetic title: өзгертілді')
  const { pathname } = new URL(page.url())
  const shown = await openSignedIn('analyst', pathname, { javaScriptEnabled: true })
  for (const look of looks.filter(({ width, colorScheme }) => (width === 320) === (colorScheme === 'dark'))) {
    await setLook(shown, look)
    expect([await listViolations(shown, look), (await getOverflow(shown)).by]).toEqual([[], 0])
  }
  await shown.context().close()
  await page.getByLabel(copy.reason, { exact: true }).fill('')
  await page.getByRole('button', { name: copy.importIt, exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain(copy.reasonMissing)
  await page.getByLabel(copy.reason, { exact: true }).fill('Synthetic: corrected in a table.')
  await follow(page, copy.importIt)
  expect(await readStatus(page)).toBe(copy.done({ added: 0, changed: 1, submitted: 0 }))

  await send(page, { name: 'register.xlsx', mimeType: xlsx, buffer })
  expect(await readStatus(page)).toContain(copy.nothing)
})

test('what is wrong is told by sheet, row and column; a foreign head is mapped by hand and remembered', async () => {
  const page = await openSignedIn('analyst', base)
  const csv = (title: string) =>
    Buffer.from(`Key,Headline,Publisher,Kind,Date,Language\nsynthetic-one,${title},Nobody,tabloid,2014,en\n`)
  await send(page, { name: 'Sources.csv', mimeType: 'text/csv', buffer: csv('One') })
  const errors = page.getByRole('region', { name: copy.errors(2) })
  expect(await errors.getByRole('row').filter({ hasText: 'D · Kind' }).innerText()).toContain('Sources')
  await page.locator('summary').filter({ hasText: copy.sheets }).click()
  await page.getByLabel('Headline', { exact: true }).selectOption({ label: 'Title' })
  await follow(page, copy.again)
  await page.getByRole('heading', { name: copy.errors(1) }).waitFor()
  await send(page, { name: 'Sources.csv', mimeType: 'text/csv', buffer: csv('Two') })
  await page.getByRole('heading', { name: copy.errors(1) }).waitFor()
})

test('the pages of import and export look right and have no fault', async () => {
  const page = await openSignedIn('analyst', base, { javaScriptEnabled: true })
  for (const look of looks) {
    await setLook(page, look)
    expect([await listViolations(page, look), (await getOverflow(page)).by]).toEqual([[], 0])
  }
  await page.getByRole('button', { name: copy.send, exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain(copy.noFile)
})
