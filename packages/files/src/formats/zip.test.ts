import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { buildZip, type MadePart } from '../../test/made-zip.ts'
import { parseZip } from './zip.ts'

const part: MadePart = { name: 'a/b.xml', data: 'text' }

test('what another program packed is read back, part by part', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(\/[a-z0-9]{1,8}){0,2}\.xml$/)
  const files = fc.dictionary(name, fc.uint8Array({ maxLength: 2000 }), { minKeys: 1, maxKeys: 10 })
  fc.assert(
    fc.property(files, fc.constantFrom(0, 6, 9), (given, level) => {
      const parts = parseZip(zipSync(given, { level: level as 0 | 6 | 9 }))
      expect(
        parts.ok && Object.fromEntries([...parts.value].map(([key, value]) => [key, [...value]])),
      ).toEqual(Object.fromEntries(Object.entries(given).map(([key, value]) => [key, [...value]])))
    }),
  )
})

test('whatever is changed in an archive, it is read as it was or refused, and nothing is thrown', () => {
  const whole = buildZip([part, { name: 'c.xml', data: 'x'.repeat(500) }])
  fc.assert(
    fc.property(fc.nat(whole.byteLength - 1), fc.nat(255), (at, value) => {
      const changed = Uint8Array.from(whole)
      changed[at] = value
      const parts = parseZip(changed)
      if (parts.ok) for (const data of parts.value.values()) expect([4, 500]).toContain(data.byteLength)
    }),
  )
})

test.each([
  ['a name that climbs out', { ...part, name: '../../etc/passwd' }],
  ['a name that climbs out later', { ...part, name: 'a/../../b' }],
  ['a name from the root', { ...part, name: '/etc/passwd' }],
  ['a name with backslashes', { ...part, name: '..\\..\\b' }],
  ['a name with a drive', { ...part, name: 'C:/b' }],
  ['a name with an end in it', { ...part, name: 'a\u0000.xml' }],
  ['another name in the second header', { ...part, localName: 'x/y.xml' }],
  ['a link', { ...part, attributes: 0o120777 << 16 }],
  ['an encrypted part', { ...part, flags: 1 }],
  ['an unknown method', { ...part, method: 12 }],
  ['a wrong sum', { ...part, crc: 1 }],
  ['a size that is too large', { ...part, size: 5 }],
  ['a packed size beyond the file', { ...part, packed: 10_000 }],
])('an archive with %s is none', (_what, made) => {
  expect(parseZip(buildZip([made]))).toEqual({ ok: false, error: 'not-a-zip' })
})

test('an archive with overlapping parts, a name twice, a wrong count or a tail is none', () => {
  const stored = { ...part, data: 'x'.repeat(100), store: true }
  for (const bytes of [
    buildZip([stored, { ...stored, name: 'c.xml', shared: true }]),
    buildZip([part, { ...part, name: 'A/B.xml' }]),
    buildZip([part], { count: 2 }),
    buildZip([part], { tail: '<script>' }),
    Buffer.concat([Buffer.from('MZ'), buildZip([part])]),
    new Uint8Array(),
  ])
    expect(parseZip(bytes)).toEqual({ ok: false, error: 'not-a-zip' })
})

test.each([
  ['says that it is small and is not', [{ ...part, data: 'x'.repeat(1000), size: 10 }]],
  ['inflates to more than a hundred times its size', [{ ...part, data: Buffer.alloc(4 * 1024 * 1024) }]],
  ['holds more than fifty megabytes', [{ ...part, data: Buffer.alloc(51 * 1024 * 1024), store: true }]],
  ['holds too many parts', Array.from({ length: 2001 }, (_, at) => ({ ...part, name: `${at}` }))],
])('an archive that %s is too much', (_what, parts) => {
  expect(parseZip(buildZip(parts))).toEqual({ ok: false, error: 'too-much' })
})
