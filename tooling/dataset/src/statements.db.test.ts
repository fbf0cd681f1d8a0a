import { importDossier } from '@waymark/api/features/dossier/import.command'
import type { ObservedStatement } from '@waymark/db/open'
import { openRecord } from '@waymark/db/open-record'
import { refreshStatistics } from '@waymark/db/refresh-statistics'
import { cloneDatabase } from '@waymark/testdb/clone-database'
import { expect, test } from 'vitest'
import { formatDossier } from './make.ts'
import { createReader, type PublicReader } from './procedures.ts'
import type { Shape } from './shape.ts'

const secret = 'a synthetic secret of more than 32 characters'
const cut = { dossier: 'synthetic', asOf: '2020-06-30' }

const procedures: Record<string, (reader: PublicReader) => Promise<unknown>> = {
  'score.get': (reader) => reader.score.get(cut),
  'score.overview': (reader) => reader.score.overview(cut),
  'recommendation.list': (reader) => reader.recommendation.list(cut),
  'recommendation.list, filtered': (reader) =>
    reader.recommendation.list({ ...cut, area: 'area-1', standing: 'unknown', side: 'partner', q: 'matter' }),
  'recommendation.get': (reader) => reader.recommendation.get({ ...cut, ref: 'XX-00005' }),
  'milestone.get': (reader) => reader.milestone.get({ ...cut, key: 'milestone-03' }),
  'recommendation.list, by line': (reader) => reader.recommendation.list({ ...cut, by: 'line' }),
  'round.list': (reader) => reader.round.list(cut),
  'timeline.get': (reader) => reader.timeline.get({ ...cut, from: '2015', to: '2018' }),
  'milestone.list': (reader) => reader.milestone.list(cut),
  'change.list': (reader) => reader.change.list({ dossier: cut.dossier, from: '2015-06-30', to: cut.asOf }),
  'change.list, on record': (reader) =>
    reader.change.list({ ...cut, clock: 'recorded', from: '2016-01-01', area: 'area-1', page: 2 }),
  'change.get': (reader) =>
    reader.change.get({
      dossier: cut.dossier,
      from: '2015-06-30',
      to: cut.asOf,
      method: 'm2',
      fromMethod: 'm1',
    }),
  'score.areas': (reader) => reader.score.areas(cut),
  'score.series': (reader) => reader.score.series(cut),
  'linkage.list': (reader) => reader.linkage.list(cut),
  'linkage.list, filtered': (reader) =>
    reader.linkage.list({
      ...cut,
      track: 'first-agreement',
      role: 'required',
      side: 'partner',
      actor: 'eu-council',
    }),
  'linkage.matrix': (reader) => reader.linkage.matrix(cut),
  'linkage.matrix, filtered': (reader) =>
    reader.linkage.matrix({ ...cut, area: 'area-1', state: 'passed-while-unmet', page: 2 }),
  'linkage.get': (reader) => reader.linkage.get(cut),
  'linkage.leverage': (reader) => reader.linkage.leverage(cut),
  'linkage.consistency': (reader) => reader.linkage.consistency(cut),
}

/** The statements that each procedure sends, on a database of its own filled to this shape. */
async function listStatements(shape: Shape): Promise<Record<string, string[]>> {
  const clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  let seen: ObservedStatement[] = []
  const record = await openRecord({
    database: { kind: 'external', url: clone.url },
    dataDir: '/nowhere',
    secret,
    log: () => {},
    unsafe: true,
    observe: (statement) => seen.push(statement),
  })
  try {
    const bytes = new TextEncoder().encode([...formatDossier(shape)].join(''))
    const imported = await importDossier(
      record.app,
      { kind: 'operator', id: 'test', name: 'Test' },
      { bytes },
    )
    expect(imported.ok ? [] : imported.error.errors).toEqual([])
    // As after every large import: without it the planner takes seconds for what takes milliseconds.
    await refreshStatistics(record.ownerUrl)
    const reader = createReader(record, {
      secret,
      dataDir: '/nowhere',
      now: () => '2026-01-01T00:00:00.000Z',
    })
    const found: Record<string, string[]> = {}
    for (const [name, call] of Object.entries(procedures)) {
      seen = []
      await call(reader)
      found[name] = seen.map((statement) => statement.sql).sort()
    }
    await reader.score.overview({ ...cut, lang: 'kk' })
    seen = []
    await reader.score.overview({ ...cut, lang: 'kk' })
    expect(seen, 'a page made anew reads the head of the record and nothing else').toHaveLength(1)
    for (const call of [reader.score.series, reader.score.areas]) {
      seen = []
      await call({ ...cut, asOf: '2019-03-01' })
      expect(seen, 'of an index over time another day counts itself alone').toHaveLength(2)
    }
    return found
  } finally {
    await record.close()
    await clone.drop()
  }
}

test('a procedure sends the same statements, and the same number of them, however large the record is', async () => {
  const small = { seed: 1, assessmentsEach: 4, milestones: 6, areas: 3, sources: 10 }
  const few = await listStatements({ ...small, recommendations: 10, linkages: 30 })
  const many = await listStatements({
    ...small,
    assessmentsEach: 8,
    milestones: 12,
    recommendations: 300,
    linkages: 900,
  })
  expect(many).toEqual(few)
  expect(Object.values(few).every((list) => list.length >= 2 && list.length <= 20)).toBe(true)
})
