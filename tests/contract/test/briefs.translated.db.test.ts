import { buildPublicDataApp } from '@waymark/api/public-data/public-data-app'
import { readDocx, readPdf } from '@waymark/exchange/test/read-document'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFullFile } from '../src/full-record.ts'
import {
  buildContext,
  formatBytes,
  importFile,
  openTestRecord,
  type TestRecord,
} from '../src/open-test-record.ts'
import { translate } from '../src/translation-calls.ts'

/** A dossier whose originals are in Russian and in English, with translations into Kazakh. */
const [ref, asked, signed] = ['XX-2011-01', 'Принять вымышленный закон', 'Вымышленное соглашение подписано']
const [kkAsked, kkSigned] = ['Ойдан шығарылған заң қабылдау', 'Ойдан шығарылған келісімге қол қойылды']
const aFile = (title = asked) => {
  const file = aFullFile()
  return {
    ...file,
    dossier: { ...file.dossier, title: 'Вымышленный диалог', note: 'Явно вымышлено.' },
    milestones: file.milestones.map((one) => ({ ...one, title: signed })),
    recommendations: file.recommendations.map((one) => (one.ref === ref ? { ...one, title } : one)),
    commitments: file.commitments.map((one) => ({ ...one, summary: 'Вымышлено: нужны реформы.' })),
    sources: file.sources.map((one) => ({ ...one, title: 'Вымышленный документ', language: 'ru' })),
  }
}
let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord({ template: 'russian', bytes: formatBytes(aFile()) })
  const language = 'kk'
  await translate(record, { kind: 'recommendation', key: ref, field: 'title', language }, kkAsked)
  await translate(record, { kind: 'milestone', key: 'signed', field: 'title', language }, kkSigned)
}, 120_000)
afterAll(() => record.close())

const readBytes = async (address: string) => {
  const site = { origin: 'https://waymark.example.org', publisher: 'Waymark', contact: null }
  const app = buildPublicDataApp({ createContext: () => buildContext(record, null), log: () => {}, site })
  const response = await app.request(address)
  expect([address, response.status]).toEqual([address, 200])
  return new Uint8Array(await response.arrayBuffer())
}
test('a catalogue of it says in which language it is written', async () => {
  const { inLanguage } = JSON.parse(Buffer.from(await readBytes('/invented/dataset.jsonld')).toString())
  expect(inLanguage).toEqual(['ru'])
})

const squeeze = (text: string) => text.replace(/\s/g, '')

const open = async (path: string) => {
  const pdf = await readPdf(await readBytes(path.replace('?', '.pdf?')))
  const docx = readDocx(await readBytes(path.replace('?', '.docx?')))
  expect(squeeze(docx.body)).toBe(squeeze(pdf.body))
  return { ...docx, languages: pdf.languages }
}

test('its briefs in Kazakh say what is translated in Kazakh, and mark what is not as Russian or as English', async () => {
  for (const path of ['/invented/brief?lang=kk', '/invented/milestones/signed/brief?lang=kk']) {
    const brief = await open(path)
    expect(brief.body).toContain(kkAsked)
    expect(brief.body).toContain(kkSigned)
    expect(brief.body).not.toContain(asked)
    expect(brief.body).not.toContain(signed)
    expect(brief.body).toContain('түпнұсқада айтылғаны негізге алынады.')
    const { marked } = brief
    expect(marked).toContain('ru-RU Вымышленный документ')
    expect(marked).toContain('en-GB Invented organisation')
    expect(marked.filter((one) => /шығарылған/.test(one))).toEqual([])
    expect(brief.languages).toEqual(new Set(['en', 'ru']))
  }
})

test('its briefs in Russian take the originals as they are, and mark what is in English alone', async () => {
  const brief = await open('/invented/milestones/signed/brief?lang=ru')
  expect(brief.body).toContain(signed)
  expect(brief.body).toContain('Вымышлено: нужны реформы.')
  expect(brief.body).not.toContain('приведены в переводе')
  expect(brief.marked.filter((one) => !one.startsWith('en-GB '))).toEqual([])
  expect(brief.languages).toEqual(new Set(['en']))
})

test('a translation that is out of date says so once, in a footnote', async () => {
  await importFile(record, aFile('Принять и применять вымышленный закон'))
  for (const path of ['/invented/brief?lang=kk', '/invented/milestones/signed/brief?lang=kk']) {
    const brief = await open(path)
    expect(brief.body).toContain(kkAsked)
    const warnings = brief.notes.filter((note) => note.includes('Аударма ескірген'))
    expect(warnings).toHaveLength(1)
  }
})
