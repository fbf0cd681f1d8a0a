import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type DossierFile, dossierFile, type TableName, tableNames } from '../dossier-file/schema.ts'
import { listChanges } from './list-changes.ts'
import {
  buildMappedSheet,
  buildMapping,
  getSheetShape,
  isAboutSheet,
  listHeads,
  type ReadSheet,
} from './mapped-sheet.ts'
import { readTable } from './read-table.ts'
import { listLines, type Register } from './register.ts'
import { sheetShapes } from './shapes.ts'
import { buildRegisterBook, buildRegisterCsv } from './write-register.ts'

const now = { today: '2026-01-01', now: '2026-01-01T00:00:00.000Z' }
const starter = dossierFile.parse(
  JSON.parse(readFileSync(new URL('../../../dossiers/data/kazakhstan.json', import.meta.url), 'utf8')),
)

/** A dossier file as if it were on record, its rows numbered in order. */
const buildRegister = (file: DossierFile): Register => {
  let id = 0
  const place = (table: TableName) =>
    file[table].map((row) => {
      id += 1
      return { row, id, version: id }
    })
  return {
    dossier: file.dossier,
    tables: Object.fromEntries(
      tableNames.map((table) => [table, place(table)]),
    ) as unknown as Register['tables'],
  }
}

const mapAll = (sheets: readonly ReadSheet[]) =>
  sheets
    .filter(({ name }) => !isAboutSheet(name))
    .map((sheet) => {
      const shape = getSheetShape(sheet)
      if (shape === null) throw new Error(`not known: ${sheet.name}`)
      return buildMappedSheet(sheet, shape, buildMapping(shape, listHeads(sheet)))
    })

const register = buildRegister(starter)
const read = (bytes: Uint8Array) => readTable(bytes, 'register.xlsx')
const encode = (text: string) => new TextEncoder().encode(text)

describe('what was exported imports back to nothing changed', () => {
  test('the starter dossier as one workbook', () => {
    const result = listChanges(register, mapAll(read(buildRegisterBook(register))), now)
    expect([result.errors, result.changes]).toEqual([[], []])
    expect(result.unchanged).toBe(tableNames.reduce((n, table) => n + starter[table].length, 0))
  })

  test.each(sheetShapes.map(({ name }) => name))('the sheet %s as CSV', (name) => {
    const sheets = readTable(encode(buildRegisterCsv(register, name)), `${name}.csv`)
    const result = listChanges(register, mapAll(sheets), now)
    expect([result.errors, result.changes]).toEqual([[], []])
  })
})

test('no part of the workbook has a formula in a cell', () => {
  const parts = unzipSync(buildRegisterBook(register))
  const sheets = Object.entries(parts).filter(([path]) => path.includes('worksheets/'))
  expect(sheets.length).toBe(sheetShapes.length + 2)
  for (const [, xml] of sheets) expect(strFromU8(xml)).not.toMatch(/<f[ >/]/)
})

test('three cells that were changed are three changes, and nothing else', () => {
  const sheets = mapAll(read(buildRegisterBook(register))).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map(({ number, cells }) => ({ number, cells: [...cells] })),
  }))
  const change = (shape: string, row: number, field: string, to: string) => {
    const sheet = sheets.find((one) => one.shape === shape)
    const cells = sheet?.rows[row]?.cells
    if (!sheet || !cells) throw new Error('no such row')
    cells[sheet.mapping.indexOf(field)] = to
  }
  change('sources', 4, 'title', 'Атауы өзгерді: қазақша')
  change('uptake', 2, 'date', '2014-05-06')
  change('evidence', 7, 'excerpt', 'Changed words.')
  const { changes, errors } = listChanges(register, sheets, now)
  expect(errors).toEqual([])
  expect(
    changes.flatMap(({ kind, cells }) => cells.map(({ sheet, head, to }) => [kind, sheet, head, to])),
  ).toEqual([
    ['change', 'Sources', 'Title', 'Атауы өзгерді: қазақша'],
    ['change', 'Uptake', 'Date', '2014-05-06'],
    ['change', 'Evidence', 'Excerpt', 'Changed words.'],
  ])
  expect(listLines(register, 'sources').length).toBe(starter.sources.length)
})

test('an error names sheet, row and column, and speaks of the column by its head', () => {
  const csv = 'Key,Title,Publisher,Kind,Date,Language\nnew-one,T,P,newspaper,2014-13,en\n,T,P,media,2014,en\n'
  const { errors } = listChanges(register, mapAll(readTable(encode(csv), 'Sources.csv')), now)
  expect(errors.map(({ sheet, row, column, head }) => [sheet, row, column, head])).toEqual([
    ['Sources', 2, 'D', 'Kind'],
    ['Sources', 2, 'E', 'Date'],
    ['Sources', 3, 'A', 'Key'],
  ])
  expect(errors[2]?.message).toContain('“Key”')
})

test('a semicolon, a tab, a byte order mark and heads in Russian or Kazakh are understood', () => {
  for (const csv of [
    '\ufeffКод;Название;Издатель;Тип;Дата;Язык\nnew-one;Заголовок;Издатель;media;2014;ru\n',
    'Кілт\tАтауы\tБаспагер\tТүрі\tКүні\tТілі\nnew-one\tТақырып: ғқңөұү\tБаспа\tmedia\t2014\tkk\n',
  ]) {
    const { errors, changes } = listChanges(register, mapAll(readTable(encode(csv), 'Sources.csv')), now)
    expect(errors).toEqual([])
    expect(changes.map(({ kind, key }) => [kind, key])).toEqual([['add', 'new-one']])
  }
})
