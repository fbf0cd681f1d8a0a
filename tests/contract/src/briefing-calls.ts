import { randomUUID } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'

export const aBriefing = {
  dossier,
  round: 'round-1',
  title: 'Invented briefing',
  language: 'en',
  audience: 'delegation',
  asOf: '2013-06-30',
  suggested: true,
} as const

/** Words of an invented briefing about one recommendation. */
export const aBody = (ask = 'Invented: ask for it.') => ({
  title: 'Invented briefing',
  lead: '',
  sections: [{ kind: 'recommendation' as const, key: ref, ask, evidence: null, text: '' }],
})

/** What an invented round brought. */
export const anOutcome = (briefing: number, id: string = randomUUID()) => ({
  dossier,
  briefing,
  id,
  date: '2013-05-31',
  forum: 'Invented round',
  source: 'briefing',
  rows: [{ ref, kinds: ['raised' as const], note: 'Invented.' }],
})

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** An invented house style: a template of Word with a heading of its own, wide margins and a line at the head of its pages. */
export const aTemplate = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.template.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${types}.header+xml"/></Types>`,
        '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/header" Target="header1.xml"/></Relationships>`,
        'word/document.xml': `${head}<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body><w:p/><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1700" w:bottom="1700" w:left="1700" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr></w:body></w:document>`,
        'word/header1.xml': `${head}<w:hdr xmlns:w="${word}"><w:p><w:r><w:t>An invented organisation</w:t></w:r></w:p></w:hdr>`,
        'word/styles.xml': `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Georgia"/><w:sz w:val="21"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="7A1F2B"/><w:sz w:val="30"/></w:rPr></w:style></w:styles>`,
        ...more,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  )

export const aTemplateFile = () => ({
  name: 'House style.dotx',
  base64: Buffer.from(aTemplate()).toString('base64'),
})

export type BriefingPlaces = { readonly briefing: number }

export async function createBriefingPlaces(record: TestRecord): Promise<BriefingPlaces> {
  const { analyst } = people(record)
  const { briefing } = await analyst.briefing.create(aBriefing)
  return { briefing }
}

/** Valid inputs of the procedures of briefings. */
export const buildBriefingInputs = ({ briefing }: BriefingPlaces) => {
  const target = { dossier, briefing }
  return {
    'briefing.list': { dossier, page: 1 },
    'briefing.get': { ...target, version: 1 },
    'briefing.choices': target,
    'briefing.compare': { ...target, from: 1, to: 1 },
    'briefing.previewRefresh': { ...target, asOf: '2013-06-30' },
    'briefing.create': aBriefing,
    'briefing.save': { ...target, basedOn: 1, body: aBody() },
    'briefing.refresh': {
      ...target,
      basedOn: 1,
      asOf: '2013-06-30',
      knownAt: '2099-01-01T00:00:00Z',
      keep: [`recommendation:${ref}/finding`],
    },
    'briefing.export': { ...target, format: 'html', lang: 'kk', version: 1 },
    'briefing.setTemplate': { dossier, file: aTemplateFile() },
    'briefing.after': target,
    'briefing.checkRound': anOutcome(briefing),
    'briefing.recordRound': anOutcome(briefing),
  }
}

/** Every changing procedure of briefings once, in an order in which each is accepted. */
export function listBriefingCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  let briefing = 0
  return [
    [
      'briefing.create',
      'analyst',
      async () => {
        briefing = (await analyst.briefing.create(aBriefing)).briefing
      },
    ],
    [
      'briefing.save',
      'analyst',
      () => analyst.briefing.save({ dossier, briefing, basedOn: 1, body: aBody() }),
    ],
    [
      'briefing.refresh',
      'analyst',
      () =>
        analyst.briefing.refresh({
          dossier,
          briefing,
          basedOn: 2,
          asOf: '2013-07-31',
          knownAt: '2099-01-01T00:00:00.000Z',
          keep: [],
        }),
    ],
    [
      'briefing-template.set',
      'analyst',
      () => analyst.briefing.setTemplate({ dossier, file: aTemplateFile() }),
    ],
    ['briefing.export', 'analyst', () => analyst.briefing.export({ dossier, briefing, format: 'docx' })],
    ['briefing.record-round', 'analyst', () => analyst.briefing.recordRound(anOutcome(briefing))],
    ['briefing-template.remove', 'analyst', () => analyst.briefing.setTemplate({ dossier, file: null })],
  ]
}
