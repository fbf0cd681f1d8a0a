import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startFakeBucket } from '../test/fake-bucket.ts'
import { DamagedFileError, type FileStore, openFileStore } from './file-store.ts'

let dir: string
let store: FileStore
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'waymark-files-'))
  store = openFileStore({ kind: 'folder' }, dir)
})
afterEach(() => rm(dir, { recursive: true }))

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const place = (sha256: string) => join(dir, 'files', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256)

test('whatever is kept comes back byte for byte under its SHA-256, and twice the same is kept once', async () => {
  const kept = new Map<string, Uint8Array>()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
      const { sha256 } = await store.create(bytes)
      expect(sha256).toBe(hash(bytes))
      await store.create(new Uint8Array(bytes))
      kept.set(sha256, bytes)
      for (const [name, was] of kept) if (name[0] === sha256[0]) expect(await store.get(name)).toEqual(was)
    }),
    { numRuns: 60 },
  )
  const names = await readdir(join(dir, 'files', 'sha256'), { recursive: true })
  expect(names.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(kept.size)
  expect(await readdir(join(dir, 'files', 'incoming'))).toEqual([])
})

test('one bit changed in each of 500 stored files: each is found, none is given out (E-1)', async () => {
  const random = fc.sample(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat()), 500)
  const names: string[] = []
  for (const [i, [tail, where]] of random.entries()) {
    const { sha256 } = await store.create(new Uint8Array([...Buffer.from(`file ${i} `), ...tail]))
    const stored = await readFile(place(sha256))
    const at = where % stored.length
    stored[at] = (stored[at] ?? 0) ^ (1 << (where % 8))
    await writeFile(place(sha256), stored)
    names.push(sha256)
  }
  const faults = await Promise.all(names.map((name) => store.assess(name)))
  expect(faults.filter((fault) => fault === 'altered')).toHaveLength(500)
  for (const name of names) await expect(store.get(name)).rejects.toThrow(DamagedFileError)
})

test('a file that is gone is missing; kept again it is whole', async () => {
  const bytes = Buffer.from('synthetic')
  const { sha256 } = await store.create(bytes)
  await rm(place(sha256))
  expect(await store.assess(sha256)).toBe('missing')
  await expect(store.get(sha256)).rejects.toMatchObject({ fault: 'missing', sha256 })
  await store.create(bytes)
  expect(await store.assess(sha256)).toBeNull()
})

test('other bytes under a name are left as they are', async () => {
  const bytes = Buffer.from('the original')
  const { sha256 } = await store.create(bytes)
  await writeFile(place(sha256), 'something else')
  await expect(store.create(bytes)).rejects.toThrow(DamagedFileError)
  expect(await readFile(place(sha256), 'utf8')).toBe('something else')
})

test('twenty who keep the same bytes at once keep them once, readable by the owner alone', async () => {
  const bytes = Buffer.from('the same')
  const stored = await Promise.all(Array.from({ length: 20 }, () => store.create(bytes)))
  expect(new Set(stored.map(({ sha256 }) => sha256))).toEqual(new Set([hash(bytes)]))
  expect((await stat(place(hash(bytes)))).mode & 0o077).toBe(0)
  expect(await readdir(join(dir, 'files', 'incoming'))).toEqual([])
})

test('a name that is no hash reaches no file', async () => {
  await writeFile(join(dir, 'secret'), 'x')
  for (const name of ['../secret', 'secret', '', 'A'.repeat(64)])
    await expect(store.get(name)).rejects.toThrow('SHA-256')
})

test('a bucket keeps the same promises', async () => {
  const bucket = await startFakeBucket()
  try {
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'synthetic' }
    const { endpoint } = bucket
    const there = openFileStore(
      { kind: 's3', bucket: 'waymark', prefix: 'kept', region: 'eu-central-1', endpoint, credentials },
      dir,
    )
    const bytes = Buffer.from('Полный текст')
    const { sha256 } = await there.create(bytes)
    await there.create(bytes)
    const name = `/waymark/kept/sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
    expect([...bucket.objects]).toEqual([[name, bytes]])
    expect(bucket.asked.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
    expect(Buffer.from(await there.get(sha256))).toEqual(bytes)
    bucket.objects.set(name, Buffer.from('другое'))
    expect(await there.assess(sha256)).toBe('altered')
    await expect(there.create(bytes)).rejects.toThrow(DamagedFileError)
    bucket.objects.clear()
    expect(await there.assess(sha256)).toBe('missing')
    expect(await readdir(dir)).toEqual([])
  } finally {
    await bucket.close()
  }
})
