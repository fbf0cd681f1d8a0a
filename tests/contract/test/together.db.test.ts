import { mayReadCase } from '@waymark/access/visibility'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { aCase } from '@waymark/kit/builders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefusal as refusalOf } from '../src/expect-refusal.ts'
import { aFullFile } from '../src/full-record.ts'
import { anActor, callAs, formatBytes, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { createSyntheticMember } from '../src/together-calls.ts'
import { aSubmission, publish } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
const onRecord = { dossier, kind: 'recommendation', key: ref } as const
const onCase = (sensitivity: string) => ({ dossier, kind: 'case', key: `case-${sensitivity}` }) as const
const unheardOf = { dossier, kind: 'case', key: 'case-unheard-of' } as const
const members = {
  analyst: 'analyst',
  second: 'analyst',
  reviewer: 'reviewer',
  administrator: 'administrator',
  viewer: 'viewer',
} as const
type Name = keyof typeof members

let record: TestRecord
beforeAll(async () => {
  const file = aFullFile()
  const cases = (['public', 'internal', 'confidential'] as const).map((sensitivity) =>
    aCase({ key: `case-${sensitivity}`, publicName: `Invented ${sensitivity}`, sensitivity }),
  )
  record = await openTestRecord({
    template: 'together',
    bytes: formatBytes({ ...file, cases: [...file.cases, ...cases] }),
  })
  for (const [id, role] of Object.entries(members)) await createSyntheticMember(record, id, role)
  await createSyntheticMember(record, 'gone', 'analyst', { disabled: true })
})
afterAll(() => record.close())

const as = (name: Name) => callAs(record, anActor(members[name], name))
const expectRefusal = (call: () => Promise<unknown>, code: string) => refusalOf(record, call, code)
const unread = async (name: Name) => (await as(name).notification.count({})).unread
const readAll = async () => {
  for (const name of Object.keys(members) as Name[]) await as(name).notification.read({})
}

describe('a conversation', () => {
  test('on a case is there for those who may read the case, and for nobody else', async () => {
    for (const sensitivity of ['public', 'internal', 'confidential'] as const) {
      const subject = onCase(sensitivity)
      await as('reviewer').comment.write({ ...subject, text: `Words on ${sensitivity}.` })
      for (const name of ['analyst', 'reviewer', 'administrator'] as const) {
        const readable = mayReadCase(members[name], sensitivity)
        const told = await getRefusal(as(name).comment.list(subject))
        expect([name, sensitivity, told.code]).toEqual([
          name,
          sensitivity,
          readable ? 'accepted' : 'not-found',
        ])
        // To the letter what is said of a case that does not exist.
        if (!readable) expect(told).toEqual(await getRefusal(as(name).comment.list(unheardOf)))
      }
      expect((await getRefusal(as('viewer').comment.list(subject))).code).toBe('not-allowed')
    }
    await expectRefusal(
      () => as('analyst').comment.write({ ...onCase('confidential'), text: 'Invented.' }),
      'not-found',
    )
  })

  test('mentions those alone who may read the record; a refusal tells nobody', async () => {
    const write = (subject: typeof onRecord | ReturnType<typeof onCase>, mentions: string[]) => () =>
      as('reviewer').comment.write({ ...subject, text: 'Invented.', mentions })
    await expectRefusal(write(onCase('confidential'), ['administrator', 'analyst']), 'colleague-may-not-read')
    for (const nobody of ['gone', 'viewer', 'nobody'])
      await expectRefusal(write(onRecord, ['analyst', nobody]), 'unknown-colleague')
    expect((await as('reviewer').colleague.list(onCase('confidential'))).map(({ id }) => id)).toEqual([
      'administrator',
      'reviewer',
    ])
    expect((await as('reviewer').colleague.list(onRecord)).map(({ id }) => id)).toEqual([
      'administrator',
      'analyst',
      'reviewer',
      'second',
    ])
    expect(await unread('analyst')).toBe(0)
  })

  test('tells each who is mentioned once, and not whoever writes', async () => {
    await readAll()
    const mentions = ['analyst', 'second', 'analyst', 'reviewer']
    await as('reviewer').comment.write({ ...onRecord, text: '@Synthetic second', mentions })
    expect([await unread('analyst'), await unread('second'), await unread('reviewer')]).toEqual([1, 1, 0])
    const { rows } = await as('second').notification.list({})
    expect(rows[0]).toMatchObject({ kind: 'mentioned', subject: { kind: 'recommendation', key: ref } })
  })

  test('loses a removed comment for good: its words are nowhere in the database', async () => {
    const words = 'Unrepeatable invented words'
    const { id } = await as('analyst').comment.write({ ...onRecord, text: words })
    await expectRefusal(() => as('second').comment.remove({ dossier, id }), 'not-found')
    await as('analyst').comment.remove({ dossier, id })
    await expectRefusal(() => as('analyst').comment.remove({ dossier, id }), 'not-found')
    const other = await as('analyst').comment.write({ ...onRecord, text: words })
    await as('reviewer').comment.remove({ dossier, id: other.id })
    const found = await record.query<{ found: string }>(
      `select found from (select t::text as found from waymark.comment t union all select t::text from waymark.audit_entry t) all_rows
       where found like '%' || $1 || '%'`,
      [words],
    )
    expect(found).toEqual([])
    const left = (await as('analyst').comment.list(onRecord)).comments.filter((one) => one.id === id)
    expect(left).toMatchObject([{ text: null, mentions: [], mayRemove: false }])
  })
})

describe('an assignment', () => {
  const aTask = { assignee: 'second', task: 'assess', dueOn: '2099-01-31' } as const
  const create = (over: object = {}) => ({
    dossier,
    kind: 'recommendation' as const,
    keys: [ref, 'XX-2012-01'],
    ...aTask,
    ...over,
  })

  test('of many records is one write and one notification; the same again adds nothing', async () => {
    await readAll()
    expect(await as('analyst').assignment.create(create())).toEqual({ assigned: 2, already: 0 })
    expect(await as('analyst').assignment.create(create())).toEqual({ assigned: 0, already: 2 })
    const { rows } = await as('second').notification.list({})
    expect(rows.filter((one) => !one.read)).toMatchObject([{ kind: 'assigned', count: 2 }])
    const mine = await as('second').assignment.mine({ dossier })
    expect(mine.map((one) => [one.subject.key, one.dueOn, one.overdue])).toEqual([
      [ref, '2099-01-31', false],
      ['XX-2012-01', '2099-01-31', false],
    ])
  })

  test('goes to members who write and may read the record, for a day that has not passed', async () => {
    const assign = (over: object) => () => as('reviewer').assignment.create(create(over))
    for (const assignee of ['viewer', 'gone', 'nobody'])
      await expectRefusal(assign({ assignee }), 'unknown-colleague')
    await expectRefusal(assign({ dueOn: '2013-01-01', keys: ['XX-2012-01'], task: 'code' }), 'due-in-past')
    await expectRefusal(assign({ keys: [ref, 'XX-1999-01'] }), 'not-found')
    await expectRefusal(assign({ kind: 'case', keys: ['case-confidential'] }), 'colleague-may-not-read')
    await expectRefusal(
      () => as('analyst').assignment.create(create({ kind: 'case', keys: ['case-confidential'] })),
      'not-found',
    )
  })

  test('is changed on the revision that was seen, by those whom it concerns', async () => {
    const [task] = await as('second').assignment.mine({ dossier })
    const target = { dossier, id: task?.id ?? '', rev: task?.rev ?? 0 }
    const changed = { ...target, ...aTask, assignee: 'analyst', note: 'Invented.' }
    expect(await as('second').assignment.change(changed)).toEqual({ rev: 2 })
    const stale = await expectRefusal(() => as('second').assignment.change(changed), 'not-allowed')
    expect(stale.conflict).toBeNull()
    const { conflict } = await expectRefusal(() => as('reviewer').assignment.done(target), 'record-moved-on')
    expect(conflict).toMatchObject({ current: { rev: 2, assignee: { id: 'analyst' }, note: 'Invented.' } })
    await as('analyst').assignment.done({ ...target, rev: 2 })
    await expectRefusal(() => as('reviewer').assignment.drop({ ...target, rev: 3 }), 'assignment-done')
    expect(await as('analyst').assignment.mine({})).toEqual([])
  })

  test('is lost from the list of one who may no longer read its record', async () => {
    const subject = onCase('confidential')
    await as('administrator').assignment.create(
      create({ kind: 'case', keys: [subject.key], assignee: 'reviewer' }),
    )
    expect((await as('reviewer').assignment.mine({})).map((one) => one.subject.key)).toContain(subject.key)
    const asAnalyst = callAs(record, anActor('analyst', 'reviewer'))
    expect(await asAnalyst.assignment.mine({})).toEqual([])
    const { rows, unread } = await asAnalyst.notification.list({})
    expect([rows.filter((one) => one.subject.kind === 'case'), unread]).toEqual([[], 0])
  })
})

describe('notifications', () => {
  test('tell an author once that their assessment was returned, and once that it was published', async () => {
    await readAll()
    const [analyst, reviewer] = [as('analyst'), as('reviewer')]
    const { version } = await analyst.assessment.form({ dossier, ref })
    const { id } = await analyst.assessment.submit(aSubmission({ basedOn: version }))
    await reviewer.assessment.return({ dossier, id, comment: 'Invented: name the page.' })
    const published = await publish({ analyst, reviewer })
    const { rows } = await analyst.notification.list({})
    expect(
      rows.filter((one) => !one.read).map(({ kind, subject }) => [kind, subject.key, subject.ref]),
    ).toEqual([
      ['published', String(published), ref],
      ['returned', String(id), ref],
    ])
    expect(await unread('reviewer')).toBe(0)
  })

  test('of somebody else are neither read nor marked', async () => {
    await as('reviewer').comment.write({ ...onRecord, text: 'Invented.', mentions: ['analyst'] })
    const [mine] = (await as('analyst').notification.list({})).rows
    const id = mine?.id ?? ''
    await expectRefusal(() => as('second').notification.get({ id }), 'not-found')
    expect(await as('second').notification.read({ id })).toEqual({ read: 0 })
    expect(await as('analyst').notification.get({ id })).toMatchObject({ read: false })
    expect(await as('analyst').notification.read({ id, until: '2013-01-01T00:00:00Z' })).toEqual({ read: 0 })
    expect(await as('analyst').notification.read({ id })).toEqual({ read: 1 })
    expect(await as('analyst').notification.get({ id })).toMatchObject({ read: true })
  })
})

test('of all that was said and asked, the chain holds hashes and ids, and it verifies', async () => {
  const said = 'Words for colleagues alone'
  await as('analyst').comment.write({ ...onRecord, text: said, mentions: ['second'] })
  await as('analyst').assignment.create({
    dossier,
    kind: 'source',
    keys: ['briefing'],
    assignee: 'second',
    task: 'other',
    note: said,
  })
  const entries = await record.query<{ entry: string }>(
    `select coalesce(before::text, '') || coalesce(after::text, '') as entry from waymark.audit_entry where action ~ '^(comment|assignment|notification)'`,
  )
  expect(entries.length).toBeGreaterThan(10)
  for (const { entry } of entries) expect(entry).not.toMatch(/Synthetic|Words|Invented/)
  expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
})

test('200 interleaved corrections by two people: none is lost, and each on an old version is refused with nothing written', async () => {
  const [reviewer, administrator] = [as('reviewer'), as('administrator')]
  const key = 'must-depend'
  const read = async () => {
    const found = (await reviewer.commitment.desk({ dossier })).find((one) => one.key === key)
    if (found === undefined) throw new Error('the commitment is gone')
    return found
  }
  /** A fixed sequence of chances, the same at each run. */
  let state = 20_261_124
  const chance = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 16) % n
  }
  const opened = [await read(), await read()]
  const written: string[] = []
  let refusals = 0
  for (let i = 0; i < 200; i += 1) {
    const who = chance(2)
    const [caller, other] = who === 0 ? [reviewer, administrator] : [administrator, reviewer]
    // Half of the time they look at the page again before they write.
    if (chance(2) === 0) opened[who] = await read()
    const base = opened[who] ?? (await read())
    const summary = `Invented edit ${i}.`
    const correct = (by: typeof caller, basedOn: number) =>
      by.commitment.correct({
        dossier,
        key,
        basedOn,
        actor: base.actor.key,
        date: base.date,
        summary,
        source: base.source.key,
        reason: 'Invented.',
      })
    const now = await read()
    if (base.version !== now.version) {
      refusals += 1
      expect((await getRefusal(correct(caller, base.version))).code).toBe('record-moved-on')
      expect(await read()).toEqual(now)
    }
    // With both versions before them they choose, and send on the newer one: the other may have been quicker again.
    const outcome = await correct(chance(2) === 0 ? caller : other, now.version)
    written.push(summary)
    opened[who] = await read()
    expect(opened[who]).toMatchObject({ summary, version: outcome.version })
  }
  expect(refusals).toBeGreaterThan(30)
  const versions = await record.query<{ summary: string }>(
    `select c.summary from waymark.commitment c where c.key = $1 and c.reason = 'Invented.' order by c.id`,
    [key],
  )
  expect(versions.map((one) => one.summary)).toEqual(written)
}, 120_000)

test('50 corrections sent at the same moment on one version: one is taken, all others are refused', async () => {
  const [base] = await as('reviewer').commitment.desk({ dossier })
  if (base === undefined) throw new Error('there is no commitment')
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      getRefusal(
        as(i % 2 === 0 ? 'reviewer' : 'administrator').commitment.correct({
          dossier,
          key: base.key,
          basedOn: base.version,
          actor: base.actor.key,
          date: base.date,
          summary: `Invented at once ${i}.`,
          source: base.source.key,
          reason: 'Invented at once.',
        }),
      ),
    ),
  )
  const codes = outcomes.map(({ code }) => code)
  expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
  expect(codes.filter((code) => code === 'record-moved-on')).toHaveLength(49)
})
