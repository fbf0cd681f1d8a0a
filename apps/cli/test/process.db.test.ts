import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServer } from '@waymark/db/server/start-server'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createFile,
  createScratch,
  isServerRunning,
  kazakhstan,
  query,
  runWaymark,
  startWaymark,
} from './scratch.ts'

const scratch = createScratch()
const env = { WAYMARK_DATA: scratch.dataDir }
// Each start of a process waits for its turn on a busy machine.
const patience = 120_000

beforeAll(async () => {
  await runWaymark(['import', kazakhstan], env)
}, patience)
afterAll(() => scratch.remove())

test(
  'a command that starts the server stops it, and standard output holds one JSON object alone',
  async () => {
    const { code, stdout, stderr } = await runWaymark(['verify', '--json'], env)
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, entries: 1 })
    expect(stdout.split('\n')).toEqual([expect.any(String), ''])
    expect(isServerRunning(scratch.dataDir)).toBe(false)
  },
  patience,
)

test(
  'beside another process that uses the installation it joins the server and leaves it running',
  async () => {
    const site = await startServer({ dataDir: scratch.dataDir })
    try {
      const { code, stdout } = await runWaymark(['import', 'kazakhstan.json', '--json'], {
        ...env,
        INIT_CWD: join(kazakhstan, '..'),
      })
      expect(code).toBe(0)
      expect(JSON.parse(stdout)).toMatchObject({ added: 0, unchanged: 793 })
      expect(await query(site.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    } finally {
      await site.stop()
    }
    expect(isServerRunning(scratch.dataDir)).toBe(false)
  },
  patience,
)

test(
  'Ctrl-C during an import leaves nothing changed, closes, and exits 130',
  async () => {
    const site = await startServer({ dataDir: scratch.dataDir })
    try {
      const count = async () =>
        (await query<{ n: number }>(site.ownerUrl, 'select count(*)::int as n from waymark.audit_entry'))[0]
          ?.n
      const before = await count()
      const file = JSON.parse(readFileSync(kazakhstan, 'utf8'))
      file.dossier.key = 'interrupted'
      const path = createFile(scratch.folder, 'interrupted.json', JSON.stringify(file))
      // Another writer holds the lock of all writes, so that the import is surely under way and not done.
      const writer = new pg.Client({ connectionString: site.ownerUrl })
      await writer.connect()
      await writer.query(`begin; select pg_advisory_xact_lock(${0x7761796d})`)
      const { child, ended } = startWaymark(['import', path, '--json'], env)
      await expect
        .poll(
          () => query(site.ownerUrl, `select from pg_locks where locktype = 'advisory' and not granted`),
          { timeout: patience, interval: 20 },
        )
        .toHaveLength(1)
      child.kill('SIGINT')
      child.kill('SIGINT')
      await writer.query('rollback')
      await writer.end()
      const { code, stdout, stderr } = await ended
      expect([code, stderr]).toEqual([130, 'Interrupted. Nothing was changed.\n'])
      expect(JSON.parse(stdout)).toMatchObject({ added: 0, errors: [{ path: '$' }] })
      expect(await count()).toBe(before)
      expect(await query(site.ownerUrl, `select from waymark.dossier where key = 'interrupted'`)).toEqual([])
    } finally {
      await site.stop()
    }
  },
  patience,
)

test(
  'a reader that goes away disturbs nothing',
  async () => {
    const { child, ended } = startWaymark(['verify'], env)
    child.stdout?.destroy()
    const { code, stderr } = await ended
    expect([code, stderr]).toEqual([0, ''])
    expect(isServerRunning(scratch.dataDir)).toBe(false)
  },
  patience,
)
