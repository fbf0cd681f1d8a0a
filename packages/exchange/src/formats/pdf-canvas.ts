import PdfDocument from 'pdfkit'
import { breakLines, type Line, type Piece } from '../documents/break-lines.ts'
import type { Run, Text, TextDocument } from '../documents/document.ts'

/** Font files in which text is set: TrueType or OpenType, with every letter that occurs. */
export type DocumentFonts = { readonly regular: Uint8Array; readonly strong: Uint8Array }

/** Points. A line is `leading` high; all of a text may be `strong`. */
export type TextStyle = {
  readonly size: number
  readonly leading: number
  readonly strong?: boolean
  readonly colour?: string
}

export const ink = '#14191d'
const accent = '#1d4c68'

/** A4 in points, with the rectangle in which text stands. */
export const sheet = { width: 595.28, height: 841.89, left: 54, right: 541.28, top: 48, bottom: 786 }

export type Pdf = InstanceType<typeof PdfDocument>
export type Element = PDFKit.PDFStructureElement
/** Where the numbers of footnotes and the footnotes themselves hang in the tree. */
export type NoteElements = Map<number, Element>

/** An empty tagged document: PDF 1.7 that says it keeps to PDF/UA-1. Nothing in it depends on when or where it is made. */
export function openPdf({ title, lang, writtenAt }: TextDocument, fonts: DocumentFonts): Pdf {
  const pdf = new PdfDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang,
    // A default font of the same name would have every change of font read the file again.
    font: null as never,
    info: { Title: title, Producer: 'Waymark', Creator: 'Waymark', CreationDate: new Date(writtenAt) },
  })
  pdf.registerFont('regular', Buffer.from(fonts.regular))
  pdf.registerFont('strong', Buffer.from(fonts.strong))
  return pdf
}

const markScale = 0.62

function setFont(pdf: Pdf, style: TextStyle, run: Run, isMark: boolean): Pdf {
  const strong = style.strong === true || run.strong === true
  return pdf.font(strong ? 'strong' : 'regular').fontSize(style.size * (isMark ? markScale : 1))
}

/** A text as lines of a style; `number` gives each footnote its number. */
export const setLines = (pdf: Pdf, text: Text, width: number, style: TextStyle, number = () => 0): Line[] =>
  breakLines(text, width, (part, run, isMark) => setFont(pdf, style, run, isMark).widthOfString(part), number)

/** Draws within marked content of an element. */
export function drawIn(pdf: Pdf, element: Element, tag: string, draw: () => void): void {
  const content = pdf.markStructureContent(tag)
  draw()
  pdf.endMarkedContent()
  element.add(content)
}

/** Draws what is no part of the content: rules, footers. */
export function drawArtifact(pdf: Pdf, draw: () => void, type?: 'Pagination' | 'Layout'): void {
  pdf.markContent('Artifact', type === undefined ? undefined : { type })
  draw()
  pdf.endMarkedContent()
}

/** Draws a line with its top at `y`, and hangs its parts into `element`: links, other languages and footnotes as such. */
export function drawLine(
  pdf: Pdf,
  line: Line,
  at: { readonly x: number; readonly y: number },
  style: TextStyle,
  element: Element,
  notes: NoteElements,
  lang: string,
): void {
  for (const piece of line.pieces) {
    const draw = () => drawPiece(pdf, piece, at, style)
    if (piece.mark !== null) {
      const reference = pdf.struct('Reference')
      element.add(reference)
      drawIn(pdf, reference, 'Reference', draw)
      const note = pdf.struct('Note')
      element.add(note)
      notes.set(piece.mark, note)
    } else if (piece.run.href !== undefined) {
      const link = pdf.struct('Link')
      element.add(link)
      drawIn(pdf, link, 'Link', draw)
      const { href, text } = { href: piece.run.href, text: piece.text.trim() }
      const lead = piece.text.startsWith(' ') ? pdf.widthOfString(' ') : 0
      pdf.link(at.x + piece.x + lead, at.y, pdf.widthOfString(text), style.leading, href, {
        structParent: link,
        // pdfkit writes a String object as text, a primitive as a name.
        Contents: new String(text),
      } as never)
    } else if (piece.run.lang !== undefined && piece.run.lang !== lang) {
      const span = pdf.struct('Span', { lang: piece.run.lang } as never)
      element.add(span)
      drawIn(pdf, span, 'Span', draw)
    } else drawIn(pdf, element, 'Span', draw)
  }
}

function drawPiece(
  pdf: Pdf,
  { run, text, x, mark }: Piece,
  at: { readonly x: number; readonly y: number },
  style: TextStyle,
): void {
  const baseline = at.y + (style.leading + style.size * 0.66) / 2
  const rise = mark === null ? 0 : style.size * 0.34
  setFont(pdf, style, run, mark !== null)
    .fillColor(run.href === undefined ? (style.colour ?? ink) : accent)
    .text(text, at.x + x, baseline - rise, { lineBreak: false, baseline: 'alphabetic' })
}
