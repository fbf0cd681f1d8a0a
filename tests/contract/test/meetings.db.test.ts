import { randomUUID } from 'node:crypto'
import { listMeetingEvents } from '@waymark/db/queries/meeting.query'
import { foldMeeting } from '@waymark/meeting/fold'
import { allowedStates } from '@waymark/meeting/rules'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aNewCase } from '../src/case-calls.ts'
import { anItem } from '../src/evidence-calls.ts'
import { openInvented, people } from '../src/full-record.ts'
import { aPlan, aSeries, ask, aTopic, takeAction } from '../src/meeting-calls.ts'
import type { Caller, TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { dumpText } from '../src/tables.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
let record: TestRecord
let analyst: Caller
let reviewer: Caller
let meeting: number
let item: string
beforeEach(async () => {
  record = await openInvented()
  ;({ analyst, reviewer } = people(record))
  const { series } = await analyst.meetingSeries.create(aSeries)
  meeting = (await analyst.meeting.create({ dossier, series, plan: aPlan })).meeting
  item = aTopic()
  await add(item, 'Invented topic')
})
afterEach(() => record.close())

const add = (id: string, title: string | null, caller = analyst) =>
  caller.meeting.record(ask(meeting, { kind: 'item-added', item: id, title, after: null }))
const begin = async () => {
  await analyst.meeting.stage(ask(meeting, { kind: 'opened' }))
  await analyst.meeting.stage(ask(meeting, { kind: 'started' }))
}
const close = () => analyst.meeting.stage(ask(meeting, { kind: 'closed' }))
const write = async (entryKind: string, text: string, on = item) => {
  const entry = randomUUID()
  await analyst.meeting.record(
    ask(meeting, { kind: 'entry-written', item: on, entry, entryKind, text, basedOn: 0 }),
  )
  return entry
}
const noDetail = { options: [], votes: null, dissent: null, reviewOn: null, supersedes: null, finding: null }
const decide = async (text: string, detail: object = {}, on = item) => {
  const entry = await write('decision', text, on)
  const decided = { ...noDetail, ...detail }
  await analyst.meeting.record(
    ask(meeting, { kind: 'decision-detailed', item: on, entry, basedOn: 1, detail: decided }),
  )
  await analyst.meeting.record(ask(meeting, { kind: 'item-sealed', item: on, entry, basedOn: 2 }))
  return entry
}

/** One event of every kind that people may ask for, about an item and what is written under it. */
const everyEvent = (on: string, entry: string, basedOn: number) => {
  const written = { item: on, entry, basedOn }
  const attendee = { kind: 'guest', name: 'Invented guest' }
  return [
    { kind: 'item-added', item: aTopic(), title: 'Invented', after: null },
    { kind: 'item-retitled', item: on, title: 'Invented' },
    { kind: 'item-moved', item: on, after: null },
    { kind: 'item-dropped', item: on, reason: 'Invented.' },
    { kind: 'item-restored', item: on },
    { kind: 'item-snoozed', item: on, until: '2013-09-01' },
    { kind: 'item-timed', item: on, minutes: 5, presenter: null },
    { kind: 'item-for', item: on, audience: 'partner' },
    { kind: 'attendance', attendee, presence: 'present' },
    { kind: 'recusal', item: on, attendee, recused: true, reason: null },
    { kind: 'item-entered', item: on },
    { kind: 'item-done', item: on, done: true },
    { kind: 'entry-written', ...written, entryKind: 'note', text: 'Invented.' },
    { kind: 'entry-converted', ...written, entryKind: 'note' },
    { kind: 'entry-removed', ...written },
    { kind: 'decision-detailed', ...written, detail: noDetail },
    {
      kind: 'action-detailed',
      ...written,
      detail: { owner: { id: 'analyst', name: 'Synthetic analyst' }, due: '2013-07-15' },
    },
    { kind: 'item-sealed', ...written },
    { kind: 'amendment-proposed', item: on, amendment: randomUUID(), text: 'Invented.' },
    { kind: 'amendment-settled', amendment: randomUUID(), accepted: true, comment: null },
  ]
}

const codeOf = async (call: Promise<unknown>): Promise<string> => (await getRefusal(call)).code

describe('what is decided stays', () => {
  test('the list of this test names every kind of event that people may ask for', () => {
    const asked = new Set(everyEvent(item, randomUUID(), 0).map(({ kind }) => kind))
    const others = [
      'planned',
      'opened',
      'started',
      'closed',
      'cancelled',
      'agenda-built',
      'amendments-opened',
      'approved',
    ]
    expect([...asked, ...others].sort()).toEqual(Object.keys(allowedStates).sort())
  })

  test('a sealed item refuses everything but to be moved, looked at, and shown to others', async () => {
    await begin()
    const entry = await decide('Invented decision')
    const before = await dumpText(record)
    const kinds = ['item-added', 'item-moved', 'item-for', 'item-entered', 'attendance']
    for (const event of everyEvent(item, entry, 3).filter(({ kind }) => !kinds.includes(kind))) {
      const code = await codeOf(analyst.meeting.record(ask(meeting, event)))
      expect([event.kind, code === 'item-sealed' || code === 'meeting-state']).toEqual([event.kind, true])
    }
    expect(await dumpText(record)).toBe(before)
  })

  test('a closed meeting refuses all but whom its parts are for and amendments, an approved one refuses everything', async () => {
    await analyst.meeting.record(
      ask(meeting, {
        kind: 'attendance',
        attendee: { kind: 'user', id: 'analyst', name: 'A' },
        presence: 'present',
      }),
    )
    await begin()
    const entry = await write('note', 'Invented note')
    await close()
    for (const event of everyEvent(item, entry, 1).filter(
      ({ kind }) => !/^(item-for|amendment-.*)$/.test(kind),
    ))
      expect([event.kind, await codeOf(analyst.meeting.record(ask(meeting, event)))]).toEqual([
        event.kind,
        'meeting-state',
      ])
    await analyst.meeting.stage(ask(meeting, { kind: 'amendments-opened' }))
    const { sha256 } = await reviewer.meeting.minutes({ dossier, meeting, audience: 'internal' })
    await reviewer.meeting.approve({ dossier, meeting, id: randomUUID(), sha256 })
    const before = await dumpText(record)
    for (const event of everyEvent(item, entry, 1))
      expect([event.kind, await codeOf(analyst.meeting.record(ask(meeting, event)))]).toEqual([
        event.kind,
        'meeting-state',
      ])
    for (const kind of ['opened', 'started', 'closed', 'amendments-opened'])
      expect(await codeOf(analyst.meeting.stage(ask(meeting, { kind })))).toBe('meeting-state')
    expect(await dumpText(record)).toBe(before)
  })
})

describe('a status that a meeting decided', () => {
  test('waits for its publisher, carries the meeting and the decision, and is not published by who sealed it', async () => {
    await begin()
    const { id: evidence } = await analyst.evidenceItem.record(anItem)
    const entry = await decide('Invented: some progress was made.', {
      finding: {
        recommendation: ref,
        level: 'some',
        contrary: false,
        effective: '2013-06',
        confidence: 'medium',
        evidence: [{ item: evidence, stance: 'supports' }],
      },
    })
    const [row] = await record.query<{ assessment_id: string; meeting_id: string; decision_id: string }>(
      'select * from waymark.assessment_decision',
    )
    expect([Number(row?.meeting_id), row?.decision_id]).toEqual([meeting, entry])
    const id = Number(row?.assessment_id)
    const { version } = await analyst.assessment.form({ dossier, ref })
    const published = await record.query('select 1 from waymark.publication where assessment_id = $1', [id])
    expect(published).toEqual([])
    expect(await codeOf(analyst.assessment.publish({ dossier, id, basedOn: version }))).toBe('not-allowed')
    await reviewer.assessment.publish({ dossier, id, basedOn: version })
  })
})

describe('action points', () => {
  test('without an owner keep an item from being sealed and a meeting from being closed', async () => {
    await begin()
    await write('action', 'Invented, of nobody')
    expect(await codeOf(decide('Invented decision'))).toBe('action-incomplete')
    expect(await codeOf(close())).toBe('action-incomplete')
  })

  test('go on after the meeting: done, reopened, dropped with a reason', async () => {
    await begin()
    const action = await takeAction(analyst, meeting, item)
    await close()
    const list = async () => (await analyst.actionPoint.list({ dossier, whose: 'mine' })).actions
    const tell = async (event: object) => {
      const basedOn =
        (await record.query<{ rev: number }>('select rev from waymark.action_point'))[0]?.rev ?? 0
      return analyst.actionPoint.record({ dossier, action, id: randomUUID(), basedOn, event } as never)
    }
    expect(await list()).toMatchObject([{ id: action, state: 'open', overdue: true }])
    await tell({ kind: 'done', note: 'Invented: sent.' })
    expect(await list()).toEqual([])
    expect(await codeOf(tell({ kind: 'dropped', reason: 'Invented.' }))).toBe('action-closed')
    await tell({ kind: 'reopened', reason: 'Invented: it came back.' })
    await tell({ kind: 'dropped', reason: 'Invented: no longer needed.' })
    const { actions } = await analyst.actionPoint.list({ dossier, whose: 'all', state: 'over' })
    expect(actions).toMatchObject([
      { id: action, state: 'dropped', closedBecause: 'Invented: no longer needed.' },
    ])
  })

  test('what lists show is what the events make', async () => {
    await begin()
    const action = await takeAction(analyst, meeting, item)
    const second = aTopic()
    await add(second, 'Invented second topic')
    const decision = await decide('Invented decision', { reviewOn: '2013-12-01' }, second)
    const folded = foldMeeting(await listMeetingEvents(record.db.app, meeting))
    const rows = await record.query(`select id, item, text from waymark.action_point union all
      select id, item, text from waymark.meeting_decision order by text`)
    const entries = folded.items.flatMap(({ id, sealedBy, entries: all }) =>
      all
        .filter((one) => one.action !== null || one.id === sealedBy)
        .map((one) => ({ id: one.id, item: id, text: one.text })),
    )
    expect(rows).toEqual(entries.sort((a, b) => (a.text < b.text ? -1 : 1)))
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([action, decision]))
    const [standing] = await record.query('select seq, state from waymark.meeting_standing')
    expect(standing).toEqual({ seq: folded.seq, state: folded.state })
  })

  test('one that is converted into a note is an action point no longer', async () => {
    await begin()
    const entry = await takeAction(analyst, meeting, item)
    await analyst.meeting.record(
      ask(meeting, { kind: 'entry-converted', item, entry, basedOn: 2, entryKind: 'note' }),
    )
    expect((await analyst.actionPoint.list({ dossier, whose: 'all' })).actions).toEqual([])
  })
})

describe('minutes', () => {
  const prepare = async () => {
    await analyst.meeting.record(
      ask(meeting, {
        kind: 'attendance',
        attendee: { kind: 'user', id: 'analyst', name: 'Synthetic analyst' },
        presence: 'present',
      }),
    )
    await begin()
    await write('note', 'canary-note')
    await takeAction(analyst, meeting, item)
    await decide('canary-decision', {
      options: ['canary-option'],
      votes: { for: 2, against: 1, abstain: 0 },
      dissent: 'canary-dissent',
    })
    await close()
  }
  const canaries = [
    'canary-note',
    'canary-decision',
    'canary-option',
    'canary-dissent',
    'Invented action point',
  ]
  const seenBy = async (audience: 'internal' | 'partner' | 'delegation') => {
    const text = JSON.stringify(await analyst.meeting.minutes({ dossier, meeting, audience }))
    return canaries.filter((canary) => text.includes(canary))
  }

  test('give each audience its parts and nothing else', async () => {
    await prepare()
    expect(await seenBy('internal')).toEqual(canaries)
    expect(await seenBy('partner')).toEqual([])
    expect(await seenBy('delegation')).toEqual([])
    await analyst.meeting.record(ask(meeting, { kind: 'item-for', item, audience: 'partner' }))
    expect(await seenBy('partner')).toEqual(['canary-decision', 'canary-option', 'Invented action point'])
    expect(await seenBy('delegation')).toEqual([])
    await analyst.meeting.record(ask(meeting, { kind: 'item-for', item, audience: 'delegation' }))
    expect(await seenBy('delegation')).toEqual(['canary-decision'])
  })

  test('go through notes and amendments to an approval by somebody else, whose hash stands in the ledger', async () => {
    await prepare()
    const read = () => reviewer.meeting.minutes({ dossier, meeting, audience: 'internal' })
    const approve = async (caller: Caller, sha256: string) =>
      caller.meeting.approve({ dossier, meeting, id: randomUUID(), sha256 })
    const first = (await read()).sha256
    expect(await codeOf(approve(reviewer, first))).toBe('amendments-not-open')
    await analyst.meeting.stage(ask(meeting, { kind: 'amendments-opened' }))
    const amendment = randomUUID()
    await analyst.meeting.record(
      ask(meeting, { kind: 'amendment-proposed', item, amendment, text: 'Invented: say who spoke.' }),
    )
    expect(
      await codeOf(
        reviewer.meeting.record(
          ask(meeting, { kind: 'amendment-proposed', item, amendment: randomUUID(), text: 'Invented.' }),
        ),
      ),
    ).toBe('not-there')
    expect(await codeOf(approve(reviewer, first))).toBe('amendments-open')
    await reviewer.meeting.record(
      ask(meeting, { kind: 'amendment-settled', amendment, accepted: true, comment: null }),
    )
    expect(await codeOf(approve(reviewer, first))).toBe('record-moved-on')
    const { sha256 } = await read()
    await approve(reviewer, sha256)
    const [entry] = await record.query<{ after: { minutesSha256: string } }>(
      `select after from waymark.audit_entry where action = 'meeting.approved'`,
    )
    expect(entry?.after.minutesSha256).toBe(sha256)
    expect((await read()).sha256).toBe(sha256)
  })

  test('are not approved by who closed the meeting', async () => {
    await prepare()
    const { administrator } = people(record)
    const { series } = await administrator.meetingSeries.create(aSeries)
    const { meeting: own } = await administrator.meeting.create({ dossier, series, plan: aPlan })
    for (const kind of ['opened', 'started', 'closed', 'amendments-opened'])
      await administrator.meeting.stage(ask(own, { kind }))
    const { sha256 } = await administrator.meeting.minutes({ dossier, meeting: own, audience: 'internal' })
    expect(
      await codeOf(administrator.meeting.approve({ dossier, meeting: own, id: randomUUID(), sha256 })),
    ).toBe('four-eyes')
  })
})

describe('an item about a confidential case', () => {
  test('is there only for those who may read it, whoever asks in whichever way', async () => {
    const { key } = await reviewer.case.create(
      aNewCase({ publicName: 'Canary Person', sensitivity: 'confidential' }),
    )
    const secret = `case:${key}`
    expect(await codeOf(add(secret, null))).toBe('not-found')
    await add(secret, null, reviewer)
    await begin()
    const mine = await analyst.meeting.get({ dossier, meeting })
    const theirs = await reviewer.meeting.get({ dossier, meeting })
    expect(mine.items.map(({ id }) => id)).toEqual(
      theirs.items.flatMap(({ id }) => (id === secret ? [] : [id])),
    )
    expect(theirs.items.map(({ id }) => id)).toContain(secret)
    expect(JSON.stringify(mine)).not.toContain('Canary Person')
    for (const event of everyEvent(secret, randomUUID(), 0).filter(
      (one) => 'item' in one && one.item === secret,
    ))
      expect([event.kind, await codeOf(analyst.meeting.record(ask(meeting, event)))]).toEqual([
        event.kind,
        'not-found',
      ])
    const events = await record.query<{ text: string }>(
      'select body::text as text from waymark.meeting_event',
    )
    expect(events.map(({ text }) => text).join()).not.toContain('Canary Person')
  })
})
