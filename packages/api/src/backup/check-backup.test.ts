import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BackupPassphraseError, DamagedBackupError, readBackup } from '@waymark/files/backup/read-backup'
import { type BackupWriter, writeBackup } from '@waymark/files/backup/write-backup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBackup } from './check-backup.ts'
import { type BackupManifest, filePart, readmePart, tablePart } from './manifest.ts'

const passphrase = 'an invented passphrase'
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'))
})
afterAll(() => rm(folder, { recursive: true }))

const buildManifest = (parts: BackupManifest['parts']): string =>
  JSON.stringify({
    format: 'waymark-backup/1',
    createdAt: '2026-01-01T00:00:00.000Z',
    encrypted: false,
    migrations: ['0001-record'],
    log: { entries: 0, head: null, checkpoint: null, key: null },
    tables: [],
    sequences: [],
    files: { held: 0, missing: [] },
    kept: [],
    parts,
  } satisfies BackupManifest)

// Lengths around a block, and one that is longer than a chunk of the encryption.
const contents = [0, 1, 511, 512, 513, 3000].map((length, at) => ({
  name: tablePart('waymark.area', at + 1),
  content: Buffer.alloc(length, `invented row ${at}`),
}))

const write = (
  path: string,
  secret: string | null,
  more: readonly { name: string; content: Buffer }[] = [],
) =>
  writeBackup({ path, passphrase: secret, cost: 10 }, async (writer: BackupWriter) => {
    for (const { name, content } of [...contents, ...more]) await writer.add(name, content)
    return buildManifest([...writer.parts])
  })

/** The same numbers on every run. */
function* listNumbers(): Generator<number, never> {
  for (let state = 20131127; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state
  }
}

describe.each([
  ['not encrypted', null],
  ['encrypted', passphrase],
])('a backup that is %s', (kind, secret) => {
  const path = () => join(folder, `${kind}.backup`)
  beforeAll(async () => {
    await write(path(), secret)
  })

  test('reads back as it was written, part by part', async () => {
    const parts = []
    for await (const part of readBackup({ path: path(), passphrase: secret }))
      if (!part.isManifest) parts.push({ name: part.name, content: Buffer.from(part.content) })
    expect(parts).toEqual(contents)
    const { manifest } = await checkBackup({ path: path(), passphrase: secret })
    expect(manifest.parts.map(({ bytes }) => bytes)).toEqual([0, 1, 511, 512, 513, 3000])
  })

  test('is found damaged after any of 200 changes of one byte, and the damaged place is named', async () => {
    const whole = await readFile(path())
    const numbers = listNumbers()
    const damaged = join(folder, `${kind}.damaged`)
    const missed: number[] = []
    for (let count = 0; count < 200; count++) {
      const at = numbers.next().value % whole.length
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + (numbers.next().value % 255)), at)
      await writeFile(damaged, bytes)
      const error = await checkBackup({ path: damaged, passphrase: secret }).catch((one: unknown) => one)
      if (error instanceof DamagedBackupError && error.part !== '') continue
      missed.push(at)
    }
    expect(missed).toEqual([])
  })

  test('is found damaged when it is cut off anywhere, or goes on after its end', async () => {
    const whole = await readFile(path())
    const cut = join(folder, `${kind}.cut`)
    for (const length of [0, 10, 511, 512, 1024, whole.length - 512, whole.length - 1]) {
      await copyFile(path(), cut)
      await truncate(cut, length)
      await expect(checkBackup({ path: cut, passphrase: secret })).rejects.toThrow(DamagedBackupError)
    }
    await writeFile(cut, Buffer.concat([whole, Buffer.alloc(512)]))
    await expect(checkBackup({ path: cut, passphrase: secret })).rejects.toThrow(DamagedBackupError)
  })

  test('is never written over, and a failure leaves nothing', async () => {
    await expect(write(path(), secret)).rejects.toMatchObject({ code: 'EEXIST' })
    const fails = join(folder, 'fails.backup')
    const failing = writeBackup({ path: fails, passphrase: secret, cost: 10 }, async (writer) => {
      await writer.add(readmePart, Buffer.from('x'))
      throw new Error('the database went away')
    })
    await expect(failing).rejects.toThrow('went away')
    expect((await readdir(folder)).filter((name) => name.startsWith('fails'))).toEqual([])
  })
})

test('the damaged part is named by its own name', async () => {
  const path = join(folder, 'named.backup')
  await write(path, null)
  const bytes = await readFile(path)
  const at = bytes.indexOf('invented row 5')
  bytes.write('I', at)
  await writeFile(path, bytes)
  await expect(checkBackup({ path, passphrase: null })).rejects.toMatchObject({
    part: tablePart('waymark.area', 6),
    message: `The backup is damaged: ${tablePart('waymark.area', 6)} is not what was written. Nothing was changed. Use another copy of it.`,
  })
})

test('an encrypted backup asks for its passphrase and no other, whatever its letters are made of', async () => {
  const path = join(folder, 'words.backup')
  await write(path, 'Жаңа сөйлем é')
  await expect(checkBackup({ path, passphrase: 'Жаңа сөйлем é'.normalize('NFD') })).resolves.toBeDefined()
  await expect(checkBackup({ path, passphrase: null })).rejects.toThrow(BackupPassphraseError)
  await expect(checkBackup({ path, passphrase: `${passphrase}.` })).rejects.toThrow(
    'not the one of this backup',
  )
  await expect(
    checkBackup({ path: join(folder, 'not encrypted.backup'), passphrase: passphrase }),
  ).rejects.toThrow('leave the passphrase out')
})

test('nothing of the parts can be read in an encrypted backup', async () => {
  const bytes = await readFile(join(folder, 'encrypted.backup'))
  expect(bytes.includes('invented row')).toBe(false)
  expect((await readFile(join(folder, 'not encrypted.backup'))).includes('invented row')).toBe(true)
})

test('a part longer than a chunk of the encryption comes through whole', async () => {
  const path = join(folder, 'long.backup')
  const content = Buffer.alloc(3 * 1024 * 1024 + 17, 'long')
  await write(path, passphrase, [{ name: tablePart('waymark.area', 99), content }])
  for await (const part of readBackup({ path, passphrase }))
    if (part.name === tablePart('waymark.area', 99)) expect(part.content.equals(content)).toBe(true)
  await expect(checkBackup({ path, passphrase })).resolves.toBeDefined()
})

test('a file under another hash than its own is refused, though the manifest lists it', async () => {
  const path = join(folder, 'file.backup')
  await write(path, null, [{ name: filePart('a'.repeat(64)), content: Buffer.from('invented') }])
  await expect(checkBackup({ path, passphrase: null })).rejects.toThrow(DamagedBackupError)
})
