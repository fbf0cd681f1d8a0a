import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNewCase } from '../src/case-calls.ts'
import { expectRefusal } from '../src/expect-refusal.ts'
import { openInvented, people } from '../src/full-record.ts'
import { aPlan, aSeries, ask, aTemplate } from '../src/meeting-calls.ts'
import type { TestRecord } from '../src/open-test-record.ts'
import { translate } from '../src/translation-calls.ts'

const dossier = 'invented'
const day = (n: number) => new Date(Date.UTC(2031, 0, 1 + n)).toISOString().slice(0, 10)
const cited = { source: 'briefing' }

let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const start = async (topics: string[] = []) => {
  const { analyst } = people(record)
  const { series } = await analyst.meetingSeries.create({
    ...aSeries,
    template: { ...aTemplate, topics },
  })
  const plan = async (heldOn: string) =>
    (await analyst.meeting.create({ dossier, series, plan: { ...aPlan, heldOn } })).meeting
  const get = (meeting: number) => analyst.meeting.get({ dossier, meeting })
  const work = (meeting: number, event: Record<string, unknown>) =>
    analyst.meeting.record(ask(meeting, event))
  const stage = (meeting: number, event: Record<string, unknown>) =>
    analyst.meeting.stage(ask(meeting, event))
  const build = (meeting: number, id = randomUUID()) => analyst.meetingAgenda.build({ dossier, meeting, id })
  return { series, plan, get, work, stage, build }
}
type Meetings = Awaited<ReturnType<typeof start>>

const hold = async ({ stage }: Meetings, meeting: number) => {
  await stage(meeting, { kind: 'opened' })
  await stage(meeting, { kind: 'started' })
}

test('a meeting is planned with its agenda built: the topics of its series first, then what the record has, pinned to a cut', async () => {
  const meetings = await start(['Invented first topic', 'Invented second topic'])
  const one = await meetings.get(await meetings.plan('2031-02-01'))
  expect(one.items.slice(0, 2).map(({ title, late }) => [title, late])).toEqual([
    ['Invented first topic', false],
    ['Invented second topic', false],
  ])
  expect(one.agenda?.previous).toBeNull()
  expect(one.items.slice(2).every(({ reasons }) => reasons.length > 0)).toBe(true)
  // What was known of the record on the day is known to its readers: the findings of the invented dossier are years old.
  expect(one.items.some(({ reasons }) => reasons.some(({ kind }) => kind === 'stale'))).toBe(true)
})

test('the next meeting begins where the agenda of the last one ended, and a topic of the series is there once', async () => {
  const meetings = await start(['Invented topic'])
  const first = await meetings.plan('2031-02-01')
  await hold(meetings, first)
  await meetings.stage(first, { kind: 'closed' })
  const before = await meetings.get(first)
  const next = await meetings.get(await meetings.plan('2031-03-01'))
  expect(next.agenda).toMatchObject({ since: before.agenda?.until, previous: first })
  const topics = next.items.filter(({ subject }) => subject.kind === 'topic')
  expect(topics.map(({ title, reasons }) => [title, reasons])).toEqual([
    ['Invented topic', [{ kind: 'carried-over', meeting: first, times: 1 }]],
  ])
})

test('a gate that falls due goes by the title of its milestone as it is now, with what was made of that title in other languages', async () => {
  const { analyst, reviewer } = people(record)
  const title = 'Invented vote of consent'
  const { key } = await reviewer.milestone.plan({
    ...{ dossier, track: 'agreement', kind: 'parliament-consent', title, planned: soon(20) },
    ...cited,
  })
  await reviewer.link.create({
    ...{ dossier, milestone: key, recommendations: ['XX-2011-01', 'XX-2012-01'] },
    ...{ role: 'required', required: 'full', commitments: ['must-depend'] },
  })
  await translate(record, { kind: 'milestone', key, field: 'title', language: 'ru' }, 'Выдуманное согласие')
  const meetings = await start()
  const id = await meetings.plan(soon(1))
  const read = async () => [
    ...(await meetings.get(id)).items,
    ...(await analyst.meeting.wall({ dossier, meeting: id })).items,
  ]
  const listGates = async () =>
    (await read()).flatMap(({ reasons }) => reasons.filter((one) => one.kind === 'gate-due'))
  const gate = { kind: 'gate-due', milestone: key, planned: soon(20), state: 'unknown' }
  expect(await listGates()).toEqual(
    Array(4).fill({ ...gate, title, translations: { ru: 'Выдуманное согласие' } }),
  )
  // A translation of what it was called before is of something else.
  const { version: basedOn } = await reviewer.milestone.desk({ dossier, key })
  await reviewer.milestone.correct({
    ...{ dossier, key, basedOn, kind: 'parliament-consent', title: 'Invented consent', planned: soon(20) },
    ...{ ...cited, reason: 'Invented.' },
  })
  expect(await listGates()).toEqual(Array(4).fill({ ...gate, title: 'Invented consent', translations: {} }))
})

test('what people did survives a rebuild, which is shown before it is done, and done once however often it is asked for', async () => {
  const { analyst, reviewer } = people(record)
  const meetings = await start(['Invented topic'])
  const id = await meetings.plan('2031-02-01')
  const [a, b, c] = (await meetings.get(id)).items.map((item) => item.id)
  if (a === undefined || b === undefined || c === undefined) throw new Error('the agenda is too short')
  await meetings.work(id, { kind: 'item-moved', item: c, after: null })
  await meetings.work(id, { kind: 'item-dropped', item: a, reason: 'Invented.' })
  await meetings.work(id, { kind: 'item-snoozed', item: b, until: '2031-05-01' })
  const { key } = await reviewer.case.create(aNewCase({ sensitivity: 'confidential' }))
  await reviewer.case.recordHearing({ dossier, key, kind: 'trial', date: soon(10), ...cited })
  const open = await analyst.case.create(aNewCase())
  await analyst.case.recordHearing({ dossier, key: open.key, kind: 'appeal', date: soon(20), ...cited })
  const far = await analyst.case.create(aNewCase())
  await analyst.case.recordHearing({ dossier, key: far.key, kind: 'appeal', date: soon(200), ...cited })

  // What a reader may not know of is on the agenda, and not in what they see of it.
  const target = { dossier, meeting: id }
  const seen = async (who: typeof analyst) =>
    (await who.meetingAgenda.preview(target)).added.map((item) => item.id).sort()
  expect(await seen(analyst)).toEqual([`case:${open.key}`])
  expect(await seen(reviewer)).toEqual([`case:${key}`, `case:${open.key}`].sort())
  const once = randomUUID()
  const built = await meetings.build(id, once)
  expect(await meetings.build(id, once)).toEqual(built)
  const after = await meetings.get(id)
  expect(after.items.map((item) => item.id)).not.toContain(`case:${key}`)
  expect((await reviewer.meeting.get(target)).items.map((item) => item.id)).toContain(`case:${key}`)
  const order = after.items.map((item) => item.id).filter((item) => item !== `case:${open.key}`)
  expect(order.slice(0, 3)).toEqual([c, a, b])
  expect(after.items.find((item) => item.id === a)?.standing.kind).toBe('dropped')
  expect(after.items.find((item) => item.id === b)?.standing).toEqual({
    kind: 'snoozed',
    until: '2031-05-01',
  })
  expect(after.items.find((item) => item.id === `case:${open.key}`)?.reasons).toEqual([
    { kind: 'hearing', hearing: 'appeal', date: soon(20) },
  ])
  expect(await seen(reviewer)).toEqual([])
  // Taken back, the hearing takes its case off again.
  const [hearing] = (await analyst.case.get({ dossier, key: open.key })).hearings
  await analyst.case.voidHearing({ dossier, key: open.key, hearing: hearing?.version ?? 0 })
  expect((await analyst.meetingAgenda.preview(target)).removed.map((item) => item.id)).toEqual([
    `case:${open.key}`,
  ])
  await expectRefusal(
    record,
    () =>
      analyst.case.correctHearing({
        dossier,
        key: open.key,
        hearing: hearing?.version ?? 0,
        kind: 'trial',
        date: soon(5),
        ...cited,
      }),
    'record-moved-on',
  )
})

test('records to be put on are found by their words, in any letters, and none that the person may not know of', async () => {
  const { analyst, reviewer } = people(record)
  const publicName = 'Invented Findable'
  const open = await analyst.case.create(aNewCase({ publicName }))
  const kept = await reviewer.case.create(aNewCase({ publicName, sensitivity: 'confidential' }))
  const find = async (who: typeof analyst, q: string) =>
    (await who.meetingAgenda.find({ dossier, q })).records.map(({ item }) => item)
  expect(await find(analyst, 'findable')).toEqual([`case:${open.key}`])
  expect((await find(reviewer, 'findable')).sort()).toEqual([`case:${open.key}`, `case:${kept.key}`].sort())
  expect(await find(analyst, 'REGISTER invented')).toEqual(['recommendation:XX-2012-01'])
  const { title } = await reviewer.milestone.desk({ dossier, key: 'signed' })
  expect(await find(analyst, title.toUpperCase())).toContain('milestone:signed')
  expect(await analyst.meetingAgenda.find({ dossier, q: 'in' })).toEqual({
    ...{ searched: false, records: [], more: false },
  })
})

test('an agenda is built until the meeting is closed, and no longer', async () => {
  const meetings = await start()
  const id = await meetings.plan('2031-02-01')
  await hold(meetings, id)
  await meetings.build(id)
  await meetings.stage(id, { kind: 'closed' })
  await expectRefusal(record, () => meetings.build(id), 'meeting-state')
})

test('over ten meetings no action point is lost: it is on every agenda until it is settled, and a cancelled meeting loses nothing', async () => {
  const meetings = await start()
  const { analyst } = people(record)
  const owner = { id: 'analyst', name: 'Synthetic analyst' }
  const open = new Set<string>()
  const host = `topic:${randomUUID()}`
  for (let n = 0; n < 10; n++) {
    const id = await meetings.plan(day(n * 10))
    const onAgenda = (await meetings.get(id)).items.flatMap(({ subject }) =>
      subject.kind === 'action' ? [subject.key] : [],
    )
    expect(onAgenda.sort()).toEqual([...open].sort())
    if (n === 4) {
      const title = 'Invented topic of a cancelled meeting'
      await meetings.work(id, { kind: 'item-added', item: `topic:${randomUUID()}`, title, after: null })
      await meetings.stage(id, { kind: 'cancelled', reason: 'Invented.' })
      continue
    }
    if (n === 5)
      expect((await meetings.get(id)).items.map(({ title }) => title)).toContain(
        'Invented topic of a cancelled meeting',
      )
    await hold(meetings, id)
    if (n === 0)
      await meetings.work(id, { kind: 'item-added', item: host, title: 'Invented points', after: null })
    const entry = randomUUID()
    await meetings.work(id, {
      kind: 'entry-written',
      item: host,
      entry,
      basedOn: 0,
      entryKind: 'action',
      text: 'Invented.',
    })
    await meetings.work(id, {
      kind: 'action-detailed',
      item: host,
      entry,
      basedOn: 1,
      detail: { owner, due: day(n * 10 + 5) },
    })
    open.add(entry)
    await meetings.stage(id, { kind: 'closed' })
    const [oldest] = open
    if (n % 3 === 2 && oldest !== undefined) {
      await settle(oldest)
      open.delete(oldest)
    }
  }
  expect(open.size).toBeGreaterThan(4)

  async function settle(action: string) {
    const { rev } = (
      await record.query<{ rev: number }>('select rev from waymark.action_point where id = $1', [action])
    )[0] ?? { rev: 0 }
    await analyst.actionPoint.record({
      dossier,
      action,
      id: randomUUID(),
      basedOn: rev,
      event: { kind: 'done', note: null },
    } as never)
  }
})

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
