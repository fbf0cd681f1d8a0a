import { assessEdition } from '@waymark/ledger/edition'
import { deskEdition as copy } from '@waymark/messages/en/desk-edition'
import { editionMessages as words } from '@waymark/messages/en/public-edition'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPage, openSignedIn, site } from '../src/browser.ts'
import { readText } from '../src/links.ts'

const base = '/desk/kazakhstan/editions'
const getForm = (page: Page, label: string): Locator => page.getByRole('form', { name: label, exact: true })
const send = (form: Locator, label: string) => form.getByRole('button', { name: label, exact: true }).click()
const readStatus = (page: Page) => page.getByRole('status').innerText()

/** Hands an edition over as the analyst; the path of its page at the desk. */
async function prepare(page: Page, title: string, embargo: string | null = null): Promise<string> {
  await page.goto(`${site.url}${base}`)
  const look = getForm(page, copy.look)
  await look.getByLabel(copy.fields.asOf, { exact: true }).fill('2013-11-27')
  await send(look, copy.look)
  const form = getForm(page, copy.propose)
  await form.getByLabel(copy.fields.title, { exact: true }).fill(title)
  if (embargo !== null) await form.getByLabel(copy.fields.embargoUntil, { exact: true }).fill(embargo)
  await send(form, copy.propose)
  expect(await readStatus(page)).toBe(copy.done.propose)
  return new URL(page.url()).pathname
}

async function publish(page: Page, path: string): Promise<void> {
  await page.goto(`${site.url}${path}`)
  await send(getForm(page, copy.publish), copy.publish)
  expect(await readStatus(page)).toBe(copy.done.publish)
}

describe('an edition is published by two people, without script', () => {
  let analyst: Page
  let reviewer: Page
  let address = ''
  beforeAll(async () => {
    analyst = await openSignedIn('analyst', base)
    reviewer = await openSignedIn('reviewer', base)
  })

  test('an analyst looks at the figures and hands them over; without a title nothing is handed over', async () => {
    const look = getForm(analyst, copy.look)
    await look.getByLabel(copy.fields.asOf, { exact: true }).fill('2013-11-27')
    await send(look, copy.look)
    expect(await readText(analyst)).toContain(copy.facts.hash)
    await send(getForm(analyst, copy.propose), copy.propose)
    expect(await analyst.getByRole('alert').innerText()).toContain(copy.sentences.missing.title)
    const path = await prepare(analyst, 'First invented edition')
    expect(await readText(analyst)).toContain(copy.own)
    expect(await analyst.getByRole('button', { name: copy.publish }).count()).toBe(0)
    await reviewer.goto(`${site.url}${path}`)
    expect(await readText(reviewer)).toContain(copy.seenNow)
    await publish(reviewer, path)
  })

  test('it stands on its page with what proves it, and its zip is whole', async () => {
    const list = await openPage('/kazakhstan/editions')
    await list.getByRole('link', { name: 'First invented edition', exact: true }).click()
    address = new URL(list.url()).pathname
    const text = await readText(list)
    expect(text).toContain(words.dataSha256)
    expect(text).toContain(words.checkpoint)
    const zip = await list.request.get(`${site.url}${address}.zip`)
    expect(zip.status()).toBe(200)
    const report = assessEdition(await zip.body())
    expect(report.faults).toEqual([])
    expect(text).toContain(report.manifest?.dataSha256)
    expect(text).toContain(report.manifest?.key)
    expect(report.manifest?.address).toBe(`${site.url.replace('localhost', '127.0.0.1')}${address}`)
    const altered = Buffer.from(await zip.body())
    altered.writeUInt8(altered.readUInt8(altered.byteLength - 5000) ^ 1, altered.byteLength - 5000)
    expect(assessEdition(altered).ok).toBe(false)
  })

  test('under embargo there is no page, in no list, whatever one asks for', async () => {
    const path = await prepare(analyst, 'Embargoed invented edition', '2999-01-01T09:00')
    await reviewer.goto(`${site.url}${path}`)
    expect(await readText(reviewer)).toContain(copy.seenFrom('1 January 2999, 09:00 UTC'))
    await publish(reviewer, path)
    expect(await readText(reviewer)).toContain(copy.states.embargoed)
    const list = await openPage('/kazakhstan/editions')
    expect(await readText(list)).not.toContain('Embargoed')
    expect(await (await list.request.get(`${site.url}/kazakhstan/editions.json`)).text()).not.toContain(
      'Embargoed',
    )
  })

  test('two editions stand beside each other', async () => {
    const path = await prepare(analyst, 'Second invented edition')
    await publish(reviewer, path)
    const page = await openPage(address)
    await page.getByRole('button', { name: words.compareGo, exact: true }).click()
    expect(await readText(page)).toContain(words.comparedItems(0))
  })
})
