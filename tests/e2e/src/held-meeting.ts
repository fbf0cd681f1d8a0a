import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { askProcedure, callProcedure } from './procedures.ts'

/** What was said, decided and asked for in a meeting that was held. */
export const held = {
  title: 'Invented review',
  topic: 'What to ask of the next round',
  note: 'The ministry did not answer the letter of March.',
  decision: 'Ask for the visit to be announced before the round.',
  action: 'Write to the delegation about the visit.',
} as const

/** Holds a meeting as the analyst who is signed in on the page, who is there and owns what is asked for. */
export async function holdMeeting(page: Page, dossier: string): Promise<{ path: string; meeting: number }> {
  const template = {
    startsAt: null,
    place: null,
    freezeHours: null,
    aheadDays: 90,
    itemMinutes: null,
    topics: [],
  }
  const { series } = await callProcedure<{ series: number }>(page, 'meetingSeries.create', {
    dossier,
    title: 'Invented reviews',
    rhythm: 'monthly',
    template,
  })
  const plan = { title: held.title, heldOn: '2026-11-02', startsAt: '14:30', place: null, freezeAt: null }
  const { meeting } = await callProcedure<{ meeting: number }>(page, 'meeting.create', {
    dossier,
    series,
    plan: { ...plan, aheadDays: 90 },
  })
  const place = { dossier, meeting }
  const tell = (event: object) => callProcedure(page, 'meeting.record', { ...place, id: randomUUID(), event })
  const stage = (kind: string) =>
    callProcedure(page, 'meeting.stage', { ...place, id: randomUUID(), event: { kind } })
  const people = await askProcedure<{ id: string; name: string }[]>(page, 'meetingAgenda.people', {})
  const me = people.find(({ name }) => /analyst/i.test(name))
  if (me === undefined) throw new Error('the analyst is not among the people of meetings')
  const item = `topic:${randomUUID()}`
  await tell({ kind: 'item-added', item, title: held.topic, after: null })
  await tell({ kind: 'attendance', attendee: { kind: 'user', ...me }, presence: 'present' })
  await stage('opened')
  await stage('started')
  const write = async (entryKind: string, text: string) => {
    const entry = randomUUID()
    await tell({ kind: 'entry-written', item, entry, entryKind, text, basedOn: 0 })
    return { item, entry }
  }
  await write('note', held.note)
  const action = await write('action', held.action)
  await tell({ kind: 'action-detailed', ...action, basedOn: 1, detail: { owner: me, due: '2026-11-10' } })
  const decision = await write('decision', held.decision)
  const votes = { for: 3, against: 1, abstain: 0 }
  const detail = {
    options: [],
    votes,
    dissent: null,
    reviewOn: '2099-01-31',
    supersedes: null,
    finding: null,
  }
  await tell({ kind: 'decision-detailed', ...decision, basedOn: 1, detail })
  await tell({ kind: 'item-sealed', ...decision, basedOn: 2 })
  await stage('closed')
  return { path: `/meetings/${dossier}/${meeting}`, meeting }
}
