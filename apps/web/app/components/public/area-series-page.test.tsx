import type { languages } from '@waymark/messages/language'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentContext } from '../../document-scope.ts'
import { AreaSeriesPage } from './area-series-page.tsx'
import { anAreaSeries } from './testing/area-series.ts'

const render = (view = anAreaSeries(), language: (typeof languages)[number] = 'en') =>
  renderToStaticMarkup(
    <DocumentContext.Provider
      value={{ language, address: '/utopia/areas', origin: null, nonce: '', script: false }}
    >
      <AreaSeriesPage view={view} asked={{ asOf: '2021-06-30' }} origin="https://example.org" />
    </DocumentContext.Provider>,
  )
const getTitle = (html: string) => /<h1[^>]*>([^<]*)</.exec(html)?.[1]

test.each([
  [
    'en',
    'Between 31 December 2019 and 30 June 2021, the index rose in 1 and fell in 1 of 3 concern areas. For 1 of them what is known does not tell.',
  ],
  [
    'ru',
    'С 31 декабря 2019 года по 30 июня 2021 года индекс вырос в 1 и снизился в 1 из 3 областей. Известного недостаточно для вывода: 1.',
  ],
  [
    'kk',
    '2019 жылғы 31 желтоқсан — 2021 жылғы 30 маусым: салалардың индексі бойынша өскені — 1, төмендегені — 1, анық емесі — 1; барлығы — 3.',
  ],
] as const)('the title states in %s what moved for certain', (language, title) => {
  expect(getTitle(render(anAreaSeries(), language))).toBe(title)
})

test('an area that never had anything applicable is not counted, and of no area it is not said that it rose', () => {
  const [, , late] = anAreaSeries().areas
  if (late === undefined) throw new Error('the series has an area that begins late')
  expect(getTitle(render(anAreaSeries({ areas: [late] })))).toBe(
    'Between 31 December 2019 and 30 June 2021, the index is not known to have risen or fallen in the one concern area.',
  )
  expect(getTitle(render(anAreaSeries({ points: [], areas: [] })))).toMatch(/^No recommendation/)
})

test('each chart says in words what its column of the table has', () => {
  const html = render()
  const charts = [...html.matchAll(/<svg class="tl"[^>]*>.*?<desc[^>]*>([^<]*)<\/desc>/g)].map(
    ([, text = '']) => text,
  )
  expect(charts).toHaveLength(3)
  const rows = [...html.slice(html.indexOf('<tbody>')).matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  )
  expect(rows).toHaveLength(4)
  for (const [n, text] of charts.entries())
    expect(text.split('; ')).toEqual(
      rows.map((cells) => {
        const said = (cells[n + 2] ?? '').trim()
        const [index = '', ...rest] = said.split(' ')
        return said === '–'
          ? `${cells[0]}: nothing applicable, assessed 0 of 0`
          : `${cells[0]}: ${index}, assessed ${rest.join(' ')}`
      }),
    )
})

test('where the method is younger than the first day, each chart is broken there, and the words say so', () => {
  const broken = render()
  expect(broken.match(/stroke-dasharray="4 3"/g)).toHaveLength(3)
  expect(broken).toContain('The dashed line is 1 December 2020')
  const whole = render(anAreaSeries({ introduced: '2018-01-01' }))
  expect(whole).not.toContain('stroke-dasharray="4 3"')
  expect(whole).toContain('which exists since 1 January 2018')
})
