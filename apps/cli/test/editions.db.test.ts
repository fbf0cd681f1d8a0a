import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { publishEdition } from '@waymark/api/features/edition/decide.command'
import { openInstallation } from '@waymark/api/installation'
import { getConfig } from '@waymark/config/process-environment'
import { startServer } from '@waymark/db/server/start-server'
import { assessEdition } from '@waymark/ledger/edition'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { runCommandLine } from '../src/run.ts'
import { createScratch, kazakhstan, query, runWaymark } from './scratch.ts'

const scratch = createScratch()
let server: Awaited<ReturnType<typeof startServer>>
let zip: Uint8Array
const zipFile = join(scratch.folder, 'edition.zip')
const checkpointFile = join(scratch.folder, 'checkpoint.txt')

const waymark = async (...words: string[]) => {
  const { exitCode, stdout, stderr } = await runCommandLine(words, {
    note: () => {},
    signal: new AbortController().signal,
    stdin: Readable.from(['']) as unknown as NodeJS.ReadStream,
    folder: scratch.folder,
  })
  return { exitCode, stdout, stderr }
}
const waymarkJson = async (...words: string[]) => {
  const { exitCode, stdout, stderr } = await waymark(...words, '--json')
  return { exitCode, stderr, json: JSON.parse(stdout) }
}

const proposal = [
  'edition',
  'publish',
  '--dossier',
  'kazakhstan',
  '--as-of',
  '2013-11-27',
  '--title',
  'First edition',
]

/** The second person, who publishes at the desk; gives the zip as readers have it. */
async function publishAtDesk(edition: number): Promise<Uint8Array> {
  const config = getConfig()
  if (!config.ok) throw new Error('no configuration')
  const { record, auth, files, editions, meetings, close } = await openInstallation(config.value, () => {})
  try {
    const now = () => new Date().toISOString()
    const context = { record, auth, files, editions, meetings, actor: null, now, language: 'en' as const }
    const act = { kind: 'user', id: 'reviewer', name: 'Invented Reviewer' } as const
    const published = await publishEdition(context, act, { dossier: 'kazakhstan', edition })
    if (!published.ok) throw new Error(published.error.code)
    const [found] = await query<{ zip: Buffer }>(
      server.ownerUrl,
      `select zip from public_record.edition_archive where slug = '${published.value.id}'`,
    )
    if (found === undefined) throw new Error('no zip')
    return found.zip
  } finally {
    await close()
  }
}

beforeAll(async () => {
  server = await startServer({ dataDir: scratch.dataDir })
  vi.stubEnv('WAYMARK_DATA', scratch.dataDir)
  expect((await waymark('import', kazakhstan)).exitCode).toBe(0)
}, 120_000)
beforeEach(() => {
  vi.stubEnv('WAYMARK_DATA', scratch.dataDir)
  return () => vi.unstubAllEnvs()
})
afterAll(async () => {
  await server.stop()
  scratch.remove()
})

test('the operator prepares an edition and counts as one person; a second one publishes it', async () => {
  expect((await waymark('edition', 'list')).stdout).toBe(
    'There is no edition yet. Prepare one with waymark edition publish.\n',
  )
  const { exitCode, json } = await waymarkJson(...proposal, '--note', 'Invented note.')
  expect(exitCode).toBe(0)
  expect(json).toMatchObject({ dossier: 'kazakhstan', state: 'proposed' })
  expect((await waymarkJson('edition', 'list')).json.editions).toMatchObject([
    { state: 'proposed', id: null },
  ])
  const [entry] = await query<{ actor_kind: string; action: string }>(
    server.ownerUrl,
    'select actor_kind, action from waymark.audit_entry order by seq desc limit 1',
  )
  expect(entry).toEqual({ actor_kind: 'operator', action: 'edition.propose' })
  expect((await waymark('log', 'checkpoint', '--out', checkpointFile)).exitCode).toBe(0)
  zip = await publishAtDesk(json.edition)
  writeFileSync(zipFile, zip)
  const { editions } = (await waymarkJson('edition', 'list', '--dossier', 'kazakhstan')).json
  expect(editions).toMatchObject([{ state: 'published', dataSha256: json.dataSha256 }])
  expect((await waymark('verify')).stdout).toMatch(
    /The chain is whole.*\nEditions built anew and found the same: 1\./,
  )
})

test('export writes the zip of the last edition, or of the one that is named', async () => {
  const out = join(scratch.folder, 'exported.zip')
  const words = ['export', '--dossier', 'kazakhstan', '--format', 'zip', '--out', out]
  expect((await waymark(...words)).exitCode).toBe(0)
  expect(Buffer.compare(readFileSync(out), zip)).toBe(0)
  const absent = await waymark(...words.with(-1, `${out}.2`), '--edition', '2013-11-27-zzzzzz')
  expect([absent.exitCode, absent.stderr]).toEqual([
    1,
    'There is no edition “2013-11-27-zzzzzz” of “kazakhstan”.\n',
  ])
})

test.each<[string[], RegExp]>([
  [['edition', 'publish', '--dossier', 'kazakhstan', '--as-of', 'soon', '--title', 'x'], /asOf/],
  [[...proposal, '--corrects', '2013-11-27-abcdef'], /belong together/],
  [['edition', 'verify'], /argument is missing/],
  [['log', 'proof', 'first'], /no number/],
  [['edition', 'key', '--new', 'two words'], /no space/],
  [['edition'], /Say what to do with the edition: edition publish/],
])('%j is wrong usage', async (words, message) => {
  const { exitCode, stderr } = await waymark(...words)
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(message)])
})

test.each<[string[], RegExp]>([
  [
    ['edition', 'publish', '--dossier', 'nowhere', '--as-of', '2013-11-27', '--title', 'x'],
    /There is no such dossier or edition/,
  ],
  [[...proposal.with(5, '2999-01-01')], /not in the future/],
  [['log', 'proof', '999999'], /There is no entry 999999/],
])('%j is refused with a sentence', async (words, message) => {
  const { exitCode, stderr } = await waymark(...words)
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(message)])
})

test('a zip is proved by a process that has no installation; one changed byte, and the file is named', async () => {
  const nowhere = { WAYMARK_DATA: join(scratch.folder, 'nowhere'), DATABASE_URL: '', PATH: '' }
  const run = (...words: string[]) => runWaymark([...words, '--json'], nowhere)
  const whole = await run('edition', 'verify', zipFile)
  expect([whole.code, whole.stderr]).toEqual([0, ''])
  const { key } = JSON.parse(whole.stdout)
  expect(JSON.parse(whole.stdout)).toMatchObject({ ok: true, dossier: 'kazakhstan', faults: [] })
  expect(key).toBe((await waymarkJson('edition', 'key')).json.key)

  const altered = Buffer.from(zip)
  const { files } = assessEdition(zip).manifest ?? { files: [] }
  let place = altered.indexOf('tables/gates.csv')
  while (altered.toString('latin1', place - 30, place - 26) !== 'PK\x03\x04')
    place = altered.indexOf('tables/gates.csv', place + 1)
  place += 'tables/gates.csv'.length + 3
  altered.writeUInt8(altered.readUInt8(place) ^ 1, place)
  const bad = join(scratch.folder, 'bad.zip')
  writeFileSync(bad, altered)
  const found = await run('edition', 'verify', bad, '--key', key)
  expect(found.code).toBe(1)
  expect(found.stderr).toBe('tables/gates.csv: is missing, or is not the file that was published.\n')
  expect(JSON.parse(found.stdout).faults).toMatchObject([{ file: 'tables/gates.csv' }])
  expect(files.length).toBeGreaterThan(15)
}, 60_000)

test('a zip by another key than the one that was noted is refused', async () => {
  const { signingKey, key } = (await waymarkJson('edition', 'key', '--new', 'record.example.org/waymark'))
    .json
  expect(signingKey).toMatch(/^PRIVATE\+KEY\+record\.example\.org\/waymark\+/)
  writeFileSync(join(scratch.folder, 'other.key'), `${key}\n`)
  const { exitCode, stderr } = await waymark('edition', 'verify', zipFile, '--key', 'other.key')
  expect([exitCode, stderr]).toEqual([1, 'key.txt: is another key than the one that you gave.\n'])
  expect((await waymark('edition', 'verify', 'nothing.zip')).stderr).toMatch(/cannot be read \(ENOENT\)/)
})

test('the key of an embedded installation is kept where nobody else reads', () => {
  const file = join(scratch.dataDir, 'signing-key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toMatch(/^PRIVATE\+KEY\+127\.0\.0\.1\/waymark\/[0-9a-f]{8}\+/)
})

test('every entry’s place in the log is proved, and the growth of the log since a kept checkpoint, without an installation', async () => {
  const last = (await waymarkJson('verify')).json.head.seq
  for (const entry of [1, Math.ceil(last / 2), last]) {
    const out = join(scratch.folder, `proof-${entry}.json`)
    expect((await waymark('log', 'proof', String(entry), '--out', out)).exitCode).toBe(0)
    vi.stubEnv('WAYMARK_DATA', join(scratch.folder, 'nowhere'))
    expect((await waymark('log', 'verify', out)).stdout).toMatch(
      new RegExp(`^Entry ${entry}, [0-9a-f]{64}, is in the log`),
    )
    const proof = JSON.parse(readFileSync(out, 'utf8'))
    const forged = join(scratch.folder, 'forged.json')
    writeFileSync(forged, JSON.stringify({ ...proof, entryHash: 'a'.repeat(64) }))
    expect((await waymarkJson('log', 'verify', forged)).json).toMatchObject({ ok: false, kind: 'inclusion' })
    vi.stubEnv('WAYMARK_DATA', scratch.dataDir)
  }
  const grown = join(scratch.folder, 'grown.json')
  expect((await waymark('log', 'consistency', checkpointFile, '--out', grown)).exitCode).toBe(0)
  const { key } = (await waymarkJson('edition', 'key')).json
  expect((await waymarkJson('log', 'verify', grown, '--key', key)).json).toEqual({
    ok: true,
    kind: 'consistency',
    key,
  })
})

test('a finding that was altered in the database, and a log whose end was cut off, are found by what was published', async () => {
  await query(
    server.ownerUrl,
    `update waymark.publication set contrary = not contrary where assessment_id = (select min(assessment_id) from waymark.publication where effective_last <= '2013-11-27' and level is not null)`,
  )
  const altered = await waymarkJson('verify')
  expect(altered.exitCode).toBe(1)
  expect(altered.json.faults.map(({ kind }: { kind: string }) => kind)).toContain('edition')
  expect(altered.stderr).toMatch(
    /Edition kazakhstan\/[a-z0-9-]+: the record now says something else of its cut, first at \$\.tables\./,
  )
  await query(
    server.ownerUrl,
    `update waymark.publication set contrary = not contrary where assessment_id = (select min(assessment_id) from waymark.publication where effective_last <= '2013-11-27' and level is not null)`,
  )
  expect((await waymark('verify')).exitCode).toBe(0)

  // The log is rewritten before the checkpoint, hashes of later entries left as they are.
  await query(server.ownerUrl, `update waymark.audit_entry set hash = repeat('b', 64) where seq = 1`)
  const rewritten = await waymark('log', 'consistency', checkpointFile)
  expect([rewritten.exitCode, rewritten.stderr]).toEqual([1, expect.stringMatching(/The log was rewritten/)])
  expect((await waymark('verify')).stderr).toMatch(/entries of the log were rewritten since it was published/)
})
