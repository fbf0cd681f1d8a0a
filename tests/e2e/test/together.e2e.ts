import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskTogether } from '@waymark/messages/en/desk-together'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPage, openSignedIn } from '../src/browser.ts'
import { getOverflow, listViolations, looks, setLook } from '../src/look.ts'
import { askProcedure, callProcedure, createSubmission } from '../src/procedures.ts'

const { talk, assignment, notifications, presence, conflict } = deskTogether
// Of an invented dossier: what the starter dossier says is what other tests look for.
const [dossier, ref, key] = ['synthetic-small', 'XX-2022-02', 'must-depend']
const base = `/desk/${dossier}`
const record = `${base}/recommendations/${ref}`
const commitment = `${base}/commitments/${key}`
const words = 'Invented words between colleagues.'

const getForm = (page: Page, label: string): Locator => page.getByRole('form', { name: label, exact: true })
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click()
const readMain = (page: Page) => page.locator('main').innerText()
const getPath = (page: Page) => {
  const { pathname, hash } = new URL(page.url())
  return pathname + hash
}

describe('two people on one record, without script', () => {
  let analyst: Page
  let reviewer: Page
  beforeAll(async () => {
    analyst = await openSignedIn('analyst', record)
    reviewer = await openSignedIn('reviewer', record)
    // Whatever other files have told them of is not counted here.
    const until = new Date(Date.now() + 60_000).toISOString()
    await callProcedure(reviewer, 'notification.read', { until })
  })

  test('a comment says that it is empty, and reaches whoever it mentions', async () => {
    await press(getForm(analyst, talk.write), talk.send)
    expect(await analyst.getByRole('alert').innerText()).toContain(talk.missing.text)
    const form = getForm(analyst, talk.write)
    await form.getByLabel(talk.text, { exact: true }).fill(words)
    await form.getByLabel('Demo reviewer', { exact: true }).check()
    await press(form, talk.send)
    expect(getPath(analyst)).toBe(`${record}#talk`)
    expect(await readMain(analyst)).toContain(words)

    await reviewer.goto(base)
    await reviewer.getByRole('link', { name: `${notifications.nav}1` }).click()
    expect(await readMain(reviewer)).toContain(notifications.kinds.mentioned)
    // Following the link changes nothing: whatever scans mail may do so.
    const link = reviewer.locator('main ol a').first()
    const href = (await link.getAttribute('href')) ?? ''
    await link.click()
    expect(getPath(reviewer)).toBe(`${record}#talk`)
    expect(await readMain(reviewer)).toContain(words)
    expect(await askProcedure(reviewer, 'notification.count', {})).toEqual({ unread: 1 })
    // Nobody else is led anywhere by it, and whoever is not signed in has to sign in first.
    expect((await analyst.goto(href))?.status()).toBe(404)
    expect(new URL((await openPage(href)).url()).pathname).toBe('/sign-in')

    await reviewer.goto('/desk/notifications')
    await press(reviewer, notifications.markAll)
    expect(await askProcedure(reviewer, 'notification.count', {})).toEqual({ unread: 0 })
  })

  test('its author removes it, and its words are gone for everybody', async () => {
    await analyst.goto(record)
    await analyst.getByRole('button', { name: /^Remove the comment/ }).click()
    await reviewer.goto(record)
    const text = await readMain(reviewer)
    expect(text).not.toContain(words)
    expect(text).toContain(talk.removed)
  })

  test('work is assigned by a day, stands on the record, and is done by whoever was asked', async () => {
    await reviewer.getByText(assignment.ask, { exact: true }).click()
    const form = getForm(reviewer, assignment.ask)
    await form.getByLabel(assignment.task, { exact: true }).selectOption({ label: assignment.tasks.assess })
    await form.getByLabel(assignment.due, { exact: true }).fill('2013-01-01')
    await press(form, assignment.submit)
    expect(await reviewer.getByRole('alert').innerText()).toContain(assignment.missing.assignee)
    const again = getForm(reviewer, assignment.ask)
    await again.getByLabel(assignment.assignee, { exact: true }).selectOption({ label: 'Demo analyst' })
    await press(again, assignment.submit)
    // What was typed is kept beside what is wrong with it.
    expect(await reviewer.getByRole('alert').innerText()).toContain('due')
    const last = getForm(reviewer, assignment.ask)
    expect(await last.getByLabel(assignment.due, { exact: true }).inputValue()).toBe('2013-01-01')
    await last.getByLabel(assignment.due, { exact: true }).fill('2099-01-31')
    await press(last, assignment.submit)
    expect(getPath(reviewer)).toBe(`${record}#assignments`)

    await analyst.goto('/desk/notifications')
    expect(await readMain(analyst)).toContain(notifications.kinds.assigned)
    await analyst.locator('main ol a').first().click()
    expect(getPath(analyst)).toBe(`${record}#assignments`)
    expect(await readMain(analyst)).toContain(assignment.line(assignment.tasks.assess, 'Demo analyst'))
    await press(analyst, assignment.doneLabel(assignment.tasks.assess, 'Demo analyst'))
    const part = analyst.getByRole('region', { name: assignment.title })
    expect((await part.innerText()).toLowerCase()).toContain('done')
  })

  test('two corrections of one commitment: each field is chosen, and nothing typed by either is lost', async () => {
    const administrator = await openSignedIn('administrator', commitment)
    await reviewer.goto(commitment)
    const { correct, summary } = deskLinkage.commitments
    const first = getForm(administrator, correct)
    const theirs = `${await first.getByLabel(summary, { exact: true }).inputValue()} Invented addition.`
    await first.getByLabel(summary, { exact: true }).fill(theirs)
    await first.getByLabel(deskLinkage.reason, { exact: true }).fill('Invented reason.')
    await press(first, correct)

    const second = getForm(reviewer, correct)
    await second.getByLabel(deskLinkage.locator, { exact: true }).fill('invented paragraph 99')
    await second.getByLabel(deskLinkage.reason, { exact: true }).fill('Another invented reason.')
    await press(second, correct)
    const choice = reviewer.getByRole('region', { name: conflict.title })
    const asked = await choice.getByRole('row').allInnerTexts()
    expect(asked).toHaveLength(3)
    const radio = (field: string, side: string) =>
      choice
        .getByRole('group', { name: conflict.chooseLabel(field) })
        .getByRole('radio', { name: side, exact: true })
    // Mine where I changed it, the record's where I did not.
    expect(await radio(deskLinkage.locator, conflict.mine).isChecked()).toBe(true)
    expect(await radio(summary, conflict.record).isChecked()).toBe(true)
    // The form itself keeps what was typed too.
    const kept = getForm(reviewer, correct)
    expect(await kept.getByLabel(deskLinkage.locator, { exact: true }).inputValue()).toBe(
      'invented paragraph 99',
    )
    await press(choice, conflict.send)
    expect(getPath(reviewer)).toBe(`${base}/commitments`)
    await reviewer.goto(commitment)
    const now = getForm(reviewer, correct)
    expect(await now.getByLabel(summary, { exact: true }).inputValue()).toBe(theirs)
    expect(await now.getByLabel(deskLinkage.locator, { exact: true }).inputValue()).toBe(
      'invented paragraph 99',
    )
  })
})

describe('with script', () => {
  const options = { javaScriptEnabled: true }
  /** Makes the page tell of itself now, as it does when one comes back to its tab. */
  const beat = (page: Page) =>
    page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'))
    })

  test('each sees who else is there, and that the record has changed', async () => {
    const analyst = await openSignedIn('analyst', record, options)
    const reviewer = await openSignedIn('reviewer', record, options)
    await reviewer.getByText(presence.reading('Demo analyst')).waitFor()
    await beat(analyst)
    await analyst.getByText(presence.reading('Demo reviewer')).waitFor()
    await analyst.getByLabel(talk.text, { exact: true }).fill('Half a sentence')
    await beat(analyst)
    await beat(reviewer)
    await reviewer.getByText(presence.writing('Demo analyst')).waitFor()
    await createSubmission(reviewer, ref, {}, dossier)
    await beat(analyst)
    await analyst.getByText(presence.changed(1)).waitFor()
    expect(await analyst.getByLabel(talk.text, { exact: true }).inputValue()).toBe('Half a sentence')
    await Promise.all([analyst.context().close(), reviewer.context().close()])
  })

  test('a name begun with @ is offered, and completing it tells that person', async () => {
    const page = await openSignedIn('analyst', `${base}/talk/commitment/${key}`, options)
    const box = page.getByLabel(talk.text, { exact: true })
    // The suggestions come with the script: asked for until it is there.
    const offered = page.getByRole('button', { name: '@Demo reviewer' })
    await expect
      .poll(
        async () => {
          await box.fill('')
          await box.pressSequentially('Invented, @rev')
          return offered.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await offered.click()
    expect(await box.inputValue()).toBe('Invented, @Demo reviewer ')
    expect(await page.getByLabel('Demo reviewer', { exact: true }).isChecked()).toBe(true)
    await page.context().close()
  })

  test('the choice between two versions: no axe violation in any look, and no sideways scrolling', async () => {
    const page = await openSignedIn('reviewer', commitment, options)
    const form = getForm(page, deskLinkage.commitments.correct)
    await form.getByLabel(deskLinkage.locator, { exact: true }).fill('invented paragraph 100')
    await form.getByLabel(deskLinkage.reason, { exact: true }).fill('Invented reason.')
    // As if the page had been opened before the record was corrected.
    await form.locator('input[name=basedOn]').evaluate((field: HTMLInputElement) => {
      field.value = '1'
    })
    await press(form, deskLinkage.commitments.correct)
    await page.getByRole('region', { name: conflict.title }).waitFor()
    await expectFine(page)
    await page.context().close()
  })
})

/** No violation in any look, and nothing sticks out of a narrow window. */
async function expectFine(page: Page) {
  for (const look of looks) {
    await setLook(page, look)
    const violations = await listViolations(page, look)
    expect([look, violations]).toEqual([look, []])
    if (look.width === 320) expect([look, await getOverflow(page)]).toEqual([look, { by: 0, what: [] }])
  }
  await setLook(page, { colorScheme: 'light', width: 1280 })
}
