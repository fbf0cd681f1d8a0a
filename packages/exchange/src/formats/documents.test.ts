import { PDFBool, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readDocx, readPdf } from '../../test/read-document.ts'
import { sampleDocument } from '../../test/sample-document.ts'
import { testFonts } from '../../test/test-fonts.ts'
import { listBlockTexts, listNotes, plain, type TextDocument, toText } from '../documents/document.ts'
import { buildDocx } from './docx.ts'
import { buildPdf } from './pdf.ts'

const pdf = await buildPdf(sampleDocument, testFonts)
const docx = await buildDocx(sampleDocument)

const { kicker, title, blocks } = sampleDocument
const said = [toText(kicker), plain(title), ...blocks.flatMap(listBlockTexts)]
  .map((text) => text.map((run) => run.text).join(''))
  .join(' ')
  .replace(/\s+/g, ' ')
  .trim()
const noted = listNotes(sampleDocument).map((note) => note.map((run) => run.text).join(''))

test('both files say every word of the document, in order, with its footnotes and the words for the bar', async () => {
  const [inPdf, inDocx] = [await readPdf(pdf), readDocx(docx)]
  expect(inPdf.body).toBe(said)
  expect(inDocx.body).toBe(said)
  expect([inPdf.notes, inDocx.notes]).toEqual([noted, noted])
  const alt = 'Limited progress 2, going backwards 1, no current finding 6.'
  expect([inPdf.alts, inDocx.alts]).toEqual([[alt], [alt]])
})

test('the same document makes the same bytes', async () => {
  expect(Buffer.from(await buildPdf(sampleDocument, testFonts)).equals(pdf)).toBe(true)
  const again = await buildDocx(sampleDocument)
  expect(readDocx(again).files).toEqual(readDocx(docx).files)
  expect(Buffer.from(again).equals(docx)).toBe(true)
})

test('the PDF says that it is tagged, in which language, and what it is called', async () => {
  const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false })
  expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'))).toBe(PDFBool.True)
  expect(catalog.lookup(PDFName.of('Lang'), PDFString).asString()).toBe('en')
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
  expect(preferences.lookup(PDFName.of('DisplayDocTitle'))).toBe(PDFBool.True)
  expect(catalog.has(PDFName.of('StructTreeRoot'))).toBe(true)
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  expect(info.keys().map(String).sort()).toEqual(['/CreationDate', '/Creator', '/Producer', '/Title'])
  expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect([...(await readPdf(pdf)).roles]).toEqual(
    expect.arrayContaining([
      'Document',
      'H1',
      'H2',
      'H3',
      'P',
      'Figure',
      'L',
      'LI',
      'Table',
      'TR',
      'TH',
      'TD',
      'Note',
    ]),
  )
})

test('what is in another language is marked with it in both files, title, kicker, heading and footer included', async () => {
  const mixed: TextDocument = {
    ...sampleDocument,
    lang: 'kk',
    title: 'Вымышленная страна',
    titleLang: 'ru',
    kicker: [{ text: 'Анықтама · ' }, { text: 'An invented agreement', lang: 'en' }],
    footer: [{ text: 'Waymark · ' }, { text: 'Вымышленная страна', lang: 'ru' }],
    blocks: [
      {
        kind: 'heading',
        level: 2,
        text: [{ text: 'Раундтан бері: ' }, { text: 'An invented round', lang: 'en' }],
      },
    ],
  }
  expect((await readPdf(await buildPdf(mixed, testFonts))).languages).toEqual(new Set(['ru', 'en']))
  const { body, marked } = readDocx(await buildDocx(mixed))
  expect(marked).toEqual([
    'en-GB An invented agreement',
    'ru-RU Вымышленная страна',
    'en-GB An invented round',
    'ru-RU Вымышленная страна',
  ])
  expect(body).toContain('Раундтан бері: An invented round')
})

test('every figure in the PDF has words, every link a name and a place in the tree, every note a name of its own', async () => {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const dictionaries = context
    .enumerateIndirectObjects()
    .flatMap(([, o]) => (o instanceof PDFDict ? [o] : []))
  const ofRole = (role: string) =>
    dictionaries.filter((d) => d.get(PDFName.of('S')) === PDFName.of(role) && d.has(PDFName.of('K')))
  const figures = ofRole('Figure')
  expect(figures).toHaveLength(1)
  for (const figure of figures) expect(figure.lookup(PDFName.of('Alt'))).toBeInstanceOf(PDFString)
  const links = dictionaries.filter((d) => d.get(PDFName.of('Subtype')) === PDFName.of('Link'))
  expect(links).toHaveLength(2)
  for (const link of links) {
    expect(link.has(PDFName.of('StructParent'))).toBe(true)
    expect(link.lookup(PDFName.of('Contents'), PDFString).asString()).toMatch(
      /^(the whole record|example\.org)$/,
    )
  }
  const names = ofRole('Note').map((note) => note.lookup(PDFName.of('ID'), PDFString).asString())
  expect(names).toEqual(['note-1', 'note-2', 'note-3'])
})

test('every font of the PDF is inside it, with the letters of Kazakh', async () => {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  const descriptors = context
    .enumerateIndirectObjects()
    .flatMap(([, o]) =>
      o instanceof PDFDict && o.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') ? [o] : [],
    )
  expect(descriptors).toHaveLength(2)
  for (const one of descriptors) expect(one.has(PDFName.of('FontFile2'))).toBe(true)
  const kazakh: TextDocument = {
    ...sampleDocument,
    lang: 'kk',
    title: 'ӘәҒғҚқҢңӨөҰұҮүҺһІі Ёё «—»',
    blocks: [],
  }
  // What a font lacks it draws as the first of its shapes, and gives no text for it.
  expect((await readPdf(await buildPdf(kazakh, testFonts))).body).toContain(kazakh.title)
})

test('a long document goes on over pages: no row is parted, the heads stand on each, notes with what they belong to', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [
    plain(`Row ${i}`),
    [{ text: 'Invented words. '.repeat(6), ...(i % 10 === 0 ? { note: plain(`Note of row ${i}.`) } : {}) }],
  ])
  const table = {
    kind: 'table',
    caption: 'Rows',
    columns: [
      { head: 'Row', share: 1 },
      { head: 'Words', share: 3 },
    ],
    rows,
  } as const
  const long = await readPdf(await buildPdf({ ...sampleDocument, blocks: [table] }, testFonts))
  expect(long.pages).toBeGreaterThan(3)
  expect(long.body.match(/Row \d+/g)).toHaveLength(120)
  expect(long.body.match(/Row Words/g)).toHaveLength(1)
  expect(long.notes).toEqual(Array.from({ length: 12 }, (_, i) => `Note of row ${i * 10}.`))
})

test('a row higher than a page goes on on the next', async () => {
  const cell = 'Long words. '.repeat(1500).trim()
  const table = {
    kind: 'table',
    caption: 'One',
    columns: [
      { head: 'A', share: 1 },
      { head: 'B', share: 2 },
    ],
    rows: [[plain('a'), plain(cell)]],
  } as const
  const tall = await readPdf(await buildPdf({ ...sampleDocument, blocks: [table] }, testFonts))
  expect(tall.pages).toBeGreaterThan(1)
  expect(tall.body.includes(cell)).toBe(true)
})

test('the Word file names nobody, its styles are real, and its heads of tables are heads', () => {
  const { files } = readDocx(docx)
  expect(files['docProps/core.xml']).toContain('<dc:creator></dc:creator>')
  expect(files['docProps/core.xml']).toContain('<cp:lastModifiedBy></cp:lastModifiedBy>')
  expect(files['docProps/core.xml']).toContain('2026-11-30T10:00:00Z')
  expect(Object.values(files).join('')).not.toMatch(/Un-named|w:author|rsid/)
  const [body = '', styles = ''] = [files['word/document.xml'], files['word/styles.xml']]
  for (const one of ['Title', 'Heading1', 'Heading2', 'ListBullet', 'Caption', 'TableHead', 'TableText']) {
    expect(body).toContain(`<w:pStyle w:val="${one}"/>`)
    expect(styles).toContain(`w:styleId="${one}"`)
  }
  expect(body).toContain('<w:tblHeader/>')
  expect(body).toContain('<w:lang w:val="ru-RU"/>')
  expect(styles).toContain('<w:lang w:val="en-GB"/>')
  expect(files['word/footer1.xml']).toContain('record cut-off')
})
