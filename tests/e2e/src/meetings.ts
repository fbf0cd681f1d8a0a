import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { callProcedure } from './procedures.ts'

export type StartedMeeting = {
  readonly path: string
  readonly meeting: number
  /** Ids of its topics, in the order of the agenda. */
  readonly topics: readonly string[]
}

/** Records one thing in a meeting, as the person signed in on the page. */
export const recordEvent = (page: Page, dossier: string, meeting: number, event: object) =>
  callProcedure<{ seq: number }>(page, 'meeting.record', { dossier, meeting, id: randomUUID(), event })

/** A meeting of a series of its own that has begun, with topics on top of its agenda. */
export async function startMeeting(
  page: Page,
  { dossier, topics }: { readonly dossier: string; readonly topics: readonly string[] },
): Promise<StartedMeeting> {
  const { series } = await callProcedure<{ series: number }>(page, 'meetingSeries.create', {
    dossier,
    title: 'Invented reviews',
    rhythm: 'as-needed',
    template: { startsAt: null, place: null, freezeHours: null, aheadDays: 90, itemMinutes: 10, topics: [] },
  })
  const plan = { title: 'Invented review', heldOn: '2026-12-15', startsAt: null, place: null, aheadDays: 90 }
  const { meeting } = await callProcedure<{ meeting: number }>(page, 'meeting.create', {
    dossier,
    series,
    plan: { ...plan, freezeAt: null, itemMinutes: 10 },
  })
  const ids = topics.map(() => `topic:${randomUUID()}`)
  for (const [index, title] of [...topics.entries()].reverse())
    await recordEvent(page, dossier, meeting, { kind: 'item-added', item: ids[index], title, after: null })
  for (const kind of ['opened', 'started'])
    await callProcedure(page, 'meeting.stage', { dossier, meeting, id: randomUUID(), event: { kind } })
  return { path: `/meetings/${dossier}/${meeting}`, meeting, topics: ids }
}
