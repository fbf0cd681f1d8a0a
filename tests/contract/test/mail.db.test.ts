import { createUser } from '@waymark/api/accounts/accounts'
import type { Message } from '@waymark/api/mail/build-message'
import { quietMinutes, sendDueMail } from '@waymark/api/mail/send-notifications'
import { aCase, aRecommendation } from '@waymark/kit/builders'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Canaries } from '../src/canaries.ts'
import { aFullFile } from '../src/full-record.ts'
import {
  anActor,
  callAs,
  formatBytes,
  openTestRecord,
  operator,
  type TestRecord,
} from '../src/open-test-record.ts'
import { aSubmission } from '../src/workflow.ts'

const canaries = new Canaries()
const dossier = 'invented'
const caseKey = canaries.plantPlain()
const origin = 'https://waymark.example'
let record: TestRecord
const ids = { author: '', colleague: '' }
beforeAll(async () => {
  const file = aFullFile()
  const planted = aRecommendation({ ref: 'XX-2013-07', title: canaries.plant(), text: canaries.plant() })
  record = await openTestRecord({
    template: 'mail',
    bytes: formatBytes({
      ...file,
      dossier: { ...file.dossier, title: canaries.plant() },
      recommendations: [...file.recommendations, planted],
      cases: [...file.cases, aCase({ key: caseKey, publicName: canaries.plant(), sensitivity: 'internal' })],
    }),
  })
  for (const name of ['author', 'colleague'] as const) {
    const user = await createUser(record.auth, operator, {
      email: `${name}@waymark.example.org`,
      name: canaries.plant(),
      password: 'a synthetic password',
      role: name === 'author' ? 'analyst' : 'reviewer',
    })
    if (!user.ok) throw new Error(user.error.code)
    ids[name] = user.value.id
  }
})
afterAll(() => record.close())
beforeEach(async () => {
  await record.query('delete from waymark.notification')
})

const author = () => callAs(record, { ...anActor('analyst', ids.author), name: canaries.plant() })
const colleague = () => callAs(record, { ...anActor('reviewer', ids.colleague), name: canaries.plant() })
const onRecord = { dossier, kind: 'recommendation', key: 'XX-2013-07' } as const

/** The clock of the test: minutes after whatever was written last. */
const at = (minutes: number) => () => new Date(Date.now() + 60_000 + minutes * 60_000).toISOString()

const send = async (minutes: number, fail = false) => {
  const messages: Message[] = []
  const mailer = {
    send: async (message: Message) => {
      if (fail) throw new Error('the line is down')
      messages.push(message)
    },
    close: () => {},
  }
  const { faults } = await sendDueMail({
    record: record.db.app,
    accounts: record.auth.db,
    mailer,
    origin,
    now: at(minutes),
  })
  return { messages, faults: faults.length }
}
const mention = (text = 'Invented.') =>
  author().comment.write({ ...onRecord, text, mentions: [ids.colleague] })

test('a message of each kind holds ids and links: no name, title, text or key of a record or a person', async () => {
  const [analyst, reviewer] = [author(), colleague()]
  await mention(canaries.plant())
  await analyst.comment.write({
    dossier,
    kind: 'case',
    key: caseKey,
    text: canaries.plant(),
    mentions: [ids.colleague],
  })
  await reviewer.assignment.create({
    dossier,
    kind: 'recommendation',
    keys: ['XX-2013-07', 'XX-2012-01'],
    assignee: ids.author,
    task: 'assess',
    note: canaries.plant(),
  })
  const submit = async () => {
    const { version } = await analyst.assessment.form({ dossier, ref: 'XX-2013-07' })
    const submission = aSubmission({ ref: 'XX-2013-07', basedOn: version, rationale: canaries.plant() })
    return { ...(await analyst.assessment.submit(submission)), version }
  }
  const returned = await submit()
  await reviewer.assessment.return({ dossier, id: returned.id, comment: canaries.plant() })
  const published = await submit()
  await reviewer.assessment.publish({ dossier, id: published.id, basedOn: published.version })

  const { messages } = await send(0)
  expect(messages.map(({ to, subject }) => [to, subject]).sort()).toEqual([
    ['author@waymark.example.org', 'Waymark: 3 notifications'],
    ['colleague@waymark.example.org', 'Waymark: 2 notifications'],
  ])
  const told = await record.query<{ id: string }>('select id from waymark.notification')
  expect(told).toHaveLength(5)
  const sent = messages.map(({ subject, text }) => `${subject}\n${text}`).join('\n')
  for (const { id } of told) expect(sent).toContain(`${origin}/desk/notifications/${id}`)
  expect(canaries.planted.length).toBeGreaterThan(30)
  expect(canaries.planted.filter((one) => sent.includes(one))).toEqual([])
  expect(sent).not.toMatch(/XX-2013-07|invented|Invented|token|@/)
})

test(`a person gets one message in ${quietMinutes} minutes, and nothing twice`, async () => {
  await mention()
  expect((await send(0)).messages).toHaveLength(1)
  await mention()
  await mention()
  expect((await send(quietMinutes - 1)).messages).toEqual([])
  const later = await send(quietMinutes + 1)
  expect(later.messages.map(({ subject }) => subject)).toEqual(['Waymark: 2 notifications'])
  expect((await send(60)).messages).toEqual([])
})

test('what was read on the desk is not mailed any more', async () => {
  await mention()
  await colleague().notification.read({})
  expect((await send(0)).messages).toEqual([])
})

test('what cannot be handed on is tried again later and later, five times, and then no more', async () => {
  await mention()
  const tries: number[] = []
  for (let minutes = 0; minutes < 60; minutes += 1)
    if ((await send(minutes, true)).faults > 0) tries.push(minutes)
  expect(tries).toHaveLength(5)
  const gaps = tries.slice(1).map((minute, i) => minute - (tries[i] ?? 0))
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b))
  expect((await send(600)).messages).toEqual([])
})

test('servers beside each other send each message once', async () => {
  for (let i = 0; i < 5; i += 1) await mention()
  const rounds = await Promise.all(Array.from({ length: 6 }, () => send(0)))
  const messages = rounds.flatMap((round) => round.messages)
  const links = messages.flatMap(({ text }) => text.match(/notifications\/[0-9a-f-]{36}/g) ?? [])
  expect(links).toHaveLength(5)
  expect(new Set(links).size).toBe(5)
})

test('nobody who was disabled is written to', async () => {
  await mention()
  await record.query('update waymark.member set disabled = true where user_id = $1', [ids.colleague])
  expect((await send(0)).messages).toEqual([])
  await record.query('update waymark.member set disabled = false where user_id = $1', [ids.colleague])
  expect((await send(0)).messages).toHaveLength(1)
})
