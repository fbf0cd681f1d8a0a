import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SecretFileError } from '@waymark/config/secret'
import { createSigningKey } from '@waymark/ledger/signed-note'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEditionAccess } from './edition-access.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-key-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const baseUrl = 'https://record.example.org'
const embedded = { kind: 'embedded' } as const
const external = { kind: 'external', url: 'postgres://db.example/waymark' } as const

test('with the embedded database a key is made once, kept to oneself, and the same for all who ask at once', async () => {
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => openEditionAccess({ database: embedded, dataDir }, baseUrl)),
  )
  expect(new Set(opened.map(({ key }) => key?.verifier)).size).toBe(1)
  expect(opened[0]?.key?.name).toMatch(/^record\.example\.org\/waymark\/[0-9a-f]{8}$/)
  expect((await stat(join(dataDir, 'signing-key'))).mode & 0o777).toBe(0o600)
  // The name stays when the site moves.
  const moved = await openEditionAccess({ database: embedded, dataDir }, 'https://elsewhere.example.org')
  expect(moved.key?.verifier).toBe(opened[0]?.key?.verifier)
})

test('with a database server of one’s own there is no key but the given one, as text or as a file', async () => {
  expect((await openEditionAccess({ database: external, dataDir }, baseUrl)).key).toBeNull()
  const text = createSigningKey('record.example.org/waymark')
  const file = join(dataDir, 'given')
  await writeFile(file, `${text}\n`)
  for (const signingKey of [{ text }, { file }])
    expect((await openEditionAccess({ database: external, dataDir, signingKey }, baseUrl)).key?.name).toBe(
      'record.example.org/waymark',
    )
})

test('a damaged key and a file that is not there are told, and nothing is made in their place', async () => {
  const open = (signingKey: { text: string } | { file: string }) =>
    openEditionAccess({ database: embedded, dataDir, signingKey }, baseUrl)
  await expect(open({ file: join(dataDir, 'nothing') })).rejects.toThrow(SecretFileError)
  await writeFile(join(dataDir, 'signing-key'), `PRIVATE+KEY+${'x'.repeat(40)}`)
  await expect(openEditionAccess({ database: embedded, dataDir }, baseUrl)).rejects.toThrow(/damaged/)
  expect(await readFile(join(dataDir, 'signing-key'), 'utf8')).toContain('xxxx')
})
