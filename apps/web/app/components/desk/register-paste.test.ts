import { expect, test } from 'vitest'
import { getDeskWords } from './get-desk-words.ts'
import { parseCells, parsePaste, parseRows } from './register-paste.ts'

const words = getDeskWords('en')

const sources = [
  {
    key: 'synthetic-report',
    title: 'Synthetic report',
    publisher: 'Example Press',
    date: '2020-05',
    url: 'https://example.org/report',
    kind: 'synthetic',
    language: 'en',
    use: null,
    isPublic: true,
  },
]
const versions = new Map([
  ['XX-1', 3],
  ['XX-2', 0],
])
const read = (text: string) => parsePaste(words, 'exampleland', parseRows(text), { versions, sources })
const row = (ref: string, finding: string, source = 'https://example.org/report') =>
  [
    ref,
    finding,
    '',
    '2020-06',
    'Synthetic reasons.',
    'Medium',
    source,
    'page 1',
    'supports',
    'media',
    'media',
  ].join('\t')

test('cells with tabs, line breaks and quotes in them are read as a spreadsheet copies them', () => {
  expect(parseCells('a\t"b ""c""\nd\te"\t\r\nf\tg\t\r\n')).toEqual([
    ['a', 'b "c"\nd\te', ''],
    ['f', 'g', ''],
  ])
})

test('rows are read by their order, and by heads in any order', () => {
  const headed = parseRows('Finding\tRef\tNothing we know\nsome\tXX-1\tx')
  expect(headed).toEqual([{ line: 2, row: { finding: 'some', ref: 'XX-1' } }])
  expect(parseRows('XX-1\tsome')).toEqual([{ line: 1, row: { ref: 'XX-1', finding: 'some' } }])
})

test('a row becomes an assessment based on the version that was seen, its source found by the address', () => {
  const { input, faults } = read(`${row('XX-1', 'Some progress')}\n${row('XX-2', 'no-information')}`)
  expect(faults).toEqual([])
  expect(input?.rows).toMatchObject([
    {
      ref: 'XX-1',
      basedOn: 3,
      level: 'some',
      confidence: 'medium',
      evidence: [{ source: 'synthetic-report' }],
    },
    { ref: 'XX-2', basedOn: 0, state: 'no-information' },
  ])
})

test('a row without a finding under its reference is one more item of evidence', () => {
  const { input } = read(`${row('XX-1', 'some')}\n${row('XX-1', '')}`)
  expect(input?.rows).toHaveLength(1)
  expect(input?.rows[0]?.evidence).toHaveLength(2)
})

test.each([
  ['an unknown reference', row('XX-9', 'some'), 1],
  ['a finding that is none', row('XX-1', 'splendid'), 1],
  ['a source that is not on record', row('XX-1', 'some', 'https://example.org/other'), 1],
  ['a reference that stands there twice', `${row('XX-1', 'some')}\n${row('XX-1', 'full')}`, 2],
  ['a date that is none', row('XX-1', 'some').replace('2020-06', 'June'), 1],
  ['nothing at all', '', 1],
])('%s is told by its row, and nothing is made of the others', (_, text, line) => {
  const { input, faults } = read(text)
  expect(input).toBeNull()
  expect(faults.map((fault) => fault.line)).toContain(line)
})
