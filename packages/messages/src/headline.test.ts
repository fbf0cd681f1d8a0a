import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildHeadline, type HeadlineFigures } from './headline.ts'
import { languages } from './language.ts'

const none = { none: 0, limited: 0, some: 0, substantial: 0, full: 0, contrary: 0, unknown: 0 }

const figures = (counts: Partial<HeadlineFigures['distribution']>): HeadlineFigures => {
  const distribution = { ...none, ...counts }
  return { distribution, applicable: Object.values(distribution).reduce((a, b) => a + b, 0) }
}

const round = figures({ none: 17, limited: 7, some: 1, contrary: 8, unknown: 5 })
const past = { asOf: '2013-11-27', today: '2026-11-24' }
const now = { asOf: '2026-11-24', today: '2026-11-24' }

test('the day of the round of 2013, in three languages', () => {
  expect(buildHeadline(round, { ...past, language: 'en' })).toEqual({
    headline:
      'On 27 November 2013, none of 38 recommendations was fully implemented. Eight were going backwards.',
    lead: 'For five there is no current finding. The furthest any had come was some progress: one.',
  })
  expect(buildHeadline(round, { ...past, language: 'ru' })).toEqual({
    headline:
      'На 27 ноября 2013 года ни одна из 38 рекомендаций не была полностью выполнена. По 8 рекомендациям делались шаги назад.',
    lead: 'По 5 рекомендациям нет актуальной оценки. Наибольший достигнутый результат — некоторый прогресс: 1.',
  })
  expect(buildHeadline(round, { ...past, language: 'kk' })).toEqual({
    headline:
      '2013 жылғы 27 қараша күнгі жағдай бойынша 38 ұсыныстың бірде-бірі толық орындалмаған еді. 8 ұсыныс бойынша кері кету байқалды.',
    lead: '5 ұсыныс бойынша өзекті баға жоқ. Қол жеткізілген ең жоғары нәтиже — ішінара ілгерілеу: 1.',
  })
})

test('today is told in the present tense', () => {
  expect(buildHeadline(round, { ...now, language: 'en' })).toEqual({
    headline:
      'On 24 November 2026, none of 38 recommendations is fully implemented. Eight are going backwards.',
    lead: 'For five there is no current finding. The furthest any has come is some progress: one.',
  })
  expect(buildHeadline(round, { ...now, language: 'ru' }).headline).toBe(
    'На 24 ноября 2026 года ни одна из 38 рекомендаций полностью не выполнена. По 8 рекомендациям делаются шаги назад.',
  )
  expect(buildHeadline(round, { ...now, language: 'kk' }).headline).toBe(
    '2026 жылғы 24 қараша күнгі жағдай бойынша 38 ұсыныстың бірде-бірі толық орындалмаған. 8 ұсыныс бойынша кері кету байқалады.',
  )
})

test.each<[Partial<HeadlineFigures['distribution']>, string, string]>([
  [
    { full: 1, none: 1, contrary: 1 },
    'one of three recommendations was fully implemented. One was going backwards.',
    'была полностью выполнена 1 из 3 рекомендаций. По 1 рекомендации делались шаги назад.',
  ],
  [
    { full: 2, none: 19 },
    'two of 21 recommendations were fully implemented. None was going backwards.',
    'были полностью выполнены 2 из 21 рекомендации. Шаги назад не делались ни по одной.',
  ],
  [
    { full: 5, contrary: 12 },
    'five of 17 recommendations were fully implemented. 12 were going backwards.',
    'было полностью выполнено 5 из 17 рекомендаций. По 12 рекомендациям делались шаги назад.',
  ],
  [
    { full: 21 },
    'all 21 recommendations were fully implemented. None was going backwards.',
    'все 21 рекомендация были полностью выполнены. Шаги назад не делались ни по одной.',
  ],
  [
    { full: 1 },
    'the one recommendation was fully implemented. None was going backwards.',
    'единственная рекомендация была полностью выполнена. Шаги назад не делались ни по одной.',
  ],
  [
    { none: 1 },
    'the one recommendation was not fully implemented. None was going backwards.',
    'единственная рекомендация не была полностью выполнена. Шаги назад не делались ни по одной.',
  ],
  [
    { unknown: 4 },
    'there was no current finding for any of four recommendations.',
    'актуальной оценки не было ни по одной из 4 рекомендаций.',
  ],
  [{}, 'there was no recommendation to count.', 'рекомендаций для подсчёта не было.'],
])('singular, plural, all and nothing: %j', (counts, en, ru) => {
  expect(buildHeadline(figures(counts), { ...past, language: 'en' }).headline).toBe(
    `On 27 November 2013, ${en}`,
  )
  expect(buildHeadline(figures(counts), { ...past, language: 'ru' }).headline).toBe(
    `На 27 ноября 2013 года ${ru}`,
  )
})

test('where nothing has moved, the lead says so', () => {
  expect(buildHeadline(figures({ none: 2, contrary: 1 }), { ...past, language: 'en' }).lead).toBe(
    'For every one there is a current finding. None had made any progress.',
  )
})

test('any figures give whole sentences in every language', () => {
  const counts = fc.record({
    none: fc.nat(99),
    limited: fc.nat(3),
    some: fc.nat(3),
    substantial: fc.nat(3),
    full: fc.nat(99),
    contrary: fc.nat(99),
    unknown: fc.nat(99),
  })
  fc.assert(
    fc.property(
      counts,
      fc.constantFrom(...languages),
      fc.constantFrom(past, now),
      (distribution, language, days) => {
        const { headline, lead } = buildHeadline(figures(distribution), { ...days, language })
        for (const text of [headline, lead]) expect(text).not.toMatch(/undefined|NaN|\s{2}|^\s|\s$/)
        expect(headline).toMatch(/\.$/)
      },
    ),
    { numRuns: 500 },
  )
})
