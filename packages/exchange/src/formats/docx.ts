import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { getTitle, listNotes, type Text, type TextDocument, toText } from '../documents/document.ts'
import { settlePackage } from './docx-package.ts'
import { buildBlock, buildRun, buildRuns, getWordLanguage, textWidth } from './docx-parts.ts'
import type { TemplateParts } from './docx-template.ts'

/** Calibri has the letters of Kazakh and stands on every computer with Word; elsewhere Carlito has its widths. */
const font = 'Calibri'
const [grey, accent] = ['4A5258', '1D4C68']
/** A4 with the margins of the PDF, in twentieths of a point. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 960, bottom: 1100, left: 1080, right: 1080, header: 500, footer: 500 },
}

const below = (size: number) => ({ spacing: { before: 0, after: size } })
const heading = (size: number, before: number, color?: string) => ({
  run: { size, bold: true, font, ...(color === undefined ? {} : { color }) },
  paragraph: { spacing: { before, after: 40 }, keepNext: true },
})
const style = (id: string, run: object, paragraph: object) => ({
  id,
  name: names[id] ?? id,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
})
const names: Readonly<Record<string, string>> = {
  Caption: 'caption',
  ListBullet: 'List Bullet',
  TableHead: 'Table Head',
  TableText: 'Table Text',
}

/**
 * A document as a Word file: real headings, list, footnotes, heads of tables and fields for the page numbers, in named
 * styles; nobody named as its author. The same document makes the same bytes.
 *
 * @param template the styles of whose it is; ours where there is none
 */
export async function buildDocx(
  document: TextDocument,
  template: TemplateParts | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  let numbered = 0
  const number = () => {
    numbered += 1
    return numbered
  }
  const children = [
    new Paragraph({ style: 'Kicker', children: buildRuns(toText(document.kicker), number) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: buildRuns(getTitle(document), number) }),
    ...document.blocks.flatMap((block) => buildBlock(block, number)),
  ]
  const made = new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    styles: {
      default: {
        document: {
          run: { font, size: 20, color: '14191D', language: { value: getWordLanguage(document.lang) } },
          paragraph: { spacing: { before: 0, after: 80, line: 250, lineRule: LineRuleType.AUTO } },
        },
        title: heading(38, 0),
        heading1: heading(25, 160, accent),
        heading2: heading(21, 120),
        footnoteText: { run: { size: 16 }, paragraph: below(0) },
      },
      paragraphStyles: [
        style('Kicker', { size: 18, color: grey }, below(40)),
        style('Lead', { size: 24 }, below(80)),
        style('Small', { size: 17, color: grey }, { spacing: { before: 60, after: 40 } }),
        style('Caption', { size: 17, color: grey }, below(20)),
        style('TableHead', { size: 17, bold: true }, below(0)),
        style('TableText', { size: 17 }, below(0)),
        style('ListBullet', {}, below(30)),
        style('Picture', {}, { spacing: { before: 60, after: 80 } }),
      ],
    },
    numbering: { config: [bullets] },
    footnotes: Object.fromEntries(
      listNotes(document).map((note, i) => [i + 1, { children: [buildNote(note)] }]),
    ),
    sections: [{ properties: { page }, footers: { default: buildFooter(document) }, children }],
  })
  return settlePackage(new Uint8Array(await Packer.toArrayBuffer(made)), document, template)
}

/** A footnote has no footnotes. */
const buildNote = (note: Text) =>
  new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...buildRuns(note, () => 0)] })

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 240, hanging: 240 } } },
    },
  ],
}

function buildFooter({ footer, pageWords }: TextDocument): Footer {
  const [before, between, after] = pageWords
  const small = { size: 14, color: grey }
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: '737B81', space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          ...toText(footer).map((run) => buildRun(run, small)),
          new TextRun({
            ...small,
            children: ['\t', before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}
