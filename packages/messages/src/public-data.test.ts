import { expect, test } from 'vitest'
import { type Language, languages } from './language.ts'
import { dataMessages } from './public-data.ts'

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String((value as (...facts: string[]) => string)('', ''))]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listTexts) : []
}

test.each([...languages])('in %s every text is in its own alphabet, and none is empty', (language) => {
  const texts = listTexts(dataMessages[language])
  expect(texts.length).toBeGreaterThan(200)
  for (const text of texts) expect(text).toMatch(/\p{L}/u)
  const own: Record<Language, RegExp> = {
    en: /^[^\p{Script=Cyrillic}]*$/u,
    ru: /^[^әғқңөұүһіӘҒҚҢӨҰҮҺІ]*$/,
    kk: /./,
  }
  const all = texts.join(' ')
  expect(all).toMatch(own[language])
  if (language !== 'en') expect(all).not.toMatch(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u)
})

test('every description is a sentence', () => {
  for (const language of languages) {
    const { views, columns } = dataMessages[language]
    for (const { text } of Object.values(views)) expect(text).toMatch(/^\p{Lu}.*\.$/u)
    for (const table of Object.values(columns))
      for (const text of Object.values(table)) expect(text).toMatch(/^\p{L}.*\.$/u)
  }
})
