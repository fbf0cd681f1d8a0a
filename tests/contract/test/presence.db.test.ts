import { createCallerFactory } from '@waymark/api/procedure'
import { appRouter } from '@waymark/api/router'
import { aCase } from '@waymark/kit/builders'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aFullFile } from '../src/full-record.ts'
import {
  anActor,
  buildContext,
  callAs,
  formatBytes,
  openTestRecord,
  type TestRecord,
} from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { countRows } from '../src/tables.ts'
import { publish } from '../src/workflow.ts'

const subject = { dossier: 'invented', kind: 'recommendation', key: 'XX-2011-01' } as const
let record: TestRecord
beforeAll(async () => {
  const file = aFullFile()
  const secret = aCase({ key: 'secret', sensitivity: 'confidential' })
  record = await openTestRecord({
    template: 'presence',
    bytes: formatBytes({ ...file, cases: [...file.cases, secret] }),
  })
})
afterAll(() => record.close())
beforeEach(async () => {
  await record.query('delete from waymark.presence')
})

const createCaller = createCallerFactory(appRouter)
/** Calls of a person at a second of an invented minute. */
const at = (second: number, id: string, role: 'viewer' | 'analyst' | 'reviewer' = 'analyst') =>
  createCaller({
    ...buildContext(record, anActor(role, id)),
    now: () => new Date(Date.UTC(2013, 4, 31, 12, 0, second)).toISOString(),
  })
const beat = (doing: 'reading' | 'writing' = 'reading', since = 0) => ({ ...subject, doing, since })

test('one who was seen within 45 seconds is shown to others, never to themselves, and not after', async () => {
  expect((await at(0, 'one').presence.beat(beat('writing'))).others).toEqual([])
  const seen = { name: 'Synthetic one', doing: 'writing' }
  expect((await at(1, 'two').presence.beat(beat())).others).toEqual([seen])
  expect((await at(45, 'two').presence.beat(beat())).others).toEqual([seen])
  expect((await at(46, 'two').presence.beat(beat())).others).toEqual([])
  // Back again, and now only reading.
  await at(47, 'one').presence.beat(beat('reading'))
  expect((await at(48, 'two').presence.beat(beat())).others).toEqual([{ ...seen, doing: 'reading' }])
})

test('who was not seen for a minute leaves no row behind, and nobody is seen at another record', async () => {
  await at(0, 'one').presence.beat(beat())
  const { others } = await at(5, 'two').presence.beat({ ...beat(), key: 'XX-2012-01' })
  expect(others).toEqual([])
  await at(61, 'two').presence.beat(beat())
  const rows = await record.query<{ user_id: string }>('select user_id from waymark.presence')
  expect(rows.map((row) => row.user_id)).toEqual(['two', 'two'])
})

test('a beat tells how many entries wrote to the record since the page was made, whatever they were', async () => {
  const [analyst, reviewer] = ['analyst', 'reviewer'].map((role) =>
    callAs(record, anActor(role as 'analyst' | 'reviewer')),
  )
  if (!analyst || !reviewer) throw new Error('unreachable')
  const { entry } = await analyst.presence.entry(subject)
  expect(await analyst.presence.beat(beat('reading', entry))).toMatchObject({ entry, newer: 0 })
  // Submitted and published: two entries. Saving a draft and talking are not of the record.
  await publish({ analyst, reviewer })
  await analyst.assessment.saveDraft({ dossier: 'invented', ref: subject.key, rev: 0, content: { a: 'b' } })
  await analyst.comment.write({ ...subject, text: 'Invented.' })
  expect(await analyst.presence.beat(beat('reading', entry))).toMatchObject({ newer: 2 })
  // An import writes to many records with one entry.
  const other = { ...subject, key: 'XX-2012-01' }
  expect((await analyst.presence.beat({ ...beat(), key: other.key })).newer).toBe(1)
})

test.each(['recommendation', 'case', 'milestone', 'commitment', 'source', 'assessment'] as const)(
  'a %s that is not there, or that one may not know of, has nobody at it',
  async (kind) => {
    const key = kind === 'case' ? 'secret' : kind === 'assessment' ? '987654321' : 'XX-1999-01'
    const call = at(0, 'one').presence.beat({ dossier: 'invented', kind, key, doing: 'reading', since: 0 })
    expect((await getRefusal(call)).code).toBe('not-found')
    const rows = await record.query('select from waymark.presence')
    expect(rows).toHaveLength(0)
  },
)

test('being there is not written down in the audit trail', async () => {
  const before = (await countRows(record)).audit_entry
  await at(0, 'one', 'viewer').presence.beat(beat())
  expect((await countRows(record)).audit_entry).toBe(before)
})
