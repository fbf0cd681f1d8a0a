import { randomUUID } from 'node:crypto'
import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { Caller, TestRecord } from './open-test-record.ts'

const dossier = 'invented'

export const aTemplate = {
  startsAt: '14:30',
  place: 'Invented room',
  freezeHours: 24,
  aheadDays: 90,
  itemMinutes: 10,
  topics: ['Invented standing topic'],
}
export const aSeries = { dossier, title: 'Invented reviews', rhythm: 'monthly', template: aTemplate } as const
export const aPlan = {
  title: 'Invented review',
  heldOn: '2013-07-01',
  startsAt: '14:30',
  place: null,
  freezeAt: null,
  aheadDays: 90,
}
export const aTopic = () => `topic:${randomUUID()}`

export type MeetingPlaces = {
  readonly series: number
  readonly seriesVersion: number
  /** A meeting that is planned, and one in which the room is at work. */
  readonly planned: number
  readonly running: number
  /** An item of the running one. */
  readonly item: string
  /** An action point taken there. */
  readonly action: string
}

/** Asks for one thing to happen to a meeting. */
export const ask = (meeting: number, event: Record<string, unknown>) =>
  ({ dossier, meeting, id: randomUUID(), event }) as never

export async function createMeetingPlaces(record: TestRecord): Promise<MeetingPlaces> {
  const { analyst } = people(record)
  const { series } = await analyst.meetingSeries.create(aSeries)
  const { meeting: planned } = await analyst.meeting.create({ dossier, series, plan: aPlan })
  const { meeting: running } = await analyst.meeting.create({ dossier, series, plan: aPlan })
  const item = aTopic()
  await analyst.meeting.record(ask(running, { kind: 'item-added', item, title: 'Invented', after: null }))
  await analyst.meeting.stage(ask(running, { kind: 'opened' }))
  await analyst.meeting.stage(ask(running, { kind: 'started' }))
  const action = await takeAction(analyst, running, item)
  const { series: all } = await analyst.meetingSeries.list({ dossier })
  const seriesVersion = all.find((one) => one.series === series)?.version ?? 0
  return { series, seriesVersion, planned, running, item, action }
}

/** Writes down an action point of the analyst, due in July 2013, and returns its id. */
export async function takeAction(caller: Caller, meeting: number, item: string): Promise<string> {
  const entry = randomUUID()
  const written = { item, entry, entryKind: 'action', text: 'Invented action point' }
  await caller.meeting.record(ask(meeting, { kind: 'entry-written', ...written, basedOn: 0 }))
  const detail = { owner: { id: 'analyst', name: 'Synthetic analyst' }, due: '2013-07-15' }
  await caller.meeting.record(ask(meeting, { kind: 'action-detailed', item, entry, basedOn: 1, detail }))
  return entry
}

/** Valid inputs of the procedures of meetings. */
export const buildMeetingInputs = (p: MeetingPlaces) => ({
  'meetingSeries.list': { dossier },
  'meetingSeries.create': aSeries,
  'meetingSeries.change': {
    ...aSeries,
    title: 'Invented, changed',
    series: p.series,
    basedOn: p.seriesVersion,
  },
  'meeting.list': { dossier, series: p.series, page: 1 },
  'meeting.get': { dossier, meeting: p.running },
  'meeting.follow': { dossier, meeting: p.running },
  'meetingAgenda.people': {},
  'meetingAgenda.preview': { dossier, meeting: p.planned },
  'meetingAgenda.find': { dossier, q: 'invented' },
  'meetingAgenda.build': { dossier, meeting: p.planned, id: randomUUID() },
  'meeting.wall': { dossier, meeting: p.running },
  'meeting.minutes': { dossier, meeting: p.running, audience: 'internal' },
  'meeting.minutesFile': {
    dossier,
    meeting: p.running,
    audience: 'partner',
    format: 'docx',
    language: 'ru',
  },
  'meeting.approve': { dossier, meeting: p.running, id: randomUUID(), sha256: '0'.repeat(64) },
  'actionPoint.list': { dossier, whose: 'all', state: 'open', page: 1 },
  'actionPoint.find': { action: p.action },
  'actionPoint.count': { dossier },
  'actionPoint.record': {
    dossier,
    action: p.action,
    id: randomUUID(),
    basedOn: 1,
    event: { kind: 'snoozed', until: '2013-08-01' },
  },
  'decision.list': { dossier, q: 'invented', page: 1 },
  'decision.behind': { dossier, ref: 'XX-2011-01' },
  'calendar.get': {},
  'calendar.renew': {},
  'calendar.revoke': {},
  'meeting.create': { dossier, series: p.series, plan: aPlan },
  'meeting.stage': { dossier, meeting: p.planned, id: randomUUID(), event: { kind: 'opened' } },
  'meeting.record': {
    dossier,
    meeting: p.running,
    id: randomUUID(),
    event: { kind: 'item-entered', item: p.item },
  },
})

/** An action point taken and done, and a decision sealed that proposes a finding. */
function listRoomCalls(record: TestRecord, item: string, meeting: () => number): Call[] {
  const { analyst } = people(record)
  const [action, decision] = [randomUUID(), randomUUID()]
  const tell = (event: Record<string, unknown>) => () => analyst.meeting.record(ask(meeting(), event))
  const write = (entry: string, entryKind: string) =>
    tell({ kind: 'entry-written', item, entry, entryKind, text: 'Invented words', basedOn: 0 })
  const owner = { id: 'analyst', name: 'Synthetic analyst' }
  const detail = { options: [], votes: null, dissent: null, reviewOn: null, supersedes: null }
  return [
    ['meeting.entry-written', 'analyst', write(action, 'action')],
    [
      'meeting.action-detailed',
      'analyst',
      tell({
        kind: 'action-detailed',
        item,
        entry: action,
        basedOn: 1,
        detail: { owner, due: '2013-07-15' },
      }),
    ],
    ['meeting.entry-written', 'analyst', write(decision, 'decision')],
    [
      'meeting.decision-detailed',
      'analyst',
      async () => {
        const [evidence] = await analyst.evidenceItem.choices({ dossier })
        const cited = [{ item: evidence?.id ?? 0, stance: 'supports' }]
        const finding = {
          ...{ recommendation: 'XX-2011-01', level: 'some', contrary: false, effective: '2013-06' },
          ...{ confidence: 'medium', evidence: cited },
        }
        const event = { kind: 'decision-detailed', item, entry: decision, basedOn: 1 }
        await analyst.meeting.record(ask(meeting(), { ...event, detail: { ...detail, finding } }))
      },
    ],
    ['meeting.item-sealed', 'analyst', tell({ kind: 'item-sealed', item, entry: decision, basedOn: 2 })],
    [
      'action-point.done',
      'analyst',
      async () => {
        const { actions } = await analyst.actionPoint.list({ dossier, whose: 'all' })
        const basedOn = actions.find(({ id }) => id === action)?.rev ?? 0
        const event = { kind: 'done' as const, note: null }
        await analyst.actionPoint.record({ dossier, action, id: randomUUID(), basedOn, event })
      },
    ],
  ]
}

/** Every changing procedure of meetings once, in an order in which each is accepted. */
export function listMeetingCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  let series = 0
  let meeting = 0
  const item = aTopic()
  return [
    [
      'meeting-series.create',
      'analyst',
      async () => {
        series = (await analyst.meetingSeries.create(aSeries)).series
      },
    ],
    [
      'meeting-series.change',
      'analyst',
      async () => {
        const { series: all } = await analyst.meetingSeries.list({ dossier })
        const basedOn = all.find((one) => one.series === series)?.version ?? 0
        await analyst.meetingSeries.change({ ...aSeries, title: 'Invented, changed', series, basedOn })
      },
    ],
    [
      'meeting.create',
      'analyst',
      async () => {
        meeting = (await analyst.meeting.create({ dossier, series, plan: aPlan })).meeting
      },
    ],
    [
      'meeting.agenda-built',
      'analyst',
      () => analyst.meetingAgenda.build({ dossier, meeting, id: randomUUID() }),
    ],
    ['meeting.opened', 'analyst', () => analyst.meeting.stage(ask(meeting, { kind: 'opened' }))],
    [
      'meeting.item-added',
      'analyst',
      () =>
        analyst.meeting.record(ask(meeting, { kind: 'item-added', item, title: 'Invented', after: null })),
    ],
    ['meeting.started', 'analyst', () => analyst.meeting.stage(ask(meeting, { kind: 'started' }))],
    ...listRoomCalls(record, item, () => meeting),
    ['meeting.closed', 'analyst', () => analyst.meeting.stage(ask(meeting, { kind: 'closed' }))],
    [
      'meeting.amendments-opened',
      'analyst',
      () => analyst.meeting.stage(ask(meeting, { kind: 'amendments-opened' })),
    ],
    [
      'meeting.approved',
      'reviewer',
      async () => {
        const { reviewer } = people(record)
        const { sha256 } = await reviewer.meeting.minutes({ dossier, meeting, audience: 'internal' })
        await reviewer.meeting.approve({ dossier, meeting, id: randomUUID(), sha256 })
      },
    ],
    [
      'meeting.minutes-export',
      'analyst',
      () =>
        analyst.meeting.minutesFile({
          ...{ dossier, meeting, audience: 'partner' },
          ...{ format: 'html', language: 'en' },
        }),
    ],
    ['calendar.renew', 'analyst', () => analyst.calendar.renew({})],
    ['calendar.revoke', 'analyst', () => analyst.calendar.revoke({})],
  ]
}
