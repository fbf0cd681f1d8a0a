import type { Line } from '../documents/break-lines.ts'
import { type Block, plain, type Text } from '../documents/document.ts'
import { drawArtifact, type Element, setLines, sheet, type TextStyle } from './pdf-canvas.ts'
import { drawRule, type Pages } from './pdf-pages.ts'

type Table = Extract<Block, { kind: 'table' }>
type Row = { readonly cells: readonly (readonly Line[])[]; readonly elements: readonly Element[] }
type Place = { readonly x: number; readonly width: number }

const cellStyle: TextStyle = { size: 8.8, leading: 11.4 }
const headStyle: TextStyle = { ...cellStyle, strong: true }
const captionStyle: TextStyle = { size: 8.6, leading: 11.4, colour: '#4a5258' }
const [gutter, padding] = [10, 3]

/** A table with its caption. A row stays whole unless it is higher than a page; the heads stand again on every page. */
export function drawTable(pages: Pages, { caption, columns, rows }: Table): void {
  const { pdf, root } = pages
  const table = pdf.struct('Table')
  root.add(table)
  const places = getPlaces(columns.map(({ share }) => share))
  drawCaption(pages, table, caption)
  const heads = columns.map(({ head }) => plain(head))
  // A head alone at the foot of a page heads nothing.
  drawRow(pages, setRow(pages, table, heads, places, 'Column'), places, headStyle, 24)
  for (const cells of rows) {
    const row = setRow(pages, table, cells, places, 'Row')
    const height = getHeight(row)
    const notes = row.cells.flat().flatMap((line) => line.notes)
    if (!pages.isEmpty() && !pages.fits(height, notes)) {
      pages.nextPage()
      repeatHeads(pages, heads, places)
    }
    drawRow(pages, row, places, cellStyle, 0)
  }
}

function drawCaption({ pdf, place, draw }: Pages, table: Element, caption: string): void {
  const element = pdf.struct('Caption')
  table.add(element)
  for (const line of setLines(pdf, plain(caption), sheet.right - sheet.left, captionStyle))
    draw(line, { x: sheet.left, y: place(captionStyle.leading, [], 40) }, captionStyle, element)
}

function getPlaces(shares: readonly number[]): Place[] {
  const whole = sheet.right - sheet.left - gutter * (shares.length - 1)
  const sum = shares.reduce((a, b) => a + b, 0)
  let x = sheet.left
  return shares.map((share) => {
    const place = { x, width: (whole * share) / sum }
    x += place.width + gutter
    return place
  })
}

function setRow(
  { pdf, number }: Pages,
  table: Element,
  cells: readonly Text[],
  places: readonly Place[],
  scope: 'Column' | 'Row',
): Row {
  const row = pdf.struct('TR')
  table.add(row)
  const elements = cells.map((_, i) => {
    const isHead = scope === 'Column' || i === 0
    const cell = isHead ? pdf.struct('TH', { scope } as never) : pdf.struct('TD')
    row.add(cell)
    return cell
  })
  const style = scope === 'Column' ? headStyle : cellStyle
  return {
    elements,
    cells: cells.map((text, i) => setLines(pdf, text, places[i]?.width ?? 0, style, number)),
  }
}

const countLines = ({ cells }: Pick<Row, 'cells'>) => Math.max(...cells.map(({ length }) => length))
const getHeight = (row: Row) => countLines(row) * cellStyle.leading + 2 * padding

/** Line by line, so that a row higher than a page goes on on the next. */
function drawRow(pages: Pages, row: Row, places: readonly Place[], style: TextStyle, keep: number): void {
  const { pdf, place, draw } = pages
  const last = countLines(row)
  let bottom = 0
  for (let i = 0; i < last; i += 1) {
    const notes = row.cells.flatMap((lines) => lines[i]?.notes ?? [])
    const [above, below] = [i === 0 ? padding : 0, i === last - 1 ? padding : 0]
    const y = place(style.leading + above + below, notes, i === 0 ? keep : 0) + above
    bottom = y + style.leading + below
    for (const [column, lines] of row.cells.entries()) {
      const [line, element] = [lines[i], row.elements[column]]
      if (line === undefined || element === undefined) continue
      draw(line, { x: places[column]?.x ?? 0, y }, style, element)
    }
  }
  drawArtifact(pdf, () => drawRule(pdf, bottom, sheet.right, style === headStyle ? 1 : 0.4), 'Layout')
}

/** The heads again: for the eye, so that they stand once in the tree. */
function repeatHeads({ pdf, place }: Pages, heads: readonly Text[], places: readonly Place[]): void {
  const set = heads.map((text, i) => setLines(pdf, text, places[i]?.width ?? 0, headStyle))
  const top = place(countLines({ cells: set }) * headStyle.leading + 2 * padding) + padding
  drawArtifact(
    pdf,
    () => {
      for (const [column, lines] of set.entries())
        for (const [i, line] of lines.entries())
          pdf
            .font('strong')
            .fontSize(headStyle.size)
            .text(
              line.pieces.map(({ text }) => text).join(''),
              places[column]?.x ?? 0,
              top + i * headStyle.leading + (headStyle.leading + headStyle.size * 0.66) / 2,
              { lineBreak: false, baseline: 'alphabetic' },
            )
      drawRule(pdf, top + countLines({ cells: set }) * headStyle.leading + padding, sheet.right, 1)
    },
    'Pagination',
  )
}
