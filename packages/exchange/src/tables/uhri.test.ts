import { expect, test } from 'vitest'
import { tableNames } from '../dossier-file/schema.ts'
import type { MappedSheet } from './mapped-sheet.ts'
import type { Register, RegisterRow } from './register.ts'
import { buildUhriSheets } from './uhri.ts'

const placed = (row: object, id: number) => ({ row, id, version: id }) as RegisterRow<never>
const register = {
  dossier: { key: 'invented', title: 'Invented', partner: 'XX' },
  tables: {
    ...Object.fromEntries(tableNames.map((name) => [name, []])),
    actors: [
      placed({ key: 'state', name: 'Invented State', kind: 'state-body' }, 1),
      placed({ key: 'courts', name: 'Жоғарғы сот', kind: 'state-body' }, 2),
    ],
  },
} as unknown as Register

const heads = ['Document Code', 'Paragraph', 'Text', 'Mechanism', 'Year', 'Themes', 'Addressees']
const row = (paragraph: number, themes: string, addressees: string | null) => [
  'XX/C/1',
  paragraph,
  'Invented text.',
  'Invented committee',
  2016,
  themes,
  addressees,
]

const getColumn = (sheets: readonly MappedSheet[], field: string) => {
  const sheet = sheets.find(({ shape }) => shape === 'recommendations')
  return sheet?.rows.map(({ cells }) => cells[sheet.mapping.indexOf(field)])
}

test('each recommendation goes to the area of its first theme that has one, and to whom its row names', () => {
  const rows = [
    heads,
    row(1, 'Courts', 'жогаргы сот'),
    row(2, 'Unknown; Press', 'state; Жоғарғы сот'),
    row(3, 'Unknown', null),
    row(4, '', 'Nobody on record'),
  ]
  const choice = {
    area: 'other',
    addressee: 'state',
    themeAreas: { Courts: 'justice', Press: 'expression' },
  }
  const sheets = buildUhriSheets(register, { name: 'UHRI', rows }, choice)
  expect(getColumn(sheets, 'area')).toEqual(['justice', 'expression', 'other', 'other'])
  // A name that is none on record stays, in the column of the sheet that it came from: there the error is shown.
  expect(getColumn(sheets, 'addressees')).toEqual(['courts', 'state; courts', 'state', 'Nobody on record'])
  const mapping = sheets.find(({ shape }) => shape === 'recommendations')?.mapping
  expect(mapping?.indexOf('addressees')).toBe(heads.indexOf('Addressees'))
})
