import { expect, test } from 'vitest'
import { type Body, body, getSectionId, type Section } from './body.ts'
import { buildFacts } from './build-facts.ts'
import { compareBodies } from './compare-bodies.ts'
import type { Basis, Fact } from './fact.ts'
import { acceptFacts, listFactChanges } from './fact-changes.ts'
import { mergeBodies } from './merge.ts'
import type { BriefingRecord, RecommendationLine } from './record.ts'
import { suggestSections } from './suggest.ts'

const basis: Basis = { asOf: '2013-11-27', knownAt: '2013-11-28T00:00:00.000Z', method: 'm1' }
const cited = {
  source: {
    key: 's',
    title: 'Invented source',
    publisher: 'Invented',
    kind: 'ngo' as const,
    date: '2013',
    url: null,
    language: 'en',
  },
  locator: 'page 1',
}
const nought = { none: 0, limited: 0, some: 0, substantial: 0, full: 0, contrary: 0, unknown: 1 }
const figures = { distribution: nought, assessed: 0, applicable: 1, index: { low: 0, high: 100 } }

const aLine = (ref: string, over: Partial<RecommendationLine> = {}): RecommendationLine => ({
  ref,
  title: `Invented ask ${ref}`,
  area: 'one',
  left: false,
  text: 'Invented text.',
  wording: 'as-issued',
  basis: 'explicit',
  issued: '2013-01-01',
  by: ['Invented body'],
  of: ['Invented ministry'],
  cited,
  rounds: [],
  line: [ref],
  uptake: [],
  standing: 'not-assessed',
  before: null,
  finding: null,
  claims: [],
  gates: [],
  ...over,
})
const aRecord = (over: Partial<BriefingRecord> = {}): BriefingRecord => ({
  basis,
  since: { title: 'Invented round', date: '2011-11' },
  figures,
  areas: [
    { key: 'one', title: 'Area one', figures },
    { key: 'two', title: 'Area two', figures },
    { key: 'empty', title: 'Empty area', figures: null },
  ],
  recommendations: [
    aLine('XX-02'),
    aLine('XX-01', {
      issued: '2012',
      gates: [{ milestone: 'signed', role: 'required', required: 'some', state: 'unmet' }],
    }),
    aLine('XX-03', { area: 'two', left: true }),
  ],
  cases: [
    { key: 'case-of-one', recommendations: ['XX-01'], statuses: [{ status: 'detained', date: '2013' }] },
    { key: 'case-of-none', recommendations: [], statuses: [{ status: 'closed', date: '2012' }] },
    { key: 'case-of-later', recommendations: ['XX-01'], statuses: [] },
  ],
  statements: [
    { key: 'must-depend', actor: 'Invented EU body', date: '2012', summary: 'It must depend.', cited },
  ],
  milestones: [
    {
      key: 'opened',
      title: 'Opened',
      track: 'Invented',
      kind: 'opened',
      planned: null,
      occurred: '2011',
      cancelled: null,
      required: { met: 0, unmet: 0, unknown: 0, waived: 0 },
      cited,
    },
    {
      key: 'signed',
      title: 'Signed',
      track: 'Invented',
      kind: 'signed',
      planned: '2015',
      occurred: null,
      cancelled: null,
      required: { met: 0, unmet: 1, unknown: 0, waived: 0 },
      cited,
    },
  ],
  ...over,
})
const ids = (sections: readonly Section[]) => sections.map(getSectionId)

test('a suggestion has everything that is in force, in the order of a paper: areas with their asks and cases, statements, what lies ahead', () => {
  expect(ids(suggestSections(aRecord(), (ref) => ref))).toEqual([
    'figures:all',
    'area:one',
    'recommendation:XX-01',
    'recommendation:XX-02',
    'case:case-of-one',
    'case:case-of-none',
    'statement:must-depend',
    'milestone:signed',
  ])
})

test('every fact names its section and the row it is read from, and no fact of a case holds a name', () => {
  const record = aRecord()
  const facts = buildFacts(
    record,
    suggestSections(record, (ref) => ref),
  )
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  expect(
    facts.filter(({ id }) => id.startsWith('recommendation:XX-01/')).map(({ id, row }) => [id, row.key]),
  ).toEqual([
    ['recommendation:XX-01/asked', 'XX-01'],
    ['recommendation:XX-01/lineage', 'XX-01'],
    ['recommendation:XX-01/finding', 'XX-01'],
    ['recommendation:XX-01/change', 'XX-01'],
    ['recommendation:XX-01/gate-signed', 'XX-01'],
  ])
  const one = facts.find(({ id }) => id === 'case:case-of-one/case')
  expect(one?.value).toEqual({ part: 'case', statuses: [{ status: 'detained', date: '2013' }] })
})

test('what is not on record has no facts', () => {
  expect(
    buildFacts(aRecord(), [
      { kind: 'recommendation', key: 'XX-99' },
      { kind: 'text', key: 'own' },
    ]),
  ).toEqual([])
})

const sections: Section[] = [{ kind: 'recommendation', key: 'XX-01', ask: '', evidence: null, text: '' }]
const factsOf = (over: Partial<RecommendationLine>): Fact[] =>
  buildFacts(aRecord({ recommendations: [aLine('XX-01', over)] }), sections)

test('the differences of two bases are those facts that say something else, that are new, and that are gone', () => {
  const before = factsOf({
    gates: [{ milestone: 'opened', role: 'context', required: null, state: 'unknown' }],
  })
  const after = factsOf({
    standing: 'some',
    gates: [{ milestone: 'signed', role: 'required', required: 'some', state: 'met' }],
  })
  expect(
    listFactChanges(before, after).map(({ id, kind }) => [id.slice('recommendation:XX-01/'.length), kind]),
  ).toEqual([
    ['finding', 'changed'],
    ['change', 'changed'],
    ['gate-signed', 'appeared'],
    ['gate-opened', 'gone'],
  ])
  // The database gives keys back in another order.
  const turned = before.map((fact) => ({
    ...fact,
    value: Object.fromEntries(Object.entries(fact.value).reverse()),
  })) as Fact[]
  expect(listFactChanges(before, turned)).toEqual([])
})

test('what is kept stays as it was and says of which basis; it shows again, and its first basis stays', () => {
  const [before, after] = [factsOf({ standing: 'none' }), factsOf({ standing: 'some' })]
  const kept = 'recommendation:XX-01/finding'
  const merged = acceptFacts(before, after, new Set([kept]), basis)
  const find = (facts: readonly Fact[]) => facts.find(({ id }) => id === kept)
  expect(find(merged)).toEqual({ ...find(before), at: basis })
  expect(listFactChanges(merged, after).map(({ id }) => id)).toEqual([kept])
  const later = { ...basis, asOf: '2014-01-01' }
  expect(find(acceptFacts(merged, after, new Set([kept]), later))?.at).toEqual(basis)
  expect(acceptFacts(before, after, new Set(), basis)).toEqual(after)
})

test('what is kept of what appeared stays out, and of what is gone stays in', () => {
  const gate = { role: 'required', required: 'some', state: 'met' }
  const before = factsOf({ gates: [{ milestone: 'opened', ...gate }] })
  const after = factsOf({ gates: [{ milestone: 'signed', ...gate }] })
  const keep = new Set(['recommendation:XX-01/gate-opened', 'recommendation:XX-01/gate-signed'])
  const merged = acceptFacts(before, after, keep, basis).map(({ id }) => id)
  expect(merged).toContain('recommendation:XX-01/gate-opened')
  expect(merged).not.toContain('recommendation:XX-01/gate-signed')
})

const aBody = (over: Partial<Body> = {}): Body => ({ title: 'Title', lead: '', sections, ...over })
const asking = (ask: string, text = ''): Section[] => [
  { kind: 'recommendation', key: 'XX-01', ask, evidence: null, text },
]

test('what only one of two wrote is taken over; where both wrote, what was typed here stays and both are told', () => {
  const base = aBody()
  const mine = aBody({ title: 'My title', sections: asking('my ask', 'my words') })
  const theirs = aBody({ lead: 'Their lead', sections: asking('their ask') })
  const { body: merged, clashes } = mergeBodies(base, mine, theirs)
  expect(merged).toEqual({ title: 'My title', lead: 'Their lead', sections: asking('my ask', 'my words') })
  expect(clashes).toEqual([
    { section: 'recommendation:XX-01', field: 'ask', mine: 'my ask', theirs: 'their ask' },
  ])
})

test('a section that they put in comes along; one that they took out goes, unless something was written in it here', () => {
  const own: Section = { kind: 'text', key: 'own', title: 'Own', text: '' }
  const added = mergeBodies(aBody(), aBody(), aBody({ sections: [...sections, own] }))
  expect(ids(added.body.sections)).toEqual(['recommendation:XX-01', 'text:own'])
  expect(mergeBodies(aBody(), aBody(), aBody({ sections: [] })).body.sections).toEqual([])
  const written = aBody({ sections: asking('written here') })
  expect(mergeBodies(aBody(), written, aBody({ sections: [] })).body.sections).toEqual(asking('written here'))
})

test('two versions differ in what was put in, taken out and rewritten', () => {
  const own: Section = { kind: 'text', key: 'own', title: 'Own', text: '' }
  const { head, sections: changes } = compareBodies(
    aBody({ sections: [...sections, own] }),
    aBody({ title: 'Another', sections: [...asking('now'), { kind: 'area', key: 'one', text: '' }] }),
  )
  expect(head).toBe(true)
  expect(changes.map(({ id, kind }) => [id, kind])).toEqual([
    ['recommendation:XX-01', 'written'],
    ['area:one', 'added'],
    ['text:own', 'removed'],
  ])
})

test('a body names nothing twice', () => {
  expect(body.safeParse(aBody()).success).toBe(true)
  expect(body.safeParse(aBody({ sections: [...sections, ...sections] })).success).toBe(false)
})
