import { desk } from '@waymark/messages/en/desk'
import { deskAssess } from '@waymark/messages/en/desk-assess'
import { deskKeys } from '@waymark/messages/en/desk-keys'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { fillSignIn, openPage, site } from '../src/browser.ts'
import { getRecommendation } from '../src/dossier.ts'
import { guideWindow, takeGuidePicture } from '../src/guide.ts'

const words = vocabulary.en
const { ref, title } = getRecommendation('KZ-2024-02')
const rationale =
  'Invented for this guide: the reporting duty is lifted for small groups, and stays for the others.'
const pageTitle = 'Invented page on the funding of groups'
const options = { ...guideWindow, javaScriptEnabled: true }

/** Opens the desk of the dossier as somebody who knows the address of the site and a password. */
async function openDesk(role: 'analyst' | 'reviewer', picture?: string): Promise<Page> {
  const page = await openPage('/sign-in', options)
  page.setDefaultTimeout(20_000)
  if (picture !== undefined) await takeGuidePicture(page, picture)
  await fillSignIn(page, site.accounts[role])
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  // Where the installation has several dossiers, it asks which.
  const choice = page.getByRole('heading', { name: desk.choose.title, exact: true })
  await choice.or(page.getByRole('heading', { name: desk.queue.title, exact: true })).waitFor()
  if (await choice.isVisible()) await page.locator('main a[href="/desk/kazakhstan"]').click()
  await page.getByRole('heading', { name: desk.queue.title, exact: true }).waitFor()
  return page
}

describe('a first day, from the sign-in to the first published assessment, by what the screen says', () => {
  let analyst: Page
  let reviewer: Page
  afterAll(() => Promise.all([analyst, reviewer].map((page) => page?.context().close())))

  test('an analyst signs in, finds a recommendation by its words, and opens the form', async () => {
    analyst = await openDesk('analyst', '01-sign-in')
    await takeGuidePicture(analyst, '02-queue')
    const palette = analyst.getByRole('dialog', { name: deskKeys.palette.title })
    await analyst.getByRole('button', { name: deskKeys.find }).click()
    await palette.getByRole('combobox').fill('NGO funding')
    const found = palette.getByRole('option', { name: new RegExp(`^${ref}`) })
    await found.waitFor()
    await takeGuidePicture(analyst, '03-find')
    await found.click()
    await analyst.getByRole('heading', { name: title, exact: true }).waitFor()
    await takeGuidePicture(analyst, '04-record')
    await analyst.getByRole('link', { name: desk.record.assess, exact: true }).click()
    await analyst.getByRole('button', { name: desk.assess.submit, exact: true }).waitFor()
  })

  test('the form says what is missing, and takes a pasted address as evidence', async () => {
    const form = analyst.locator('form.assessing')
    await form.getByRole('button', { name: desk.assess.submit, exact: true }).click()
    const faults = analyst.getByRole('alert')
    await faults.getByRole('link', { name: desk.faults.missing.finding, exact: true }).waitFor()
    await takeGuidePicture(analyst, '05-missing', 420)
    await form.getByRole('radio', { name: words.levels.limited.label }).check()
    await form.getByLabel(desk.assess.effective, { exact: true }).fill('2026-03')
    await form.getByLabel(desk.assess.confidence, { exact: true }).selectOption(words.confidences.medium)
    await form.getByLabel(desk.assess.rationale, { exact: true }).fill(rationale)
    // What an address tells comes with the script: typed until it is there.
    const source = form.getByLabel(desk.assess.source, { exact: true })
    await expect
      .poll(
        async () => {
          await source.fill('')
          await source.fill('https://example.org/invented/funding')
          return form.getByText(deskAssess.fresh('example.org')).count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await form.getByLabel(desk.assess.newTitle, { exact: true }).fill(pageTitle)
    await form.getByLabel(desk.assess.newKind, { exact: true }).selectOption(words.sourceKinds.synthetic)
    await form
      .getByLabel(desk.assess.kind, { exact: true })
      .selectOption(words.evidenceKinds['ngo-monitoring'])
    await form.getByLabel(desk.assess.origin, { exact: true }).selectOption(words.origins['independent-ngo'])
    await analyst
      .getByRole('region', { name: deskAssess.rules.heading })
      .getByRole('listitem')
      .first()
      .waitFor()
    await form.getByRole('group', { name: desk.assess.item(1), exact: true }).scrollIntoViewIfNeeded()
    await takeGuidePicture(analyst, '06-assess')
    await form.getByRole('button', { name: desk.assess.submit, exact: true }).click()
    await analyst.getByRole('status').filter({ hasText: desk.record.sent }).waitFor()
    await takeGuidePicture(analyst, '07-submitted')
  })

  test('a reviewer finds it in the queue, reads it beside the record, and publishes it', async () => {
    reviewer = await openDesk('reviewer')
    await reviewer.getByRole('link', { name: `${desk.queue.review} ${ref}`, exact: true }).click()
    await reviewer.getByRole('button', { name: desk.review.publish, exact: true }).waitFor()
    expect(await reviewer.locator('main').innerText()).toContain(rationale)
    await takeGuidePicture(reviewer, '08-review')
    await reviewer.getByRole('button', { name: desk.review.publish, exact: true }).click()
    await reviewer.getByRole('status').filter({ hasText: desk.queue.done.published }).waitFor()
    await takeGuidePicture(reviewer, '09-published', 700)
  })

  test('everybody reads the finding with its evidence on the public page', async () => {
    const page = await openPage('/', { ...guideWindow, javaScriptEnabled: false })
    await page.goto(`/kazakhstan/recommendations/${ref}`)
    const main = await page.locator('main').innerText()
    expect(main).toContain(rationale)
    expect(main).toContain(pageTitle)
    expect(main).toContain(words.levels.limited.label)
    await takeGuidePicture(page, '10-public')
    await page.context().close()
  })
})
