import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getDemoSecret, SecretFileError } from './secret.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'waymark-config-'))
})
afterEach(() => rm(dir, { recursive: true }))

test('the demo secret is made once, kept with mode 0600, and the same for all who ask at once', async () => {
  const data = join(dir, 'new', 'data')
  const secrets = await Promise.all(Array.from({ length: 20 }, () => getDemoSecret(data)))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(43)
  expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600)
  expect(await readdir(data)).toEqual(['secret'])
  expect(await getDemoSecret(data)).toBe(secrets[0])
})

test('two data directories have different secrets', async () => {
  expect(await getDemoSecret(join(dir, 'a'))).not.toBe(await getDemoSecret(join(dir, 'b')))
})

test('a secret file that others may read is closed to them', async () => {
  await writeFile(join(dir, 'secret'), 'x'.repeat(40), { mode: 0o644 })
  await getDemoSecret(dir)
  expect((await stat(join(dir, 'secret'))).mode & 0o777).toBe(0o600)
})

test('a damaged secret file is refused and left as it is', async () => {
  await writeFile(join(dir, 'secret'), 'short')
  await expect(getDemoSecret(dir)).rejects.toThrow(SecretFileError)
  expect(await readFile(join(dir, 'secret'), 'utf8')).toBe('short')
})
