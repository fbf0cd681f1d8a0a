import { deskEdit } from '@waymark/messages/en/desk-edit'
import { deskRegister } from '@waymark/messages/en/desk-register'
import { deskTogether } from '@waymark/messages/en/desk-together'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, openSignedIn } from '../src/browser.ts'

const copy = deskEdit.selection
// Of an invented dossier: the figures of the starter dossier are what other tests look for.
const base = '/desk/synthetic-small'
const [first, second, third] = ['XX-2020-01', 'XX-2020-03', 'XX-2020-04'] as const
const area = 'Freedom of expression (invented)'
const reason = 'Invented: filed under the wrong area.'

const getForm = (page: Page, label: string) => page.getByRole('form', { name: label, exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function openCorrection(page: Page) {
  await page.locator('summary', { hasText: copy.correct }).click()
  return getForm(page, copy.correct)
}

test('the selection is changed after a preview: every field old beside new, and nothing before it is confirmed', async () => {
  const page = await openSignedIn('reviewer', `${base}/register?sel=${first},${second}`)
  await page.getByRole('checkbox', { name: new RegExp(third) }).check()
  await press(page, deskRegister.change)
  const form = await openCorrection(page)
  await form.getByRole('button', { name: copy.preview, exact: true }).click()
  const told = await page.getByRole('alert').innerText()
  expect(told).toContain(copy.chooseOne)
  expect(told).toContain(deskEdit.missing.reason)
  const again = getForm(page, copy.correct)
  await again.getByLabel(deskEdit.area, { exact: true }).selectOption({ label: area })
  await again.getByLabel('Reason', { exact: true }).fill(reason)
  await again.getByRole('button', { name: copy.preview, exact: true }).click()
  expect(await page.getByRole('status').innerText()).toBe(copy.would(2))
  const main = await page.locator('main').innerText()
  for (const ref of [second, third]) expect(main).toContain(ref)
  expect(main).toContain(copy.unchanged(first))
  expect(await (await openPage(`/synthetic-small/recommendations/${second}.json`)).content()).not.toContain(
    area,
  )
  await press(page, copy.confirm(2))
  expect(await page.getByRole('status').innerText()).toBe(copy.done.correct)
  await page.goto(`${base}/register?area=expression&cols=area`)
  const register = await page.locator('main').innerText()
  for (const ref of [first, second, third]) expect(register).toContain(ref)
})

test('what somebody else changed since the preview is not written over', async () => {
  const page = await openSignedIn('reviewer', `${base}/register/change?sel=${second}`)
  const form = await openCorrection(page)
  await form.getByLabel(deskEdit.months, { exact: true }).fill('7')
  await form.getByLabel('Reason', { exact: true }).fill(reason)
  await form.getByRole('button', { name: copy.preview, exact: true }).click()
  const other = await openSignedIn('administrator', `${base}/recommendations/${second}`)
  await other.getByRole('link', { name: deskEdit.open, exact: true }).click()
  const edit = getForm(other, deskEdit.title(second))
  await edit.getByLabel(deskEdit.name, { exact: true }).fill('Invented title after all')
  await edit.getByRole('button', { name: deskEdit.submit, exact: true }).click()
  expect(await other.getByRole('alert').innerText()).toContain(deskEdit.missing.reason)
  const again = getForm(other, deskEdit.title(second))
  await again.getByLabel('Reason', { exact: true }).fill(reason)
  await again.getByRole('button', { name: deskEdit.submit, exact: true }).click()
  expect(await other.getByRole('status').innerText()).toBe(deskEdit.done)
  await press(page, copy.confirm(1))
  expect(await page.getByRole('alert').innerText()).toContain(copy.moved)
  const kept = getForm(page, copy.correct)
  expect(await kept.getByLabel(deskEdit.months, { exact: true }).inputValue()).toBe('7')
  await kept.getByRole('button', { name: copy.preview, exact: true }).click()
  await press(page, copy.confirm(1))
  expect(await page.getByRole('status').innerText()).toBe(copy.done.correct)
  const open = await openPage(`/synthetic-small/recommendations/${second}`)
  expect(await open.locator('h1').innerText()).toContain('Invented title after all')
})

test('that nobody is responsible is said by a tick of its own, and shown before it is written', async () => {
  const page = await openSignedIn('reviewer', `${base}/register/change?sel=${first},${third}`)
  const form = await openCorrection(page)
  const group = form.getByRole('group', { name: deskEdit.responsible, exact: true })
  await group.getByLabel(copy.nobodyChoice, { exact: true }).check()
  await group.getByRole('checkbox').nth(1).check()
  await form.getByLabel('Reason', { exact: true }).fill(reason)
  await form.getByRole('button', { name: copy.preview, exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain(copy.nobodyOrSome)
  const again = getForm(page, copy.correct)
  const nobody = again.getByLabel(copy.nobodyChoice, { exact: true })
  expect(await nobody.isChecked()).toBe(true)
  await again.getByRole('group', { name: deskEdit.responsible }).getByRole('checkbox').nth(1).uncheck()
  await again.getByRole('button', { name: copy.preview, exact: true }).click()
  expect(await page.getByRole('status').innerText()).toBe(copy.would(1))
  expect(await page.locator('main').innerText()).toContain(copy.nobody)
  await press(page, copy.confirm(1))
  expect(await page.getByRole('status').innerText()).toBe(copy.done.correct)
  await page.goto(`${base}/recommendations/${first}/edit`)
  const edit = getForm(page, deskEdit.title(first))
  expect(await edit.getByRole('group', { name: deskEdit.responsible }).locator('input:checked').count()).toBe(
    0,
  )
})

test('one person is asked to do one thing with the whole selection; an analyst is offered no correction', async () => {
  const page = await openSignedIn('analyst', `${base}/register/change?sel=${second},${third}`)
  expect(await page.locator('summary', { hasText: copy.correct }).count()).toBe(0)
  expect((await page.request.get(`${base}/recommendations/${second}/edit`)).status()).toBe(403)
  await page.locator('summary', { hasText: copy.ask }).click()
  const form = getForm(page, copy.ask)
  await form.getByRole('button', { name: copy.ask, exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain(deskTogether.assignment.missing.assignee)
  const again = getForm(page, copy.ask)
  await again.getByLabel(deskTogether.assignment.assignee, { exact: true }).selectOption({ index: 1 })
  await again
    .getByLabel(deskTogether.assignment.task, { exact: true })
    .selectOption({ label: deskTogether.assignment.tasks.assess })
  await again.getByRole('button', { name: copy.ask, exact: true }).click()
  expect(await page.getByRole('status').innerText()).toBe(copy.done.assign)
  await page.goto(`${base}/talk/recommendation/${third}`)
  expect(await page.locator('main').innerText()).toContain(deskTogether.assignment.tasks.assess)
})
