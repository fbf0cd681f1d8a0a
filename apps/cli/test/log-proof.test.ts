import { createHash } from 'node:crypto'
import { buildAtom } from '@waymark/exchange/open-data/atom'
import { buildCheckpoint } from '@waymark/ledger/checkpoint'
import { buildConsistencyProof, buildInclusionProof, buildTree, getRoot } from '@waymark/ledger/merkle'
import { createSigningKey, parseSigningKey, type SigningKey } from '@waymark/ledger/signed-note'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCheckpoints } from '../src/given-proof.ts'
import { findProofFault, type LogProof } from '../src/log-proof.ts'

const createKey = (): SigningKey => {
  const key = parseSigningKey(createSigningKey('record.example.org/waymark'))
  if (key === null) throw new Error('no key')
  return key
}
const key = createKey()
const most = 700
const hashes = Array.from({ length: most }, (_, i) => createHash('sha256').update(`entry ${i}`).digest())
const tree = buildTree(hashes)
const base64 = (steps: readonly Uint8Array[]) => steps.map((step) => Buffer.from(step).toString('base64'))
// Signing takes longer than proving: each size once.
const checkpoints = Array.from({ length: most + 1 }, (_, size) =>
  buildCheckpoint({ size, root: getRoot(tree, size) }, key),
)
const checkpointOf = (size: number): string => checkpoints[size] ?? ''
const hashOf = (index: number): string => hashes[index]?.toString('hex') ?? ''

const buildInclusion = (size: number, index: number): LogProof => ({
  format: 'waymark-log-proof/1',
  kind: 'inclusion',
  entry: index + 1,
  entryHash: hashOf(index),
  key: key.verifier,
  checkpoint: checkpointOf(size),
  proof: base64(buildInclusionProof(tree, index, size)),
})

test('a thousand random entries are proved by a checkpoint alone, and no other entry by the same proof', () => {
  const place = fc
    .integer({ min: 2, max: most })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })))
  fc.assert(
    fc.property(place, ([size, index]) => {
      const proof = buildInclusion(size, index)
      expect(findProofFault(proof, key.verifier)).toBeNull()
      if (proof.kind !== 'inclusion') return
      const other = (index + 1) % size
      expect(findProofFault({ ...proof, entryHash: hashOf(other) })).toContain('does not hold this hash')
      expect(findProofFault({ ...proof, entry: other + 1 })).toContain('does not hold this hash')
    }),
    { numRuns: 1000 },
  )
})

test('any two checkpoints of one log are proved consistent, and none of them with that of a log that was rewritten', () => {
  const rewritten = buildTree(hashes.with(0, createHash('sha256').update('rewritten').digest()))
  const pair = fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [former, later] = a < b ? [a, b] : [b, a]
      const proof: LogProof = {
        format: 'waymark-log-proof/1',
        kind: 'consistency',
        former: checkpointOf(former),
        formerKey: key.verifier,
        key: key.verifier,
        checkpoint: checkpointOf(later),
        proof: base64(buildConsistencyProof(tree, former, later)),
      }
      expect(findProofFault(proof, key.verifier)).toBeNull()
      const forged = buildCheckpoint({ size: later, root: getRoot(rewritten, later) }, key)
      const honest = base64(buildConsistencyProof(rewritten, former, later))
      expect(findProofFault({ ...proof, checkpoint: forged, proof: honest })).toContain(
        'The log was rewritten',
      )
    }),
    { numRuns: 300 },
  )
})

const feedOf = (notes: readonly string[]): string =>
  buildAtom({
    id: 'tag:record.example,2026-01-01:x/feed',
    title: 'Invented <feed>',
    subtitle: 'Invented',
    author: 'Nobody',
    language: 'en',
    updated: '2026-01-01T00:00:00.000Z',
    self: 'https://record.example/x/feed.atom',
    first: 'https://record.example/x/feed.atom',
    next: null,
    alternate: 'https://record.example/x',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    rights: 'CC BY 4.0',
    entries: notes.map((note, at) => ({
      id: `tag:record.example,2026-01-01:x/edition/${at}`,
      title: 'Invented edition',
      updated: '2026-01-01T00:00:00.000Z',
      url: 'https://record.example/x',
      content: 'Invented',
      categories: ['edition'],
      checkpoint: { note, key: key.verifier },
    })),
  })

test('the checkpoints of a feed are read out of it and hold; one that was changed does not', () => {
  const found = readCheckpoints(feedOf([checkpointOf(3), checkpointOf(500)]), key.verifier)
  expect(found?.map((one) => one !== false && one.size)).toEqual([3, 500])
  expect(
    readCheckpoints(feedOf([checkpointOf(3), checkpointOf(500).replace('500', '501')]), key.verifier),
  ).toEqual([expect.objectContaining({ size: 3 }), false])
  expect(readCheckpoints(checkpointOf(7), key.verifier)).toEqual([expect.objectContaining({ size: 7 })])
  expect(readCheckpoints(checkpointOf(7), createKey().verifier)).toEqual([false])
  expect(readCheckpoints('{"format":"waymark-log-proof/1"}', undefined)).toBeNull()
  expect(readCheckpoints(feedOf([]), undefined)).toBeNull()
})
