import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildConsistencyProof,
  buildInclusionProof,
  buildLeaf,
  buildTree,
  getRoot,
  isConsistent,
  isIncluded,
} from './merkle.ts'

const most = 1500
const contents = Array.from({ length: most }, (_, i) => createHash('sha256').update(`entry ${i}`).digest())
const tree = buildTree(contents)
const headOf = (size: number) => ({ size, root: getRoot(tree, size) })
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** MTH of RFC 6962, 2.1, word for word: slow, and another road to the same root. */
function formatRoot(leaves: readonly Uint8Array[]): Buffer {
  const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return sha(Uint8Array.of(0), leaves[0] as Uint8Array)
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha(Uint8Array.of(1), formatRoot(leaves.slice(0, k)), formatRoot(leaves.slice(k)))
}

test('roots are those of the test vectors of Certificate Transparency', () => {
  const vectors = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const known = buildTree(vectors.map((v) => Buffer.from(v, 'hex')))
  expect(hex(getRoot(known, 0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(hex(getRoot(known, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  expect(hex(getRoot(known, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77')
  expect(hex(getRoot(known, 8))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('the root over any number of leaves is that of the definition', () => {
  for (const size of [...Array(70).keys(), 127, 128, 129, 1000, most])
    expect(getRoot(tree, size)).toEqual(formatRoot(contents.slice(0, size)))
})

const place = fc
  .integer({ min: 1, max: most })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })))

test('a thousand random inclusion proofs hold, and none of them for another leaf, place, size or root', () => {
  fc.assert(
    fc.property(place, fc.nat(), ([size, index], salt) => {
      const proof = buildInclusionProof(tree, index, size)
      const leaf = buildLeaf(contents[index] as Buffer)
      const head = headOf(size)
      expect(isIncluded(leaf, index, head, proof)).toBe(true)
      expect(isIncluded(buildLeaf(Buffer.from(`forged ${salt}`)), index, head, proof)).toBe(false)
      if (size > 1) expect(isIncluded(leaf, (index + 1) % size, head, proof)).toBe(false)
      expect(isIncluded(leaf, index, { size, root: buildLeaf(head.root) }, proof)).toBe(false)
      expect(isIncluded(leaf, index, head, [...proof, head.root])).toBe(false)
      if (proof.length > 0) {
        expect(isIncluded(leaf, index, head, proof.slice(1))).toBe(false)
        const [step, bit] = [salt % proof.length, salt % 256]
        const altered = Buffer.from(proof[step] as Buffer)
        altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        expect(isIncluded(leaf, index, head, proof.with(step, altered))).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})

const sizes = fc
  .tuple(fc.nat({ max: most }), fc.nat({ max: most }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

test('a later log is consistent with every earlier one, and never with one that was rewritten', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), ([former, later], salt) => {
      const proof = buildConsistencyProof(tree, former, later)
      expect(isConsistent(headOf(former), headOf(later), proof)).toBe(true)
      if (former === 0) return
      const rewritten = formatRoot(contents.slice(0, former).with(salt % former, Buffer.from('rewritten')))
      expect(isConsistent({ size: former, root: rewritten }, headOf(later), proof)).toBe(false)
      expect(isConsistent(headOf(former), { size: later, root: rewritten }, proof)).toBe(false)
      if (former < later) {
        expect(isConsistent(headOf(former), headOf(later), proof.slice(1))).toBe(false)
        expect(isConsistent(headOf(former), headOf(later), [...proof, rewritten])).toBe(false)
        expect(isConsistent(headOf(later), headOf(former), proof)).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})

test('sizes and places that do not exist are refused', () => {
  expect(() => getRoot(tree, most + 1)).toThrow(RangeError)
  expect(() => buildInclusionProof(tree, 5, 5)).toThrow(RangeError)
  expect(() => buildConsistencyProof(tree, 6, 5)).toThrow(RangeError)
  expect(isIncluded(contents[0] as Buffer, -1, headOf(3), [])).toBe(false)
  expect(isConsistent({ size: 1.5, root: getRoot(tree, 1) }, headOf(3), [])).toBe(false)
})

test('two hundred thousand leaves and a proof of each hundredth take seconds, not minutes', () => {
  const many = buildTree(
    (function* () {
      for (let i = 0; i < 200_000; i++) yield Buffer.from(`entry ${i}`)
    })(),
  )
  const head = { size: many.size, root: getRoot(many) }
  for (let i = 0; i < many.size; i += 100)
    expect(isIncluded(buildLeaf(Buffer.from(`entry ${i}`)), i, head, buildInclusionProof(many, i))).toBe(true)
}, 20_000)
