import type { Line } from '../documents/break-lines.ts'
import { listNotes, plain, type Text, type TextDocument, toText } from '../documents/document.ts'
import {
  type DocumentFonts,
  drawArtifact,
  drawIn,
  drawLine,
  type Element,
  ink,
  type NoteElements,
  openPdf,
  type Pdf,
  setLines,
  sheet,
  type TextStyle,
} from './pdf-canvas.ts'

const noteStyle: TextStyle = { size: 7.8, leading: 10 }
const footerStyle: TextStyle = { size: 7, leading: 9, colour: '#4a5258' }
const [noteIndent, noteGap] = [12, 9]

/** Where blocks are placed one below the other, page by page, with their footnotes at the foot of the page. */
export type Pages = {
  readonly pdf: Pdf
  readonly root: Element
  readonly lang: string
  /** The next footnote's number. */
  readonly number: () => number
  /** Leaves a gap, but not at the top of a page. */
  readonly space: (height: number) => void
  /** Is there room for this height and these footnotes on the page? */
  readonly fits: (height: number, notes: readonly number[]) => boolean
  /** Is the page still empty? */
  readonly isEmpty: () => boolean
  readonly nextPage: () => void
  /** Takes room on the page, on the next one where this is full, and gives its top. `keep`: room that must be left below. */
  readonly place: (height: number, notes?: readonly number[], keep?: number) => number
  readonly draw: (line: Line, at: { x: number; y: number }, style: TextStyle, element: Element) => void
  /** Sets footnotes and footers, and gives the file. */
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>
}

export function openPages(document: TextDocument, fonts: DocumentFonts): Pages {
  const pdf = openPdf(document, fonts)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const noteElements: NoteElements = new Map()
  const noteLines = listNotes(document).map((text) =>
    setLines(pdf, text, sheet.right - sheet.left - noteIndent, noteStyle),
  )
  const pageNotes: number[][] = []
  let [y, reserved, numbered] = [sheet.top, 0, 0]

  const getNotesHeight = (notes: readonly number[]) =>
    notes.reduce((sum, note) => sum + (noteLines[note - 1]?.length ?? 0) * noteStyle.leading, 0)
  const getNeed = (height: number, notes: readonly number[]) =>
    height + getNotesHeight(notes) + (notes.length > 0 && reserved === 0 ? noteGap : 0)
  const fits = (height: number, notes: readonly number[]) =>
    y + getNeed(height, notes) <= sheet.bottom - reserved
  const isEmpty = () => y === sheet.top
  const nextPage = () => {
    pdf.addPage()
    pageNotes.push([])
    y = sheet.top
    reserved = 0
  }
  nextPage()

  return {
    pdf,
    root,
    lang: document.lang,
    number: () => {
      numbered += 1
      return numbered
    },
    space: (height) => {
      if (!isEmpty()) y += height
    },
    fits,
    isEmpty,
    nextPage,
    place: (height, notes = [], keep = 0) => {
      if (!isEmpty() && !fits(height + keep, notes)) nextPage()
      reserved += getNeed(0, notes)
      pageNotes.at(-1)?.push(...notes)
      const top = y
      y += height
      return top
    },
    draw: (line, at, style, element) => drawLine(pdf, line, at, style, element, noteElements, document.lang),
    finish: () => {
      for (const [page, notes] of pageNotes.entries()) {
        pdf.switchToPage(page)
        drawNotes(pdf, notes, noteLines, noteElements, document.lang)
        drawFooter(pdf, document, page + 1, pageNotes.length)
      }
      root.end()
      return readAll(pdf)
    },
  }
}

function drawNotes(
  pdf: Pdf,
  notes: readonly number[],
  noteLines: readonly (readonly Line[])[],
  elements: NoteElements,
  lang: string,
): void {
  if (notes.length === 0) return
  const lines = notes.reduce((sum, note) => sum + (noteLines[note - 1]?.length ?? 0), 0)
  let y = sheet.bottom - lines * noteStyle.leading
  drawArtifact(pdf, () => drawRule(pdf, y - noteGap / 2, sheet.left + 120), 'Layout')
  for (const note of notes) {
    const element = elements.get(note)
    if (element === undefined) throw new Error(`footnote ${note} was placed and not drawn`)
    const [mark] = setLines(pdf, plain(String(note)), noteIndent, noteStyle)
    const label = pdf.struct('Lbl')
    element.add(label)
    nameNote(element, note)
    const at = { x: sheet.left, y }
    if (mark !== undefined) drawIn(pdf, label, 'Lbl', () => drawPlain(pdf, mark, at, noteStyle))
    for (const line of noteLines[note - 1] ?? []) {
      drawLine(pdf, line, { x: sheet.left + noteIndent, y }, noteStyle, element, elements, lang)
      y += noteStyle.leading
    }
  }
}

/** PDF/UA-1, 7.9: a note has a name of its own. */
function nameNote(element: Element, note: number): void {
  const { data } = (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary
  // pdfkit writes a String object as text, a primitive as a name.
  data.ID = new String(`note-${note}`)
}

function drawPlain(pdf: Pdf, line: Line, at: { x: number; y: number }, style: TextStyle): void {
  const text = line.pieces.map((piece) => piece.text).join('')
  pdf
    .font(style.strong ? 'strong' : 'regular')
    .fontSize(style.size)
    .fillColor(style.colour ?? ink)
    .text(text, at.x, at.y + (style.leading + style.size * 0.66) / 2, {
      lineBreak: false,
      baseline: 'alphabetic',
    })
}

export function drawRule(pdf: Pdf, y: number, right = sheet.right, width = 0.5): void {
  pdf.lineWidth(width).strokeColor('#737b81').moveTo(sheet.left, y).lineTo(right, y).stroke()
}

function drawFooter(pdf: Pdf, { footer, pageWords }: TextDocument, page: number, pages: number): void {
  const [before, between, after] = pageWords
  const number: Text = plain(`${before}${page}${between}${pages}${after}`)
  drawArtifact(
    pdf,
    () => {
      const top = sheet.bottom + 14
      drawRule(pdf, top - 4)
      const [right] = setLines(pdf, number, 160, footerStyle)
      const width = pdf
        .font('regular')
        .fontSize(footerStyle.size)
        .widthOfString(number[0]?.text ?? '')
      const left = setLines(pdf, toText(footer), sheet.right - sheet.left - width - 20, footerStyle)
      for (const [i, line] of left.entries())
        drawPlain(pdf, line, { x: sheet.left, y: top + i * footerStyle.leading }, footerStyle)
      if (right !== undefined) drawPlain(pdf, right, { x: sheet.right - width, y: top }, footerStyle)
    },
    'Pagination',
  )
}

function readAll(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    pdf.on('error', reject)
    pdf.end()
  })
}
