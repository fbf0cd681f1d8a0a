import { addMonths } from '@waymark/kernel/partial-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayAssert } from './content.ts'
import { evidenceKinds, origins, stances } from './evidence.ts'
import { levels, states } from './level.ts'
import { type Beside, listRuleNotices, type Unfinished } from './notices.ts'

const today = '2026-11-24'
const beside: Beside = { inForce: null, reviewMonths: 12, today }
const typed: Unfinished = { level: null, state: null, contrary: false, effective: null, evidence: [] }
const item = { stance: 'supports', kind: 'ngo-monitoring', origin: 'independent-ngo' } as const
const draft = { ...item, kind: 'draft-law', origin: 'government' } as const
const find = (form: Unfinished, rule: string, by = beside) =>
  listRuleNotices(form, by).find((notice) => notice.rule === rule)

test('a form that is empty is told nothing', () => {
  expect(listRuleNotices(typed, beside)).toEqual([])
})

test('a draft law alone stops a level above limited and names the items, and is told of at limited', () => {
  const context = { ...item, stance: 'context' } as const
  expect(find({ ...typed, level: 'some', evidence: [context, draft] }, 'draft-law-caps-at-limited')).toEqual({
    rule: 'draft-law-caps-at-limited',
    weight: 'stops',
    items: [1],
  })
  expect(find({ ...typed, level: 'limited', evidence: [draft] }, 'draft-law-caps-at-limited')?.weight).toBe(
    'tells',
  )
  expect(
    find({ ...typed, level: 'some', evidence: [draft, item] }, 'draft-law-caps-at-limited'),
  ).toBeUndefined()
})

test('full implementation is stopped until two origins support it, and says which count', () => {
  const one = find({ ...typed, level: 'full', evidence: [item, { ...item }] }, 'full-needs-two-origins')
  expect(one).toMatchObject({ weight: 'stops', origins: ['independent-ngo'] })
  const against = { ...item, stance: 'contradicts', origin: 'media' } as const
  expect(find({ ...typed, level: 'full', evidence: [item, against] }, 'full-needs-two-origins')?.weight).toBe(
    'stops',
  )
  const two = find(
    { ...typed, level: 'full', evidence: [item, { ...item, origin: 'court' }] },
    'full-needs-two-origins',
  )
  expect(two).toMatchObject({ weight: 'tells', origins: ['independent-ngo', 'court'] })
})

test('measures against the ask beside a state are stopped', () => {
  expect(
    find({ ...typed, state: 'not-applicable', contrary: true }, 'contrary-goes-with-a-level')?.weight,
  ).toBe('stops')
  expect(listRuleNotices({ ...typed, level: 'none', contrary: true }, beside)).toEqual([])
})

test('a date that has not come is stopped until its first day; one that is not over is told to count from its last', () => {
  expect(find({ ...typed, effective: '2027' }, 'effective-in-future')).toMatchObject({ until: '2027-01-01' })
  expect(find({ ...typed, effective: today }, 'effective-in-future')).toBeUndefined()
  expect(find({ ...typed, effective: '2026' }, 'counts-from-its-last-day')).toMatchObject({
    day: '2026-12-31',
  })
})

test('a date before the finding in force is told to leave that one in force; the same date replaces it', () => {
  const by = { ...beside, inForce: { effective: '2026-05' } }
  expect(find({ ...typed, effective: '2026-05-30' }, 'older-than-in-force', by)).toMatchObject({
    inForce: '2026-05',
  })
  expect(find({ ...typed, effective: '2026-05' }, 'older-than-in-force', by)).toBeUndefined()
})

test('a level is told the last day on which it is current, and whether that has passed; a state never grows stale', () => {
  expect(find({ ...typed, level: 'some', effective: '2026-01-31' }, 'stale-after')).toMatchObject({
    day: addMonths('2026-01-31', 12),
    passed: false,
  })
  expect(find({ ...typed, level: 'some', effective: '2020' }, 'stale-after')).toMatchObject({ passed: true })
  expect(find({ ...typed, state: 'no-information', effective: '2020' }, 'stale-after')).toBeUndefined()
})

test('what is told to stop is exactly what the record refuses of a whole form', () => {
  const evidence = fc.array(
    fc.record({
      stance: fc.constantFrom(...stances),
      kind: fc.constantFrom(...evidenceKinds.slice(0, 3)),
      origin: fc.constantFrom(...origins.slice(0, 3)),
    }),
    { minLength: 1, maxLength: 4 },
  )
  const finding = fc.oneof(
    fc.record({ level: fc.constantFrom(...levels), contrary: fc.boolean() }),
    fc.record({ state: fc.constantFrom(...states) }),
  )
  const effective = fc.constantFrom('2024', '2026', '2026-11', '2026-11-24', '2026-11-25', '2026-12', '2027')
  fc.assert(
    fc.property(finding, effective, evidence, (said, date, items) => {
      const form: Unfinished = {
        level: 'level' in said ? said.level : null,
        state: 'state' in said ? said.state : null,
        contrary: 'level' in said && said.contrary,
        effective: date,
        evidence: items,
      }
      const stops = listRuleNotices(form, beside).flatMap((n) => (n.weight === 'stops' ? n.rule : []))
      const allowed = mayAssert(
        { finding: said, effective: date, rationale: 'Invented.', evidence: items },
        { today },
      )
      if (allowed.ok) expect(stops).toEqual([])
      else expect(stops).toContain(allowed.error.code)
    }),
    { numRuns: 500 },
  )
})
