import { randomUUID } from 'node:crypto'
import { people } from './full-record.ts'
import { aPlan, aSeries, ask, aTopic, takeAction } from './meeting-calls.ts'
import type { Caller, TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const noDetail = { options: [], votes: null, dissent: null, reviewOn: null, supersedes: null, finding: null }

/** What is written under an item of a meeting that was held. */
export type Written = {
  readonly item?: string
  readonly title?: string | null
  readonly audience?: 'internal' | 'partner' | 'delegation'
  readonly note?: string
  readonly decision?: string
  readonly detail?: object
  readonly takes?: boolean
}

/** Writes down a decision and seals it; returns its id. */
export async function seal(
  caller: Caller,
  meeting: number,
  { item, text, detail }: { readonly item: string; readonly text: string; readonly detail?: object },
): Promise<string> {
  const entry = randomUUID()
  const on = { item, entry }
  const write = (event: Record<string, unknown>) => caller.meeting.record(ask(meeting, { ...event, ...on }))
  await write({ kind: 'entry-written', entryKind: 'decision', text, basedOn: 0 })
  await write({ kind: 'decision-detailed', basedOn: 1, detail: { ...noDetail, ...detail } })
  await write({ kind: 'item-sealed', basedOn: 2 })
  return entry
}

/** Holds a meeting of a new series, up to its close: the analyst is there, a guest too. */
export async function holdMeeting(
  record: TestRecord,
  items: readonly Written[],
  { plan = {}, by }: { readonly plan?: object; readonly by?: Caller } = {},
): Promise<{ meeting: number; items: string[]; decisions: (string | null)[]; actions: (string | null)[] }> {
  const analyst = by ?? people(record).analyst
  const { series } = await analyst.meetingSeries.create(aSeries)
  const planned = { ...aPlan, ...plan }
  const { meeting } = await analyst.meeting.create({ dossier, series, plan: planned })
  const tell = (event: Record<string, unknown>) => analyst.meeting.record(ask(meeting, event))
  const user = { kind: 'user', id: 'analyst', name: 'Synthetic analyst' }
  await tell({ kind: 'attendance', attendee: user, presence: 'present' })
  await tell({ kind: 'attendance', attendee: { kind: 'guest', name: 'Invented guest' }, presence: 'excused' })
  const ids = items.map(({ item }) => item ?? aTopic())
  for (const [i, { title }] of items.entries())
    await tell({
      kind: 'item-added',
      item: ids[i],
      title: title === undefined ? `Topic ${i}` : title,
      after: null,
    })
  await analyst.meeting.stage(ask(meeting, { kind: 'opened' }))
  await analyst.meeting.stage(ask(meeting, { kind: 'started' }))
  const decisions: (string | null)[] = []
  const actions: (string | null)[] = []
  for (const [i, { audience, note, decision, detail, takes }] of items.entries()) {
    const item = ids[i] ?? ''
    if (note !== undefined)
      await tell({
        kind: 'entry-written',
        item,
        entry: randomUUID(),
        entryKind: 'note',
        text: note,
        basedOn: 0,
      })
    actions.push(takes === true ? await takeAction(analyst, meeting, item) : null)
    decisions.push(
      decision === undefined
        ? null
        : await seal(analyst, meeting, { item, text: decision, ...(detail === undefined ? {} : { detail }) }),
    )
    if (audience !== undefined) await tell({ kind: 'item-for', item, audience })
  }
  await analyst.meeting.stage(ask(meeting, { kind: 'closed' }))
  return { meeting, items: ids, decisions, actions }
}

/** Approves the minutes of a closed meeting as the reviewer; returns their hash. */
export async function approve(record: TestRecord, meeting: number): Promise<string> {
  const { analyst, reviewer } = people(record)
  await analyst.meeting.stage(ask(meeting, { kind: 'amendments-opened' }))
  const { sha256 } = await reviewer.meeting.minutes({ dossier, meeting, audience: 'internal' })
  await reviewer.meeting.approve({ dossier, meeting, id: randomUUID(), sha256 })
  return sha256
}
