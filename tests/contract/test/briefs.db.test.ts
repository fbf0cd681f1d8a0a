import { buildPublicDataApp } from '@waymark/api/public-data/public-data-app'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { type ReadDocument, readDocx, readPdf } from '@waymark/exchange/test/read-document'
import { languages } from '@waymark/messages/language'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMarkedFile, Canaries, plantFormerCase, plantShownCase, withPrivateCases } from '../src/canaries.ts'
import {
  buildContext,
  callAs,
  formatBytes,
  importFile,
  openTestRecord,
  type TestRecord,
} from '../src/open-test-record.ts'

const site = { origin: 'https://waymark.example.org', publisher: 'Waymark', contact: null }
const buildApp = (record: TestRecord): Hono =>
  buildPublicDataApp({ createContext: () => buildContext(record, null), log: () => {}, site })

const readBytes = async (app: Hono, address: string) => {
  const response = await app.request(address)
  expect([address, response.status]).toEqual([address, 200])
  return new Uint8Array(await response.arrayBuffer())
}
/** Without spaces: a PDF parts a long address at the end of a line. That words stand apart is tested with the writers. */
const squeeze = (text: string) => text.replace(/\s/g, '')
const saying = ({ body, notes, alts }: ReadDocument) => ({
  body: squeeze(body),
  notes: notes.map(squeeze).sort(),
  alts,
})

describe('the briefs of the starter dossier', () => {
  let record: TestRecord
  let app: Hono
  beforeAll(async () => {
    record = await openTestRecord({ template: 'kazakhstan', bytes: await getStarterDossier('kazakhstan') })
    app = buildApp(record)
  }, 120_000)
  afterAll(() => record.close())

  const read = async (path: string, query: string) => {
    const pdf = await readPdf(await readBytes(app, `${path}.pdf${query}`))
    const docx = readDocx(await readBytes(app, `${path}.docx${query}`))
    return { pdf, docx }
  }

  const days = ['2013-11-27', '2016-05-02', '2020-03-01', '2026-11-01']
  test.for(days.flatMap((day) => languages.map((lang) => ({ day, lang }))))(
    'the country brief of $day in $lang has two pages, and says the same as PDF and as Word',
    async ({ day, lang }) => {
      const { pdf, docx } = await read('/kazakhstan/brief', `?asOf=${day}&lang=${lang}`)
      expect(pdf.pages).toBe(2)
      expect(saying(docx)).toEqual(saying(pdf))
      expect(docx.files['word/styles.xml']).toContain(`<w:lang w:val="${lang}-`)
      expect(pdf.body).not.toMatch(/undefined|null|NaN|\[object/)
    },
  )

  const steps = [
    { key: 'epca-signed', day: '2013-11-27' },
    { key: 'epca-in-force', day: '2026-11-01' },
    { key: 'epca-round-2014-06', day: '2013-11-27' },
  ]
  test.for(steps.flatMap((step) => languages.map((lang) => ({ ...step, lang }))))(
    'the brief of $key on $day in $lang has one page, and says the same as PDF and as Word',
    async ({ key, day, lang }) => {
      const { pdf, docx } = await read(`/kazakhstan/milestones/${key}/brief`, `?asOf=${day}&lang=${lang}`)
      expect(pdf.pages).toBe(1)
      expect(saying(docx)).toEqual(saying(pdf))
      expect(pdf.body).not.toMatch(/undefined|null|NaN|\[object/)
    },
  )

  test('its figures are those of the scorecard and of the linkage at the same cut', async () => {
    const cut = { dossier: 'kazakhstan', asOf: '2016-05-02' }
    const { body } = await readPdf(await readBytes(app, `/kazakhstan/brief.pdf?asOf=${cut.asOf}`))
    const { overall } = await callAs(record).score.get(cut)
    expect(body).toContain(`Recommendations that count: ${overall.coverage.applicable} (`)
    const { passage } = await callAs(record).linkage.list(cut)
    expect(passage.unmet).toBeGreaterThan(0)
    expect(body).toContain(`Milestones passed with required conditions: ${passage.steps}.`)
    expect(body).toContain(
      `Conditions unmet at the passage: ${passage.unmet}, at ${passage.unmetSteps} of these`,
    )
    const { cases } = await callAs(record).case.list(cut)
    expect(body).toContain(
      cases.length === 0 ? 'No case is on public record.' : `Public cases: ${cases.length}.`,
    )
    expect(squeeze(body)).toContain('https://waymark.example.org/kazakhstan?asOf=2016-05-02&knownAt=')
  })

  test('the same address answers the same bytes, with a tag by which they need not be sent again', async () => {
    for (const format of ['pdf', 'docx']) {
      const address = `/kazakhstan/brief.${format}?asOf=2016-05-02`
      const first = await app.request(address)
      const tag = first.headers.get('etag') ?? ''
      expect(first.headers.get('content-disposition')).toBe(
        `attachment; filename="kazakhstan-brief-2016-05-02.${format}"`,
      )
      expect((await app.request(address)).headers.get('etag')).toBe(tag)
      expect((await app.request(address, { headers: { 'if-none-match': tag } })).status).toBe(304)
    }
  })

  test('what is asked for wrongly is refused, and what is not there is not found', async () => {
    const statusOf = async (address: string) => (await app.request(address)).status
    expect(await statusOf('/kazakhstan/brief.pdf?asOf=2013-02-30')).toBe(400)
    expect(await statusOf('/kazakhstan/brief.pdf?lang=de')).toBe(400)
    expect(await statusOf('/kazakhstan/milestones/nothing/brief.docx')).toBe(404)
    expect(await statusOf('/nowhere/brief.pdf')).toBe(404)
  })
})

test('nothing of a private case is in a brief, and the public ones are', async () => {
  const canaries = new Canaries()
  const record = await openTestRecord({ template: 'marked', bytes: formatBytes(aMarkedFile()) })
  const app = buildApp(record)
  await importFile(record, await plantFormerCase(record, withPrivateCases(aMarkedFile(), canaries), canaries))
  await plantShownCase(record, canaries)
  let texts = ''
  for (const path of ['/invented/brief', '/invented/milestones/signed/brief'])
    for (const lang of languages) {
      const pdf = await readPdf(await readBytes(app, `${path}.pdf?lang=${lang}`))
      const docx = readDocx(await readBytes(app, `${path}.docx?lang=${lang}`))
      texts += JSON.stringify([pdf.body, pdf.notes, pdf.alts, docx.files])
    }
  const { cases } = await callAs(record).case.list({ dossier: 'invented' })
  expect(cases.length).toBeGreaterThan(0)
  expect(texts).toContain(cases[0]?.name ?? 'no case')
  expect(canaries.planted.length).toBeGreaterThan(10)
  expect(canaries.planted.filter((one) => texts.includes(one))).toEqual([])
  await record.close()
})
