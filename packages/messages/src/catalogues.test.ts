import { type RefusalCode, refusalStatus } from '@waymark/kernel/refusal'
import { describe, expect, test } from 'vitest'
import { type Language, languages } from './language.ts'
import { formatRefusal, refusals } from './refusals.ts'
import { vocabulary } from './vocabulary.ts'

const codes = Object.keys(refusalStatus) as RefusalCode[]

describe.each([...languages])('in %s', (language) => {
  test('every refusal has a sentence of its own that says what to do', () => {
    const sentences = codes.map((code) => formatRefusal({ code }, language))
    expect(Object.keys(refusals[language]).sort()).toEqual([...codes].sort())
    expect(new Set(sentences).size).toBe(codes.length)
    for (const sentence of sentences) {
      // Two sentences: what is wrong, and what to do.
      expect(sentence).toMatch(/^\p{Lu}.*[.;:!?].*\.$/u)
      expect(sentence).not.toMatch(/undefined|null|\$\{|\s{2}/)
    }
  })

  test('no label is empty, and no two of one list are the same', () => {
    for (const [list, words] of Object.entries(vocabulary[language])) {
      const labels = listTexts(words)
      expect(labels.length, list).toBeGreaterThan(0)
      for (const label of labels) expect(label.trim(), list).toBe(label)
      for (const label of labels) expect(label.length, list).toBeGreaterThan(1)
      expect(new Set(labels).size, list).toBe(labels.length)
    }
  })

  test('every key that English has is there', () => {
    expect(listKeys(vocabulary[language])).toEqual(listKeys(vocabulary.en))
  })

  test('it is written in its own alphabet', () => {
    const texts = [
      ...Object.values(vocabulary[language]).flatMap(listTexts),
      ...codes.map((code) => formatRefusal({ code }, language)),
    ]
    const all = texts.join(' ')
    const own: Record<Language, RegExp> = {
      en: /^[^\p{Script=Cyrillic}]*$/u,
      ru: /^[^әғқңөұүһіӘҒҚҢӨҰҮҺІ]*$/,
      kk: /./,
    }
    expect(all).toMatch(own[language])
    if (language !== 'en') {
      // A Latin letter inside a Cyrillic word looks right and cannot be found.
      expect(all).not.toMatch(/\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u)
    }
    if (language === 'kk') for (const letter of 'әғқңөұүі') expect(all).toContain(letter)
  })
})

test('figures and places stand in the sentence where they are known', () => {
  expect(formatRefusal({ code: 'invalid-date', path: 'asOf' }, 'en')).toBe(
    '“asOf” is not a date that exists. Write a day as YYYY-MM-DD; where a month or a year is enough, YYYY-MM or YYYY.',
  )
  expect(formatRefusal({ code: 'unknown-method', params: { known: 'm1' } }, 'ru')).toContain(
    'Доступные методы: m1.',
  )
  expect(formatRefusal({ code: 'password-too-short', params: { min: 14 } }, 'kk')).toContain(
    'Кемінде 14 таңба',
  )
})

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(listTexts) : []
}

function listKeys(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value)
    .flatMap(([key, inner]) => listKeys(inner, `${path}.${key}`))
    .sort()
}
