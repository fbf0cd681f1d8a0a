import {
  BorderStyle,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, plain, type Run, type Text, toText } from '../documents/document.ts'
import { buildBarPicture } from './bar-picture.ts'

/** Between the margins, in twentieths of a point; the margins are those of the PDF. */
export const textWidth = 9746

/** Word knows a language by its country too. */
const wordLanguages: Readonly<Record<string, string>> = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' }
export const getWordLanguage = (lang: string): string => wordLanguages[lang] ?? lang

type Child = TextRun | ExternalHyperlink | FootnoteReferenceRun

/** @param number gives each footnote its number, in order */
export const buildRuns = (text: Text, number: () => number): Child[] =>
  text.flatMap((run) => [
    buildRun(run),
    ...(run.note === undefined ? [] : [new FootnoteReferenceRun(number())]),
  ])

/** @param over what holds for the whole paragraph and no style says */
export function buildRun(
  { text, strong, href, lang }: Run,
  over: { readonly size?: number; readonly color?: string } = {},
): TextRun | ExternalHyperlink {
  const made = new TextRun({
    ...over,
    text,
    ...(strong === true ? { bold: true } : {}),
    ...(href === undefined ? {} : { style: 'Hyperlink' }),
    ...(lang === undefined ? {} : { language: { value: getWordLanguage(lang) } }),
  })
  return href === undefined ? made : new ExternalHyperlink({ link: href, children: [made] })
}

const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const

/** A block as paragraphs and tables with styles of their names, so that whoever goes on writing changes a style and no line. */
export function buildBlock(block: Block, number: () => number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          children: buildRuns(toText(block.text), number),
          heading: headings[block.level],
          pageBreakBefore: block.startsPage === true,
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ style: paragraphStyles[block.style], children: buildRuns(block.text, number) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListBullet',
            numbering: { reference: 'bullets', level: 0 },
            children: buildRuns(item, number),
          }),
      )
    case 'table':
      return [
        new Paragraph({
          style: 'Caption',
          keepNext: true,
          children: buildRuns(plain(block.caption), number),
        }),
        buildTable(block, number),
      ]
    case 'bar':
      return [buildBar(block)]
  }
}

const paragraphStyles = { body: 'Normal', lead: 'Lead', small: 'Small' } as const

function buildBar({ parts, alt }: Extract<Block, { kind: 'bar' }>): Paragraph {
  const picture = new ImageRun({
    type: 'png',
    data: buildBarPicture(parts, 1300, 32),
    transformation: { width: 650, height: 16 },
    altText: { name: 'bar', title: '', description: alt },
  })
  return new Paragraph({ style: 'Picture', children: [picture] })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '737B81' })

function buildTable({ columns, rows }: Extract<Block, { kind: 'table' }>, number: () => number): Table {
  const sum = columns.reduce((all, { share }) => all + share, 0)
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / sum))
  const buildCells = (cells: readonly Text[], style: string, weight: number) =>
    cells.map(
      (text, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          borders: { top: none, left: none, right: none, bottom: rule(weight) },
          children: [new Paragraph({ style, children: buildRuns(text, number) })],
        }),
    )
  const head = columns.map(({ head: text }) => plain(text))
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 0, right: 150 },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: {
      top: none,
      left: none,
      right: none,
      bottom: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: buildCells(head, 'TableHead', 8) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: buildCells(row, 'TableText', 4) })),
    ],
  })
}
