import { expect, test } from 'vitest'
import { buildPageAddress, parsePageAddress } from './page-address.ts'

test.each([
  ['/', 'en', '/', false],
  ['/utopia/linkage', 'en', '/utopia/linkage', false],
  ['/ru', 'ru', '/', true],
  ['/ru/', 'ru', '/', true],
  ['/kk/utopia/linkage', 'kk', '/utopia/linkage', true],
  ['/en/utopia', 'en', '/utopia', true],
  ['/ru//evil.example', 'ru', '/evil.example', true],
  ['/russia', 'en', '/russia', false],
  ['/ru.json', 'en', '/ru.json', false],
  ['/RU/utopia', 'en', '/RU/utopia', false],
  ['/utopia/ru', 'en', '/utopia/ru', false],
  ['/de/utopia', 'en', '/de/utopia', false],
])('the path %s is in %s at %s', (pathname, language, path, isBelowPrefix) => {
  expect(parsePageAddress(pathname)).toEqual({ language, path, isBelowPrefix })
})

test('an address built in a language is read back in it', () => {
  for (const language of ['en', 'ru', 'kk'] as const)
    for (const path of ['/', '/utopia', '/utopia/linkage'])
      expect(parsePageAddress(buildPageAddress(path, language))).toMatchObject({ language, path })
})
