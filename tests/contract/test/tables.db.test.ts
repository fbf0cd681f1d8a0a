import { verifyChain } from '@waymark/db/queries/audit.query'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { buildXlsxBook } from '@waymark/exchange/formats/xlsx-book'
import { readTable } from '@waymark/exchange/tables/read-table'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openInvented } from '../src/full-record.ts'
import { anActor, callAs, importFile, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { recordMembers, workJobs } from '../src/table-calls.ts'
import { countRows, dumpText } from '../src/tables.ts'

type Cells = (string | number | boolean | null)[][]
const [analyst, reviewer] = [anActor('analyst'), anActor('reviewer')]

/** The calls of one person in one dossier, every job worked off at once. */
const buildDesk = (record: TestRecord, dossier: string, actor: typeof analyst) => {
  const { table } = callAs(record, actor)
  const work = async ({ job }: { job: string }) => {
    await workJobs(record)
    return table.job({ dossier, job })
  }
  return {
    take: async (given: { format: 'xlsx' | 'csv' | 'json'; table?: 'sources' }) =>
      Buffer.from((await table.export({ dossier, ...given })).base64, 'base64'),
    send: async (bytes: Uint8Array | string, name = 'register.xlsx') =>
      work(await table.upload({ dossier, name, base64: Buffer.from(bytes).toString('base64') })),
    accept: async (job: string) =>
      work(await table.import({ dossier, job, reason: 'Invented: corrected in a table.' })),
    table,
    work,
  }
}
/** A workbook with some of its cells changed: sheet, row as a person counts, column letter. */
const edit = (bytes: Uint8Array, changes: readonly [string, number, number, string][]) => {
  const sheets = readTable(bytes, 'x').map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => [...row]) as Cells,
  }))
  for (const [name, row, column, to] of changes) {
    const line = sheets.find((one) => one.name === name)?.rows[row - 1]
    if (line === undefined) throw new Error(`no row ${row} in ${name}`)
    line[column] = to
  }
  return buildXlsxBook(
    sheets.map(({ name, rows: [heads = [], ...rows] }) => ({
      name,
      columns: heads.map((head) => ({ header: String(head) })),
      rows: rows.map((row) => heads.map((_, i) => row[i] ?? null)),
    })),
  )
}

describe('the starter dossier', () => {
  const dossier = 'kazakhstan'
  let record: TestRecord
  beforeAll(async () => {
    record = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
    await recordMembers(record)
  })
  afterAll(() => record.close())

  test('exported and imported: nothing changed; three cells changed: three changes; imported twice: nothing more', async () => {
    const desk = buildDesk(record, dossier, reviewer)
    const book = await desk.take({ format: 'xlsx' })
    const same = await desk.send(book)
    expect(same.failure).toBeNull()
    expect([same.preview?.errors, same.preview?.changes]).toEqual([[], []])
    expect(same.preview?.unchanged).toBeGreaterThan(700)

    const edited = edit(book, [
      ['Sources', 5, 1, 'Атауы өзгерді'],
      ['Uptake', 4, 3, '2014-05-06'],
      ['Evidence', 9, 7, '=1+1 changed words'],
    ])
    const preview = await desk.send(edited)
    expect([preview.preview?.errors, preview.preview?.cells, preview.preview?.added]).toEqual([[], 3, 0])
    const done = await desk.accept(preview.id)
    expect([done.failure, done.imported]).toEqual([null, { added: 0, changed: 3, submitted: 1 }])
    const counts = await countRows(record)
    const again = await desk.send(edited)
    expect([again.preview?.errors, again.preview?.changes]).toEqual([[], []])
    await desk.accept(again.id)
    const { audit_entry: _, job: __, job_file: ___, ...rows } = await countRows(record)
    expect(counts).toMatchObject(rows)
    expect((await verifyChain(record.db.app)).ok).toBe(true)
  })
})

describe('the invented dossier', () => {
  const dossier = 'invented'
  let record: TestRecord
  beforeEach(async () => {
    record = await openInvented()
    await recordMembers(record)
  })
  afterEach(() => record.close())

  test('as JSON imports back to nothing changed, also after the desk has worked on it', async () => {
    const desk = buildDesk(record, dossier, reviewer)
    const book = await desk.take({ format: 'xlsx' })
    const preview = await desk.send(edit(book, [['Sources', 2, 1, 'Renamed']]))
    expect((await desk.accept(preview.id)).imported?.changed).toBe(1)
    const json = await desk.take({ format: 'json' })
    const before = await dumpText(record)
    const report = await importFile(record, json)
    expect([report.added, report.corrected]).toEqual([0, 0])
    expect(await dumpText(record)).toBe(before)
  })

  test('an analyst brings assessments that wait for a reviewer, and no change that is public at once', async () => {
    const desk = buildDesk(record, dossier, analyst)
    const rows =
      'Key,Recommendation,Effective,Level,Rationale,Confidence\nfrom-table,XX-2011-01,2012-03-01,limited,Invented: seen.,high\n'
    const bare = await desk.send(rows, 'Assessments.csv')
    expect(bare.preview?.errors.map(({ sheet, row, message }) => [sheet, row, message])).toEqual([
      ['Assessments', 2, expect.stringContaining('evidence')],
    ])
    const forbidden = await desk.send('Key,Title\nnew-track,Invented track\n', 'Tracks.csv')
    expect(forbidden.preview?.errors[0]?.message).toContain('reviewer')
    await expect(desk.accept(forbidden.id)).rejects.toThrow('import-refused')

    const book = buildXlsxBook([
      {
        name: 'Assessments',
        columns: ['Key', 'Recommendation', 'Effective', 'Level', 'Rationale', 'Confidence'].map((header) => ({
          header,
        })),
        rows: [['from-table', 'XX-2011-01', '2012-03-01', 'limited', "=cmd|'/c calc'!A0 Қазақша", 'high']],
      },
      {
        name: 'Evidence',
        columns: ['Assessment', 'Source', 'Stance', 'Kind', 'Origin'].map((header) => ({ header })),
        rows: [['from-table', 'briefing', 'supports', 'ngo-monitoring', 'independent-ngo']],
      },
    ])
    const preview = await desk.send(book)
    expect([preview.preview?.errors, preview.preview?.added]).toEqual([[], 1])
    expect((await desk.accept(preview.id)).imported).toEqual({ added: 1, changed: 0, submitted: 1 })
    const written = await record.query<{ author_id: string; rationale: string; published: boolean }>(
      `select a.author_id, a.rationale, exists (select from waymark.publication p where p.assessment_id = a.id) as published
       from waymark.assessment a where a.key = 'from-table'`,
    )
    expect(written).toEqual([
      { author_id: analyst.id, rationale: "=cmd|'/c calc'!A0 Қазақша", published: false },
    ])
    expect((await desk.send(book)).preview).toMatchObject({ added: 0, changed: 0, errorCount: 0 })
  })

  test('what moved on since the preview is not imported', async () => {
    const desk = buildDesk(record, dossier, reviewer)
    const book = await desk.take({ format: 'xlsx' })
    const [first, second] = [
      await desk.send(edit(book, [['Sources', 2, 1, 'First']])),
      await desk.send(edit(book, [['Sources', 2, 1, 'Second']])),
    ]
    expect((await desk.accept(first.id)).imported?.changed).toBe(1)
    const refused = await desk.accept(second.id)
    expect([refused.state, refused.failure]).toEqual(['failed', expect.stringContaining('changed since')])
    expect(await record.query(`select title from waymark.source where reason is not null`)).toEqual([
      { title: 'First' },
    ])
  })

  test('a job is its owner’s; one that waits can be ended; what is no table is told in a sentence', async () => {
    const desk = buildDesk(record, dossier, analyst)
    const waiting = await desk.table.upload({
      dossier,
      name: 'x.csv',
      base64: Buffer.from('a').toString('base64'),
    })
    await expect(callAs(record, reviewer).table.job({ dossier, ...waiting })).rejects.toThrow('not-found')
    await desk.table.cancel({ dossier, ...waiting })
    expect((await desk.work(waiting)).state).toBe('cancelled')
    const refused = await desk.send(Buffer.from([0x41, 0, 1, 2]), 'x.bin')
    expect([refused.state, refused.failure]).toEqual([
      'failed',
      expect.stringContaining('neither CSV nor XLSX'),
    ])
  })

  test('an export of the UN index brings sources and recommendations, once', async () => {
    const desk = buildDesk(record, dossier, reviewer)
    const csv = [
      'Document Code,Paragraph,Text,Mechanism,Year,Themes,Annotation Type',
      'XX/C/1,15,"Invented: the state should open a register, and keep it.",Invented committee,2016,- Invented courts,Recommendations',
      'XX/C/1,16,"Invented: Құқықты қорғау керек.",Invented committee,2016,- Something else,Recommendations',
      'XX/C/1,17,"Invented: the committee is concerned.",Invented committee,2016,,Concerns/Observations',
      'YY/D/2,3,"Invented: =1+1 is asked too.",Invented rapporteur,2018,,Recommendations',
    ].join('\n')
    const uploaded = await desk.send(csv, 'uhri.csv')
    expect(uploaded.preview?.uhri).toMatchObject({
      themes: ['Invented courts', 'Something else'],
      chosen: false,
      choice: null,
    })
    const choose = async (job: string) =>
      desk.work(
        await desk.table.preview({
          dossier,
          job,
          choices: {},
          uhri: { area: 'expression', addressee: 'ministry', themeAreas: { 'Invented courts': 'courts' } },
        }),
      )
    const chosen = await choose(uploaded.id)
    expect([chosen.preview?.errors, chosen.preview?.added]).toEqual([[], 7])
    const imported = await desk.accept(chosen.id)
    expect([imported.failure, imported.imported]).toEqual([null, { added: 7, changed: 0, submitted: 0 }])
    const reader = callAs(record)
    const get = (ref: string) => reader.recommendation.get({ dossier, ref })
    expect(await get('UN-XX-C-1-15')).toMatchObject({
      text: 'Invented: the state should open a register, and keep it.',
      issued: '2016',
      side: 'partner',
      area: { key: 'courts' },
      locator: 'para. 15',
      source: { title: 'XX/C/1', publisher: 'Invented committee', kind: 'un' },
    })
    expect(await get('UN-XX-C-1-16')).toMatchObject({ area: { key: 'expression' } })
    expect((await get('UN-YY-D-2-3')).text).toBe('Invented: =1+1 is asked too.')
    await expect(get('UN-XX-C-1-17')).rejects.toThrow('not-found')

    const next = await desk.send(csv, 'uhri.csv')
    expect(next.preview?.uhri?.choice).toEqual({
      area: 'expression',
      addressee: 'ministry',
      themeAreas: { 'Invented courts': 'courts' },
    })
    const again = await choose(next.id)
    expect([again.preview?.errors, again.preview?.changes]).toEqual([[], []])
    const reworded = csv.replace('open a register, and', 'open a public register, and')
    const changed = await choose((await desk.send(reworded, 'uhri.csv')).id)
    expect([changed.preview?.errors, changed.preview?.added, changed.preview?.cells]).toEqual([[], 0, 1])
  })
})
