import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLanguage } from './language.ts'

const offered = ['en', 'ru', 'kk'] as const

test.each([
  [null, 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  [null, 'en;q=0.5, kk;q=0.9', 'kk'],
  [null, 'de, fr', 'en'],
  [null, 'ru;q=0, kk', 'kk'],
  [null, null, 'en'],
  ['kk', 'ru', 'kk'],
  ['xx', 'ru', 'ru'],
])('asked for %s with "%s", the page is in %s', (asked, accepted, language) => {
  expect(parseLanguage(asked, accepted, offered)).toBe(language)
})

test('whatever is sent, the language is one of those offered', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), fc.option(fc.string()), (asked, accepted) => {
      expect(offered).toContain(parseLanguage(asked, accepted, offered))
    }),
  )
})
