import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSnippet, fold } from './fold.ts'

test.each([
  ['Élan', 'elan'],
  ['ЁЛКА', 'елка'],
  ['Қазақстан', 'казакстан'],
  ['Әділет ұйымы', 'адилет уиымы'],
  ['Майский', 'маискии'],
  ['ҮНДІ', 'унди'],
])('%s is searched as %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('a hit is marked in the letters of the text, whatever letters were typed', () => {
  const marked = (text: string, ...words: string[]) =>
    buildSnippet(text, words).flatMap(({ text: part, hit }) => (hit ? [part] : []))
  expect(marked('Заң туралы: Қазақстан.', 'казахстан', 'казак')).toEqual(['Қазақ'])
  expect(marked('The Café was closed, the cafe too.', 'cafe')).toEqual(['Café', 'cafe'])
  expect(marked('Nothing here.', 'absent')).toEqual([])
})

test('a snippet is a part of the text, and every mark in it folds to what begins with one of the words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ minLength: 1, maxLength: 5 }),
      (text, word) => {
        const parts = buildSnippet(text, [word])
        const shown = parts
          .map((part) => part.text)
          .join('')
          .replace(/^… /, '')
          .replace(/ …$/, '')
        expect(text.includes(shown)).toBe(true)
        for (const part of parts) if (part.hit) expect(fold(part.text)).toContain(fold(word))
      },
    ),
  )
})
