import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { startServer } from '@waymark/db/server/start-server'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { runCommandLine } from '../src/run.ts'
import { createFile, createScratch, kazakhstan, query } from './scratch.ts'

const scratch = createScratch()
const other = createScratch()
const passphrase = 'an invented passphrase'
const file = join(scratch.folder, 'whole.backup')
let server: Awaited<ReturnType<typeof startServer>>

const waymark = async (...words: string[]) => {
  const notes: string[] = []
  const { exitCode, stdout, stderr } = await runCommandLine([...words, '--json'], {
    note: (line) => notes.push(line),
    signal: new AbortController().signal,
    stdin: Readable.from(['']) as unknown as NodeJS.ReadStream,
    folder: scratch.folder,
  })
  return { exitCode, stderr, json: JSON.parse(stdout), notes: notes.join('\n') }
}

beforeAll(async () => {
  server = await startServer({ dataDir: scratch.dataDir })
  vi.stubEnv('WAYMARK_DATA', scratch.dataDir)
  expect((await waymark('import', kazakhstan)).exitCode).toBe(0)
  const account = ['--email', 'someone@waymark.example.org', '--name', 'Invented', '--role', 'analyst']
  expect((await waymark('user', 'add', ...account)).exitCode).toBe(0)
}, 120_000)
beforeEach(() => {
  vi.stubEnv('WAYMARK_DATA', scratch.dataDir)
  return () => vi.unstubAllEnvs()
})
afterAll(async () => {
  await server.stop()
  scratch.remove()
  other.remove()
})

test('a backup is written beside a running server, encrypted where a passphrase is set, and the audit trail says so', async () => {
  const warned = (await waymark('doctor')).json.checks.find((one: { name: string }) => one.name === 'backup')
  expect(warned).toMatchObject({ state: 'warning', detail: expect.stringContaining('none yet') })
  vi.stubEnv('WAYMARK_BACKUP_KEY', passphrase)
  const { exitCode, json, notes } = await waymark('backup', 'whole.backup')
  expect({ exitCode, notes }).toEqual({ exitCode: 0, notes: '' })
  expect(json).toMatchObject({ ok: true, file, encrypted: true, entries: 2, files: 0, missing: [] })
  expect(json.checkpoint).toMatch(/\n2\n/)
  const [entry] = await query<{ action: string; after: object }>(
    server.ownerUrl,
    'select action, after from waymark.audit_entry order by seq desc limit 1',
  )
  expect(entry).toMatchObject({ action: 'backup.create', after: { manifestSha256: json.manifestSha256 } })
  const found = (await waymark('doctor')).json.checks.find((one: { name: string }) => one.name === 'backup')
  expect(found).toMatchObject({ state: 'ok', detail: expect.stringContaining(file) })
})

test('without a passphrase it says that it is not encrypted; a file that is there is not written over', async () => {
  const { exitCode, json, notes } = await waymark('backup', 'plain.backup')
  expect([exitCode, json.encrypted]).toEqual([0, false])
  expect(notes).toContain('NOT encrypted')
  const again = await waymark('backup', 'plain.backup')
  expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('is there already')])
  const nowhere = await waymark('backup', 'no/such/folder.backup')
  expect([nowhere.exitCode, nowhere.stderr]).toEqual([
    1,
    expect.stringContaining('cannot be written (ENOENT)'),
  ])
})

test('restore refuses what is not empty, what is damaged, and another passphrase, and says so before it changes anything', async () => {
  vi.stubEnv('WAYMARK_BACKUP_KEY', passphrase)
  const filled = await waymark('restore', file)
  expect([filled.exitCode, filled.stderr]).toEqual([
    1,
    expect.stringContaining('The installation is not empty'),
  ])
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
  writeFileSync(join(scratch.folder, 'damaged.backup'), bytes)
  vi.stubEnv('WAYMARK_DATA', other.dataDir)
  const damaged = await waymark('restore', 'damaged.backup')
  expect([damaged.exitCode, damaged.stderr]).toEqual([
    1,
    expect.stringMatching(/damaged: the bytes \d+ to \d+/),
  ])
  vi.stubEnv('WAYMARK_BACKUP_KEY', 'another invented passphrase')
  const wrong = await waymark('restore', file)
  expect([wrong.exitCode, wrong.stderr]).toEqual([1, expect.stringContaining('not the one of this backup')])
  const absent = await waymark('restore', 'absent.backup')
  expect([absent.exitCode, absent.stderr]).toEqual([1, expect.stringContaining('cannot be read (ENOENT)')])
})

test('a restored installation verifies, has the accounts, and signs with the same key', async () => {
  const { json: key } = await waymark('edition', 'key')
  createFile(scratch.folder, 'passphrase.txt', `${passphrase}\n`)
  vi.stubEnv('WAYMARK_DATA', other.dataDir)
  const checked = await waymark('restore', file, '--check', '--passphrase-file', 'passphrase.txt')
  expect(checked).toMatchObject({ exitCode: 0, json: { ok: true, restored: false, entries: 2 } })
  const { exitCode, json, stderr } = await waymark('restore', file, '--passphrase-file', 'passphrase.txt')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(json).toMatchObject({ ok: true, restored: true, encrypted: true, entries: 2, faults: [] })
  expect((await waymark('verify')).json).toMatchObject({ ok: true, entries: 3, faults: [] })
  expect((await waymark('user', 'list')).json.users).toMatchObject([{ email: 'someone@waymark.example.org' }])
  expect((await waymark('edition', 'key')).json).toEqual(key)
}, 120_000)

test.each([[['backup']], [['restore']], [['restore', 'a', 'b']], [['backup', 'a', '--force']]])(
  '%j is wrong usage',
  async (words) => {
    expect((await waymark(...words)).exitCode).toBe(2)
  },
)
