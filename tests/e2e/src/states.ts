import { randomUUID } from 'node:crypto'
import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { deskExchange } from '@waymark/messages/en/desk-exchange'
import type { Page } from 'playwright-core'
import { openSignedIn } from './browser.ts'
import { holdMeeting } from './held-meeting.ts'
import { recordEvent, startMeeting } from './meetings.ts'
import { callProcedure, createSubmission, publishEdition } from './procedures.ts'

const dossier = 'kazakhstan'

/** Things that a new record does not have, by the name that stands for their id in a route's path. */
export type States = Readonly<
  Record<
    | 'review'
    | 'coding'
    | 'evidence'
    | 'file'
    | 'job'
    | 'edition'
    | 'published'
    | 'case'
    | 'series'
    | 'meeting'
    | 'minutes'
    | 'room'
    | 'briefing',
    string
  >
>

/** The path of a route with the ids in place. */
export const fillPath = (path: string, states: States): string =>
  path.replace(/\{(\w+)\}/g, (_, name: keyof States) => states[name])

const lastPart = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

async function recordEvidence(page: Page): Promise<Pick<States, 'evidence' | 'file'>> {
  await page.goto(`/desk/${dossier}/evidence/new`)
  await page.getByLabel(deskEvidence.upload, { exact: true }).setInputFiles({
    name: 'invented.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<!doctype html><html lang="en"><title>Invented</title><p>Invented words.</html>'),
  })
  await page.getByRole('button', { name: deskEvidence.keep, exact: true }).last().click()
  await page.goto(`/desk/${dossier}/evidence`)
  const href = await page.locator('a[href*="/evidence/files/"]').first().getAttribute('href')
  const file = href?.split('/').at(-1) ?? ''
  const { id } = await callProcedure<{ id: number }>(page, 'evidenceItem.record', {
    dossier,
    newSource: {
      title: 'Invented page',
      publisher: 'Invented publisher',
      kind: 'synthetic',
      date: '2026-01-02',
      language: 'en',
    },
    kind: 'ngo-monitoring',
    origin: 'independent-ngo',
    language: 'en',
    file: Number(file),
  })
  return { evidence: String(id), file }
}

async function startJob(page: Page): Promise<string> {
  const path = `/desk/${dossier}/exchange`
  await page.goto(path)
  await page.getByLabel(deskExchange.file, { exact: true }).setInputFiles({
    name: 'Sources.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Key,Title,Publisher,Kind,Date,Language\ninvented,Invented,Nobody,tabloid,2014,en\n'),
  })
  await page.getByRole('button', { name: deskExchange.send, exact: true }).click()
  await page.waitForURL((url) => url.pathname.startsWith(`${path}/`))
  const refresh = page.getByRole('link', { name: deskExchange.refresh, exact: true })
  for (let asked = 0; (await refresh.count()) > 0; asked++) {
    if (asked > 500) throw new Error('the job did not end')
    await page.goto(page.url())
  }
  return lastPart(page)
}

/** A planned meeting with a standing topic. */
async function planMeeting(page: Page): Promise<Pick<States, 'series' | 'meeting'>> {
  const own = { startsAt: '14:30', place: 'Invented room', aheadDays: 90, itemMinutes: 10 }
  const { series } = await callProcedure<{ series: number }>(page, 'meetingSeries.create', {
    dossier,
    title: 'Invented reviews',
    rhythm: 'monthly',
    template: { ...own, freezeHours: 24, topics: ['Invented standing topic'] },
  })
  const plan = { ...own, title: 'Invented review', heldOn: '2026-12-15', freezeAt: null }
  const { meeting } = await callProcedure<{ meeting: number }>(page, 'meeting.create', {
    dossier,
    series,
    plan,
  })
  return { series: String(series), meeting: String(meeting) }
}

/** A meeting in progress, with something written under the item that the room is at. */
async function openRoom(page: Page): Promise<string> {
  const { meeting, topics } = await startMeeting(page, {
    dossier,
    topics: ['Invented topic', 'Another topic'],
  })
  const [item] = topics
  await recordEvent(page, dossier, meeting, { kind: 'item-entered', item })
  for (const entryKind of ['note', 'decision', 'action']) {
    const written = { item, entry: randomUUID(), entryKind, text: 'Invented words', basedOn: 0 }
    await recordEvent(page, dossier, meeting, { kind: 'entry-written', ...written })
  }
  return String(meeting)
}

/** A meeting that was held, its minutes open for amendments. */
async function amendMinutes(page: Page): Promise<string> {
  const { meeting } = await holdMeeting(page, dossier)
  const event = { kind: 'amendments-opened' }
  await callProcedure(page, 'meeting.stage', { dossier, meeting, id: randomUUID(), event })
  return String(meeting)
}

/** A short briefing of two versions, with a part of every kind. */
async function beginBriefing(page: Page): Promise<string> {
  const target = { dossier, title: 'Invented briefing', language: 'en', audience: 'delegation' }
  const { briefing } = await callProcedure<{ briefing: number }>(page, 'briefing.create', {
    ...target,
    round: 'hrd-05',
    asOf: '2013-11-27',
    suggested: false,
  })
  const part = (kind: string, key: string, more: object = {}) => ({ kind, key, text: '', ...more })
  await callProcedure(page, 'briefing.save', {
    dossier,
    briefing,
    basedOn: 1,
    body: {
      title: 'Invented briefing',
      lead: 'Invented opening words.',
      sections: [
        part('text', 'own', { title: 'Invented heading' }),
        part('figures', 'all'),
        part('area', 'media-freedom'),
        part('recommendation', 'KZ-2013-18', { ask: 'Invented ask.', evidence: null }),
        part('case', 'vladimir-kozlov'),
        part('statement', 'ep-2012-11-must-be-linked'),
        part('milestone', 'epca-signed'),
      ],
    },
  })
  return String(briefing)
}

/** The last part of the address of the first public case: it is drawn anew in every record. */
export async function findCaseAddress(page: Page): Promise<string> {
  await page.goto(`/${dossier}/cases`)
  const href = await page.locator('main a[href*="/cases/c"]').first().getAttribute('href')
  return href?.split('?')[0]?.split('/').at(-1) ?? ''
}

/** Makes one of everything, and something for every part of the queue. */
export async function createStates(ref: string): Promise<States> {
  const analyst = await openSignedIn('analyst')
  const reviewer = await openSignedIn('reviewer')
  const review = await createSubmission(analyst, ref)
  const returned = await createSubmission(analyst, 'KZ-2014-04')
  await callProcedure(reviewer, 'assessment.return', { dossier, id: returned, comment: 'Invented.' })
  await callProcedure(analyst, 'assessment.saveDraft', {
    dossier,
    ref: 'KZ-2013-37',
    rev: 0,
    content: { rationale: 'Invented.' },
  }).catch(() => undefined)
  const coding = await createSubmission(analyst, 'KZ-2016-08')
  await callProcedure(reviewer, 'coding.pick', { dossier, id: coding })
  const { edition, id } = await publishEdition(analyst, reviewer, {
    title: 'Invented edition to look at',
    asOf: '2013-11-27',
  })
  const states = {
    review: String(review),
    coding: String(coding),
    ...(await recordEvidence(analyst)),
    job: await startJob(analyst),
    edition: String(edition),
    published: id,
    ...(await planMeeting(analyst)),
    minutes: await amendMinutes(analyst),
    room: await openRoom(analyst),
    briefing: await beginBriefing(analyst),
    case: await findCaseAddress(analyst),
  }
  await analyst.context().close()
  await reviewer.context().close()
  return states
}
