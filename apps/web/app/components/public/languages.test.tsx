import { crosswalks } from '@waymark/assessment/scales/crosswalk'
import { scalePacks } from '@waymark/assessment/scales/registry'
import { type Language, languages } from '@waymark/messages/language'
import { methods } from '@waymark/scoring/methods/registry'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DocumentContext } from '../../document-scope.ts'
import { ErrorPage } from '../error-page.tsx'
import { pageParameters, pickParameters } from './address.ts'
import { AreaSeriesPage } from './area-series-page.tsx'
import { ChangesPage } from './changes-page.tsx'
import { DossiersPage } from './dossiers-page.tsx'
import { FaultPage } from './fault-page.tsx'
import { MethodPage, type MethodView } from './method-page.tsx'
import { RecommendationPage } from './recommendation-page.tsx'
import { anAreaSeries } from './testing/area-series.ts'
import { aChangeList } from './testing/changes.ts'
import { asked, buildPages, origin } from './testing/pages.tsx'
import { aTimeline } from './testing/timeline.ts'
import { aFrame, aRecommendation, aSource } from './testing/views.ts'
import { TimelinePage } from './timeline-page.tsx'
import { translateView } from './translate-view.ts'

const render = (page: ReactElement, language: Language, address = '/utopia?asOf=2021-06-30') =>
  renderToStaticMarkup(
    <DocumentContext.Provider value={{ language, address, origin: null, nonce: '', script: false }}>
      {page}
    </DocumentContext.Provider>,
  )

const frame = aFrame()
const method: MethodView = {
  frame,
  methods: Object.values(methods).map((one) => ({
    id: one.id,
    title: one.title,
    scale: 'eu-progress@1',
    values: { ...one.values, contrary: one.contrary },
    unknown: { ...one.unknown },
    overall: one.overall,
    freshnessMonths: one.freshnessMonths,
    gateWeighting: one.gateWeighting,
    introduced: one.introduced,
  })),
  scales: Object.values(scalePacks).map(({ id, title, source, levels, states }) => {
    const crosswalk = Object.values(crosswalks).find(({ from }) => from === id)
    return {
      id,
      title,
      source,
      levels: [...levels],
      states: [...states],
      crosswalk:
        crosswalk === undefined
          ? null
          : Object.entries(crosswalk.images).map(([from, image]) => ({ from, ...image })),
    } as MethodView['scales'][number]
  }),
}

const pages: Record<string, ReactElement> = {
  areas: <AreaSeriesPage view={anAreaSeries()} asked={asked} origin={origin} />,
  ...buildPages(),
  'what changed': (
    <ChangesPage view={aChangeList()} asked={{ from: '2020-11-12', to: '2021-06-30' }} origin={origin} />
  ),
  timeline: <TimelinePage view={aTimeline()} asked={asked} origin={origin} />,
  method: (
    <MethodPage view={method} series={{ frame, methods: [], points: [] }} asked={asked} origin={origin} />
  ),
  'the list of dossiers': (
    <DossiersPage
      dossiers={[
        { key: 'utopia', title: 'Utopia (invented)', partner: 'XX', note: 'Invented.', recommendations: 2 },
      ]}
    />
  ),
  'an address that cannot be read': (
    <FaultPage
      faults={[
        { kind: 'shape', name: 'asOf', given: '2013-02-30', advice: 'use a day that exists' },
        { kind: 'twice', name: 'page', given: '1, 2', advice: '' },
      ]}
      path="/utopia"
    />
  ),
  'a failure': <ErrorPage status={500} />,
}

/** Every text that came in with what the page shows: it stays as it was written. */
function listContent(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listContent) : []
}

const decode = (html: string) =>
  html.replaceAll('&amp;', '&').replaceAll('&#x27;', '’').replaceAll('&quot;', '"').replaceAll('&gt;', '>')

/** What is read or read out: text, names of regions and images, titles. Code, such as citations for programs, is in no language. */
const listSaid = (
  whole: string,
  html = whole.replace(/<(pre|code|textarea)[\s\S]*?<\/\1>/g, ''),
): string[] => [
  ...[...html.matchAll(/>([^<]+)</g)].map(([, text = '']) => decode(text)),
  ...[...html.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text = '']) =>
    decode(text),
  ),
]

/** Addresses, names of files, code, and what is written alike in every language. */
const alike =
  /&lt;iframe.*|https?:\S+|\/(?:ru|kk)\S*|\b[\w.-]*\.(?:csv|xlsx|json|bib|atom|pdf|docx)\b|CC BY 4\.0|CSL-JSON|\b(?:Waymark|English|PDF|PNG|SVG|Word|BibTeX|Atom|UTC|UTF-8|JSON|m1|m2|eu-progress@1|hrc-followup@1|ogp-completion@1|asOf|knownAt)\b|\d\dT[\d:.]+Z/g

const getWordsOf = (text: string): string[] => text.match(/[A-Za-z]+/g) ?? []

describe.each(['ru', 'kk'] as const)('in %s', (language) => {
  test.each(Object.entries(pages))('no word of English is left on %s', (name, page) => {
    // Scales and methods have their words in the catalogue; what the page is given of them are English ones. Grades are letters.
    const given = name === 'method' ? { frame, grades: ['A', 'B', 'C', 'D', 'E'] } : page.props
    const content = new Set(listContent(given).flatMap(getWordsOf))
    const left = listSaid(render(page, language))
      .map((text) => text.replace(alike, ''))
      .filter((text) => getWordsOf(text).some((word) => !content.has(word)))
    expect([...new Set(left)]).toEqual([])
  })
})

describe.each([...languages])('every page in %s', (language) => {
  test.each(Object.entries(pages))(
    'keeps its language in every link and form of %s, and data have none',
    (_, page) => {
      const html = render(page, language)
      const addresses = [...html.matchAll(/<(?:a|form)[^>]* (?:href|action)="(\/[^"]*)"/g)].map(
        ([, href = '']) => href,
      )
      expect(addresses.length).toBeGreaterThan(0)
      const switches = [...html.matchAll(/<a lang="\w+" hrefLang="\w+" href="([^"]*)"/g)].map(
        ([, href]) => href,
      )
      for (const href of addresses.filter((one) => !switches.includes(one))) {
        const isData = /^[^?]*\.(?:csv|xlsx|json|bib|atom|pdf|docx)(?:\?|$)/.test(href)
        const prefix = /^\/(ru|kk)(?=\/|\?|$)/.exec(href)?.[1]
        expect(prefix, href).toBe(isData || language === 'en' ? undefined : language)
      }
    },
  )
})

test('the switch names each language in itself, marks the one that is shown, and keeps the whole address', () => {
  const html = render(
    pages.recommendations as ReactElement,
    'kk',
    '/utopia/recommendations?area=a&page=2&asOf=2020-01-01',
  )
  const query = '/utopia/recommendations?area=a&amp;page=2&amp;asOf=2020-01-01'
  expect(html).toContain(`<a lang="en" hrefLang="en" href="${query}">English</a>`)
  expect(html).toContain(`<a lang="ru" hrefLang="ru" href="/ru${query}">Русский</a>`)
  expect(html).toContain(`<a lang="kk" hrefLang="kk" href="/kk${query}" aria-current="true">Қазақша</a>`)
})

test('a text of the record is marked as English where the page is not, and where it is, nothing is', () => {
  const page = pages.recommendation as ReactElement
  expect(render(page, 'ru')).toContain('<h1><span lang="en">Repeal the invented law</span></h1>')
  expect(render(page, 'en')).not.toContain('lang="en">Repeal')
  const title = 'Отменить вымышленный закон'
  const original = 'Repeal the invented law'
  const named = { kind: 'recommendation', key: 'XX-2020-01', field: 'title' } as const
  const cut = {
    ...frame.cut,
    texts: [{ ...named, original, originalLanguage: null, text: title, outdatedSince: null }],
  }
  const translated = (
    <RecommendationPage
      view={translateView(aRecommendation({ frame: { ...frame, cut } }))}
      asked={asked}
      origin={origin}
    />
  )
  expect(render(translated, 'ru')).toContain(`<h1>${title}</h1>`)
  // What is written in another script is not claimed to be English, nor to be the page's.
  const cyrillic = (
    <DossiersPage
      dossiers={[
        { key: 'utopia', title: 'Утопия (вымышлено)', partner: 'XX', note: null, recommendations: 0 },
      ]}
    />
  )
  expect(render(cyrillic, 'kk')).not.toContain('lang="en">')
  expect(render(cyrillic, 'kk')).toContain('<span lang="ru">Утопия (вымышлено)</span>')
  expect(render(cyrillic, 'en')).toContain('<span lang="ru">Утопия (вымышлено)</span>')
  expect(render(cyrillic, 'ru')).not.toContain('<span lang')
})

test('the words of a source are marked with its language, a paraphrase of them with its own', () => {
  const view = { text: 'Abroger la loi inventée', source: aSource({ language: 'fr' }) } as const
  const show = (over: Parameters<typeof aRecommendation>[0]) =>
    render(<RecommendationPage view={aRecommendation(over)} asked={asked} origin={origin} />, 'ru')
  expect(show({ ...view, wording: 'as-issued' })).toContain('<span lang="fr">Abroger la loi inventée</span>')
  expect(show({ ...view, wording: 'paraphrase', text: 'Repeal it' })).toContain(
    '<span lang="en">Repeal it</span>',
  )
})

test('dossiers stand in the order of the alphabet of the page', () => {
  const listed = (language: Language) => {
    const titles = ['Я (вымышлено)', 'Қ (ойдан шығарылған)', 'К (вымышлено)', 'Л (вымышлено)', 'Z (invented)']
    const html = render(
      <DossiersPage
        dossiers={titles.map((title, i) => ({
          key: `d${i}`,
          title,
          partner: 'XX',
          note: null,
          recommendations: 0,
        }))}
      />,
      language,
    )
    return [...html.matchAll(/<h2[^>]*>(?:<span[^>]*>)?(\p{L})/gu)].map(([, letter]) => letter)
  }
  expect(listed('kk')).toEqual(['К', 'Қ', 'Л', 'Я', 'Z'])
})

test('an address in other words is the same address: parameters that no page takes are left out, the rest are sorted', () => {
  expect(pickParameters('/utopia?utm_source=x&page=2&asOf=2020-01-01&area=')).toBe(
    '/utopia?asOf=2020-01-01&page=2',
  )
  expect(new Set(pageParameters).size).toBe(pageParameters.length)
})
