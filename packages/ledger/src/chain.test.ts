import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuditContent, type AuditEntry, assessChain, buildEntry, genesis } from './chain.ts'
import { buildRowsDigest, type RowsDigest } from './rows-digest.ts'

const at = (seq: number) => `2026-01-01T00:00:00.${String(seq % 1000).padStart(3, '0')}Z`

const content = (seq: number): AuditContent => ({
  seq,
  at: at(seq),
  actor: { kind: 'user', id: `user-${seq % 3}`, name: 'Invented Person' },
  action: 'assessment.publish',
  subject: { kind: 'assessment', dossier: 'synthetic', key: `XX-2020-${seq}` },
  before: null,
  after: { level: seq % 2 === 0 ? 'none' : 'some' },
  rows: [buildRowsDigest('assessment', [{ id: seq }])],
})

function buildChain(length: number): AuditEntry[] {
  const chain: AuditEntry[] = []
  for (let seq = 1; seq <= length; seq++) chain.push(buildEntry(chain.at(-1)?.hash ?? genesis, content(seq)))
  return chain
}

const intact = buildChain(60)
const place = fc.nat({ max: intact.length - 1 })
const rounds = { numRuns: 200 }

/** Every way to touch one field of an entry. */
const edits: ((e: AuditEntry) => AuditEntry)[] = [
  (e) => ({ ...e, at: at(e.seq + 1) }),
  (e) => ({ ...e, actor: { ...e.actor, name: `${e.actor.name}.` } }),
  (e) => ({ ...e, actor: { ...e.actor, kind: 'system' } }),
  (e) => ({ ...e, action: 'assessment.withdraw' }),
  (e) => ({ ...e, subject: { ...e.subject, dossier: null } }),
  (e) => ({ ...e, before: { level: 'none' } }),
  (e) => ({ ...e, after: null }),
  (e) => ({ ...e, rows: [] }),
  (e) => ({ ...e, previous: e.hash }),
  (e) => ({ ...e, hash: e.previous }),
]

test('an intact chain raises no alarm, of any length', async () => {
  for (let length = 0; length <= intact.length; length++) {
    const report = await assessChain(intact.slice(0, length))
    const last = intact[length - 1]
    const head = last ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: genesis }
    expect(report).toEqual({ ok: true, entries: length, head, faults: [], faultCount: 0 })
  }
})

test('an edit of any entry is found, and that entry is named first', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...edits), async (i, edit) => {
      const entry = intact[i]
      if (!entry) throw new Error('out of range')
      const report = await assessChain(intact.with(i, edit(entry)))
      expect(report.ok).toBe(false)
      expect(report.faults[0]?.seq).toBe(i + 1)
    }),
    rounds,
  )
})

test('an edit whose hash was recomputed is found at the next entry', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: intact.length - 2 }), async (i) => {
      const entry = intact[i]
      if (!entry) throw new Error('out of range')
      const { previous, hash: _, ...rest } = entry
      const report = await assessChain(
        intact.with(i, buildEntry(previous, { ...rest, after: { level: 'full' } })),
      )
      expect(report.faults.map((f) => [f.seq, f.kind])).toEqual([[i + 2, 'previous']])
    }),
    rounds,
  )
})

test('a deletion is found, unless it is the end that was cut off', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: intact.length - 2 }), async (i) => {
      const report = await assessChain(intact.toSpliced(i, 1))
      expect(report.faults.map((f) => [f.seq, f.kind])).toEqual([
        [i + 2, 'gap'],
        [i + 2, 'previous'],
      ])
    }),
    rounds,
  )
})

test('an insertion is found, even one with a fitting hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: intact.length - 2 }), async (i) => {
      const before = intact[i]
      if (!before) throw new Error('out of range')
      const forged = buildEntry(before.hash, content(i + 2))
      const report = await assessChain(intact.toSpliced(i + 1, 0, { ...forged, action: 'forged' }))
      expect(report.ok).toBe(false)
      const fitting = await assessChain(
        intact.toSpliced(i + 1, 0, buildEntry(before.hash, { ...content(i + 2), after: null })),
      )
      expect(fitting.ok).toBe(false)
    }),
    rounds,
  )
})

test('two entries that changed places are found', async () => {
  await fc.assert(
    fc.asyncProperty(place, place, async (i, j) => {
      fc.pre(i !== j)
      const [a, b] = [intact[i], intact[j]]
      if (!a || !b) throw new Error('out of range')
      expect((await assessChain(intact.with(i, b).with(j, a))).ok).toBe(false)
      // Contents swapped under the old numbers and links.
      const swapped = intact
        .with(i, { ...b, seq: a.seq, previous: a.previous })
        .with(j, { ...a, seq: b.seq, previous: b.previous })
      expect((await assessChain(swapped)).ok).toBe(false)
    }),
    rounds,
  )
})

test('rows that are not what the entry recorded are named', async () => {
  const digestsOf = (seq: number): RowsDigest[] => [buildRowsDigest('assessment', [{ id: seq }])]
  expect((await assessChain(intact, { rowsOf: digestsOf })).ok).toBe(true)
  expect((await assessChain(intact, { rowsOf: async (seq) => digestsOf(seq) })).ok).toBe(true)

  const cases: [RowsDigest[], string][] = [
    [
      [buildRowsDigest('assessment', [{ id: 999 }])],
      'Entry 7: the rows of this entry in assessment are not what was recorded.',
    ],
    [[], 'Entry 7: the entry recorded 1 rows in assessment, and 0 are there.'],
    [
      [...digestsOf(7), buildRowsDigest('claim', [{}, {}])],
      'Entry 7: 2 rows in claim say they come from this entry, which recorded none there.',
    ],
  ]
  for (const [digests, message] of cases) {
    const report = await assessChain(intact, { rowsOf: (seq) => (seq === 7 ? digests : digestsOf(seq)) })
    expect(report.faults).toEqual([{ seq: 7, kind: 'rows', message }])
  }
})

test('the walk may begin after an entry that is vouched for', async () => {
  const tenth = intact[9]
  if (!tenth) throw new Error('out of range')
  const after = { seq: tenth.seq, hash: tenth.hash }
  expect((await assessChain(intact.slice(10), { after })).ok).toBe(true)
  expect((await assessChain(intact.slice(11), { after })).faults[0]?.kind).toBe('gap')
})

test('an entry that is not even JSON is a fault, not a crash', async () => {
  const broken = { ...intact[0], after: { level: Number.NaN } } as AuditEntry
  expect((await assessChain([broken])).faults[0]?.kind).toBe('hash')
})

test('a hundred thousand entries are walked one at a time, and the list of faults stays short', async () => {
  async function* forge() {
    for (let seq = 1; seq <= 100_000; seq++) yield { ...content(seq), previous: genesis, hash: genesis }
  }
  const report = await assessChain(forge())
  expect(report.entries).toBe(100_000)
  expect(report.faultCount).toBe(100_000)
  expect(report.faults.length).toBe(1000)
  expect(report.faults[0]?.seq).toBe(1)
})
