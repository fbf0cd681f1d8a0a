import { randomUUID } from 'node:crypto'
import { readDocx } from '@waymark/exchange/test/read-document'
import { aCase } from '@waymark/kit/builders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aBody, aBriefing, anOutcome, aTemplate, aTemplateFile } from '../src/briefing-calls.ts'
import { Canaries } from '../src/canaries.ts'
import { aFullFile, people } from '../src/full-record.ts'
import { formatBytes, importFile, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { publish } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
let record: TestRecord
const canaries = new Canaries()
const [internal, confidential] = [canaries.plant(), canaries.plant()]
beforeAll(async () => {
  record = await openTestRecord({ template: 'invented', bytes: formatBytes(aFullFile()) })
  const file = aFullFile()
  const secret = (key: string, publicName: string, sensitivity: 'internal' | 'confidential') =>
    aCase({ key, publicName, sensitivity, summary: publicName, recommendations: [ref] })
  await importFile(record, {
    ...file,
    cases: [
      ...file.cases,
      secret('kept-inside', internal, 'internal'),
      secret('kept-from-most', confidential, 'confidential'),
    ],
  })
}, 120_000)
afterAll(() => record.close())

const desk = () => people(record).analyst
const begin = async (over: object = {}) => (await desk().briefing.create({ ...aBriefing, ...over })).briefing
const get = (briefing: number, version?: number) =>
  desk().briefing.get({ dossier, briefing, ...(version === undefined ? {} : { version }) })
const take = async (briefing: number, format: 'docx' | 'html' | 'pdf' = 'html') =>
  Buffer.from((await desk().briefing.export({ dossier, briefing, format })).base64, 'base64')

describe('who is named', () => {
  test('a paper for others never names a case that is not public, whatever it is begun with', async () => {
    for (const audience of ['delegation', 'partner'] as const) {
      const briefing = await begin({ audience })
      const everything = `${JSON.stringify(await get(briefing))} ${(await take(briefing)).toString('utf8')} ${JSON.stringify(await desk().briefing.choices({ dossier, briefing }))}`
      expect(canaries.planted.filter((one) => everything.includes(one))).toEqual([])
    }
  })

  test('an internal paper names internal cases, and nobody confidential', async () => {
    const briefing = await begin({ audience: 'internal' })
    const html = (await take(briefing)).toString('utf8')
    expect(html).toContain(internal)
    expect(html).not.toContain(confidential)
  })

  test('no name of a case is in what is kept of a briefing', async () => {
    await begin({ audience: 'internal' })
    const rows = await record.query<{ text: string }>(
      'select v::text as text from waymark.briefing_version v union all select e::text from waymark.audit_entry e',
    )
    const kept = rows.map(({ text }) => text).join('\n')
    expect(canaries.planted.filter((one) => kept.includes(one))).toEqual([])
  })

  test('a name that somebody types into a paper for others is refused; confidential ones only to those who may know of them', async () => {
    const briefing = await begin()
    const save = (caller: ReturnType<typeof desk>, ask: string) =>
      getRefusal(caller.briefing.save({ dossier, briefing, basedOn: 1, body: aBody(ask) }))
    expect((await save(desk(), `Ask about ${internal}.`)).code).toBe('private-name-shown')
    expect((await save(people(record).reviewer, `Ask about ${confidential}.`)).code).toBe(
      'private-name-shown',
    )
    // An analyst who typed a name learns nothing of whether there is a case.
    expect((await save(desk(), `Ask about ${confidential}.`)).code).toBe('accepted')
  })

  test('a case that is not for its readers cannot be put in, like one that is not there', async () => {
    const briefing = await begin({ suggested: false })
    const put = (key: string) =>
      getRefusal(
        desk().briefing.save({
          dossier,
          briefing,
          basedOn: 1,
          body: { ...aBody(), sections: [{ kind: 'case', key, text: '' }] },
        }),
      )
    const [hidden, absent] = [await put('kept-inside'), await put('not-there')]
    expect(hidden.code).toBe('not-in-dossier')
    expect(absent.code).toBe('not-in-dossier')
  })

  test('a case that is made private leaves every version, with what was written about it', async () => {
    const briefing = await begin()
    const before = (await take(briefing)).toString('utf8')
    expect(before).toContain('An invented newspaper')
    const key = 'invented-outlet'
    const { version } = await people(record).reviewer.case.get({ dossier, key })
    await people(record).reviewer.case.restrict({
      dossier,
      key,
      basedOn: version,
      sensitivity: 'internal',
      reason: 'Invented.',
    })
    expect((await take(briefing)).toString('utf8')).not.toContain('An invented newspaper')
    expect(JSON.stringify(await get(briefing))).not.toContain('An invented newspaper')
  })
})

describe('versions', () => {
  test('what people write and what the record says stand apart: saving leaves the facts, with the facts of what was put in', async () => {
    const briefing = await begin({ suggested: false })
    await desk().briefing.save({ dossier, briefing, basedOn: 1, body: aBody() })
    await desk().briefing.save({ dossier, briefing, basedOn: 2, body: aBody('Invented: another ask.') })
    const [two, three] = [await get(briefing, 2), await get(briefing, 3)]
    expect(two.facts.length).toBeGreaterThan(3)
    expect(three.facts).toEqual(two.facts)
    expect(three.versions.map(({ version, refreshed }) => [version, refreshed])).toEqual([
      [3, false],
      [2, true],
      [1, true],
    ])
    const { sections, facts } = await desk().briefing.compare({ dossier, briefing, from: 2, to: 3 })
    expect(sections.map(({ id, kind }) => [id, kind])).toEqual([[`recommendation:${ref}`, 'written']])
    expect(facts).toEqual([])
  })

  test('who writes upon a version that was overtaken is told so, and nothing of theirs is taken', async () => {
    const briefing = await begin()
    await desk().briefing.save({ dossier, briefing, basedOn: 1, body: aBody('The first.') })
    const second = desk().briefing.save({ dossier, briefing, basedOn: 1, body: aBody('The second.') })
    expect((await getRefusal(second)).code).toBe('record-moved-on')
    expect((await get(briefing)).body).toEqual(aBody('The first.'))
  })

  test('refreshing tells every fact that changed, old and new; what is kept stays, says of when, and shows again', async () => {
    const briefing = await begin({ asOf: undefined })
    const { version } = await people(record).analyst.assessment.form({ dossier, ref })
    await publish(people(record), { ref, level: 'some', effective: '2013-06-15', basedOn: version })
    const preview = await desk().briefing.previewRefresh({ dossier, briefing })
    const finding = preview.changes.find(({ id }) => id === `recommendation:${ref}/finding`)
    expect(finding?.kind).toBe('changed')
    expect(finding?.before).toContain('Finding: ')
    expect(finding?.after).not.toBe(finding?.before)
    const { asOf, knownAt } = preview.after
    const before = await get(briefing)
    await desk().briefing.refresh({ dossier, briefing, basedOn: 1, asOf, knownAt, keep: [finding?.id ?? ''] })
    const after = await get(briefing)
    const factOf = (view: typeof after) => view.facts.find(({ id }) => id === finding?.id)
    expect(factOf(after)?.value).toEqual(factOf(before)?.value)
    expect(factOf(after)?.at).toEqual(before.basis)
    const again = await desk().briefing.previewRefresh({ dossier, briefing, asOf })
    expect(again.changes.map(({ id }) => id)).toEqual([finding?.id])
    await desk().briefing.refresh({ dossier, briefing, basedOn: 2, asOf, knownAt, keep: [] })
    expect((await desk().briefing.previewRefresh({ dossier, briefing, asOf })).changes).toEqual([])
  })
})

describe('the Word template', () => {
  test('gives its styles, paper, margins and header; the text, the notes and the foot of the page stay', async () => {
    const briefing = await begin()
    const plain = readDocx(await take(briefing, 'docx'))
    await desk().briefing.setTemplate({ dossier, file: aTemplateFile() })
    const set = readDocx(await take(briefing, 'docx'))
    expect([set.body, set.notes]).toEqual([plain.body, plain.notes])
    const [document = '', styles = ''] = [set.files['word/document.xml'], set.files['word/styles.xml']]
    expect(document).toContain('<w:pStyle w:val="berschrift1"/>')
    expect(document).not.toContain('<w:pStyle w:val="Heading1"/>')
    expect(document).toContain('w:left="1700"')
    const widthOf = (xml = '') => Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1])
    expect(widthOf(document)).toBeLessThan(widthOf(plain.files['word/document.xml']))
    expect(styles).toContain('Georgia')
    expect(styles).toContain('w:styleId="Lead"')
    expect(styles.match(/<w:lang /g)).toHaveLength(1)
    expect(styles).toContain('<w:lang w:val="en-GB"/>')
    expect(Object.values(set.files).join('')).toContain('An invented organisation')
    await desk().briefing.setTemplate({ dossier, file: null })
    expect(readDocx(await take(briefing, 'docx')).files).toEqual(plain.files)
  })

  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'file-holds-programs'],
    [
      'a reference that fetches',
      {
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>',
      },
      'file-holds-programs',
    ],
    [
      'an entity',
      { 'word/styles.xml': '<!DOCTYPE w [<!ENTITY e "x">]><w:styles>&e;</w:styles>' },
      'file-does-not-match-its-type',
    ],
  ])('one with %s is refused', async (_, parts, code) => {
    const base64 = Buffer.from(aTemplate(parts)).toString('base64')
    const refusal = await getRefusal(
      desk().briefing.setTemplate({ dossier, file: { name: 'x.dotx', base64 } }),
    )
    expect(refusal.code).toBe(code)
    expect((await desk().briefing.list({ dossier, page: 1 })).template).toBeNull()
  })
})

describe('after the round', () => {
  test('everything it brought is recorded at once, each on its source; asking again records nothing', async () => {
    const briefing = await begin()
    const asked = anOutcome(briefing)
    const trial = await desk().briefing.checkRound(asked)
    expect(trial).toEqual({ events: 1, newRound: false, faults: [] })
    const before = await desk().uptake.desk({ dossier, ref })
    expect(await desk().briefing.recordRound(asked)).toEqual({ events: 1, newRound: false, faults: [] })
    expect(await desk().briefing.recordRound(asked)).toEqual({ events: 1, newRound: false, faults: [] })
    const after = await desk().uptake.desk({ dossier, ref })
    expect(after.length).toBe(before.length + 1)
    expect(after).toContainEqual(
      expect.objectContaining({ kind: 'raised', date: '2013-05-31', round: 'round-1', note: 'Invented.' }),
    )
    const other = await getRefusal(desk().briefing.recordRound({ ...asked, forum: 'Another' }))
    expect(other.code).toBe('key-taken')
    const { rows } = await desk().briefing.after({ dossier, briefing })
    expect(rows.find((row) => row.ref === ref)?.recorded).toEqual(['raised'])
  })

  test('one row that cannot be taken, and none is', async () => {
    const briefing = await begin()
    const before = await desk().uptake.desk({ dossier, ref })
    const outcome = await desk().briefing.recordRound({
      ...anOutcome(briefing),
      rows: [
        { ref, kinds: ['stated'] },
        { ref: 'XX-1999-01', kinds: ['raised'] },
      ],
    })
    expect(outcome.events).toBe(0)
    expect(outcome.faults).toEqual([expect.objectContaining({ row: 1, code: 'not-in-dossier' })])
    expect(await desk().uptake.desk({ dossier, ref })).toEqual(before)
  })

  test('a round that was only planned comes on record with its press release, once', async () => {
    const planned = { title: 'Invented dialogue, round 9', date: '2013-06', place: 'Invented city' }
    const briefing = await begin({ round: undefined, planned })
    const newSource = {
      title: 'Invented press release',
      publisher: 'Invented EU institution',
      kind: 'eu-official' as const,
      date: '2013-06-20',
      language: 'en',
    }
    const ask = (kind: 'raised' | 'adopted') =>
      desk().briefing.recordRound({
        dossier,
        briefing,
        id: randomUUID(),
        date: '2013-06-20',
        newSource,
        rows: [{ ref, kinds: [kind] }],
      })
    expect(await ask('raised')).toMatchObject({ events: 1, newRound: true })
    expect(await ask('adopted')).toMatchObject({ events: 1, newRound: false })
    const { rounds } = await people(record).viewer.round.list({ dossier })
    expect(rounds.filter(({ title }) => title === planned.title)).toEqual([
      expect.objectContaining({ date: '2013-06-20', place: 'Invented city' }),
    ])
  })
})
