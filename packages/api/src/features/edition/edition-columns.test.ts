import { sha256 } from '@waymark/ledger/hash'
import { expect, test } from 'vitest'
import { editionTableNames, editionTables } from './edition-columns.ts'
import { findDifference } from './find-difference.ts'

test('the tables and columns of waymark-edition/1 are the ones that were published: another list is another format', () => {
  const columns = editionTableNames.map((table) => [
    table,
    editionTables[table].columns.map(({ name }) => name),
  ])
  expect(sha256(JSON.stringify(columns))).toBe(
    'db5907a3fbe42b8911f6864607faa79b982198b2985d97a69d2faca08a111b6a',
  )
})

test('every column says what it means, and none twice', () => {
  for (const table of editionTableNames) {
    const { columns } = editionTables[table]
    expect(new Set(columns.map(({ name }) => name)).size, table).toBe(columns.length)
    for (const { name, meaning } of columns) expect(meaning, `${table}.${name}`).toMatch(/^.{3,}\.$/)
  }
})

test.each<[unknown, unknown, string | null]>([
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, null],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, '$.a[1].b'],
  [{ a: [1] }, { a: [1, 2] }, '$.a[1]'],
  [{ a: null }, { a: {} }, '$.a'],
  [[], {}, '$'],
])('the first difference of %j and %j is at %s', (a, b, path) => {
  expect(findDifference(a, b)).toBe(path)
})
