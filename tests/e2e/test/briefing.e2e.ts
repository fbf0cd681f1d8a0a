import { buffer } from 'node:stream/consumers'
import { readDocx, readPdf } from '@waymark/exchange/test/read-document'
import { deskBriefing as copy } from '@waymark/messages/en/desk-briefing'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSignedIn, site } from '../src/browser.ts'
import { getSourceLabel } from '../src/dossier.ts'
import { readText } from '../src/links.ts'

const base = '/meetings/kazakhstan/briefings'
const ref = 'KZ-2013-06'
const ask = 'Ask for an independent inquiry into Zhanaozen, with a date by which it begins.'

describe('a briefing for a dialogue round, without script', () => {
  let page: Page
  let here = ''
  beforeAll(async () => {
    page = await openSignedIn('analyst', base)
  })
  const send = (form: string, label: string) =>
    page
      .getByRole('form', { name: form, exact: true })
      .getByRole('button', { name: label, exact: true })
      .first()
      .click()

  test('is begun with everything on record that concerns the round', async () => {
    const form = page.getByRole('form', { name: copy.begin.heading })
    await form.getByLabel(copy.begin.fields.title, { exact: true }).fill('An invented briefing')
    await form.getByLabel(copy.begin.fields.round, { exact: true }).selectOption('hrd-05')
    await form.getByLabel(copy.begin.fields.asOf, { exact: true }).fill('2013-11-27')
    await form.getByRole('button', { name: copy.begin.submit, exact: true }).click()
    expect(await page.getByRole('status').innerText()).toBe(copy.builder.done.create)
    here = new URL(page.url()).pathname
    expect(await page.locator('.outline li').count()).toBeGreaterThan(60)
  })

  test('an ask is written in place, a part moved and one taken out; each is a version', async () => {
    const id = `recommendation:${ref}`
    await page.locator(`[name="ask.${id}"]`).fill(ask)
    await page.locator(`button[value="up.${id}"]`).click()
    await page.locator(`button[value="remove.figures:all"]`).click()
    expect(await page.locator(`[name="ask.${id}"]`).inputValue()).toBe(ask)
    expect(await page.locator('[name="section"][value="figures:all"]').count()).toBe(0)
    expect(await readText(page)).toContain(copy.builder.version(3))
  })

  test('who saves upon a version that was overtaken sees both texts, and keeps what was typed', async () => {
    const other = await openSignedIn('reviewer', here)
    await page.getByLabel(copy.builder.lead, { exact: true }).fill('My opening words.')
    await other.getByLabel(copy.builder.lead, { exact: true }).fill('Their opening words.')
    await other.getByRole('button', { name: copy.builder.save, exact: true }).last().click()
    await page.getByRole('button', { name: copy.builder.save, exact: true }).last().click()
    const clash = await readText(page, '.clash')
    expect(clash).toContain('Their opening words.')
    expect(await page.getByLabel(copy.builder.lead, { exact: true }).inputValue()).toBe('My opening words.')
    await page.getByRole('button', { name: copy.builder.save, exact: true }).last().click()
    expect(await page.getByRole('status').innerText()).toBe(copy.builder.done.save)
  })

  test('figures are renewed with every change shown', async () => {
    await page.getByRole('link', { name: copy.builder.refresh, exact: true }).click()
    const look = page.getByRole('form', { name: copy.refreshing.look, exact: true })
    await look.getByLabel(copy.refreshing.day, { exact: true }).fill('2014-11-12')
    await look.getByRole('button', { name: copy.refreshing.look, exact: true }).click()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(20)
    const keep = page.locator(`[name="keep"][value="recommendation:${ref}/finding"]`)
    if ((await keep.count()) > 0) await keep.check()
    await send(copy.refreshing.accept, copy.refreshing.accept)
    expect(await page.getByRole('status').innerText()).toBe(copy.builder.done.refresh)
    expect(await readText(page)).toContain('State of 12 November 2014')
  })

  test('it is taken as Word and as PDF, which say the same', async () => {
    const take = async (name: string) => {
      const waiting = page.waitForEvent('download')
      await send(copy.builder.take, name)
      return new Uint8Array(await buffer(await (await waiting).createReadStream()))
    }
    const word = readDocx(await take(copy.builder.formats.docx))
    const pdf = await readPdf(await take(copy.builder.formats.pdf))
    const squeeze = (text: string) => text.replace(/\s/g, '')
    expect(word.body).toContain(ask)
    expect(squeeze(pdf.body)).toBe(squeeze(word.body))
    expect(word.notes.length).toBeGreaterThan(100)
  })

  test('what the round brought is recorded in one sitting', async () => {
    await page.goto(`${site.url}${here}/after`)
    const form = page.getByRole('form', { name: copy.after.title, exact: true })
    await form.locator('[name="source"]').fill(getSourceLabel('ep-q-2015'))
    await form.locator(`[name="kinds.${ref}"][value="raised"]`).check()
    await form.locator('[name="kinds.KZ-2013-07"][value="raised"]').check()
    await form.locator('[name="kinds.KZ-2013-07"][value="stated"]').check()
    await form.getByRole('button', { name: copy.after.check, exact: true }).click()
    expect(await page.getByRole('status').innerText()).toContain(copy.after.preview(3))
    await page.getByRole('button', { name: copy.after.record, exact: true }).click()
    expect(await page.getByRole('status').innerText()).toBe(copy.after.done(3))
    expect(await readText(page)).toContain(copy.after.recorded)
  })
})
