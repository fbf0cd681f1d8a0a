import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '@waymark/db/server/postmaster'
import { startServer } from '@waymark/db/server/start-server'
import { afterAll, afterEach, expect, test } from 'vitest'
import {
  createDataFolder,
  createMadeFolder,
  getServerPid,
  holdServer,
  query,
  removeAll,
  removeTemplate,
} from '../../src/hold.ts'

afterEach(removeAll)
afterAll(removeTemplate)

test('a server is made, stopped and started again with its data, its password closed to others', async () => {
  const dataDir = createDataFolder()
  const first = await startServer({ dataDir })
  expect(first.owned).toBe(true)
  await query(first.ownerUrl, 'create table note as select $$сделано$$ as text')
  const pid = getServerPid(dataDir)
  await Promise.all([first.stop(), first.stop()])
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false)
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)

  const second = await startServer({ dataDir })
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await query(second.ownerUrl, 'select text from note')).toEqual([{ text: 'сделано' }])
  await second.stop()
})

test('the server keeps no log of what a statement that failed had in it', async () => {
  const dataDir = await createMadeFolder()
  const server = await startServer({ dataDir })
  const refused = [
    `select 'qanarix'::int`,
    `do $$ begin raise exception 'Қанәрұйкө' using detail = 'qanarix'; end $$`,
    `do $$ begin raise warning 'no more than qanarix'; end $$; select qanarix`,
  ]
  for (const text of refused) await expect(query(server.ownerUrl, text)).rejects.toThrow()
  await server.stop()
  const log = readFileSync(join(dataDir, 'postgres', 'server.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toMatch(/qanarix|Қанәр/)
})

test('the server is PostgreSQL 18 on loopback only, in UTC, with checksums, letters of all alphabets and closed to strangers', async () => {
  const server = await startServer({ dataDir: await createMadeFolder() })
  const [row] = await query(
    server.ownerUrl,
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens,
       current_setting('unix_socket_directories') as sockets, current_setting('data_checksums') as checksums,
       current_setting('fsync') as fsync, current_setting('timezone') as zone, lower('ҚАЗАҚ') as lower,
       to_tsvector('simple', 'Свобода слова')::text as words,
       (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open_doors`,
  )
  expect(row).toEqual({
    major: 18,
    listens: '127.0.0.1',
    sockets: '',
    checksums: 'on',
    fsync: 'on',
    zone: 'UTC',
    lower: 'қазақ',
    words: "'свобода':1 'слова':2",
    open_doors: 0,
  })
  const wrong = new URL(server.ownerUrl)
  wrong.password = 'wrong'
  await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await server.stop()
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s to the app stops the server cleanly',
  async (signal) => {
    const dataDir = await createMadeFolder()
    const app = await holdServer(dataDir)
    const pid = getServerPid(dataDir)
    expect(await app.kill(signal)).toBe(signal)
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false)
  },
)

test('the command line beside a running app joins its server and leaves it running', async () => {
  const dataDir = await createMadeFolder()
  const app = await holdServer(dataDir)
  const pid = getServerPid(dataDir)
  const command = await holdServer(dataDir)
  expect(command).toMatchObject({ owned: false, ownerUrl: app.ownerUrl })
  expect(await command.kill('SIGTERM')).toBe('SIGTERM')
  expect(getServerPid(dataDir)).toBe(pid)
  expect(await query(app.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('the one who started the server may leave first: the last one out stops it', async () => {
  const dataDir = await createMadeFolder()
  const command = await holdServer(dataDir)
  const app = await holdServer(dataDir)
  const pid = getServerPid(dataDir)
  await command.kill('SIGINT')
  expect(await query(app.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  await app.kill('SIGINT')
  expect(isAlive(pid)).toBe(false)
})

test('four who start at once on a new data directory share one server, and the last of them stops it', async () => {
  const dataDir = createDataFolder()
  const servers = await Promise.all(Array.from({ length: 4 }, () => startServer({ dataDir })))
  expect(servers.filter((server) => server.owned)).toHaveLength(1)
  expect(new Set(servers.map((server) => server.ownerUrl)).size).toBe(1)
  const pid = getServerPid(dataDir)
  await Promise.all(servers.map((server) => server.stop()))
  expect(isAlive(pid)).toBe(false)
})

test('one who starts while the last one stops gets a server', async () => {
  const dataDir = await createMadeFolder()
  let server = await startServer({ dataDir })
  for (let round = 0; round < 5; round += 1) {
    const [, next] = await Promise.all([server.stop(), startServer({ dataDir })])
    server = next
    expect(await query(server.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  }
  await server.stop()
})
