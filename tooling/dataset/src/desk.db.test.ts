import { importDossier } from '@waymark/api/features/dossier/import.command'
import type { ObservedStatement } from '@waymark/db/open'
import { openRecord } from '@waymark/db/open-record'
import { refreshStatistics } from '@waymark/db/refresh-statistics'
import { cloneDatabase } from '@waymark/testdb/clone-database'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listDeskRequests } from './desk-requests.ts'
import { formatDossier } from './make.ts'
import { analyst, createReader, type PublicReader } from './procedures.ts'

const secret = 'a synthetic secret of more than 32 characters'
const shape = {
  seed: 1,
  recommendations: 400,
  assessmentsEach: 8,
  milestones: 4,
  linkages: 400,
  areas: 4,
  sources: 20,
}
const findings = shape.recommendations * shape.assessmentsEach

let desk: PublicReader
let owner: pg.Client
let seen: ObservedStatement[] = []
let close: () => Promise<void>

beforeAll(async () => {
  const clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  const record = await openRecord({
    database: { kind: 'external', url: clone.url },
    dataDir: '/nowhere',
    secret,
    log: () => {},
    unsafe: true,
    observe: (statement) => seen.push(statement),
  })
  const bytes = new TextEncoder().encode([...formatDossier(shape)].join(''))
  const imported = await importDossier(record.app, { kind: 'operator', id: 'test', name: 'Test' }, { bytes })
  expect(imported.ok).toBe(true)
  await refreshStatistics(clone.url)
  owner = new pg.Client({ connectionString: clone.url, options: '-c search_path=waymark -c jit=off' })
  await owner.connect()
  desk = createReader(record, {
    secret,
    dataDir: '/nowhere',
    now: () => '2026-01-01T00:00:00.000Z',
    actor: analyst,
  })
  close = async () => {
    await owner.end()
    await record.close()
    await clone.drop()
  }
})
afterAll(() => close?.())

type Plan = {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
} & {
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** Rows of each table that a plan has read, those included that it then left out. */
function countRead(plan: Plan, read: Map<string, number> = new Map()): Map<string, number> {
  const name = plan['Relation Name']
  const rows = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  if (name !== undefined) read.set(name, (read.get(name) ?? 0) + rows)
  for (const part of plan.Plans ?? []) countRead(part, read)
  return read
}

/** What the statements of a call read in the database. */
async function getRead(call: () => Promise<unknown>): Promise<Map<string, number>> {
  seen = []
  await call()
  const read = new Map<string, number>()
  for (const { sql, parameters } of seen.filter(({ role }) => role === 'app')) {
    const { rows } = await owner.query(`explain (analyze, format json) ${sql}`, [...parameters])
    countRead(rows[0]['QUERY PLAN'][0].Plan, read)
  }
  return read
}

const dossier = 'synthetic'

test.each(['standing', 'effective', 'confidence', 'author', 'evidence'] as const)(
  'ordering the register by %s reads one finding a recommendation, whatever its history',
  async (sort) => {
    const read = await getRead(() => desk.register.list({ dossier, sort, limit: 10 }))
    expect(read.get('latest_finding')).toBeGreaterThan(0)
    expect(read.get('publication') ?? 0).toBeLessThan(findings / 4)
    expect(read.get('assessment') ?? 0).toBeLessThan(findings / 4)
  },
)

test('the register and the search send the same number of statements, whatever is asked for', async () => {
  const counts: Record<string, number[]> = {}
  for (const { name, call } of listDeskRequests(shape)) {
    seen = []
    await call(desk, 1)
    const kind = name.startsWith('search') ? 'search' : name.includes('form') ? 'form' : 'register'
    counts[kind] = [...(counts[kind] ?? []), seen.length]
  }
  expect([new Set(counts.register), new Set(counts.search)]).toEqual([new Set([3]), new Set([7])])
})

const naive = `
  select count(distinct x.id)::int as found from (
    select r.root_id as id, r.title || ' ' || r.text as text from recommendation r
    union all select a.recommendation_id, a.rationale from assessment a
    union all select a.recommendation_id, e.excerpt from evidence e join assessment a on a.id = e.assessment_id) x
  where waymark.fold(x.text) like '%' || waymark.fold($1) || '%'`

test.each(['invented', 'promised', 'lawyers', 'matter 7', 'report', 'in 34', 'NOTHING', 'nowhere'])(
  'the register finds %s where a look through every text finds it',
  async (text) => {
    for (const word of text.split(' ').filter((one) => one.length > 2)) {
      const { rows } = await owner.query(naive, [word])
      const { total } = await desk.register.list({ dossier, q: word, limit: 1 })
      expect([word, total]).toEqual([word, rows[0].found])
    }
  },
)

/** Words that all stand in some text of a recommendation. */
const naiveOfAll = `
  select count(*)::int as found from (
    select r.root_id as id, waymark.fold(r.title || ' ' || r.text || coalesce((
      select string_agg(' ' || a.rationale || coalesce((
        select string_agg(' ' || e.excerpt, '') from evidence e where e.assessment_id = a.id), ''), '')
      from assessment a where a.recommendation_id = r.root_id), '')) as text
    from recommendation r) x
  where (select bool_and(x.text like '%' || waymark.fold(word) || '%') from unnest($1::text[]) word)`

test.each([
  ['that stand in one text', 'invented matter'],
  ['that stand in every finding', 'promised reasons'],
  ['of which one stands in few texts', 'invented lawyers promised'],
  ['of which one stands in none', 'invented promised nowhere'],
])('the register finds words %s where all stand in some text', async (_, q) => {
  const { rows } = await owner.query(naiveOfAll, [q.split(' ')])
  expect(await desk.register.list({ dossier, q, limit: 1 })).toMatchObject({ total: rows[0].found })
})

test('words of every text are met together on the first texts of each recommendation, not looked for in all', async () => {
  const read = await getRead(() => desk.register.list({ dossier, q: 'invented matter', limit: 10 }))
  expect(read.get('search_text')).toBeLessThan(shape.recommendations + 1600)
  const search = await getRead(() => desk.search.all({ dossier, q: 'promised reasons' }))
  expect(search.get('assessment')).toBeLessThan(200)
})
