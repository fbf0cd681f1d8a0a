import { importDossier } from '@waymark/api/features/dossier/import.command'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { aCase, anAssessment } from '@waymark/kit/builders'
import { dossierFiles } from '@waymark/kit/dossier-arbitrary'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aFullFile, openInvented } from '../src/full-record.ts'
import {
  anActor,
  callAs,
  formatBytes,
  importFile,
  openTestRecord,
  operator,
  type TestRecord,
} from '../src/open-test-record.ts'
import { countRows, dumpText } from '../src/tables.ts'

const dossier = 'invented'
let record: TestRecord
beforeEach(async () => {
  record = await openInvented()
})
afterEach(() => record.close())

const countEntries = async () => (await countRows(record)).audit_entry ?? 0
const tryImport = (file: unknown, act = operator) =>
  importDossier(record.db.app, act, { bytes: new TextEncoder().encode(JSON.stringify(file)) })

test('a changed title leaves the dossier its setting of self-publication', async () => {
  await record.query(`update waymark.dossier set self_publication = true where key = $1`, [dossier])
  const file = aFullFile()
  await importFile(record, { ...file, dossier: { ...file.dossier, title: 'Invented, renamed' } })
  expect(
    await record.query(`select self_publication as self from waymark.dossier where key = $1 order by id`, [
      dossier,
    ]),
  ).toEqual([{ self: true }, { self: true }])
})

describe('importing twice is importing once', () => {
  test('of the invented dossier: no row, no audit entry, nothing but "unchanged"', async () => {
    const before = await dumpText(record)
    const report = await importFile(record, aFullFile())
    expect([report.added, report.corrected]).toEqual([0, 0])
    expect(report.unchanged).toBeGreaterThan(20)
    expect(await dumpText(record)).toBe(before)
  })

  test('of any random dossier, with and without recorded history', async () => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(dossierFiles(), dossierFiles({ recorded: true })), async (random) => {
        n += 1
        const file = { ...random, dossier: { ...random.dossier, key: `twice-${n}` } }
        const first = await importFile(record, file)
        const [counts, score] = [
          await countRows(record),
          await callAs(record).score.get({ dossier: `twice-${n}` }),
        ]
        const second = await importFile(record, file)
        expect(second).toMatchObject({ added: 0, corrected: 0, unchanged: first.added })
        expect(await countRows(record)).toEqual(counts)
        expect(await callAs(record).score.get({ dossier: `twice-${n}` })).toEqual(score)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test('of the starter dossier', async () => {
    const bytes = await getStarterDossier('kazakhstan')
    await importFile(record, bytes)
    const counts = await countRows(record)
    expect(await importFile(record, bytes)).toMatchObject({ added: 0, corrected: 0 })
    expect(await countRows(record)).toEqual(counts)
  })

  test('also when four do it at the same time: one writes, the others find it done', async () => {
    const bytes = formatBytes({ ...aFullFile(), dossier: { ...aFullFile().dossier, key: 'at-once' } })
    const reports = await Promise.all(Array.from({ length: 4 }, () => importFile(record, bytes)))
    expect(reports.filter((report) => report.added > 0)).toHaveLength(1)
    expect(reports.filter((report) => report.added === 0 && report.corrected === 0)).toHaveLength(3)
    expect(await countEntries()).toBe(2)
  })

  test('whatever the order of rows and fields in the file', async () => {
    const file = aFullFile()
    const turned = {
      ...file,
      sources: file.sources.toReversed(),
      actors: file.actors.toReversed().map(({ kind, name, key }) => ({ kind, name, key })),
    }
    expect(await importFile(record, turned)).toMatchObject({ added: 0, corrected: 0 })
  })
})

type Change = {
  readonly name: string
  readonly file: DossierFile
  /** Table that gets a further version. */
  readonly table: string
  /** What the public sees of it. */
  readonly see: (knownAt?: string) => Promise<unknown>
  readonly from: unknown
  readonly to: unknown
}

const full = aFullFile()
const read = (knownAt?: string) => ({ dossier, ...(knownAt === undefined ? {} : { knownAt }) })
const detail = (knownAt?: string) =>
  callAs(record).recommendation.get({ ...read(knownAt), ref: 'XX-2011-01', asOf: '2012-12-01' })

const changes: Change[] = [
  {
    name: 'the title of a source',
    file: aFullFile({
      sources: full.sources.map((one) =>
        one.key === 'monitor' ? { ...one, title: 'Invented monitoring report, second printing' } : one,
      ),
    }),
    table: 'source',
    see: async (knownAt) =>
      (await callAs(record).source.list(read(knownAt))).sources.find((one) => one.key === 'monitor')?.title,
    from: 'Invented monitoring report',
    to: 'Invented monitoring report, second printing',
  },
  {
    name: 'the level of an assessment',
    file: aFullFile({
      assessments: full.assessments.map((one) => (one.key === 'first' ? { ...one, level: 'some' } : one)),
    }),
    table: 'assessment',
    see: async (knownAt) => (await detail(knownAt)).current?.finding.level,
    from: 'limited',
    to: 'some',
  },
  {
    name: 'the text of a progress step',
    file: aFullFile({
      recommendations: full.recommendations.map((one) => ({
        ...one,
        steps: one.steps?.map((step) =>
          step.key === 'law' ? { ...step, text: 'Invented law in force and applied' } : step,
        ),
      })),
    }),
    table: 'progress_step',
    see: async (knownAt) => (await detail(knownAt)).steps.find((one) => one.key === 'law')?.text,
    from: 'Invented law in force',
    to: 'Invented law in force and applied',
  },
  {
    name: 'the note of a case status',
    file: aFullFile({
      cases: full.cases.map((one) =>
        one.key === 'invented-outlet'
          ? {
              ...one,
              statuses: one.statuses.map((status) => ({ ...status, note: 'Invented note, corrected.' })),
            }
          : one,
      ),
    }),
    table: 'case_status',
    see: async (knownAt) =>
      (await callAs(record).case.list(read(knownAt))).cases
        .find((one) => one.key === 'invented-outlet')
        ?.statuses.map((one) => one.note),
    from: ['Invented note.'],
    to: ['Invented note, corrected.'],
  },
  {
    name: 'the role of a linkage',
    file: aFullFile({ linkages: full.linkages.map((one) => ({ ...one, role: 'expected' })) }),
    table: 'linkage',
    see: async (knownAt) => (await callAs(record).linkage.get(read(knownAt))).gates.map((one) => one.role),
    from: ['required'],
    to: ['expected'],
  },
  {
    name: 'the day of a milestone',
    file: aFullFile({ milestones: full.milestones.map((one) => ({ ...one, occurred: '2015-12-21' })) }),
    table: 'milestone',
    see: async (knownAt) =>
      (await callAs(record).milestone.list(read(knownAt))).milestones.map((one) => one.occurred),
    from: [null],
    to: ['2015-12-21'],
  },
  {
    name: 'the words of a recommendation',
    file: aFullFile({
      recommendations: full.recommendations.map((one) =>
        one.ref === 'XX-2011-01' ? { ...one, title: 'Adopt an invented law soon' } : one,
      ),
    }),
    table: 'recommendation',
    see: async (knownAt) => (await detail(knownAt)).title,
    from: 'Adopt an invented law',
    to: 'Adopt an invented law soon',
  },
  {
    name: 'a claim of a government',
    file: aFullFile({ claims: full.claims.map((one) => ({ ...one, text: 'Invented: the law is ready.' })) }),
    table: 'claim',
    see: async (knownAt) => (await detail(knownAt)).claims.map((one) => one.text),
    from: ['Invented: the law is nearly ready.'],
    to: ['Invented: the law is ready.'],
  },
]

describe('importing a changed file corrects by superseding', () => {
  test.each(changes)(
    '$name: shown now, the former one at the former cut-off, both on record',
    async ({ file, table, see, from, to }) => {
      const { changedAt } = await callAs(record).dossier.frame({ dossier })
      const counts = await countRows(record)
      const rows = await record.query<{ row: string }>(`select t::text as row from waymark.${table} t`)
      expect(await see()).toEqual(from)
      const report = await importFile(record, file)
      expect(report).toMatchObject({ added: 0, corrected: 1 })
      expect(await see()).toEqual(to)
      expect(await see(changedAt)).toEqual(from)
      const after = await countRows(record)
      for (const [name, count] of Object.entries(counts))
        expect([name, (after[name] ?? 0) >= count]).toEqual([name, true])
      expect(after[table]).toBe((counts[table] ?? 0) + 1)
      expect(after.audit_entry).toBe((counts.audit_entry ?? 0) + 1)
      const now = new Set(
        (await record.query<{ row: string }>(`select t::text as row from waymark.${table} t`)).map(
          (one) => one.row,
        ),
      )
      for (const { row } of rows) expect(now.has(row)).toBe(true)
      expect(await importFile(record, file)).toMatchObject({ added: 0, corrected: 0 })
      expect((await verifyChain(record.db.app)).faults).toEqual([])
    },
  )

  test('new rows are added beside what is there, and rows that the file no longer has stay', async () => {
    const counts = await countRows(record)
    const more = aFullFile({
      sources: [
        ...full.sources,
        { ...full.sources[0], key: 'further', title: 'Invented further source' } as never,
      ],
      assessments: [
        anAssessment({ key: 'later', effective: '2013-03', level: 'some', recommendation: 'XX-2012-01' }),
      ],
      claims: [],
      cases: [],
      uptake: [],
    })
    expect(await importFile(record, more)).toMatchObject({ added: 2, corrected: 0 })
    const after = await countRows(record)
    expect(after).toMatchObject({
      source: (counts.source ?? 0) + 1,
      assessment: (counts.assessment ?? 0) + 1,
      claim: counts.claim,
      case_record: counts.case_record,
      uptake_event: counts.uptake_event,
    })
    expect((await detail()).claims).toHaveLength(1)
  })

  test('figures of a cut-off before the correction do not change by one bit', async () => {
    const { changedAt: knownAt } = await callAs(record).dossier.frame({ dossier })
    const readAll = async () =>
      JSON.stringify([
        await callAs(record).score.get({ dossier, knownAt, asOf: '2013-01-01' }),
        await callAs(record).linkage.get({ dossier, knownAt, asOf: '2013-01-01' }),
      ])
    const before = await readAll()
    for (const { file } of changes) await importFile(record, file)
    expect(await readAll()).toBe(before)
  })
})

describe('importing is all or nothing', () => {
  test('a last row that refers to nothing: refused with its path, nothing written', async () => {
    const before = await dumpText(record)
    const file = aFullFile({
      sources: [...full.sources, { ...full.sources[0], key: 'further' } as never],
      cases: [...full.cases, aCase({ key: 'last', recommendations: ['XX-9999-99'] })],
    })
    const result = await tryImport(file)
    expect(result.ok).toBe(false)
    if (!result.ok)
      expect(result.error.errors.map((error) => error.path)).toEqual(['$.cases[2].recommendations[0]'])
    expect(await dumpText(record)).toBe(before)
  })

  test('a database that fails at the last table: nothing of the rest is kept', async () => {
    const before = await dumpText(record)
    await record.query(
      `create function fail_now() returns trigger language plpgsql as $$ begin raise exception 'synthetic failure'; end $$`,
    )
    await record.query(
      'create trigger fail_now before insert on waymark.personal_data for each row execute function fail_now()',
    )
    await expect(tryImport({ ...aFullFile(), dossier: { ...full.dossier, key: 'failing' } })).rejects.toThrow(
      'synthetic failure',
    )
    expect(await dumpText(record)).toBe(before)
    expect((await callAs(record).dossier.list({})).map((one) => one.key)).toEqual([dossier])
  })

  test('every error is named at once', async () => {
    const file = {
      ...full,
      sources: [...full.sources, { ...full.sources[0], key: 'bad', date: '2013-02-30', extra: 1 }],
      linkages: [{ ...full.linkages[0], milestone: 'nothing' }],
      assessments: [anAssessment({ effective: '2999' })],
    }
    const result = await tryImport(file)
    const paths = result.ok ? [] : result.error.errors.map((error) => error.path)
    for (const path of [
      '$.sources[2].date',
      '$.sources[2].extra',
      '$.linkages[0].milestone',
      '$.assessments[0].effective',
    ])
      expect(paths).toContain(path)
  })

  test('a dry run says what would be done and does nothing', async () => {
    const before = await dumpText(record)
    const bytes = formatBytes(changes[0]?.file ?? full)
    const dry = await importDossier(record.db.app, operator, { bytes, dryRun: true })
    expect(await dumpText(record)).toBe(before)
    expect(dry).toMatchObject({ ok: true, value: { added: 0, corrected: 1 } })
    expect(await importFile(record, bytes)).toEqual(dry.ok ? dry.value : null)
  })

  test('a dry run of a new dossier makes none', async () => {
    const bytes = formatBytes({ ...full, dossier: { ...full.dossier, key: 'dry' } })
    const dry = await importDossier(record.db.app, operator, { bytes, dryRun: true })
    expect((await callAs(record).dossier.list({})).map((one) => one.key)).toEqual([dossier])
    expect(await importFile(record, bytes)).toEqual(dry.ok ? dry.value : null)
  })
})

describe('personal data', () => {
  const personal = [
    'An invented editor',
    'An invented newspaper',
    'Invented: nobody to ask.',
    'Invented note.',
  ]

  test('of a case is in the erasable table and nowhere else: no ledger table, no audit entry', async () => {
    await importFile(record, changes[3]?.file ?? full)
    const everywhere = await dumpText(record)
    const elsewhere = await dumpText(record, ['personal_data'])
    for (const words of personal)
      expect([words, everywhere.includes(words), elsewhere.includes(words)]).toEqual([words, true, false])
  })

  test('of the starter dossier: the name and summary of no case are in a ledger table or an audit entry', async () => {
    const own = await openTestRecord({ template: 'kazakhstan', bytes: await getStarterDossier('kazakhstan') })
    try {
      const tables = ['case_record', 'case_status', 'case_recommendation', 'audit_entry']
      const dump = (await dumpText(own)).split('\n')
      const rows = dump.filter((line) => tables.some((table) => line.startsWith(`${table} `))).join('\n')
      const names = await own.query<{ name: string; summary: string }>(
        `select content ->> 'publicName' as name, content ->> 'summary' as summary from waymark.personal_data where content ? 'publicName'`,
      )
      expect(names).toHaveLength(28)
      for (const { name, summary } of names)
        expect([name, rows.includes(name) || rows.includes(summary)]).toEqual([name, false])
    } finally {
      await own.close()
    }
  })

  test('shows no more of a case than is shown: what a later file calls public waits for two people at the desk', async () => {
    const list = async () => (await callAs(record).case.list({ dossier })).cases.map((one) => one.key)
    const shown = await list()
    const late = (key: string, sensitivity: DossierFile['cases'][number]['sensitivity']) =>
      aCase({ key, sensitivity })
    const bring = (...cases: ReturnType<typeof late>[]) =>
      importFile(record, { ...full, cases: [...full.cases, ...cases] })
    const brought = await bring(late('late-public', 'public'), late('late-sealed', 'confidential'))
    expect(brought).toMatchObject({ added: 2, held: 1 })
    const again = await bring(late('late-public', 'public'), late('late-sealed', 'confidential'))
    expect([again.added, again.corrected, again.held]).toEqual([0, 0, undefined])
    expect(await bring(late('late-public', 'public'), late('late-sealed', 'internal'))).toMatchObject({
      corrected: 1,
      held: 1,
    })
    const reviewer = callAs(record, anActor('reviewer'))
    const get = async (key: string) => (await reviewer.case.get({ dossier, key })).sensitivity
    expect([await get('late-public'), await get('late-sealed')]).toEqual(['internal', 'confidential'])
    expect(await list()).toEqual(shown)
    const { version } = await reviewer.case.get({ dossier, key: 'late-public' })
    await callAs(record, anActor('analyst')).case.propose({
      dossier,
      key: 'late-public',
      basedOn: version,
      change: 'publish',
    })
    const proposal = (await reviewer.case.get({ dossier, key: 'late-public' })).proposal?.id ?? 0
    await reviewer.case.approve({ dossier, key: 'late-public', proposal })
    expect(await list()).toContain('late-public')
    await bring(late('late-public', 'public'), late('late-sealed', 'internal'))
    expect(await list()).toContain('late-public')
  })

  test('that was erased does not come back with another import, changed or not, and the chain stays whole', async () => {
    const ids = await record.query<{ id: string }>(
      `select id from waymark.case_record where key = 'invented-outlet' union all
       select s.id from waymark.case_status s join waymark.case_record c on c.id = s.case_id where c.key = 'invented-outlet'`,
    )
    // As the app role: erasing is the one deletion that it may do.
    await record.db.app
      .deleteFrom('personal_data')
      .where(
        'row_id',
        'in',
        ids.map((row) => Number(row.id)),
      )
      .execute()
    expect(await importFile(record, full)).toMatchObject({ added: 0, corrected: 0 })
    await importFile(
      record,
      aFullFile({
        cases: full.cases.map((one) =>
          one.key === 'invented-outlet'
            ? {
                ...one,
                publicName: 'An invented newspaper, renamed',
                summary: 'Changed.',
                statuses: [
                  ...one.statuses,
                  {
                    status: 'closed',
                    date: '2024',
                    source: one.statuses[0]?.source ?? '',
                    note: 'A later invented note.',
                  },
                ],
              }
            : one,
        ),
      }),
    )
    const everywhere = await dumpText(record)
    for (const words of ['An invented newspaper', 'Invented note.', 'renamed', 'A later invented note.'])
      expect([words, everywhere.includes(words)]).toEqual([words, false])
    expect((await callAs(record).case.list({ dossier })).cases.map((one) => one.key)).toEqual([
      'invented-editor',
    ])
    expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
  })
})
