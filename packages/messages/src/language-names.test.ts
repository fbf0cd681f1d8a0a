import { expect, test } from 'vitest'
import { number } from './kk/inflect.ts'
import { getLanguageName } from './language-names.ts'

const codes = [
  'ar',
  'be',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'kk',
  'ky',
  'nl',
  'pl',
  'ru',
  'tr',
  'ug',
  'uk',
  'uz',
  'zh',
]

test('the Kazakh names of languages, and its numbers, are those that a machine that knows Kazakh gives', () => {
  const names = new Intl.DisplayNames(['kk'], { type: 'language' })
  expect(codes.map((code) => getLanguageName(code, 'kk'))).toEqual(codes.map((code) => names.of(code)))
  expect(number(1_234_567)).toBe(new Intl.NumberFormat('kk').format(1_234_567))
})

test('a language without a name is called by its code, and others by what the reader’s language calls them', () => {
  expect(getLanguageName('xx', 'kk')).toBe('xx')
  expect(getLanguageName('en', 'ru')).toBe('английский')
})
