import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { openDatabase } from '@waymark/db/open'
import { getBinaries } from '@waymark/db/server/binaries'
import { getProgramOptions } from '@waymark/db/server/cluster'
import { getDataDirectory } from '@waymark/db/server/data-directory'
import { type EmbeddedServer, startServer } from '@waymark/db/server/start-server'
import { getSystemUser } from '@waymark/db/server/system-user'
import { afterAll, afterEach, expect, test } from 'vitest'
import {
  copyFolder,
  createDataFolder,
  createMadeFolder,
  getServerPid,
  holdServer,
  query,
  removeAll,
  removeTemplate,
} from '../../src/hold.ts'
import { expectQuick } from '../../src/quick.ts'

afterEach(removeAll)
afterAll(removeTemplate)

/** The error with which a start is refused, in under a second. */
async function refusal(dataDir: string): Promise<Error> {
  let error = new Error('The start was not refused')
  await expectQuick(1000, async () => {
    const start = performance.now()
    const server = await startServer({ dataDir }).catch((reason: Error) => {
      error = reason
    })
    const took = performance.now() - start
    if (!server) return took
    await server.stop()
    throw error
  })
  return error
}

function listAll(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort()
}

test.each([
  ['somebody’s files', 'letter.txt', 'Dear …'],
  ['another PostgreSQL server’s data', 'PG_VERSION', '18\n'],
  ['a folder named postgres that we did not make', 'postgres/data/PG_VERSION', '18\n'],
])('a data directory that holds %s is refused and not touched', async (_, file, text) => {
  const dataDir = createDataFolder()
  mkdirSync(dirname(join(dataDir, file)), { recursive: true })
  writeFileSync(join(dataDir, file), text)
  const before = listAll(dataDir)
  const error = await refusal(dataDir)
  expect(error.name).toBe('ForeignDirectoryError')
  expect(error.message).toContain(dataDir)
  expect(listAll(dataDir)).toEqual(before)
  expect(readFileSync(join(dataDir, file), 'utf8')).toBe(text)
})

test.each([
  ['a newer', '19', /PostgreSQL 19.*newer Waymark/],
  ['an older', '17', /PostgreSQL 17.*backup/],
])('data of %s PostgreSQL are refused clearly and not touched', async (_, version, message) => {
  const dataDir = await createMadeFolder()
  const file = join(dataDir, 'postgres', 'data', 'PG_VERSION')
  writeFileSync(file, `${version}\n`)
  const before = listAll(dataDir)
  const error = await refusal(dataDir)
  expect(error.name).toBe('OtherMajorError')
  expect(error.message).toMatch(message)
  expect(listAll(dataDir)).toEqual(before)
})

test('data without their password file are refused, and the file is not made anew', async () => {
  const dataDir = await createMadeFolder()
  const file = join(dataDir, 'postgres-password')
  rmSync(file)
  expect(await refusal(dataDir)).toMatchObject({
    name: 'PasswordError',
    message: expect.stringContaining(file),
  })
  expect(existsSync(file)).toBe(false)
})

test('a password file of another installation is refused while the server runs, which is left alone', async () => {
  const dataDir = await createMadeFolder()
  const app = await holdServer(dataDir)
  writeFileSync(join(dataDir, 'postgres-password'), 'x'.repeat(43))
  expect((await refusal(dataDir)).name).toBe('PasswordError')
  expect(await query(app.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a file in place of the data directory is refused', async () => {
  const dataDir = createDataFolder()
  writeFileSync(dataDir, '')
  expect((await refusal(dataDir)).message).toContain('is not a folder')
})

test('a live server that does not answer is refused in under a second and never stolen', async () => {
  const dataDir = await createMadeFolder()
  await holdServer(dataDir)
  const pid = getServerPid(dataDir)
  process.kill(pid, 'SIGSTOP')
  try {
    await expectQuick(1000, async () => {
      const second = await holdServer(dataDir)
      expect(second).toMatchObject({ refused: 'SilentServerError' })
      expect(second.message).toContain(`process ${pid}`)
      expect(getServerPid(dataDir)).toBe(pid)
      return second.ms
    })
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  expect(await holdServer(dataDir)).toMatchObject({ owned: false })
})

test('a port in use is given up for another', async () => {
  const dataDir = await createMadeFolder()
  const first = await startServer({ dataDir })
  await first.stop()
  const port = Number(new URL(first.ownerUrl).port)
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const second = await startServer({ dataDir })
  expect(new URL(second.ownerUrl).port).not.toBe(String(port))
  expect(await query(second.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  await second.stop()
  await new Promise((resolve) => other.close(resolve))
})

test('a copy of a data directory made while its server ran gets a server of its own', async () => {
  const dataDir = await createMadeFolder()
  const app = await holdServer(dataDir)
  await query(app.ownerUrl, 'checkpoint')
  const copy = join(dirname(dataDir), 'copy')
  copyFolder(dataDir, copy)
  const server = await startServer({ dataDir: copy })
  expect(server.owned).toBe(true)
  expect(new URL(server.ownerUrl).port).not.toBe(new URL(app.ownerUrl ?? '').port)
  await server.stop()
  expect(await query(app.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a data directory moved while its server runs is joined, not started twice', async () => {
  const dataDir = await createMadeFolder()
  await holdServer(dataDir)
  const moved = join(dirname(dataDir), 'moved')
  renameSync(dataDir, moved)
  expect(await holdServer(moved)).toMatchObject({ owned: false })
})

// Only root runs the server as another user.
test.runIf(process.getuid?.() === 0)(
  'as root: a closed folder on the way is named with the command that opens it',
  async () => {
    const dataDir = createDataFolder()
    const base = dirname(dataDir)
    chmodSync(base, 0o700)
    const error = await refusal(dataDir)
    expect(error.name).toBe('UnreachableFolderError')
    expect(error.message).toContain(`chmod o+x '${base}'`)
    expect(existsSync(dataDir)).toBe(false)
    chmodSync(base, 0o711)
    const server = await startServer({ dataDir })
    const owner = readFileSync(`/proc/${getServerPid(dataDir)}/status`, 'utf8')
    expect(owner).not.toMatch(/^Uid:\s+0/m)
    await server.stop()
  },
)

async function open({ ownerUrl }: EmbeddedServer): Promise<void> {
  const urls = { ownerUrl, appUrl: ownerUrl, publicUrl: ownerUrl, authUrl: ownerUrl }
  await (await openDatabase({ ...urls, embedded: true })).close()
}

test.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
  'a server with %s off is refused',
  async (setting) => {
    const dataDir = await createMadeFolder()
    const server = await startServer({ dataDir, settings: { [setting]: 'off' } })
    await expect(open(server)).rejects.toThrow(`${setting} switched off`)
    await server.stop()
  },
)

test('a server without checksums is refused, and one that we made is not', async () => {
  const dataDir = await createMadeFolder()
  const made = await startServer({ dataDir })
  await open(made)
  await made.stop()
  const directory = getDataDirectory(dataDir)
  rmSync(directory.cluster, { recursive: true })
  const program = getProgramOptions(directory, getSystemUser(directory.server))
  const args = [
    '--pgdata',
    directory.cluster,
    '--username=waymark_owner',
    '--auth=trust',
    '--no-data-checksums',
    '--no-sync',
  ]
  execFileSync(getBinaries().initdb, args, { ...program, stdio: 'ignore' })
  const bare = await startServer({ dataDir })
  await expect(open(bare)).rejects.toThrow('data_checksums switched off')
  await bare.stop()
})

test('a server that cannot start tells what it wrote itself', async () => {
  const dataDir = await createMadeFolder()
  appendFileSync(join(dataDir, 'postgres', 'data', 'postgresql.conf'), 'no_such_setting = 1\n')
  const error = await refusal(dataDir)
  expect(error.name).toBe('ServerStartError')
  expect(error.message).toContain('no_such_setting')
  expect(error.message).toContain('server.log')
})
