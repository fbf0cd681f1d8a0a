import { registerSorts, registerWork } from '@waymark/api/features/register/register.input'
import { refOf } from './make-structure.ts'
import { createDraw } from './random.ts'
import type { Request } from './requests.ts'
import type { Shape } from './shape.ts'

const dossier = 'synthetic'
/** What the desk was promised: any filter or order of 10,000 rows, and any search. */
const limit = 100
const subjects = ['lawyers', 'prisons', 'libel', 'elections', 'broadcasting', 'labour'] as const
const sides = ['partner', 'eu', 'other'] as const
const standings = ['none', 'limited', 'some', 'substantial', 'full', 'contrary', 'unknown'] as const

/**
 * What somebody at the desk asks for. Nobody reads it without signing in, so none has an address. Of the words, `invented`
 * stands in every recommendation and every finding, `promised` in every finding and no recommendation, a number in a few.
 */
export function listDeskRequests(shape: Shape): readonly Request[] {
  const draw = (name: string, n: number) => createDraw(`${shape.seed}/desk/${name}/${n}`)
  const number = (n: number) => String(draw('number', n).between(0, shape.recommendations - 1))
  const subject = (n: number) => draw('subject', n).pick(subjects)
  const words: Readonly<Record<string, (n: number) => string>> = {
    'a number': number,
    'a subject': subject,
    'in every text': () => 'invented',
    'in every finding': () => 'promised',
    'in no text': (n) => `nowhere${n}`,
    'a number, in every text': (n) => `invented ${number(n)}`,
    'a subject, in every finding': (n) => `${subject(n)} promised`,
    'two in every text': () => 'invented matter',
    'two in every finding': () => 'promised reasons',
    'two letters': (n) => `${subject(n)} on`,
  }
  const list = (name: string, input: (n: number) => Omit<RegisterInput, 'dossier'>): Request => ({
    name: `desk: ${name}`,
    limit,
    call: (reader, n) => reader.register.list({ dossier, limit: 100, ...input(n) }),
    address: () => null,
  })
  const deep = Math.max(0, shape.recommendations - 100)
  return [
    list('register', () => ({})),
    list('register, its end', () => ({ offset: deep })),
    ...registerSorts.flatMap((sort) => [
      list(`by ${sort}`, () => ({ sort })),
      list(`by ${sort}, descending`, (n) => ({ sort: `-${sort}`, offset: (n % 50) * 100 })),
    ]),
    list('area', (n) => ({ area: `area-${(n % shape.areas) + 1}` })),
    list('side', (n) => ({ side: sides[n % 3] ?? 'eu' })),
    list('standing', (n) => ({ standing: standings[n % standings.length] ?? 'none' })),
    ...registerWork.map((work) => list(`work: ${work}`, () => ({ work }))),
    list('standing, side, by author', (n) => ({
      standing: standings[n % standings.length] ?? 'none',
      side: sides[n % 3] ?? 'eu',
      sort: 'author',
    })),
    list('area, words, by standing', (n) => ({
      area: `area-${(n % shape.areas) + 1}`,
      q: `${subject(n)} invented`,
      sort: 'standing',
    })),
    ...Object.entries(words).map(([name, q]) => list(`words: ${name}`, (n) => ({ q: q(n) }))),
    list('every text, by standing', () => ({ q: 'invented matter', sort: 'standing' })),
    ...Object.entries(words).map(
      ([name, q]): Request => ({
        name: `search: ${name}`,
        limit,
        call: (reader, n) => reader.search.all({ dossier, q: q(n) }),
        address: () => null,
      }),
    ),
    {
      name: 'desk: assess form, sources',
      limit,
      call: (reader, n) =>
        reader.assessment.form({ dossier, ref: refOf(draw('ref', n).between(0, shape.recommendations - 1)) }),
      address: () => null,
    },
  ]
}

type RegisterInput = Parameters<Parameters<Request['call']>[0]['register']['list']>[0]
