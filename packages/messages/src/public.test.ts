import { describe, expect, test } from 'vitest'
import { formatPartialDate } from './dates.ts'
import { publicMessages as english } from './en/public.ts'
import { errorTexts } from './errors.ts'
import { type Language, languages } from './language.ts'
import { publicMessages } from './public.ts'
import { some } from './ru/inflect.ts'

type Leaf = { readonly path: string; readonly value: unknown }

function listLeaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'function' || typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    listLeaves(inner, path === '' ? key : `${path}.${key}`),
  )
}

const getLeaf = (language: Language, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      publicMessages[language],
    )

// Scales and methods speak for themselves in English, so that only the other languages have texts for them.
const isShared = ({ path }: Leaf) => !/^(?:scaleTexts|methodTitles)/.test(path)
const leaves = listLeaves(english).filter(isShared)

const counts = { advanced: 2, regressed: 1, contrary: 5, 'gone-stale': 3, added: 21 }
const flow = { proposals: 21, raised: 2, texts: 1, commitments: 0 }
const gates = { met: 1, unmet: 0, unknown: 2, waived: 1 }
const objects: Readonly<Record<string, unknown>> = {
  'changes.h1#2': counts,
  'changes.lead#0': counts,
  'changes.leadRecorded#0': counts,
  'series.description#0': ['◊.'],
  'flow.finding#0': flow,
  'milestones.short#0': gates,
  'timeline.lead#0': counts,
  'timeline.changesOf#0': counts,
  'timeline.periods.year#0': '2013-11-01',
  'timeline.periods.quarter#0': '2013-11-01',
  'uptakeProgress.span#0': { months: 27, days: 0 },
}
const days = /^(?:date|from|to|begins|asOf|state|record|since|round|most|instant|effective|planned|period)$/
const numbered = /\.(?:caption|matrixCaption|listCaption)$/
const figures =
  /^(?:n|total|pages?|assessed|applicable|met|unmet|unknown|waived|passed|milestones|ahead|open|conditions|shown|of|items|origins|months|rounds|raised|texts|commitments|recommendations|lines|occurred|opened|closed|links|low|high|counts)$/

const getNames = (call: unknown): string[] =>
  (/^(?:function \w+)?\(?([\s\S]*?)\)?\s*(?:=>|\{\s*(?:const|return))/.exec(String(call))?.[1] ?? '')
    .replace(/\{[^}]*\}/g, 'object')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** What a message says, of plausible facts that hold no Latin letter: for each number and each truth once. */
function say(language: Language, { path, value }: Leaf): string[] {
  const own = getLeaf(language, path)
  if (typeof own === 'string') return [own]
  if (typeof own !== 'function') return []
  const names = getNames(value)
  const said = (n: number, yes: boolean) =>
    names.map((name, at) => {
      const object = objects[`${path}#${at}`]
      if (object !== undefined) return object
      if (/^(?:past|filtered|exact)$/.test(name)) return yes
      if (numbered.test(path) && /^(?:from|to)$/.test(name) && names.includes('total')) return n
      if (name === 'since' && path.startsWith('uptakeProgress')) return yes ? 'issued' : 'proposed'
      if (days.test(name)) return formatPartialDate('2013-11-27', language)
      return figures.test(name) ? n : '◊'
    })
  return [0, 1, 2, 5, 11, 21, 101, 1234].flatMap((n) =>
    [true, false].map((yes) => String((own as (...facts: unknown[]) => unknown)(...said(n, yes)))),
  )
}

describe.each([...languages])('in %s', (language) => {
  test('every message of the English pages is there, and is of the same kind', () => {
    const own = listLeaves(publicMessages[language]).filter(isShared)
    expect(own.map(({ path }) => path).sort()).toEqual(leaves.map(({ path }) => path).sort())
    for (const { path, value } of leaves) expect(typeof getLeaf(language, path), path).toBe(typeof value)
  })

  test('whatever is said is a whole text, and a sentence where the English one is', () => {
    const faults = leaves.flatMap((leaf) => {
      const inEnglish = say('en', leaf)
      return say(language, leaf).flatMap((text, at) => {
        const isSentence = /[.?]$/.test(inEnglish[at] ?? '')
        const fine =
          text === ''
            ? inEnglish[at] === ''
            : !/undefined|NaN|null|\[object|\$\{|\s{2}|^\s|\s$/.test(text) &&
              /[.?]$/.test(text) === isSentence &&
              (!isSentence || /^[\p{Lu}\d«◊“]/u.test(text))
        return fine ? [] : [`${leaf.path}: ${text}`]
      })
    })
    expect([...new Set(faults)]).toEqual([])
  })

  test('every page that stands for an error says what happened, what it means and what to do', () => {
    for (const { title, sentence, next } of Object.values(errorTexts[language].statuses)) {
      expect(title).toMatch(/^\p{Lu}.*[^.]$/u)
      for (const text of [sentence, next]) expect(text).toMatch(/^\p{Lu}.*\.$/u)
    }
  })
})

/** Names, formats and the parameters of addresses, which are the same in every language. */
const latin =
  /\d\d-\d\dT[\d:]+Z|waymark edition verify FILE\.zip --key KEY|README|SHA-256|sha256sum|Creative Commons Attribution|Apache License|\b(?:Waymark|WCAG|AA|A4|axe|cookie|UTC|UTF-8|JSON|from|to|fromRound|toRound|asOf|knownAt|q|sort|track|milestone|commitment|actor|rests|view|group)\b/g

test.each(['ru', 'kk'] as const)('no Latin word is left in %s', (language) => {
  const faults = leaves.flatMap((leaf) =>
    say(language, leaf)
      .filter((text) => /[A-Za-z]/.test(text.replace(latin, '')))
      .map((text) => `${leaf.path}: ${text}`),
  )
  expect([...new Set(faults)]).toEqual([])
  for (const text of Object.values(errorTexts[language].statuses).flatMap((one) => Object.values(one)))
    expect(text).not.toMatch(/[A-Za-z]/)
})

test('Russian keeps to its own letters, and Kazakh uses all of its own', () => {
  const read = (language: Language) => leaves.flatMap((leaf) => say(language, leaf)).join(' ')
  expect(read('ru')).not.toMatch(/[әғқңөұүһі]/i)
  for (const letter of 'әғқңөұүіһ'.replace('һ', '')) expect(read('kk')).toContain(letter)
})

test.each([
  [0, '0 рекомендаций', '0 recommendations'],
  [1, '1 рекомендация', '1 recommendation'],
  [2, '2 рекомендации', '2 recommendations'],
  [5, '5 рекомендаций', '5 recommendations'],
  [11, '11 рекомендаций', '11 recommendations'],
  [21, '21 рекомендация', '21 recommendations'],
  [101, '101 рекомендация', '101 recommendations'],
  [1.5, '1,5 рекомендации', '1.5 recommendations'],
])('%s recommendations are counted as each language counts', (n, ru, en) => {
  expect(publicMessages.ru.dossiers.count(n)).toBe(ru)
  expect(publicMessages.en.dossiers.count(n)).toBe(en)
  expect(publicMessages.kk.dossiers.count(n)).toBe(`${String(n).replace('.', ',')} ұсыныс`)
})

test.each([
  [0, '0 месяцев'],
  [1, '1 месяц'],
  [2, '2 месяца'],
  [5, '5 месяцев'],
  [11, '11 месяцев'],
  [21, '21 месяц'],
  [101, '101 месяц'],
  [1.5, '1,5 месяца'],
])('a noun of the other gender bends after %s as well', (n, text) => {
  expect(some(n, 'месяц', 'месяца', 'месяцев')).toBe(text)
  expect(publicMessages.ru.recommendation.reviewEvery(n)).toBe(`оценка действует ${text}`)
})

test.each([
  [1, 'Пройдено к тому дню при невыполнении 1 условие — на 1 этапе соглашения.'],
  [3, 'Пройдены к тому дню при невыполнении 3 условия — на 3 этапах соглашения.'],
  [17, 'Пройдено к тому дню при невыполнении 17 условий — на 17 этапах соглашения.'],
])('verbs agree with %s', (n, text) => {
  expect(publicMessages.ru.linkage.h1(n, n, n, true)).toBe(text)
})

test('a date is bent as far as it is known, and no farther', () => {
  const { ru, kk } = publicMessages
  const read = (date: string, language: 'ru' | 'kk') => formatPartialDate(date, language)
  const dates = ['2013-11-27', '2013-11', '2013']
  expect(dates.map((date) => ru.recommendations.since(read(date, 'ru')))).toEqual([
    'с 27 ноября 2013 года',
    'с ноября 2013 года',
    'с 2013 года',
  ])
  expect(dates.map((date) => ru.timeline.plannedFor(read(date, 'ru')))).toEqual([
    'намечено на 27 ноября 2013 года',
    'намечено на ноябрь 2013 года',
    'намечено на 2013 год',
  ])
  expect(dates.map((date) => kk.recommendations.since(read(date, 'kk')))).toEqual([
    '2013 жылғы 27 қараша күнінен бастап',
    '2013 жылғы қараша айынан бастап',
    '2013 жылдан бастап',
  ])
})

test('thousands are grouped as the language groups them', () => {
  expect(publicMessages.ru.scorecard.coverage(1234, 5678)).toBe('1\u00a0234 из 5\u00a0678')
  expect(publicMessages.kk.scorecard.coverage(1234, 5678)).toBe('1\u00a0234 / 5\u00a0678')
})
