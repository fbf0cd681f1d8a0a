import { createUser } from '@waymark/api/accounts/accounts'
import { readCalendar } from '@waymark/api/features/calendar/read-calendar'
import type { Message } from '@waymark/api/mail/build-message'
import { sendDueDigests } from '@waymark/api/mail/send-digests'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openInvented, people } from '../src/full-record.ts'
import { aPlan, ask, aTopic } from '../src/meeting-calls.ts'
import { holdMeeting } from '../src/meeting-held.ts'
import { anActor, buildContext, callAs, operator, type TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'

const origin = 'https://waymark.example'
let record: TestRecord
let owner = ''
let other = ''
beforeAll(async () => {
  record = await openInvented()
  const create = async (name: string) => {
    const user = await createUser(record.auth, operator, {
      email: `${name}@waymark.example.org`,
      name: `Canary ${name}`,
      password: 'a synthetic password',
      role: 'analyst',
    })
    if (!user.ok) throw new Error(user.error.code)
    return user.value.id
  }
  owner = await create('owner')
  other = await create('other')
})
afterAll(() => record.close())

describe('the digest of action points', () => {
  let points: string[]
  beforeAll(async () => {
    const { actions } = await holdMeeting(record, [{ takes: true }, { takes: true }, { takes: true }])
    points = actions.map((id) => id ?? '')
  })
  beforeEach(async () => {
    await record.query('delete from waymark.action_digest')
    await record.query(`update waymark.member set disabled = false`)
    await record.query(
      `update waymark.action_point set owner_id = $1, state = 'open', snoozed_until = null, due_on = '2099-01-01', text = 'canary text', sensitivity = 'internal'`,
      [owner],
    )
  })
  const setDue = (id: string, due: string) =>
    record.query('update waymark.action_point set due_on = $2 where id = $1', [id, due])

  const send = async (now: string, fail = false) => {
    const messages: Message[] = []
    const mailer = {
      send: async (message: Message) => {
        if (fail) throw new Error('the line is down')
        messages.push(message)
      },
      close: () => {},
    }
    const sending = { record: record.db.app, accounts: record.auth.db, mailer, origin, now: () => now }
    const { faults } = await sendDueDigests(sending)
    return { messages, faults: faults.length }
  }
  const [a, b, c] = [() => points[0] ?? '', () => points[1] ?? '', () => points[2] ?? '']

  test('tells what is overdue and what is due within three days, by ids alone, once a day', async () => {
    await setDue(a(), '2030-05-09')
    await setDue(b(), '2030-05-13')
    await setDue(c(), '2030-05-14')
    const { messages } = await send('2030-05-10T08:00:00.000Z')
    expect(messages).toEqual([
      {
        to: 'owner@waymark.example.org',
        subject: 'Waymark: action points that are due',
        text: [
          'Overdue: 1',
          `${origin}/meetings/action/${a()}`,
          '',
          'Due within 3 days: 1',
          `${origin}/meetings/action/${b()}`,
          '',
          'Sign in to read them. This message comes once a day while something is due.',
          '',
        ].join('\n'),
      },
    ])
    expect(messages[0]?.text).not.toMatch(/canary|invented/i)
    expect((await send('2030-05-10T23:59:00.000Z')).messages).toEqual([])
    expect((await send('2030-05-11T00:00:00.000Z')).messages).toHaveLength(1)
  })

  test('comes to nobody who is disabled, has done it, put it off, or may not know of it', async () => {
    await setDue(a(), '2030-05-09')
    const is = async (change: string) => {
      await record.query('delete from waymark.action_digest')
      await record.query(change)
      return (await send('2030-05-10T08:00:00.000Z')).messages.length
    }
    expect(await is(`update waymark.member set disabled = true where user_id = '${owner}'`)).toBe(0)
    expect(await is(`update waymark.member set disabled = false`)).toBe(1)
    expect(await is(`update waymark.action_point set snoozed_until = '2030-05-11'`)).toBe(0)
    expect(await is(`update waymark.action_point set snoozed_until = '2030-05-10'`)).toBe(1)
    expect(await is(`update waymark.action_point set sensitivity = 'confidential'`)).toBe(0)
    expect(await is(`update waymark.action_point set sensitivity = 'internal', state = 'done'`)).toBe(0)
  })

  test('that cannot be handed on is tried again later and later, five times, and then no more that day', async () => {
    await setDue(a(), '2030-05-09')
    const tries: number[] = []
    for (let minutes = 0; minutes < 60; minutes += 1) {
      const now = new Date(Date.parse('2030-05-10T08:00:00.000Z') + minutes * 60_000).toISOString()
      if ((await send(now, true)).faults > 0) tries.push(minutes)
    }
    expect(tries).toEqual([0, 1, 3, 7, 15])
    expect((await send('2030-05-10T20:00:00.000Z')).messages).toEqual([])
    expect((await send('2030-05-11T00:00:00.000Z')).messages).toHaveLength(1)
  })

  test('is sent once by servers beside each other', async () => {
    await setDue(a(), '2030-05-09')
    await setDue(b(), '2030-05-09')
    await record.query('update waymark.action_point set owner_id = $2 where id = $1', [b(), other])
    const now = '2030-05-10T08:00:00.000Z'
    const rounds = await Promise.all(Array.from({ length: 6 }, () => send(now)))
    const later = await send(now)
    const told = [...rounds, later].flatMap(({ messages }) => messages.map(({ to }) => to))
    expect(told.sort()).toEqual(['other@waymark.example.org', 'owner@waymark.example.org'])
  })

  test('leads by the id to the dossier, for those who may know of it', async () => {
    const reader = callAs(record, anActor('analyst', owner))
    expect(await reader.actionPoint.find({ action: a() })).toMatchObject({ id: a(), dossier: 'invented' })
    await record.query(`update waymark.action_point set sensitivity = 'confidential' where id = $1`, [a()])
    expect((await getRefusal(reader.actionPoint.find({ action: a() }))).code).toBe('not-found')
  })
})

/** The rules of RFC 5545 that the feed needs: lines, their ends and lengths, and what an event must have once. */
function parseCalendar(text: string): Record<string, string>[] {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;,]+)*:.*$/)
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
  const body = lines.slice(lines.indexOf('BEGIN:VEVENT'), -1).join('\n')
  return body
    .split('BEGIN:VEVENT\n')
    .slice(1)
    .map((event) => {
      expect(event.trimEnd().endsWith('END:VEVENT')).toBe(true)
      const pairs = event
        .trimEnd()
        .split('\n')
        .slice(0, -1)
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const)
      const names = pairs.map(([name]) => name.split(';')[0])
      expect(new Set(names).size).toBe(names.length)
      for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'STATUS']) expect(names).toContain(name)
      expect(event).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/m)
      return Object.fromEntries(pairs)
    })
}

describe('the calendar of meetings', () => {
  const read = (token: string) => readCalendar(buildContext(record, null), token)

  test('says when and nothing else, to whoever has the secret of a live account', async () => {
    const { analyst } = people(record)
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const series = (await analyst.meetingSeries.list({ dossier: 'invented' })).series[0]?.series ?? 0
    const plan = { ...aPlan, title: 'canary title', place: 'canary place', heldOn: soon, zone: 'UTC' }
    const { meeting } = await analyst.meeting.create({ dossier: 'invented', series, plan })
    await analyst.meeting.record(
      ask(meeting, { kind: 'item-added', item: aTopic(), title: 'canary item', after: null }),
    )
    const { token } = await callAs(record, anActor('analyst', owner)).calendar.renew({})
    const ics = (await read(token)) ?? ''
    const event = parseCalendar(ics).find(({ UID }) => UID === `meeting-${meeting}@record.example.org`)
    expect(event).toMatchObject({
      DTSTART: `${soon.replaceAll('-', '')}T143000Z`,
      SUMMARY: 'Review meeting',
      STATUS: 'TENTATIVE',
    })
    expect(ics).not.toMatch(/canary|invented|LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER/i)
    await analyst.meeting.stage(ask(meeting, { kind: 'cancelled', reason: 'Invented.' }))
    const later = parseCalendar((await read(token)) ?? '').find(({ UID }) => UID === event?.UID)
    expect(later?.STATUS).toBe('CANCELLED')
    expect(Number(later?.SEQUENCE)).toBeGreaterThan(Number(event?.SEQUENCE))
  })

  test('is closed to a secret that was renewed or taken back, and to accounts that are not live or may not read meetings', async () => {
    const mine = callAs(record, anActor('analyst', owner))
    const { token: first, address } = await mine.calendar.renew({})
    expect(address).toBe(`https://record.example.org/meetings/calendar/${first}.ics`)
    const { token } = await mine.calendar.renew({})
    expect(await read(first)).toBeNull()
    expect(await read(token)).not.toBeNull()
    const [kept] = await record.query('select * from waymark.calendar_token')
    expect(JSON.stringify(kept)).not.toContain(token)
    const change = (sql: string) =>
      record.query(`update waymark.member set ${sql} where user_id = $1`, [owner])
    await change('disabled = true')
    expect(await read(token)).toBeNull()
    await change(`disabled = false, role = 'viewer'`)
    expect(await read(token)).toBeNull()
    await change(`role = 'analyst'`)
    expect(await read(token)).not.toBeNull()
    for (const guess of ['', 'x', `${token}x`, token.slice(1), '%00', token.toLowerCase()])
      expect(await read(guess)).toBeNull()
    expect((await mine.calendar.get({})).since).not.toBeNull()
    await mine.calendar.revoke({})
    expect(await read(token)).toBeNull()
    expect((await mine.calendar.get({})).since).toBeNull()
    expect((await getRefusal(mine.calendar.revoke({}))).code).toBe('not-found')
  })
})
