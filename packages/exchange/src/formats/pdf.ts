import {
  type Block,
  getTitle,
  type ParagraphStyle,
  plain,
  type Text,
  type TextDocument,
  toText,
} from '../documents/document.ts'
import { type DocumentFonts, drawIn, type Element, setLines, sheet, type TextStyle } from './pdf-canvas.ts'
import { openPages, type Pages } from './pdf-pages.ts'
import { drawTable } from './pdf-table.ts'

const paragraphStyles = {
  body: { size: 10, leading: 13.4 },
  lead: { size: 12, leading: 15.6 },
  small: { size: 8.6, leading: 11.2, colour: '#4a5258' },
} as const satisfies Record<ParagraphStyle, TextStyle>

const headingStyles = {
  2: { size: 12.5, leading: 16, strong: true, colour: '#1d4c68' },
  3: { size: 10.5, leading: 14, strong: true },
} as const satisfies Record<2 | 3, TextStyle>

const kickerStyle: TextStyle = { size: 9, leading: 13, colour: '#4a5258' }
const titleStyle: TextStyle = { size: 19, leading: 23, strong: true }

/**
 * A document as a tagged A4 PDF: every text in a structure tree with its language, rules and footers as artifacts, the
 * bar with words for it, fonts inside. The same document makes the same bytes.
 */
export async function buildPdf(
  document: TextDocument,
  fonts: DocumentFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  return drawDocument(document, fonts).finish()
}

/** On how many pages {@link buildPdf} would set a document. */
export const countPages = (document: TextDocument, fonts: DocumentFonts): number =>
  drawDocument(document, fonts).pdf.bufferedPageRange().count

function drawDocument(document: TextDocument, fonts: DocumentFonts): Pages {
  const pages = openPages(document, fonts)
  drawText(pages, toText(document.kicker), kickerStyle, 'P', 60)
  drawText(pages, getTitle(document), titleStyle, 'H1', 40)
  for (const block of document.blocks) drawBlock(pages, block)
  return pages
}

const gaps = { heading: 9, paragraph: 4, list: 3, table: 4, bar: 6 } as const satisfies Record<
  Block['kind'],
  number
>

function drawBlock(pages: Pages, block: Block): void {
  if (block.kind === 'heading' && block.startsPage && !pages.isEmpty()) pages.nextPage()
  pages.space(gaps[block.kind])
  if (block.kind === 'heading')
    drawText(pages, toText(block.text), headingStyles[block.level], `H${block.level}`, 40)
  else if (block.kind === 'paragraph') drawText(pages, block.text, paragraphStyles[block.style], 'P', 0)
  else if (block.kind === 'list') drawList(pages, block.items)
  else if (block.kind === 'table') drawTable(pages, block)
  else drawBar(pages, block)
}

/** `keep`: what must have room below the last line, so that a heading does not stand alone. */
function drawText(pages: Pages, text: Text, style: TextStyle, tag: string, keep: number): void {
  const element = pages.pdf.struct(tag as 'P')
  pages.root.add(element)
  drawLines(pages, text, style, element, 0, keep)
}

function drawLines(
  { pdf, number, place, draw }: Pages,
  text: Text,
  style: TextStyle,
  element: Element,
  indent: number,
  keep: number,
): void {
  for (const line of setLines(pdf, text, sheet.right - sheet.left - indent, style, number))
    draw(line, { x: sheet.left + indent, y: place(style.leading, line.notes, keep) }, style, element)
}

function drawList(pages: Pages, items: readonly Text[]): void {
  const { pdf, root } = pages
  const list = pdf.struct('L')
  root.add(list)
  const style = paragraphStyles.body
  for (const text of items) {
    const [item, label, body] = [pdf.struct('LI'), pdf.struct('Lbl'), pdf.struct('LBody')]
    list.add(item)
    item.add(label)
    item.add(body)
    const [bullet] = setLines(pdf, plain('•'), 12, style)
    for (const [i, line] of setLines(
      pdf,
      text,
      sheet.right - sheet.left - 12,
      style,
      pages.number,
    ).entries()) {
      const y = pages.place(style.leading, line.notes)
      if (i === 0 && bullet !== undefined) pages.draw(bullet, { x: sheet.left + 2, y }, style, label)
      pages.draw(line, { x: sheet.left + 12, y }, style, body)
    }
    pages.space(1.5)
  }
}

const barHeight = 12

function drawBar(pages: Pages, { parts, alt }: Extract<Block, { kind: 'bar' }>): void {
  const { pdf, root } = pages
  const y = pages.place(barHeight)
  const figure = pdf.struct('Figure', {
    alt,
    bbox: [sheet.left, y, sheet.right, y + barHeight],
  } as never)
  root.add(figure)
  const sum = parts.reduce((all, { count }) => all + count, 0)
  drawIn(pdf, figure, 'Figure', () => {
    let x = sheet.left
    for (const { count, colour } of parts) {
      if (count === 0) continue
      const width = ((sheet.right - sheet.left) * count) / sum
      pdf.lineWidth(0.6).rect(x, y, width, barHeight).fillAndStroke(colour, '#14191d')
      x += width
    }
  })
}
