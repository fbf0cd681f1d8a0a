import { expect, test } from 'vitest'
import { account } from './en/account.ts'
import { desk } from './en/desk.ts'
import { deskAssess } from './en/desk-assess.ts'
import { deskBatch } from './en/desk-batch.ts'
import { deskBriefing } from './en/desk-briefing.ts'
import { deskCases } from './en/desk-cases.ts'
import { deskCoding } from './en/desk-coding.ts'
import { deskEdit } from './en/desk-edit.ts'
import { deskEdition } from './en/desk-edition.ts'
import { deskEvidence } from './en/desk-evidence.ts'
import { deskExchange } from './en/desk-exchange.ts'
import { deskKeys } from './en/desk-keys.ts'
import { deskLinkage } from './en/desk-linkage.ts'
import { deskMeeting } from './en/desk-meeting.ts'
import { deskMinutes } from './en/desk-minutes.ts'
import { deskQueue } from './en/desk-queue.ts'
import { deskRegister } from './en/desk-register.ts'
import { deskSearch } from './en/desk-search.ts'
import { deskTogether } from './en/desk-together.ts'
import { deskTranslation } from './en/desk-translation.ts'
import * as kkAccount from './kk/account.ts'
import * as kkDesk from './kk/desk.ts'
import * as kkAssess from './kk/desk-assess.ts'
import * as kkBatch from './kk/desk-batch.ts'
import * as kkBriefing from './kk/desk-briefing.ts'
import * as kkCases from './kk/desk-cases.ts'
import * as kkCoding from './kk/desk-coding.ts'
import * as kkEdit from './kk/desk-edit.ts'
import * as kkEdition from './kk/desk-edition.ts'
import * as kkEvidence from './kk/desk-evidence.ts'
import * as kkExchange from './kk/desk-exchange.ts'
import * as kkKeys from './kk/desk-keys.ts'
import * as kkLinkage from './kk/desk-linkage.ts'
import * as kkMeeting from './kk/desk-meeting.ts'
import * as kkMinutes from './kk/desk-minutes.ts'
import * as kkQueue from './kk/desk-queue.ts'
import * as kkRegister from './kk/desk-register.ts'
import * as kkSearch from './kk/desk-search.ts'
import * as kkTogether from './kk/desk-together.ts'
import * as kkTranslation from './kk/desk-translation.ts'
import * as ruAccount from './ru/account.ts'
import * as ruDesk from './ru/desk.ts'
import * as ruAssess from './ru/desk-assess.ts'
import * as ruBatch from './ru/desk-batch.ts'
import * as ruBriefing from './ru/desk-briefing.ts'
import * as ruCases from './ru/desk-cases.ts'
import * as ruCoding from './ru/desk-coding.ts'
import * as ruEdit from './ru/desk-edit.ts'
import * as ruEdition from './ru/desk-edition.ts'
import * as ruEvidence from './ru/desk-evidence.ts'
import * as ruExchange from './ru/desk-exchange.ts'
import * as ruKeys from './ru/desk-keys.ts'
import * as ruLinkage from './ru/desk-linkage.ts'
import * as ruMeeting from './ru/desk-meeting.ts'
import * as ruMinutes from './ru/desk-minutes.ts'
import * as ruQueue from './ru/desk-queue.ts'
import * as ruRegister from './ru/desk-register.ts'
import * as ruSearch from './ru/desk-search.ts'
import * as ruTogether from './ru/desk-together.ts'
import * as ruTranslation from './ru/desk-translation.ts'

const en = {
  account,
  desk,
  deskAssess,
  deskBatch,
  deskBriefing,
  deskCases,
  deskCoding,
  deskEdit,
  deskEdition,
  deskEvidence,
  deskExchange,
  deskKeys,
  deskLinkage,
  deskMeeting,
  deskMinutes,
  deskQueue,
  deskRegister,
  deskSearch,
  deskTogether,
  deskTranslation,
}
const ru = {
  ...ruAccount,
  ...ruDesk,
  ...ruAssess,
  ...ruBatch,
  ...ruBriefing,
  ...ruCases,
  ...ruCoding,
  ...ruEdit,
  ...ruEdition,
  ...ruEvidence,
  ...ruExchange,
  ...ruKeys,
  ...ruLinkage,
  ...ruMeeting,
  ...ruMinutes,
  ...ruQueue,
  ...ruRegister,
  ...ruSearch,
  ...ruTogether,
  ...ruTranslation,
}

const kk = {
  ...kkAccount,
  ...kkDesk,
  ...kkAssess,
  ...kkBatch,
  ...kkBriefing,
  ...kkCases,
  ...kkCoding,
  ...kkEdit,
  ...kkEdition,
  ...kkEvidence,
  ...kkExchange,
  ...kkKeys,
  ...kkLinkage,
  ...kkMeeting,
  ...kkMinutes,
  ...kkQueue,
  ...kkRegister,
  ...kkSearch,
  ...kkTogether,
  ...kkTranslation,
}

type Leaf = readonly [path: string, value: unknown]
const listLeaves = (value: unknown, path = ''): Leaf[] =>
  typeof value !== 'object' || value === null
    ? [[path, value]]
    : Object.entries(value).flatMap(([name, one]) => listLeaves(one, path === '' ? name : `${path}.${name}`))

/** A fact that stands for any: a number where one is reckoned with, a word where it is said. */
const fact = (n: number): unknown =>
  Object.assign([String(n)], {
    valueOf: () => n,
    toString: () => String(n),
    toLocaleString: () => String(n),
    toLowerCase: () => String(n),
    charAt: () => 'Я',
    slice: () => '',
    replace: () => String(n),
    added: n,
    changed: n,
    cells: n,
    unchanged: n,
    submitted: n,
  })

const say = (value: unknown): string[] => {
  if (typeof value !== 'function') return [String(value)]
  return [0, 1, 2, 5, 21].flatMap((n) => {
    const said: unknown = value(...Array.from({ length: 4 }, () => (value.length === 0 ? '◊' : fact(n))))
    return typeof said === 'object' ? Object.values(said ?? {}).map(String) : [String(said)]
  })
}

test.each([
  ['ru', ru],
  ['kk', kk],
])('every message of the desk is there in %s, and is of the same kind', (_, catalogue) => {
  const shape = (one: object) => listLeaves(one).map(([path, value]) => `${path} ${typeof value}`)
  expect(shape(catalogue).sort()).toEqual(shape(en).sort())
})

test.each([
  ['ru', ru],
  ['kk', kk],
])('a message in %s is a sentence where the English one is, and is whole', (_, catalogue) => {
  const english = new Map(listLeaves(en))
  const faults = listLeaves(catalogue).flatMap(([path, value]) => {
    const isSentence = typeof value === 'string' && /\p{L}{3}.*[.?]$/u.test(String(english.get(path)))
    return say(value)
      .filter((text) => /undefined|NaN|\[object|\$\{|\s{2}/.test(text) || (isSentence && !/[.?]$/.test(text)))
      .map((text) => `${path}: ${text}`)
  })
  expect([...new Set(faults)]).toEqual([])
})

test('Kazakh has no Latin letter inside a word', () => {
  const faults = listLeaves(kk).flatMap(([path, value]) =>
    say(value)
      .filter((text) => /\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u.test(text))
      .map((text) => `${path}: ${text}`),
  )
  expect([...new Set(faults)]).toEqual([])
})

test('Russian keeps to its own letters: none of Kazakh, and no Latin one inside a word', () => {
  const faults = listLeaves(ru).flatMap(([path, value]) =>
    say(value)
      .filter(
        (text) =>
          /[әғқңөұүһі]/i.test(text.replace('қ находится', '')) ||
          /\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u.test(text),
      )
      .map((text) => `${path}: ${text}`),
  )
  expect([...new Set(faults)]).toEqual([])
})

test.each([
  [1, 'Вас ждёт 1 задача.'],
  [2, 'Вас ждут 2 задачи.'],
  [5, 'Вас ждут 5 задач.'],
  [11, 'Вас ждут 11 задач.'],
  [21, 'Вас ждёт 21 задача.'],
])('verbs and nouns agree with %s', (n, text) => {
  expect(ruDesk.desk.queue.lead(n)).toBe(text)
})
