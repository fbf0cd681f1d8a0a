import { buffer } from 'node:stream/consumers'
import { deskMeeting } from '@waymark/messages/en/desk-meeting'
import { deskMinutes } from '@waymark/messages/en/desk-minutes'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openContext, openSignedIn, site } from '../src/browser.ts'
import { guideWindow, takeGuidePicture } from '../src/guide.ts'
import { held, holdMeeting } from '../src/held-meeting.ts'

// Of an invented dossier, so that nothing of it is on other tests' lists.
const dossier = 'synthetic-small'
let analyst: Page
let reviewer: Page
let path: string
beforeAll(async () => {
  analyst = await openSignedIn('analyst', '/meetings', guideWindow)
  reviewer = await openSignedIn('reviewer', '/meetings')
  ;({ path } = await holdMeeting(analyst, dossier))
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const read = (page: Page) => page.locator('main').innerText()
const unfold = (page: Page, label: string) => page.locator('summary').filter({ hasText: label }).click()

test('minutes go from notes over an amendment to approval by somebody else, without script', async () => {
  await analyst.goto(path)
  for (const words of [held.decision, held.action, held.note]) expect(await read(analyst)).toContain(words)
  await unfold(analyst, deskMinutes.setForOf(held.topic))
  await analyst.getByLabel(deskMeeting.agenda.audienceHint).selectOption('partner')
  await press(analyst, deskMinutes.setFor)
  expect(await read(analyst)).toContain(deskMinutes.leaves.partner)
  await press(analyst, deskMinutes.amendments.open)
  await analyst.goto(path)
  await takeGuidePicture(analyst, 'minutes')

  // Whoever was not there proposes nothing; whoever closed the meeting does not approve.
  await reviewer.goto(path)
  expect(await reviewer.locator('summary').filter({ hasText: deskMinutes.amendments.propose }).count()).toBe(
    0,
  )
  await unfold(analyst, deskMinutes.amendments.proposeOf(held.topic))
  await press(analyst, deskMinutes.amendments.propose)
  expect(await read(analyst)).toContain(deskMinutes.missing)
  await analyst.getByLabel(deskMinutes.amendments.text).fill('Say that the letter was of 3 March.')
  await press(analyst, deskMinutes.amendments.propose)
  expect(await read(analyst)).toContain(deskMinutes.approve.role)

  // What the reviewer has on the screen is no longer what stands: they are told, and approve what they then read.
  const other = await openSignedIn('reviewer', path)
  await other.getByLabel(deskMinutes.amendments.comment).fill('So it was.')
  await press(other, deskMinutes.amendments.accept)
  await press(reviewer, deskMinutes.approve.submit)
  expect(await read(reviewer)).toContain(deskMinutes.approve.moved)
  expect(await read(reviewer)).toContain('So it was.')
  await press(reviewer, deskMinutes.approve.submit)
  const approved = await read(reviewer)
  expect(approved).toContain(deskMeeting.states.approved)
  expect(approved).toMatch(/[0-9a-f]{64}/)
  // What can still be done is to take them out.
  expect(await reviewer.locator('main form[method=post]:not([aria-labelledby=files])').count()).toBe(0)
})

test('others get their part, on the page and as a Word file', async () => {
  await analyst.goto(`${path}?as=partner`)
  const shown = await read(analyst)
  for (const words of [held.decision, held.action]) expect(shown).toContain(words)
  expect(shown).toContain(deskMinutes.preview.partnerIs)
  expect(shown).not.toContain(held.note)
  await analyst.goto(`${path}?as=delegation`)
  expect(await read(analyst)).toContain(deskMinutes.preview.nothing)

  await analyst.goto(`${path}?as=partner`)
  await analyst.getByLabel(deskMinutes.file.language).selectOption('ru')
  const waiting = analyst.waitForEvent('download')
  await press(analyst, deskMinutes.file.docx)
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/^synthetic-small-minutes-\d+-partner\.docx$/)
  const files = unzipSync(new Uint8Array(await buffer(await download.createReadStream())))
  const text = Object.values(files)
    .map((file) => strFromU8(file))
    .join('\n')
  expect(text).toContain(held.decision)
  expect(text).toContain('Поручения')
  expect(text).not.toContain(held.note)
  const wrong = await analyst.request.post(`${site.url}${path}/minutes.docx`, {
    form: { for: 'everybody', lang: 'en' },
    headers: { origin: site.url },
  })
  expect(wrong.status()).toBe(400)
})

test('an action point is on its owner’s list and queue until it is done, and keeps what was typed when somebody was faster', async () => {
  const actions = `/meetings/${dossier}/actions`
  await analyst.goto(`/desk/${dossier}`)
  expect(await read(analyst)).toContain(deskMinutes.queue.title)
  await analyst.goto(actions)
  expect(await read(analyst)).toContain(held.action)
  expect(await read(analyst)).toContain('Overdue since')
  await takeGuidePicture(analyst, 'action-points')
  await unfold(analyst, deskMinutes.action.changeOf(held.action))
  const form = analyst.getByRole('form', { name: deskMinutes.action.changeOf(held.action) })
  await form.getByLabel(deskMinutes.action.what).selectOption('dropped')
  await form.getByRole('button').click()
  expect(await read(analyst)).toContain(deskMinutes.action.missing.reason)

  await reviewer.goto(`${actions}?whose=all`)
  await unfold(reviewer, deskMinutes.action.changeOf(held.action))
  await reviewer.getByLabel(deskMinutes.action.note).fill('Sent today.')
  await press(reviewer, deskMinutes.action.save)
  expect(await read(reviewer)).toContain(deskMinutes.action.done.done)

  await form.getByLabel(deskMinutes.action.note).fill('Not needed any more.')
  await form.getByRole('button').click()
  const told = await read(analyst)
  expect(told).toContain('Somebody else changed this while you wrote')
  expect(await analyst.getByLabel(deskMinutes.action.note).inputValue()).toBe('Not needed any more.')
  await analyst.goto(`${actions}?state=over`)
  expect(await read(analyst)).toContain(deskMinutes.action.because('Sent today.'))
})

test('decisions are found by their words, with the way to the minutes', async () => {
  await analyst.goto(`/meetings/${dossier}/decisions?q=${encodeURIComponent('announced VISIT')}`)
  expect(await read(analyst)).toContain(held.decision)
  await analyst.getByRole('link', { name: deskMinutes.decision.item }).first().click()
  expect(new URL(analyst.url()).pathname).toBe(path)
  await analyst.goto(`/meetings/${dossier}/decisions?q=nothing-says-this`)
  expect(await read(analyst)).toContain(deskMinutes.decision.noMatch)
})

test('a calendar program finds the meetings by a secret that the account gives and takes back', async () => {
  await analyst.goto('/account')
  const make = analyst.getByRole('button', { name: /^Make an? (new )?address$/ })
  await make.click()
  const address = await analyst.locator('code.secret').innerText()
  const feed = new URL(address).pathname
  const program = await openContext()
  const ask = async () => program.request.get(`${site.url}${feed}`)
  const response = await ask()
  expect([
    response.status(),
    response.headers()['content-type'],
    response.headers()['cache-control'],
  ]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store'])
  const ics = await response.text()
  expect(ics).toContain('SUMMARY:Review meeting\r\n')
  expect(ics).not.toContain('Invented')
  await press(analyst, deskMinutes.calendar.revoke)
  expect((await ask()).status()).toBe(404)
  expect((await program.request.get(`${site.url}/meetings/calendar/x.ics`)).status()).toBe(404)
})
