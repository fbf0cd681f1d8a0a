import { deskCases } from '@waymark/messages/en/desk-cases'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPage, openSignedIn } from '../src/browser.ts'
import { getRecommendation, getSourceLabel } from '../src/dossier.ts'
import { readText } from '../src/links.ts'

const copy = deskCases.cases
const base = '/desk/kazakhstan/cases'
const { ref } = getRecommendation('KZ-2020-04')
const source = getSourceLabel('iphr-2014')
const name = 'A synthetic person'
const realName = 'Nobody Fictitious'

const getForm = (page: Page, label: string): Locator => page.getByRole('form', { name: label, exact: true })
const unfold = async (page: Page, label: string): Promise<Locator> => {
  const form = getForm(page, label)
  if (!(await form.isVisible()))
    await page
      .locator('summary')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .first()
      .click()
  return form
}
const fill = (form: Locator, label: string, value: string) =>
  form.getByLabel(label, { exact: true }).fill(value)
const choose = (form: Locator, label: string, value: string) =>
  form.getByLabel(label, { exact: true }).selectOption({ label: value })
const send = (form: Locator, label: string) => form.getByRole('button', { name: label, exact: true }).click()
const readStatus = (page: Page) => page.getByRole('status').innerText()

describe('a case becomes public by two people, without script', () => {
  let analyst: Page
  let reviewer: Page
  let path = ''

  beforeAll(async () => {
    analyst = await openSignedIn('analyst', base)
    reviewer = await openSignedIn('reviewer', base)
  })
  const readPublic = async () => readText(await openPage('/kazakhstan/cases'))

  test('an analyst records a case; what is missing is told at its field, and what was typed is kept', async () => {
    await analyst.getByRole('link', { name: copy.new, exact: true }).click()
    const form = getForm(analyst, copy.new)
    await fill(form, copy.publicName, name)
    await send(form, copy.new)
    expect(await analyst.getByRole('alert').innerText()).toContain(deskLinkage.missing.kind)
    const again = getForm(analyst, copy.new)
    expect(await again.getByLabel(copy.publicName, { exact: true }).inputValue()).toBe(name)
    await choose(again, copy.kind, 'Person')
    await choose(again, copy.naming, copy.namings.pseudonym)
    await fill(again, copy.realName, realName)
    await fill(again, copy.summary, 'Invented for a test.')
    await fill(again, copy.recommendations, ref)
    await send(again, copy.new)
    expect(await readStatus(analyst)).toBe(copy.done.create)
    path = new URL(analyst.url()).pathname
    expect(path).toMatch(/\/cases\/case-[0-9a-f]{10}$/)
  })

  test('and a status with its source', async () => {
    const form = await unfold(analyst, copy.addStatus)
    await choose(form, copy.status, 'Detained')
    await fill(form, copy.date, '2021-03')
    await fill(form, deskLinkage.source, source)
    await send(form, copy.addStatus)
    expect(await readStatus(analyst)).toBe(copy.done['record-status'])
    expect(await readText(analyst)).toContain('March 2021')
  })

  test('without a basis of consent it cannot be proposed', async () => {
    await send(getForm(analyst, copy.publish), copy.publish)
    expect(await analyst.getByRole('alert').innerText()).toContain('basis')
    const form = await unfold(analyst, copy.correct)
    await fill(form, copy.consentBasis, 'Invented consent.')
    await fill(form, deskLinkage.reason, 'The basis was missing.')
    await send(form, copy.correct)
    await send(getForm(analyst, copy.publish), copy.publish)
    expect(await readStatus(analyst)).toBe(copy.done.propose)
    expect(await readText(analyst)).toContain(copy.ownProposal)
    expect(await readPublic()).not.toContain(name)
  })

  test('a reviewer sees what would be shown, and to whom, and approves; then readers see it, and nothing else', async () => {
    await reviewer.goto(base)
    await reviewer.getByRole('link', { name, exact: true }).click()
    const preview = await readText(reviewer, '[aria-labelledby="waiting"]')
    for (const shown of [name, 'Invented for a test.', 'March 2021', copy.seenBy])
      expect(preview).toContain(shown)
    for (const hidden of [realName, 'Invented consent.']) expect(preview).not.toContain(hidden)
    await send(getForm(reviewer, copy.approve), copy.approve)
    expect(await readStatus(reviewer)).toBe(copy.done.approve)
    const shown = await readPublic()
    for (const text of [name, 'Invented for a test.', 'March 2021']) expect(shown).toContain(text)
    for (const text of [realName, 'Invented consent.']) expect(shown).not.toContain(text)
    await reviewer.getByRole('link', { name: deskCases.viewAsPublic, exact: true }).click()
    expect(new URL(reviewer.url()).hash).toBe(`#${path.split('/').at(-1)}`)
  })

  test('a change of it waits for a second person as well', async () => {
    await analyst.goto(path)
    const form = await unfold(analyst, copy.addStatus)
    await choose(form, copy.status, 'Released')
    await fill(form, copy.date, '2021-09')
    await fill(form, deskLinkage.source, source)
    await send(form, copy.addStatus)
    expect(await readStatus(analyst)).toBe(copy.done.waits)
    expect(await readPublic()).not.toContain('September 2021')
    await reviewer.goto(path)
    await send(getForm(reviewer, copy.approve), copy.approve)
    expect(await readPublic()).toContain('September 2021')
  })

  test('one person makes it internal at once, and readers see nothing of it', async () => {
    await analyst.goto(path)
    const form = await unfold(analyst, copy.hide)
    await fill(form, copy.reason, 'Invented: in a hurry.')
    await send(form, copy.hide)
    expect(await readStatus(analyst)).toBe(copy.done.restrict)
    expect(await readText(analyst)).toContain(deskCases.notPublic)
    expect(await readPublic()).not.toContain(name)
    expect(await readText(await openPage('/kazakhstan/cases?asOf=2022-01-01'))).not.toContain(name)
  })
})

test('a claim stands beside the finding in force at its date, at the desk and in public', async () => {
  const analyst = await openSignedIn('analyst', `/desk/kazakhstan/recommendations/${ref}/claims`)
  const { claims } = deskCases
  const form = getForm(analyst, claims.record)
  const [option] = await form
    .getByLabel(claims.actor, { exact: true })
    .locator('option:nth-child(2)')
    .allInnerTexts()
  await choose(form, claims.actor, option ?? '')
  await fill(form, claims.date, '2021-05')
  await choose(form, claims.level, 'Full implementation')
  await fill(form, claims.text, 'Invented claim of a test.')
  await fill(form, deskLinkage.source, source)
  await send(form, claims.record)
  expect(await readStatus(analyst)).toBe(claims.done.record)
  expect(await readText(analyst, '.facing')).toMatch(new RegExp(claims.finding, 'i'))
  expect(await readText(await openPage(`/kazakhstan/recommendations/${ref}`))).toContain(
    'Invented claim of a test.',
  )
  await analyst.goto(`/desk/kazakhstan/recommendations/${ref}`)
  expect(await readText(analyst, '[aria-labelledby="claims"]')).toContain('Invented claim of a test.')
})
