import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { dossierFile, tableNames } from '../src/dossier-file/schema.ts'
import { buildXlsxBook } from '../src/formats/xlsx-book.ts'
import { listChanges } from '../src/tables/list-changes.ts'
import {
  buildMappedSheet,
  buildMapping,
  getSheetShape,
  isAboutSheet,
  listHeads,
} from '../src/tables/mapped-sheet.ts'
import { readTable } from '../src/tables/read-table.ts'
import type { Register } from '../src/tables/register.ts'
import { buildRegisterBook } from '../src/tables/write-register.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens a workbook in LibreOffice and saves it. */
function saveInOffice(name: string, bytes: Uint8Array): Uint8Array {
  const [file, out] = [join(folder, name), join(folder, 'out')]
  writeFileSync(file, bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const run = spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], {
    timeout: 150_000,
  })
  if (run.status !== 0) throw new Error(`LibreOffice did not save it: ${String(run.stderr)}`)
  return new Uint8Array(readFileSync(join(out, name)))
}

test('the starter dossier, opened and saved by LibreOffice, imports to nothing changed', () => {
  const address = new URL('../../dossiers/data/kazakhstan.json', import.meta.url)
  const file = dossierFile.parse(JSON.parse(readFileSync(address, 'utf8')))
  let id = 0
  const tables = tableNames.map((table) => [
    table,
    file[table].map((row) => {
      id += 1
      return { row, id, version: id }
    }),
  ])
  const register = { dossier: file.dossier, tables: Object.fromEntries(tables) } as Register
  const saved = saveInOffice('register.xlsx', buildRegisterBook(register))
  const sheets = readTable(saved, 'register.xlsx')
    .filter(({ name }) => !isAboutSheet(name))
    .map((sheet) => {
      const shape = getSheetShape(sheet)
      if (shape === null) throw new Error(`not known: ${sheet.name}`)
      return buildMappedSheet(sheet, shape, buildMapping(shape, listHeads(sheet)))
    })
  const result = listChanges(register, sheets, { today: '2026-01-01', now: '2026-01-01T00:00:00.000Z' })
  expect([result.errors, result.changes]).toEqual([[], []])
  expect(result.unchanged).toBe(id)
})

test('120 texts that look like formulas are no formula in LibreOffice, and come back as they were', () => {
  const starts = ['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠', "'=", "'"]
  const bodies = [
    '1+1',
    "cmd|'/c calc'!A0",
    'HYPERLINK("http://example.org","x")',
    'SUM(A1:A2)',
    'DDE("cmd";"/c calc";"x")',
    'IMPORTXML("http://example.org","//a")',
    '@SUM(1)',
    'WEBSERVICE("http://example.org")',
    'x y',
    'қазақша мәтін',
  ]
  const payloads = starts.flatMap((start) => bodies.map((body) => start + body))
  const book = buildXlsxBook([
    { name: 'T', columns: [{ header: 'Text' }], rows: payloads.map((one) => [one]) },
  ])
  const saved = saveInOffice('payloads.xlsx', book)
  expect(
    readTable(saved, 'x')[0]
      ?.rows.slice(1)
      .map(([cell]) => cell),
  ).toEqual(payloads)
  for (const [path, xml] of Object.entries(unzipSync(saved)))
    expect([path, /<f[ >/]|ddeLink/.test(strFromU8(xml))]).toEqual([path, false])
})
