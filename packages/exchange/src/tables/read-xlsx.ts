import type { Cell } from './cells.ts'
import { refuseCrowded } from './crowded.ts'
import type { ReadSheet } from './mapped-sheet.ts'
import { type Archive, openArchive } from './read-zip.ts'
import { readXml } from './sheet-xml.ts'
import { TableRefused } from './table-refused.ts'
import { type DateForm, formatSerial, getDateForm } from './xlsx-dates.ts'

const mostSheets = 50
const mostColumns = 200
const mostRows = 200_000
const mostCharacters = 60_000_000

/**
 * The sheets of a workbook (Office Open XML) as their cells, as Excel and LibreOffice write them: shared and inline strings, numbers,
 * truth values, dates of either calendar as the date that is seen. Of a formula only the value that was saved with it is read.
 * Hidden sheets are read too.
 * @throws TableRefused with a sentence for people when it is no workbook, too large, or made to do harm
 */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const archive = openArchive(bytes)
  if (!archive.has('xl/workbook.xml') || !archive.has('[Content_Types].xml'))
    throw new TableRefused('The file is not a workbook in XLSX. Save it as XLSX or as “CSV UTF-8”.')
  const book = readBook(archive)
  const context: Context = {
    strings: archive.has('xl/sharedStrings.xml') ? readStrings(archive.get('xl/sharedStrings.xml')) : [],
    forms: archive.has('xl/styles.xml') ? readForms(archive.get('xl/styles.xml')) : [],
    is1904: book.is1904,
    characters: { left: mostCharacters },
  }
  return book.sheets.map(({ name, path }) => {
    const rows = readSheet(archive.get(path), context)
    refuseCrowded(rows)
    return { name, rows }
  })
}

type Context = {
  readonly strings: readonly string[]
  readonly forms: readonly DateForm[]
  readonly is1904: boolean
  readonly characters: { left: number }
}

function readBook(archive: Archive): { sheets: { name: string; path: string }[]; is1904: boolean } {
  const targets = new Map<string, string>()
  readXml(archive.get('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/worksheet')) targets.set(Id, Target)
    },
  })
  const found: { name: string; id: string }[] = []
  let is1904 = false
  readXml(archive.get('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name === 'sheet') found.push({ name: attributes.name ?? '', id: getRelation(attributes) })
    },
  })
  if (found.length > mostSheets) throw new TableRefused('The workbook has more than 50 sheets. Split it.')
  const sheets = found.flatMap(({ name, id }) => {
    const target = targets.get(id)
    return target === undefined
      ? []
      : [{ name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }]
  })
  return { sheets, is1904 }
}

const getRelation = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1] ?? ''

/** `_x000D_` stands for a carriage return (ST_Xstring). */
const decodeText = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function readStrings(bytes: Uint8Array): string[] {
  const strings: string[] = []
  let [now, inText, spoken] = ['', false, 0]
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') now = ''
      // How a text is read aloud, not what it says.
      if (name === 'rPh') spoken += 1
      inText = name === 't' && spoken === 0
    },
    text: (text) => {
      if (inText) now += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') spoken -= 1
      if (name === 'si') strings.push(decodeText(now))
    },
  })
  return strings
}

function readForms(bytes: Uint8Array): DateForm[] {
  const codes = new Map<number, string>()
  const forms: DateForm[] = []
  let inCells = false
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      if (forms.length > 65_535) throw new TableRefused('The workbook has more formats than any spreadsheet.')
      const number = Number(attributes.numFmtId ?? 0)
      forms.push(getDateForm(number, codes.get(number)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return forms
}

type OpenCell = { readonly type: string; readonly style: number; value: string; text: string }

function readSheet(bytes: Uint8Array, context: Context): Cell[][] {
  const rows: Cell[][] = []
  let [row, column, spoken] = [-1, -1, 0]
  let cell: OpenCell | null = null
  let inside: 'value' | 'text' | null = null
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : parseColumn(attributes.r)
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', text: '' }
      } else if (name === 'rPh') spoken += 1
      else if (name === 'v') inside = 'value'
      else if (name === 't' && spoken === 0) inside = 'text'
    },
    text: (text) => {
      if (cell === null || inside === null) return
      context.characters.left -= text.length
      cell[inside] += text
    },
    close: (name) => {
      if (name === 'rPh') spoken -= 1
      if (name === 'v' || name === 't') inside = null
      if (name !== 'c' || cell === null) return
      const value = readCell(cell, context)
      cell = null
      if (value !== null) setCell(rows, row, column, value)
      if (context.characters.left < 0) throw new TableRefused('The workbook has too much text. Split it.')
    },
  })
  return rows
}

function setCell(rows: Cell[][], row: number, column: number, value: Cell): void {
  if (!Number.isInteger(row) || row < 0 || row >= mostRows)
    throw new TableRefused('A sheet has more than 200,000 rows. Split it.')
  if (column < 0 || column >= mostColumns)
    throw new TableRefused('A sheet has something beyond column 200. Take it out.')
  while (rows.length <= row) rows.push([])
  const line = rows[row] as Cell[]
  while (line.length < column) line.push(null)
  line[column] = value
}

const parseColumn = (place: string): number => {
  const letters = /^[A-Z]{1,3}/i.exec(place)?.[0]?.toUpperCase() ?? ''
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function readCell({ type, style, value, text }: OpenCell, context: Context): Cell {
  switch (type) {
    case 's': {
      const shared = context.strings[Number(value)]
      if (shared === undefined) return null
      context.characters.left -= shared.length
      return shared === '' ? null : shared
    }
    case 'inlineStr':
      return text === '' ? null : decodeText(text)
    case 'b':
      return value === '1'
    case 'n': {
      const number = value.trim() === '' ? Number.NaN : Number(value)
      if (!Number.isFinite(number)) return null
      const form = context.forms[style] ?? null
      return form === null ? number : (formatSerial(number, form, context.is1904) ?? number)
    }
    case 'd':
      return value.slice(0, 10)
    default:
      return value === '' ? null : decodeText(value)
  }
}
