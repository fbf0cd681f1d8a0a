import { expect, test } from 'vitest'
import { getLanguageOfText } from './text-language.ts'

test.each([
  ['Repeal the invented law', 'en'],
  ['Отменить вымышленный закон', 'ru'],
  ['Ойдан шығарылған заңның күшін жою', 'kk'],
  ['Отменить закон о СМИ (OSCE)', 'ru'],
  ['Repeal the law on «СМИ»', 'en'],
  // Neither Russian nor, for certain, Kazakh.
  ['Вигаданий закон про її скасування', null],
  ['Invented (вымышлено)', null],
  ['2013–2016', null],
  ['', null],
])('the letters of “%s” tell its language: %s', (text, language) => {
  expect(getLanguageOfText(text)).toBe(language)
  expect(getLanguageOfText(text, 'und')).toBe(language)
})

test.each([
  ['Abroger la loi inventée', 'fr', 'fr'],
  ['Вигаданий закон про її скасування', 'uk', 'uk'],
  // Too short for a letter of its own.
  ['Астана', 'kk', 'kk'],
  ['2013–2016', 'ru', 'ru'],
  ['Вымышлени закон', 'sr-Cyrl-a', 'sr-Cyrl-a'],
  // Words of a source in Arabic or Russian that were put into English when they were recorded.
  ['Release the invented person', 'ar', 'en'],
  ['Release the invented person', 'ru', 'en'],
  ['Отменить вымышленный закон', 'en', 'ru'],
  ['Ойдан шығарылған заңның күшін жою', 'ru', 'kk'],
])('of “%s” from a source in %s the language is %s', (text, known, language) => {
  expect(getLanguageOfText(text, known)).toBe(language)
})
