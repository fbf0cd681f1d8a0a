import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'
import { registerColumns } from '@waymark/api/features/register/register.input'
import { deskCatalogues } from '@waymark/messages/desk'
import type { Language } from '@waymark/messages/language'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DocumentContext } from '../../document-scope.ts'
import { SignInForm } from '../account/sign-in-form.tsx'
import { AssessConflict } from './assess-conflict.tsx'
import { AssessFormFields } from './assess-form.tsx'
import { DeskBar, DeskSide } from './desk-frame.tsx'
import { getDeskWords } from './get-desk-words.ts'
import { QueueLists } from './queue-lists.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterTable } from './register-table.tsx'
import { ReviewComparison, ReviewDecision } from './review-panel.tsx'
import {
  anAssessForm,
  anAssessment,
  aQueue,
  aRegisterRow,
  aReview,
  aSourceChoice,
} from './testing/synthetic.ts'

const app = join(import.meta.dirname, '../..')
const listSources = (folder: string): string[] =>
  readdirSync(join(app, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file))
const read = (file: string): string => readFileSync(join(app, file), 'utf8')

test('no page takes a catalogue of one language by itself', () => {
  const all = ['components', 'routes', 'http'].flatMap(listSources)
  expect(all.length).toBeGreaterThan(200)
  // A type names no sentence: it is the contract that all languages keep.
  const value = /^import (?!type\b).*'@waymark\/messages\/(?:en|ru|kk)\//m
  expect(
    all.filter((file) =>
      value.test(read(file).replace(/import \{[^}]*\}/g, (one) => one.replace(/\s+/g, ' '))),
    ),
  ).toEqual([])
})

/** Attributes that are read, or read out. */
const said = [
  'aria-label',
  'title',
  'label',
  'hint',
  'placeholder',
  'caption',
  'alt',
  'submit',
  'header',
  'message',
]
/** The product's name, and what is printed on keys. */
const alike = /^(?:Waymark|Ctrl K|Esc|, SHA-256)$/

type SyntaxNode = { readonly type: string; readonly [field: string]: unknown }
const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** A node and all below it, in whatever field they hang. */
const listNodes = (node: SyntaxNode): SyntaxNode[] => [
  node,
  ...Object.values(node)
    .flatMap((field) => (Array.isArray(field) ? field : [field]))
    .filter(isNode)
    .flatMap(listNodes),
]

/** What a piece of source says to a reader: words between tags, and texts under the names above. */
function listSaid(source: string): string[] {
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript', 'jsx'] })
  return listNodes({ ...program }).flatMap(({ type, value, key, name }) => {
    if (type === 'JSXText') return [String(value)]
    const holder = type === 'ObjectProperty' ? key : type === 'JSXAttribute' ? name : null
    if (!isNode(holder) || !isNode(value) || value.type !== 'StringLiteral') return []
    return said.includes(String(holder.name ?? holder.value)) ? [String(value.value)] : []
  })
}

test('no word stands in the markup of a page of the desk or of an account', () => {
  const folders = ['components/desk', 'components/account', 'routes/desk', 'routes/account']
  const files = folders.flatMap(listSources).filter((one) => one.endsWith('.tsx'))
  const texts = files.flatMap((file) => listSaid(read(file)).map((text) => ({ file, text: text.trim() })))
  expect(texts.filter(({ text }) => alike.test(text)).length).toBeGreaterThan(0)
  expect(texts.filter(({ text }) => /\p{L}{2}/u.test(text) && !alike.test(text))).toEqual([])
})

const person = { name: 'Ә. Адам', role: 'administrator' } as const
const counts = {
  ...{ toReview: 4, returnedToMe: 1, mineInReview: 2, drafts: 3, assigned: 1, overdue: 1, unread: 2 },
  ...{ stale: 5, contradicted: 1, milestones: 1, deadLinks: 2, faultyFiles: 1, outdated: 1 },
}
const typed = {
  basedOn: '3',
  finding: 'substantial',
  effective: '2020-05-06',
  confidence: 'high',
  rationale: 'Моё',
}
const dossier = 'exampleland'
const row = aRegisterRow({
  uptake: { kind: 'raised', date: '2020-02' },
  waiting: 2,
  drafted: true,
  assigned: { name: 'Ә. Адам', due: '2020-12-01', count: 3 },
})
const page = `/desk/${dossier}/recommendations/XX-2020-01/assess`

const pages: Record<string, ReactElement> = {
  'the bar and the side': (
    <>
      <DeskBar person={person} dossier={dossier} path={`/desk/${dossier}/register`} unread={2} />
      <DeskSide person={person} dossier={dossier} counts={counts} path={`/desk/${dossier}/register`} />
    </>
  ),
  'the queue': <QueueLists queue={aQueue()} may={{ review: true, submit: true }} />,
  'the register': (
    <>
      <RegisterFilters query={{ dossier, q: '…', standing: 'stale', side: 'eu' }} areas={[]} />
      <RegisterTable query={{ dossier }} rows={[row]} columns={registerColumns} mayAssess />
    </>
  ),
  'the assess form': (
    <AssessFormFields
      form={anAssessForm()}
      typed={typed}
      errors={{}}
      choices={[aSourceChoice()]}
      draftRev={null}
      newVersion={5}
      draftMoved={2}
      notices={null}
      action={page}
    />
  ),
  'a conflict': <AssessConflict version={5} current={anAssessment()} typed={typed} action={page} />,
  'a review': (
    <>
      <ReviewComparison review={aReview({ movedOn: true, current: anAssessment() })} />
      <ReviewDecision review={aReview()} obstacle={null} comment="" errors={{}} />
    </>
  ),
  'the sign-in': <SignInForm next="/desk" email="" errors={{}} />,
}

const render = (element: ReactElement, language: Language) =>
  renderToStaticMarkup(
    <DocumentContext.Provider value={{ language, address: '/', origin: null, nonce: '', script: false }}>
      {element}
    </DocumentContext.Provider>,
  )

const listContent = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listContent)
      : []
const listLatin = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? []

/** What the record says, in whatever language: it stays as it was written. */
const content = new Set(
  [row, aQueue(), anAssessForm(), anAssessment(), aReview(), aSourceChoice(), 'Waymark English UTC']
    .flatMap((one) => listContent(one))
    .flatMap(listLatin),
)

describe.each(['ru', 'kk'] as const)('in %s', (language) => {
  test.each(Object.entries(pages))('no word of English is left on %s', (_, element) => {
    const html = render(element, language)
    const texts = [...html.matchAll(/>([^<]+)<| (?:aria-label|title|placeholder|data-l)="([^"]*)"/g)]
      .map(([, text, attribute]) => text ?? attribute ?? '')
      // Keys, formats of files and what is typed as a key of the record are written alike everywhere.
      .map((text) =>
        text.replace(/\b(?:Ctrl|Enter|Esc|PDF|PNG|JPEG|WebP|HTML|DOCX|https|lim|med|und|en|ru|kk)\b/g, ''),
      )
    expect(texts.filter((text) => listLatin(text).some((word) => !content.has(word)))).toEqual([])
  })

  test.each(Object.entries(pages))('every link and form of %s keeps the language', (_, element) => {
    const html = render(element, language).replace(/<nav class="lang"[\s\S]*?<\/nav>/, '')
    const addresses = [...html.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.filter((one) => !new RegExp(`^/${language}(?:/|$)`).test(one))).toEqual([])
  })
})

test('the switch leads to the same page in each language, and says which one is shown', () => {
  const html = render(<DeskBar person={person} dossier={null} path="/desk" address="/desk/users?x=1" />, 'kk')
  expect(html).toContain('<a lang="en" hrefLang="en" href="/desk/users?x=1">English</a>')
  expect(html).toContain('<a lang="ru" hrefLang="ru" href="/ru/desk/users?x=1">Русский</a>')
  expect(html).toContain('href="/kk/desk/users?x=1" aria-current="true">Қазақша</a>')
})

test('each language has words of its own for dates, numbers, and refusals', () => {
  const [en, ru, kk] = (['en', 'ru', 'kk'] as const).map(getDeskWords)
  expect([en, ru, kk].map((words) => words?.formatDate('2013-11-27'))).toEqual([
    '27 November 2013',
    '27 ноября 2013',
    '2013 жылғы 27 қараша',
  ])
  expect(ru?.formatRefusalCode('not-found')).toBe(deskCatalogues.ru.refusals['not-found']({}))
  expect([en, ru].map((words) => words?.formatNumber(12_345))).toEqual(['12,345', '12\u00a0345'])
  expect(kk?.formatNumber(12_345)).toBe('12\u00a0345')
  expect(ru?.localise('/desk')).toBe('/ru/desk')
})
