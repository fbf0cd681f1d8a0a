import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from './language.ts'
import { parseLanguage } from './pick-language.ts'

test.each([
  [null, 'en'],
  ['', 'en'],
  ['ru', 'ru'],
  ['kk-Cyrl-KZ,ru;q=0.9,en;q=0.8', 'kk'],
  ['de, fr;q=0.9, ru;q=0.5', 'ru'],
  ['de-DE,de', 'en'],
  ['en;q=0.1, KK;q=0.2', 'kk'],
  ['ru;q=0, en;q=0.1', 'en'],
  ['ru;q=2', 'en'],
  ['*', 'en'],
  ['russian', 'en'],
] as const)('%j is answered in %s', (header, language) => {
  expect(parseLanguage(header)).toBe(language)
})

test('any header gives a language that we have', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5000 }), (header) => languages.includes(parseLanguage(header))),
  )
})
