import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assessFiles, assessLinks } from '@waymark/api/features/evidence-check/check-evidence'
import { checkAtNight, isNight } from '@waymark/api/features/evidence-check/run-nightly'
import { runAlone } from '@waymark/db/queries/file.query'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anItem, uploadPage } from '../src/evidence-calls.ts'
import { openInvented, people } from '../src/full-record.ts'
import type { TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
/** Everything of these tests was recorded before this. */
const later = '2099-01-01T00:00:00.000Z'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const log = { info: () => {}, error: () => {} }
const checkingAt = (instant: string, asked: string[] = []) => ({
  app: record.db.app,
  now: () => instant,
  files: {
    store: record.files.store,
    checkLink: async (url: string) => {
      asked.push(url)
      return url.includes('gone') ? ('gone' as const) : ('answers' as const)
    },
  },
})
const placeOf = (sha256: string) =>
  join(record.filesDir, 'files', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const getView = async (id: number) => (await people(record).analyst.file.get({ dossier, id })).file

test('altered and missing files are found, also where only the working copy is touched; whole ones are not', async () => {
  const ids = await Promise.all(['one', 'two', 'three', 'four'].map((words) => uploadPage(record, words)))
  const [altered, missing, copied, whole] = await Promise.all(ids.map(getView))
  const stored = await readFile(placeOf(altered?.sha256 ?? ''))
  stored[0] = (stored[0] ?? 0) ^ 1
  await writeFile(placeOf(altered?.sha256 ?? ''), stored)
  await rm(placeOf(missing?.sha256 ?? ''))
  await writeFile(placeOf(copied?.working?.sha256 ?? ''), 'other words')
  const { checked, faults } = await assessFiles(checkingAt('2098-01-01T00:00:00.000Z'), later)
  expect(checked).toBe(4)
  expect(faults.map(({ sha256, fault }) => [sha256, fault]).sort()).toEqual(
    [
      [altered?.sha256, 'altered'],
      [missing?.sha256, 'missing'],
      [copied?.working?.sha256, 'altered'],
    ].sort(),
  )
  expect((await Promise.all(ids.map(getView))).map((file) => file.check?.fault)).toEqual([
    'altered',
    'missing',
    'altered',
    null,
  ])
  expect(whole?.check).toBeNull()
})

test('only addresses that readers see are asked for; one that is gone is failing since the first time', async () => {
  const { analyst } = people(record)
  await analyst.evidenceItem.record({
    ...anItem,
    source: undefined,
    newSource: {
      title: 'Invented secret',
      publisher: 'Invented',
      kind: 'media',
      date: '2012',
      url: 'https://example.org/only-the-desk-knows',
      language: 'en',
    },
  })
  await record.query(
    `update waymark.source set url = 'https://example.org/gone' where key = 'briefing' and supersedes_id is null`,
  )
  const asked: string[] = []
  for (const day of ['01', '02'])
    await assessLinks(checkingAt(`2098-01-${day}T00:00:00.000Z`, asked), `2098-02-${day}T00:00:00.000Z`)
  expect(asked).toContain('https://example.org/gone')
  expect(asked).not.toContain('https://example.org/only-the-desk-knows')
  const rows = await record.query(
    `select outcome, to_char(checked_at at time zone 'UTC', 'DD') as checked, to_char(failing_since at time zone 'UTC', 'DD') as failing
     from waymark.link_check where url like '%gone'`,
  )
  expect(rows).toEqual([{ outcome: 'gone', checked: '02', failing: '01' }])
})

test('the server checks by night, once a night, and never beside another', async () => {
  expect(['21:59', '22:00', '03:59', '04:00'].map((time) => isNight(`2098-03-01T${time}:00.000Z`))).toEqual([
    false,
    true,
    true,
    false,
  ])
  await uploadPage(record, 'Checked at night')
  const asked: string[] = []
  const run = (instant: string, links = true) => checkAtNight({ ...checkingAt(instant, asked), links, log })
  expect(await run('2098-03-01T12:00:00.000Z')).toBe(false)
  expect(asked).toEqual([])
  expect(await run('2098-03-01T22:10:00.000Z')).toBe(true)
  const first = asked.length
  expect(first).toBeGreaterThan(0)
  expect(await run('2098-03-01T22:20:00.000Z')).toBe(true)
  expect(asked.length).toBe(first)
  expect(await run('2098-03-02T22:10:00.000Z', false)).toBe(true)
  expect(asked.length).toBe(first)
  await runAlone(record.db.app, async () => {
    expect(await run('2098-03-03T22:10:00.000Z')).toBe(false)
  })
  expect(asked.length).toBe(first)
})

test('checks write nothing to the record: no audit entry, no row of the ledger', async () => {
  const count = async () =>
    (await record.query<{ n: string }>('select count(*) as n from waymark.audit_entry'))[0]?.n
  const before = await count()
  await assessFiles(checkingAt('2098-04-01T00:00:00.000Z'), later)
  await assessLinks(checkingAt('2098-04-01T00:00:00.000Z'), later)
  expect(await count()).toBe(before)
})
