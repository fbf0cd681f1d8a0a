import { deskCases } from '@waymark/messages/en/desk-cases'
import { deskEdit } from '@waymark/messages/en/desk-edit'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskTogether } from '@waymark/messages/en/desk-together'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSignedIn } from '../src/browser.ts'

const { conflict } = deskTogether
// Of an invented dossier: what the starter dossier says is what other tests look for.
const base = '/desk/synthetic-small'
const record = `${base}/recommendations/XX-2021-01`
const { uptake, link } = deskLinkage
const { claims, cases } = deskCases

const getForm = (page: Page, label: string): Locator => page.getByRole('form', { name: label, exact: true })
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click()
const field = (form: Locator, label: string) => form.getByLabel(label, { exact: true })

/** Opens a form that is folded away. */
async function unfold(page: Page, label: string): Promise<Locator> {
  const form = getForm(page, label).first()
  if (!(await form.isVisible()))
    await page
      .locator('summary')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .first()
      .click()
  return form
}

/** One form that two people fill: what each types where, and its button. */
type Both = {
  readonly path: string
  readonly label: string
  readonly button?: string
  readonly theirs: readonly [label: string, value: string]
  readonly mine: readonly [label: string, value: string]
}

/** Each corrects another field; the second is asked about both, sends what is proposed, and both are there. */
async function expectBothKept(
  first: Page,
  second: Page,
  { path, label, button = label, theirs, mine }: Both,
) {
  for (const page of [first, second]) await page.goto(path)
  for (const [page, [name, value]] of [
    [first, theirs],
    [second, mine],
  ] as const) {
    const form = await unfold(page, label)
    await field(form, name).fill(value)
    await field(form, deskLinkage.reason).fill(`Invented reason for “${value}”.`)
  }
  await press(getForm(first, label).first(), button)
  await press(getForm(second, label).first(), button)
  const choice = second.getByRole('region', { name: conflict.title })
  const radio = (name: string, side: string) =>
    choice
      .getByRole('group', { name: conflict.chooseLabel(name) })
      .getByRole('radio', { name: side, exact: true })
  expect(await radio(mine[0], conflict.mine).isChecked()).toBe(true)
  expect(await radio(theirs[0], conflict.record).isChecked()).toBe(true)
  // The form itself keeps what was typed too, the reason with it.
  const kept = getForm(second, label).first()
  expect(await field(kept, mine[0]).inputValue()).toBe(mine[1])
  expect(await field(kept, deskLinkage.reason).inputValue()).toContain(mine[1])
  await press(choice, conflict.send)
  await second.getByRole('status').waitFor()
  await second.goto(path)
  const now = await unfold(second, label)
  for (const [name, value] of [theirs, mine]) expect(await field(now, name).inputValue()).toBe(value)
}

describe('two corrections of one thing, without script: each field is chosen, and nothing typed is lost', () => {
  let first: Page
  let second: Page
  beforeAll(async () => {
    first = await openSignedIn('administrator', record)
    second = await openSignedIn('reviewer', record)
  })

  test('a recommendation', async () => {
    await expectBothKept(first, second, {
      path: `${record}/edit`,
      label: deskEdit.title('XX-2021-01'),
      button: deskEdit.submit,
      theirs: [deskEdit.name, 'Set up another invented working group'],
      mine: [deskEdit.criterion, 'Invented: it has met.'],
    })
  })

  test('a step of uptake; and what was typed about one that was taken back begins a new one', async () => {
    await first.goto(`${record}/uptake`)
    const form = getForm(first, uptake.record)
    await field(form, uptake.kind).selectOption('raised')
    await field(form, uptake.date).fill('2021-06')
    await field(form, deskLinkage.source).fill('briefing')
    await press(form, uptake.record)
    await expectBothKept(first, second, {
      path: `${record}/uptake`,
      label: uptake.correct,
      theirs: [uptake.forum, 'Invented forum'],
      mine: [uptake.note, 'Invented note'],
    })
    await first.goto(`${record}/uptake`)
    const correct = await unfold(second, uptake.correct)
    await field(correct, uptake.note).fill('Invented note of a step that is gone')
    await field(correct, deskLinkage.reason).fill('Invented reason.')
    const mistake = await unfold(first, uptake.void)
    await field(mistake, uptake.voidReason).fill('Invented mistake.')
    await press(mistake, uptake.void)
    await press(correct, uptake.correct)
    const gone = second.getByRole('region', { name: conflict.title })
    expect(await gone.innerText()).toContain('Invented note of a step that is gone')
    const again = getForm(second, uptake.record)
    expect(await field(again, uptake.note).inputValue()).toBe('Invented note of a step that is gone')
    await press(again, uptake.record)
    expect(await second.getByRole('status').innerText()).toBe(uptake.done.record)
  })

  test('a claim', async () => {
    await first.goto(`${record}/claims`)
    const form = getForm(first, claims.record)
    await field(form, claims.actor).selectOption({ index: 1 })
    await field(form, claims.date).fill('2021-07')
    await field(form, claims.text).fill('Invented claim.')
    await field(form, deskLinkage.source).fill('briefing')
    await press(form, claims.record)
    await expectBothKept(first, second, {
      path: `${record}/claims`,
      label: claims.correct,
      theirs: [claims.date, '2021-08'],
      mine: [claims.text, 'Invented claim, in other words.'],
    })
  })

  test('a link: its correction, and an end that somebody else has set already', async () => {
    const path = `${base}/milestones/in-force/links/XX-2021-01`
    for (const page of [first, second]) await page.goto(path)
    const note = async (page: Page) => field(await unfold(page, link.correct), link.note)
    await (await note(first)).fill('Invented note')
    await field(getForm(first, link.correct), deskLinkage.reason).fill('Invented reason.')
    const end = await unfold(second, link.end)
    await field(end, link.ended).fill('2023-05-01')
    await field(end, deskLinkage.reason).fill('Invented end.')
    await press(getForm(first, link.correct), link.correct)
    await press(end, link.end)
    const choice = second.getByRole('region', { name: conflict.title })
    expect(await choice.innerText()).toContain('1 May 2023')
    // Meanwhile the other one ends it on another day: the form stays, and asks again.
    const other = await unfold(first, link.end)
    await field(other, link.ended).fill('2023-04-01')
    await field(other, deskLinkage.reason).fill('Invented other end.')
    await press(other, link.end)
    await press(choice, conflict.send)
    const again = second.getByRole('region', { name: conflict.title })
    expect(await again.innerText()).toContain('1 April 2023')
    expect(await field(getForm(second, link.end), deskLinkage.reason).inputValue()).toBe('Invented end.')
    await press(again, conflict.send)
    expect(await second.getByRole('status').innerText()).toBe(link.done.end)
    expect(await second.locator('main').innerText()).toContain('1 May 2023')
  })

  test('a case', async () => {
    await first.goto(`${base}/cases/new`)
    const form = getForm(first, cases.new)
    await field(form, cases.kind).selectOption('person')
    await field(form, cases.publicName).fill('Another synthetic person')
    await field(form, cases.naming).selectOption('pseudonym')
    await field(form, cases.summary).fill('Invented.')
    await press(form, cases.new)
    await first.getByRole('status').waitFor()
    await expectBothKept(first, second, {
      path: new URL(first.url()).pathname,
      label: cases.correct,
      theirs: [cases.summary, 'Invented, and more.'],
      mine: [cases.consentBasis, 'Invented consent.'],
    })
  })
})
