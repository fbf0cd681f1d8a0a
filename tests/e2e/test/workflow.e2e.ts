import { desk } from '@waymark/messages/en/desk'
import { formatRefusal } from '@waymark/messages/refusals'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { assessPath, fillAssessment, invented, soundItem, submit, type Typed } from '../src/assess.ts'
import { openSignedIn } from '../src/browser.ts'
import { createSubmission, publish } from '../src/procedures.ts'
import { getData } from '../src/public-data.ts'

let analyst: Page
let reviewer: Page

beforeAll(async () => {
  analyst = await openSignedIn('analyst')
  reviewer = await openSignedIn('reviewer')
})

const sound = {
  finding: 'limited',
  effective: '2026-01-02',
  rationale: invented,
  evidence: [soundItem()],
} as const satisfies Typed
const reviewPath = (id: number) => `/desk/kazakhstan/review/${id}`
const recordPath = (ref: string) => `/desk/kazakhstan/recommendations/${ref}`
const sentence = (code: Parameters<typeof formatRefusal>[0]['code']) => formatRefusal({ code }, 'en')
const item = (page: Page, id: number) => page.locator(`#assessment-${id}`)
const status = (page: Page) => page.getByRole('status').innerText()
/** The summary of errors on top of a form. */
const summary = (page: Page) => page.getByRole('alert').innerText()

/** What is said at the control with this label, beside the summary. */
async function getFieldError(page: Page, label: string): Promise<string> {
  const control = page.getByLabel(label, { exact: true }).first()
  const ids = ((await control.getAttribute('aria-describedby')) ?? '').split(' ')
  const id = ids.find((one) => one.endsWith('-error'))
  return id === undefined ? '' : page.locator(`[id="${id}"]`).innerText()
}

describe('review', () => {
  const ref = 'KZ-2013-17'
  let id: number

  test('an assessment returned with a comment comes back to its author, who reads the comment, mends it and submits it again', async () => {
    id = await createSubmission(analyst, ref)
    await reviewer.goto(reviewPath(id))
    await reviewer.getByRole('button', { name: desk.review.return, exact: true }).click()
    expect(await getFieldError(reviewer, desk.review.comment)).toBe(desk.faults.missing.comment)
    expect(await reviewer.title()).toMatch(/^Error: /)
    await reviewer.getByLabel(desk.review.comment, { exact: true }).fill('Invented comment: name the day.')
    await reviewer.getByRole('button', { name: desk.review.return, exact: true }).click()
    expect(await status(reviewer)).toBe(desk.queue.done.returned)

    await analyst.goto('/desk/kazakhstan')
    const returned = analyst.getByRole('region', { name: desk.nav.returnedToMe })
    expect(await returned.innerText()).toContain('Invented comment: name the day.')
    await returned.getByRole('link', { name: `${desk.queue.revise} ${ref}`, exact: true }).click()
    expect(await analyst.locator('main').innerText()).toContain('Invented comment: name the day.')
    expect(await analyst.getByLabel(desk.assess.rationale, { exact: true }).inputValue()).toBe(invented)
    await analyst.getByLabel(desk.assess.rationale, { exact: true }).fill(`${invented} On 2 January.`)
    await submit(analyst)
    expect(await status(analyst)).toBe(desk.record.sent)
    await reviewer.goto('/desk/kazakhstan')
    expect(
      await reviewer.getByRole('link', { name: `${desk.queue.review} ${ref}`, exact: true }).count(),
    ).toBe(1)
  })

  test('an author takes a submission back, and it can no longer be reviewed', async () => {
    await analyst.goto('/desk/kazakhstan')
    await analyst.getByRole('button', { name: `${desk.queue.retract} ${ref}`, exact: true }).click()
    expect(await status(analyst)).toBe(desk.queue.done.retracted)
    await reviewer.goto('/desk/kazakhstan')
    expect(
      await reviewer.getByRole('link', { name: `${desk.queue.review} ${ref}`, exact: true }).count(),
    ).toBe(0)
  })

  test('an analyst may not open a review', async () => {
    const response = await analyst.goto(reviewPath(id))
    expect(response?.status()).toBe(403)
  })

  test('nobody publishes their own assessment: the page says why, and a form sent all the same is refused', async () => {
    const own = await createSubmission(reviewer, 'KZ-2013-20')
    await reviewer.goto(reviewPath(own))
    const main = reviewer.locator('main')
    expect(await main.innerText()).toContain(sentence('own-assessment'))
    expect(await reviewer.getByRole('button', { name: desk.review.publish, exact: true }).count()).toBe(0)
    await main.locator('button[value=return]').evaluate((button: HTMLButtonElement) => {
      button.value = 'publish'
    })
    await main.locator('button[value=publish]').click()
    expect(await summary(reviewer)).toContain(sentence('own-assessment'))
    await reviewer.goto(recordPath('KZ-2013-20'))
    expect(await item(reviewer, own).innerText()).toContain(desk.workflow.submitted)
  })
})

describe('after publication', () => {
  const ref = 'KZ-2013-18'
  const reason = 'Invented reason: the date was mistaken.'
  const getPublic = () =>
    getData<{ finding?: unknown }>(`/kazakhstan/recommendations/${ref}.json`).then(JSON.stringify)
  let id: number

  test('a published finding is corrected with a reason, and both stay on record', async () => {
    id = await createSubmission(analyst, ref)
    await publish(reviewer, id)
    await analyst.goto(recordPath(ref))
    await item(analyst, id).getByRole('link', { name: desk.record.correct, exact: true }).click()
    await submit(analyst)
    expect(await getFieldError(analyst, desk.assess.reason)).toBe(desk.faults.missing.reason)
    await analyst.getByLabel(desk.assess.reason, { exact: true }).fill(reason)
    await analyst.getByLabel(desk.assess.effective, { exact: true }).fill('2026-01-03')
    await submit(analyst)
    expect(await status(analyst)).toBe(desk.record.sent)
    await reviewer.goto('/desk/kazakhstan')
    await reviewer.getByRole('link', { name: `${desk.queue.review} ${ref}`, exact: true }).click()
    expect(await reviewer.locator('main').innerText()).toContain(reason)
    await reviewer.getByRole('button', { name: desk.review.publish, exact: true }).click()
    expect(await status(reviewer)).toBe(desk.queue.done.published)
    await reviewer.goto(recordPath(ref))
    expect(await item(reviewer, id).innerText()).toContain(desk.workflow.corrected)
    const text = await getPublic()
    expect(text).toContain('2026-01-03')
    expect(text).toContain(reason)
  })

  test('a published finding is withdrawn only with a reason, and then no longer in force', async () => {
    await reviewer.goto(recordPath(ref))
    const published = reviewer.locator('li.past').filter({ hasText: reason }).first()
    await published.getByText(desk.record.withdraw, { exact: true }).first().click()
    await published.getByRole('button', { name: desk.record.withdraw, exact: true }).click()
    expect(await summary(reviewer)).toContain(desk.faults.missing.withdrawal)
    await reviewer
      .getByLabel(desk.record.withdrawReason, { exact: true })
      .first()
      .fill('Invented reason to withdraw.')
    await reviewer.getByRole('button', { name: desk.record.withdraw, exact: true }).first().click()
    const history = reviewer.locator('ol.history')
    expect(await history.innerText()).toContain(desk.workflow.withdrawn)
  })
})

describe('what the rules refuse', () => {
  const ref = 'KZ-2013-21'
  const cases: [string, Typed, string, string][] = [
    [
      'a future effective date',
      { ...sound, effective: '2999-01-01' },
      desk.assess.effective,
      sentence('effective-in-future'),
    ],
    ['a date that does not exist', { ...sound, effective: '2013-02-30' }, desk.assess.effective, ''],
    [
      'an empty rationale',
      { ...sound, rationale: ' ' },
      desk.assess.rationale,
      desk.faults.missing.rationale,
    ],
    ['no evidence', { ...sound, evidence: [] }, desk.assess.source, desk.faults.missing.source],
  ]

  test.each(cases)(
    '%s is told at its field and in the summary, and what was typed is kept',
    async (_, typed, label, message) => {
      await analyst.goto(assessPath(ref))
      await fillAssessment(analyst, typed)
      await submit(analyst)
      const atField = await getFieldError(analyst, label)
      expect(atField).not.toBe('')
      expect(atField).toContain(message)
      expect(await summary(analyst)).toContain(atField)
      expect(await analyst.title()).toMatch(/^Error: /)
      expect(await analyst.getByLabel(desk.assess.rationale, { exact: true }).inputValue()).toBe(
        typed.rationale,
      )
      expect(await analyst.getByLabel(desk.assess.effective, { exact: true }).inputValue()).toBe(
        typed.effective,
      )
      expect(await analyst.locator('input[name=finding]:checked').inputValue()).toBe(typed.finding)
    },
  )

  const rules: [string, Typed, string][] = [
    [
      'more than limited progress on a draft law alone',
      { ...sound, finding: 'some', evidence: [{ ...soundItem(), kind: 'draft-law', origin: 'government' }] },
      sentence('draft-law-caps-at-limited'),
    ],
    [
      'full implementation on one origin',
      {
        ...sound,
        finding: 'full',
        evidence: [soundItem('Invented report'), soundItem('Another invented report')],
      },
      sentence('full-needs-two-origins'),
    ],
  ]

  test.each(rules)(
    '%s is told at the finding or the evidence and in the summary',
    async (_, typed, message) => {
      await analyst.goto(assessPath(ref))
      await fillAssessment(analyst, typed)
      await submit(analyst)
      expect(await summary(analyst)).toContain(message)
      expect(await analyst.locator('form.assessing .err').allInnerTexts()).toContainEqual(message)
      expect(await analyst.locator('input[name=finding]:checked').inputValue()).toBe(typed.finding)
      const titles = analyst.getByLabel(desk.assess.newTitle, { exact: true })
      expect(await titles.first().inputValue()).toBe('Invented report')
      expect(await titles.count()).toBe(typed.evidence.length)
    },
  )

  test('nothing that was refused is on record', async () => {
    await analyst.goto(recordPath(ref))
    expect(await analyst.locator('ol.history').innerText()).not.toContain(invented)
  })
})

describe('when the record moves on', () => {
  test('of two submissions the second shows both versions to its reviewer, asks to confirm, and keeps the comment', async () => {
    const ref = 'KZ-2013-19'
    const first = await createSubmission(analyst, ref, { rationale: `${invented} The first.` })
    const second = await createSubmission(analyst, ref, {
      rationale: `${invented} The second.`,
      level: 'some',
    })
    await reviewer.goto(reviewPath(second))
    const other = await reviewer.context().newPage()
    await publish(other, first)
    await reviewer.getByLabel(desk.review.comment, { exact: true }).fill('Invented words, not lost.')
    await reviewer.getByRole('button', { name: desk.review.publish, exact: true }).click()
    const main = await reviewer.locator('main').innerText()
    expect(main).toContain(desk.conflict.title)
    expect(main).toContain(`${invented} The first.`)
    expect(main).toContain(`${invented} The second.`)
    expect(await reviewer.getByLabel(desk.review.comment, { exact: true }).inputValue()).toBe(
      'Invented words, not lost.',
    )
    await reviewer.getByRole('checkbox', { name: desk.review.confirm }).check()
    await reviewer.getByRole('button', { name: desk.review.publish, exact: true }).click()
    expect(await status(reviewer)).toBe(desk.queue.done.published)
    await other.close()
  })

  test('an open form shows what is now on record beside what was typed, keeps it, and submits on top when told to', async () => {
    const ref = 'KZ-2014-03'
    await analyst.goto(assessPath(ref))
    const other = await analyst.context().newPage()
    await publish(reviewer, await createSubmission(other, ref, { rationale: `${invented} Meanwhile.` }))
    await fillAssessment(analyst, { ...sound, rationale: `${invented} Typed before.` })
    await submit(analyst)
    const main = await analyst.locator('main').innerText()
    expect(main).toContain(desk.conflict.title)
    expect(main).toContain(`${invented} Meanwhile.`)
    expect(await analyst.getByLabel(desk.assess.rationale, { exact: true }).inputValue()).toBe(
      `${invented} Typed before.`,
    )
    expect(await analyst.getByLabel(desk.assess.newTitle, { exact: true }).first().inputValue()).toBe(
      'Invented report',
    )
    await analyst.getByRole('button', { name: desk.assess.onTop, exact: true }).click()
    expect(await status(analyst)).toBe(desk.record.sent)
    await other.close()
  })
})
