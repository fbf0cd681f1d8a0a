import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCheckpoint, readCheckpoint, readCheckpointBy } from './checkpoint.ts'
import { buildLeaf } from './merkle.ts'
import {
  buildNote,
  createSigningKey,
  parseSigningKey,
  parseVerifierKey,
  readNote,
  type SigningKey,
  type VerifierKey,
} from './signed-note.ts'

const makeKey = (name: string): SigningKey => {
  const key = parseSigningKey(createSigningKey(name))
  if (key === null) throw new Error('no key')
  return key
}
const verifierOf = ({ verifier }: SigningKey): VerifierKey => {
  const key = parseVerifierKey(verifier)
  if (key === null) throw new Error('no key')
  return key
}
const key = makeKey('record.example.org/waymark')
const verifier = verifierOf(key)

test('the published example of the specification of Go’s notes is read, key and signature', () => {
  const peter = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const note =
    'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
      '’',
      "'",
    ) +
    '\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
  if (peter === null) throw new Error('the key was not read')
  expect(readNote(note, peter)).toMatch(/^If you think cryptography/)
})

test('a note is read by its key alone', () => {
  const note = buildNote('Invented words.\n', key)
  expect(readNote(note, verifier)).toBe('Invented words.\n')
  expect(readNote(note, verifierOf(makeKey(key.name)))).toBeNull()
  expect(readNote(note, verifierOf(makeKey('other')))).toBeNull()
})

test('signatures of others stand beside ours and mean nothing', () => {
  const text = 'Invented words.\n'
  const other = buildNote(text, makeKey('witness')).slice(text.length + 1)
  expect(readNote(`${buildNote(text, key)}${other}`, verifier)).toBe(text)
})

test('no byte of a note can be changed', () => {
  const note = Buffer.from(buildNote('Invented words.\n', key))
  fc.assert(
    fc.property(fc.nat({ max: note.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), (i, change) => {
      const altered = Buffer.from(note)
      altered.writeUInt8(altered.readUInt8(i) ^ change, i)
      expect(readNote(altered.toString('utf8'), verifier)).toBeNull()
    }),
    { numRuns: 1000 },
  )
})

test('a checkpoint says origin, size and root, and only for the log of its key', () => {
  const root = buildLeaf(Buffer.from('x'))
  const note = buildCheckpoint({ size: 1234, root }, key)
  expect(note.split('\n').slice(0, 3)).toEqual([key.name, '1234', root.toString('base64')])
  expect(readCheckpoint(note, verifier)).toEqual({ origin: key.name, size: 1234, root })
  expect(readCheckpointBy(note, key.verifier)?.size).toBe(1234)
  const foreign = buildNote(`elsewhere\n1234\n${root.toString('base64')}\n`, key)
  expect(readCheckpoint(foreign, verifier)).toBeNull()
  expect(readCheckpoint(buildNote(`${key.name}\n01\n${root.toString('base64')}\n`, key), verifier)).toBeNull()
})

test.each([
  '',
  'nothing',
  'PRIVATE+KEY+a+00000000+AAAA',
  'a+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
])('“%s” is no key', (text) => {
  expect(parseSigningKey(text)).toBeNull()
  expect(parseVerifierKey(text)).toBeNull()
})

test('a name with a space or a plus is refused', () => {
  expect(() => createSigningKey('a b')).toThrow(RangeError)
  expect(() => createSigningKey('a+b')).toThrow(RangeError)
})
