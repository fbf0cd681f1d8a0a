import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RecommendationPage } from './recommendation-page.tsx'
import { RecommendationsPage } from './recommendations-page.tsx'
import { RoundsPage } from './rounds-page.tsx'
import { aTimeline } from './testing/timeline.ts'
import { aFrame, aRecommendation, aRow, aSource } from './testing/views.ts'
import { TimelinePage } from './timeline-page.tsx'

const origin = 'https://example.org'
const asked = { asOf: '2021-06-30' }
const render = (page: ReactElement) => renderToStaticMarkup(page)

const page = (view = aTimeline()) => <TimelinePage view={view} asked={asked} origin={origin} />

test('every mark of the timeline is a link with its full name, and stands in the list beside it', () => {
  const html = render(page())
  const svg = html.slice(html.indexOf('<svg class="ml"'), html.indexOf('</figure>'))
  const hrefs = [...svg.matchAll(/<a href="([^"]+)"><title>([^<]+)</g)].map(([, href]) => href ?? '')
  expect(hrefs.length).toBe(7)
  const list = html.slice(html.indexOf('id="list"'))
  for (const href of hrefs) expect(list).toContain(`href="${href}"`)
  expect(svg).toContain('<title>Milestone, Invented agreement: Invented signature, 21 December 2015</title>')
  expect(svg).toContain('<title>2020: 3 advanced, 1 regressed, 2 began going backwards</title>')
})

test('what is planned is marked as planned, and on a past day its title does not tell how it came out', () => {
  const html = render(page())
  expect(html).toContain('planned for 2022')
  expect(html).not.toContain('narrow vote')
})

test('what is too much to draw stands as one mark with its number, which leads closer', () => {
  const html = render(page())
  expect(html).toContain('412 asks adopted in an EU text, 2019')
  expect(html).toContain('/utopia/timeline?from=2019-01&amp;to=2019-12&amp;asOf=2021-06-30')
})

test('a bar leads to what changed in its days, and never beyond the day shown', () => {
  const late = { from: '2021-01-01', to: '2021-12-31', advanced: 1, regressed: 0, contrary: 0 }
  const html = render(page(aTimeline({ changes: [late] })))
  expect(html).toContain('/utopia/changes?from=2020-12-31&amp;to=2021-06-30')
})

test('the span is chosen by links and by a form that keeps the day shown', () => {
  const html = render(page(aTimeline({ span: { from: '2014-01', to: '2015-12', unit: 'month' } })))
  for (const label of ['Zoom in', 'Zoom out', 'Earlier', 'Later', 'Everything'])
    expect(html).toMatch(
      new RegExp(
        `<a href="/utopia/timeline\\?from=[0-9-]+&amp;to=[0-9-]+&amp;asOf=2021-06-30"[^>]*>${label}<`,
      ),
    )
  expect(html).toContain('<input type="hidden" name="asOf" value="2021-06-30"')
})

test('crowded marks are put together and none of the targets overlap', () => {
  const rounds = Array.from({ length: 200 }, (_, n) => ({
    key: `r${n}`,
    title: `Invented round ${n}`,
    date: `2012-${String((n % 12) + 1).padStart(2, '0')}-10`,
  }))
  const html = render(page(aTimeline({ rounds, milestones: [], commitments: [], uptake: [], changes: [] })))
  const svg = html.slice(html.indexOf('<svg class="ml"'), html.indexOf('</figure>'))
  const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="26" height="26"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  expect(boxes.length).toBeGreaterThan(1)
  for (const [i, [x, y]] of boxes.entries())
    for (const [other, level] of boxes.slice(i + 1))
      expect(Math.abs(x - other) >= 25.9 || Math.abs(y - level) >= 25.9).toBe(true)
  const counts = [...svg.matchAll(/<text class="n"[^>]*>(\d+)</g)].map(([, n]) => Number(n))
  const single = boxes.length - counts.length
  expect(counts.reduce((a, b) => a + b, single)).toBe(200)
})

test('a round tells what became of the proposals in a picture and in the same table', () => {
  const round = {
    key: 'round-1',
    title: 'Invented round 1',
    date: '2020-11-12',
    place: null,
    source: aSource(),
    inForce: 9,
    flow: { proposals: 7, raised: 4, texts: 2, commitments: 0 },
    uptake: [],
  }
  const html = render(
    <RoundsPage view={{ frame: aFrame(), rounds: [round] }} asked={asked} origin={origin} />,
  )
  expect(html).toContain(
    'At 12 November 2020, 4 of 7 proposals in force were raised, 2 became a text, 0 a commitment.',
  )
  const table = html.slice(html.indexOf('Proposals in force at each dialogue round'))
  const cells = [...table.slice(0, table.indexOf('</table>')).matchAll(/<td class="num"[^>]*>(\d+)</g)]
  expect(cells.map(([, n]) => Number(n))).toEqual([7, 4, 2, 0])
})

test('a recommendation tells its line, the rounds it was asked in, and how long taking up took', () => {
  const html = render(<RecommendationPage view={aRecommendation()} asked={asked} origin={origin} />)
  expect(html).toContain('Asked in 1 round since May 2019:')
  expect(html).toContain('continues XX-2019-01')
  expect(html).toContain('That took 6 months from the first proposal, 12 May 2020.')
})

test('a list by line says how many recommendations stand in how many lines, and keeps that on every page', () => {
  const view = {
    frame: aFrame(),
    rows: [aRow({ asks: 3 })],
    by: 'line' as const,
    recommendations: 140,
    total: 101,
    page: 1,
    pages: 3,
    areas: [],
  }
  const html = render(<RecommendationsPage view={view} asked={{ ...asked, by: 'line' }} origin={origin} />)
  expect(html).toContain('140 recommendations in 101 lines')
  expect(html).toContain('its line joins 3 asks')
  expect(html).toContain('/utopia/recommendations?by=line&amp;page=2&amp;asOf=2021-06-30')
})
