import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCheckpoint } from './checkpoint.ts'
import { assessEdition, buildEdition, editionFiles, readEditionFile } from './edition.ts'
import { listEntries } from './edition-archive.ts'
import { buildLeaf } from './merkle.ts'
import { createSigningKey, parseSigningKey, type SigningKey } from './signed-note.ts'

const makeKey = (): SigningKey => {
  const key = parseSigningKey(createSigningKey('record.example.org/waymark'))
  if (key === null) throw new Error('no key')
  return key
}
const key = makeKey()
const root = buildLeaf(Buffer.from('invented'))

const build = (by: SigningKey = key) =>
  buildEdition(
    {
      id: '2013-11-27-abcdef',
      dossier: { key: 'invented', title: 'Invented dossier' },
      title: 'Invented edition',
      note: null,
      asOf: '2013-11-27',
      knownAt: '2026-01-01T00:00:00.000Z',
      method: 'm1',
      issuedAt: '2026-01-02T09:00:00.000Z',
      address: 'https://record.example.org/invented/editions/2013-11-27-abcdef',
      corrects: null,
    },
    new Map([
      ['README.md', `# Invented\n${'words '.repeat(50)}\n`],
      [editionFiles.data, '{"invented":true}'],
      ['tables/scorecard.csv', 'area,index\r\nexpression,50\r\n'.repeat(20)],
      [editionFiles.checkpoint, buildCheckpoint({ size: 12, root }, by)],
    ]),
    by,
  )
const { zip, manifest } = build()

test('an edition is whole, by its own key and by the one that is given', () => {
  expect(assessEdition(zip)).toEqual({
    ok: true,
    faults: [],
    manifest,
    checkpoint: { origin: key.name, size: 12, root },
  })
  expect(assessEdition(zip, `${key.verifier}\n`).ok).toBe(true)
  expect(assessEdition(zip, makeKey().verifier).faults.map(({ file }) => file)).toEqual(['key.txt'])
  expect(Buffer.from(readEditionFile(zip, 'edition.json') ?? []).toString()).toBe('{"invented":true}')
})

/** Which file the byte at a place belongs to, as far as heads, streams and the directory go. */
const areas = [...listEntries(zip).listed].map(([path, { stream }]) => {
  const from = stream.byteOffset - zip.byteOffset
  return { path, from: from - 30 - path.length, to: from + stream.byteLength }
})

test('every byte of the zip counts: whichever is changed, the file is named that it belongs to', () => {
  for (let i = 0; i < zip.byteLength; i++) {
    const altered = Buffer.from(zip)
    altered.writeUInt8(altered.readUInt8(i) ^ (1 << (i % 8)), i)
    const { ok, faults } = assessEdition(altered)
    expect(ok, `byte ${i}`).toBe(false)
    const owner = areas.find(({ from, to }) => i >= from && i < to)?.path
    if (owner !== undefined)
      expect(
        faults.map(({ file }) => file),
        `byte ${i}`,
      ).toContain(owner)
  }
}, 60_000)

test('one changed byte within the content of a file names that file and no other', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...areas),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      ({ path, from, to }, salt, change) => {
        const start = from + 30 + path.length
        const altered = Buffer.from(zip)
        const i = start + (salt % (to - start))
        altered.writeUInt8(altered.readUInt8(i) ^ change, i)
        expect(assessEdition(altered).faults.map(({ file }) => file)).toEqual([path])
      },
    ),
    { numRuns: 500 },
  )
})

test('a zip that was packed anew by another program with one byte changed names that file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-edition-'))
  try {
    const files = [...listEntries(zip).listed.keys()]
    writeFileSync(join(folder, 'in.zip'), zip)
    const script = `
import sys, zipfile
source = zipfile.ZipFile(sys.argv[1])
assert source.testzip() is None
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as target:
    for name in reversed(source.namelist()):
        content = bytearray(source.read(name))
        if name == sys.argv[3]: content[5] ^= 1
        target.writestr(name, bytes(content))
`
    const repack = (name: string) => {
      const out = join(folder, 'out.zip')
      execFileSync('python3', ['-c', script, join(folder, 'in.zip'), out, name])
      return assessEdition(execFileSync('cat', [out]))
    }
    for (const name of files.filter((path) => path !== 'manifest.json'))
      expect(repack(name).faults.map(({ file }) => file)).toEqual([name])
    expect(repack('manifest.json').faults.map(({ file }) => file)).toContain('manifest.json')
    expect(repack('nothing').ok).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('another edition under the same key does not pass for this one, nor this one signed by another key', () => {
  const other = build(makeKey())
  expect(other.manifest.key).not.toBe(manifest.key)
  expect(assessEdition(other.zip, key.verifier).ok).toBe(false)
})

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['text', Buffer.from('not a zip')],
  ['a zip that was cut off', zip.subarray(0, zip.byteLength - 1)],
  ['a zip with something behind it', Buffer.concat([zip, Buffer.from('x')])],
  ['half a zip', zip.subarray(0, zip.byteLength / 2)],
])('%s is not whole, and nothing is thrown', (_, bytes) => {
  expect(assessEdition(bytes).ok).toBe(false)
})
