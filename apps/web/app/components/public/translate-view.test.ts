import { expect, test } from 'vitest'
import { getTranslations, translateView } from './translate-view.ts'

const cut = {
  asOf: '2021-06-30',
  texts: [
    { original: 'Repeal the law (invented)', text: 'Отменить закон (вымышлено)' },
    { original: 'utopia', text: 'Утопия' },
  ],
}
const view = {
  frame: { cut, dossier: { key: 'utopia', note: null } },
  rows: [{ ref: 'XX-2020-01', title: 'Repeal the law (invented)', count: 2 }, { title: 'Other (invented)' }],
}

test('texts of an answer are shown in the language of the page where the record has them, keys never', () => {
  expect(translateView(view)).toEqual({
    frame: { cut, dossier: { key: 'utopia', note: null } },
    rows: [
      { ref: 'XX-2020-01', title: 'Отменить закон (вымышлено)', count: 2 },
      { title: 'Other (invented)' },
    ],
  })
})

test('a text of one word is a text where words stand, and a key everywhere else', () => {
  const word = { original: 'Torture', text: 'Пытки' }
  const answer = {
    frame: { cut: { asOf: '2021-06-30', texts: [word] } },
    area: { key: 'Torture', title: 'Torture' },
    rows: ['Torture'],
  }
  expect(translateView(answer)).toMatchObject({ area: { key: 'Torture', title: 'Пытки' }, rows: ['Torture'] })
})

test('an answer without translations is the same answer', () => {
  const plain = { frame: { cut: { asOf: '2021-06-30' } } }
  expect(translateView(plain)).toBe(plain)
  expect(getTranslations(null)).toEqual([])
  expect(getTranslations([])).toEqual([])
})
