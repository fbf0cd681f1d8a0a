import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackup } from '@waymark/api/backup/create-backup'
import { filePart } from '@waymark/api/backup/manifest'
import { restoreBackup } from '@waymark/api/backup/restore-backup'
import { listRestoredFaults } from '@waymark/api/backup/verify-restored'
import { migrate } from '@waymark/db/migrate'
import { readBackup } from '@waymark/files/backup/read-backup'
import { writeBackup } from '@waymark/files/backup/write-backup'
import { openFileStore } from '@waymark/files/file-store'
import { cloneDatabase } from '@waymark/testdb/clone-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMarkedFile, Canaries, plantShownCase, plantWork } from '../src/canaries.ts'
import { people } from '../src/full-record.ts'
import {
  buildContext,
  buildPublicData,
  formatBytes,
  openTestRecord,
  openTestRecordOn,
  secret,
  type TestRecord,
  testKey,
} from '../src/open-test-record.ts'
import { dumpText } from '../src/tables.ts'

const refs = ['XX-2011-01', 'XX-2012-01']
const passphrase = 'an invented passphrase'
const canaries = new Canaries()

let folder: string
let record: TestRecord
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'))
  record = await openTestRecord({ template: 'marked', bytes: formatBytes(aMarkedFile()) })
  await plantWork(record, canaries, refs)
  await plantShownCase(record, canaries)
  const { analyst, reviewer } = people(record)
  const { edition } = await analyst.edition.propose({
    dossier: 'invented',
    asOf: '2013-06-30',
    title: 'Invented edition',
  })
  await reviewer.edition.publish({ dossier: 'invented', edition })
  path = await back('whole.backup', passphrase)
}, 120_000)
afterAll(async () => {
  await record.close()
  await rm(folder, { recursive: true })
})

const signal = new AbortController().signal
const note = () => {}

async function back(name: string, key: string | null, of: TestRecord = record): Promise<string> {
  const file = join(folder, name)
  await createBackup({
    path: file,
    passphrase: key,
    ownerUrl: of.urls.owner,
    files: of.files.store,
    key: testKey,
    dataDir: folder,
    now: () => new Date().toISOString(),
    signal,
    note,
    cost: 10,
  })
  return file
}

const openEmpty = () => cloneDatabase({ template: 'empty', migrate: async () => {} })

/** Restores into a database and a store that are empty, as an installation with a server of its own does. */
async function restore(file: string, key: string | null) {
  const clone = await openEmpty()
  const filesDir = await mkdtemp(join(tmpdir(), 'waymark-contract-'))
  try {
    const config = { database: { kind: 'external', url: clone.url }, dataDir: folder, secret } as const
    const files = openFileStore({ kind: 'folder' }, filesDir)
    const checked = await restoreBackup({ path: file, passphrase: key, config, files, signal, note })
    return { checked, restored: await openTestRecordOn(clone, filesDir) }
  } catch (error) {
    await clone.drop()
    await rm(filesDir, { recursive: true })
    throw error
  }
}

/** Rows of every table, but those of whoever is signed in or has a page open. */
async function listCounts({ query }: TestRecord): Promise<Record<string, string | undefined>> {
  const tables = await query<{ name: string }>(
    `select schemaname || '."' || tablename || '"' as name from pg_tables where schemaname in ('waymark', 'auth')
       and tablename not in ('session', 'verification', 'used_code', 'attempt', 'presence') order by 1`,
  )
  const counts: Record<string, string | undefined> = {}
  for (const { name } of tables)
    counts[name] = (await query<{ n: string }>(`select count(*) as n from ${name}`))[0]?.n
  return counts
}

/** What readers are sent at a handful of addresses, headers included. */
async function readAddresses(of: TestRecord): Promise<Map<string, string>> {
  const data = buildPublicData(of)
  const [edition] = await of.query<{ slug: string }>('select slug from public_record.edition')
  const paths = [
    '.json',
    '.xlsx',
    '.json?asOf=2013-06-30',
    '/recommendations.csv',
    '/recommendations/XX-2011-01.json',
    '/linkage.json',
    '/milestones/signed.json',
    '/cases.json',
    '/changes.json',
    '/timeline.json',
    '/sources.csv',
    '/feed.atom',
    '/catalog.jsonld',
    '/editions.json',
    `/editions/${edition?.slug}.json`,
    `/editions/${edition?.slug}.zip`,
  ]
  const answers = new Map<string, string>()
  for (const path of paths) {
    const response = await data.request(`https://record.example.org/invented${path}`)
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    answers.set(path, `${response.status} ${JSON.stringify([...response.headers])} ${body}`)
  }
  return answers
}

/** Every row of the record as text, whatever order they lie in. */
const listRows = async (of: TestRecord) =>
  (await dumpText(of))
    .split('\n')
    .filter((line) => !line.startsWith('presence ('))
    .sort()

test('a restored installation has the same rows, files and chain, and answers readers byte for byte the same', async () => {
  const { checked, restored } = await restore(path, passphrase)
  try {
    expect(await listRestoredFaults(buildContext(restored, null), checked)).toEqual([])
    const counts = await listCounts(record)
    expect(Object.keys(counts).length).toBeGreaterThan(45)
    expect(await listCounts(restored)).toEqual(counts)
    expect(await listRows(restored)).toEqual(await listRows(record))
    expect(checked.manifest.files.held).toBeGreaterThan(0)
    for (const { sha256 } of await record.query<{ sha256: string }>('select sha256 from waymark.file'))
      expect(await restored.files.store.assess(sha256)).toBeNull()
    const [before, after] = [await readAddresses(record), await readAddresses(restored)]
    for (const answer of before.values()) expect(answer.slice(0, 4)).toBe('200 ')
    for (const [name, answer] of before) expect([name, after.get(name)]).toEqual([name, answer])
    // It goes on: a further write follows the last one, in the chain and in the numbers of rows.
    await plantShownCase(restored, new Canaries())
    expect((await listRestoredFaults(buildContext(restored, null), checked)).join()).toMatch(
      /^The log has \d+ entries/,
    )
  } finally {
    await restored.close()
  }
}, 120_000)

test('a backup taken while others write is whole, and holds what was there when it began', async () => {
  const before = await record.query<{ seq: number }>('select max(seq) as seq from waymark.audit_entry')
  const writing = Promise.all([plantShownCase(record, canaries), plantShownCase(record, canaries)])
  const file = await back('busy.backup', null)
  await writing
  const { checked, restored } = await restore(file, null)
  try {
    expect(await listRestoredFaults(buildContext(restored, null), checked)).toEqual([])
    expect(checked.manifest.log.entries).toBeGreaterThanOrEqual(Number(before[0]?.seq))
  } finally {
    await restored.close()
  }
}, 120_000)

test('an installation that is not empty is refused, and left as it is', async () => {
  const before = await listCounts(record)
  const config = { database: { kind: 'external', url: record.urls.owner }, dataDir: folder, secret } as const
  const refusal = restoreBackup({ path, passphrase, config, files: record.files.store, signal, note })
  await expect(refusal).rejects.toThrow('The installation is not empty')
  expect(await listCounts(record)).toEqual(before)
})

/** The same backup with another manifest, whole in every other way. */
async function rewrite(name: string, change: (manifest: Record<string, unknown>) => void): Promise<string> {
  const file = join(folder, name)
  await writeBackup({ path: file, passphrase: null }, async (writer) => {
    for await (const part of readBackup({ path, passphrase })) {
      if (!part.isManifest) {
        await writer.add(part.name, part.content)
        continue
      }
      const manifest = JSON.parse(part.content.toString('utf8')) as Record<string, unknown>
      change(manifest)
      return JSON.stringify(manifest)
    }
    throw new Error('no manifest')
  })
  return file
}

test('a backup of a newer version is refused', async () => {
  const file = await rewrite('newer.backup', (manifest) => {
    manifest.migrations = [...(manifest.migrations as string[]), '9999-future']
  })
  await expect(restore(file, null)).rejects.toThrow(/newer version of Waymark \(it has 9999-future/)
})

test('a backup whose rows are not as many as it says is refused, and the same database takes a whole one', async () => {
  const clone = await openEmpty()
  const filesDir = await mkdtemp(join(tmpdir(), 'waymark-contract-'))
  const config = { database: { kind: 'external', url: clone.url }, dataDir: folder, secret } as const
  const task = { config, files: openFileStore({ kind: 'folder' }, filesDir), signal, note }
  const file = await rewrite('fewer.backup', (manifest) => {
    for (const table of manifest.tables as { name: string; rows: number }[])
      if (table.name === 'assessment') table.rows += 1
  })
  await expect(restoreBackup({ ...task, path: file, passphrase: null })).rejects.toThrow('waymark.assessment')
  await restoreBackup({ ...task, path, passphrase })
  const restored = await openTestRecordOn(clone, filesDir)
  expect((await listCounts(restored))['waymark."assessment"']).toBe(
    (await listCounts(record))['waymark."assessment"'],
  )
  await restored.close()
}, 120_000)

test('a backup of an older version is brought up to date', async () => {
  const old = await cloneDatabase({
    template: 'sixth',
    migrate: (url) => migrate(url, '0006-edition').then(() => {}),
  })
  const file = join(folder, 'old.backup')
  try {
    const filesDir = await mkdtemp(join(folder, 'old-'))
    await createBackup({
      path: file,
      passphrase: null,
      ownerUrl: old.url,
      files: openFileStore({ kind: 'folder' }, filesDir),
      key: null,
      dataDir: folder,
      now: () => new Date().toISOString(),
      signal,
      note,
    })
  } finally {
    await old.drop()
  }
  const { checked, restored } = await restore(file, null)
  expect(checked.manifest.migrations.at(-1)).toBe('0006-edition')
  const known = await restored.query<{ name: string }>('select name from waymark_migrations.kysely_migration')
  expect(known.length).toBeGreaterThan(checked.manifest.migrations.length)
  await restored.close()
}, 60_000)

test('what is secret of the data directory goes into an encrypted backup alone; a file that is gone is named', async () => {
  await writeFile(join(folder, 'signing-key'), 'an invented key')
  const listNames = async (file: string, key: string | null) => {
    const names: string[] = []
    for await (const { name } of readBackup({ path: file, passphrase: key })) names.push(name)
    return names
  }
  expect(await listNames(await back('plain.backup', null), null)).not.toContain('kept/signing-key')
  expect(await listNames(await back('sealed.backup', passphrase), passphrase)).toContain('kept/signing-key')
  const text = await readFile(join(folder, 'sealed.backup'), 'latin1')
  expect(canaries.planted.filter((one) => text.includes(Buffer.from(one).toString('latin1')))).toEqual([])
  const [file] = await record.query<{ sha256: string }>('select sha256 from waymark.file limit 1')
  const { sha256 = '' } = file ?? {}
  await rm(join(record.filesDir, 'files', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256))
  const without = await back('without.backup', null)
  expect(await listNames(without, null)).not.toContain(filePart(sha256))
}, 60_000)
