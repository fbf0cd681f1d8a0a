import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CasesPage } from './cases-page.tsx'
import { getMomentLabel } from './date-section.tsx'
import { LinkagePage } from './linkage-page.tsx'
import { MilestonePage } from './milestone-page.tsx'
import { isForeseeable, MilestonesPage } from './milestones-page.tsx'
import { RecommendationPage } from './recommendation-page.tsx'
import { RecommendationsPage } from './recommendations-page.tsx'
import { ScorecardPage } from './scorecard-page.tsx'
import { SourcesPage } from './sources-page.tsx'
import {
  aCaseList,
  aFinding,
  aFrame,
  aGate,
  aLinkage,
  aMilestone,
  anOverview,
  aRecommendation,
  aRow,
  aSource,
  aSourceList,
} from './testing/views.ts'

const origin = 'https://example.org'
const asked = { asOf: '2021-06-30' }
const render = (page: ReactElement) => renderToStaticMarkup(page)

const aList = (frame = aFrame()) => ({
  frame,
  rows: [aRow({ basis: 'implied', wording: 'paraphrase' })],
  total: 1,
  page: 1,
  pages: 1,
  areas: [{ key: 'expression', title: 'Expression (invented)', count: 1 }],
})

const buildPages = (frame = aFrame()): Record<string, ReactElement> => ({
  scorecard: <ScorecardPage view={anOverview({ frame })} asked={asked} origin={origin} />,
  recommendations: <RecommendationsPage view={aList(frame)} asked={asked} origin={origin} />,
  recommendation: <RecommendationPage view={aRecommendation({ frame })} asked={asked} origin={origin} />,
  linkage: <LinkagePage view={aLinkage({ frame })} asked={asked} origin={origin} />,
  milestones: <MilestonesPage view={{ frame, milestones: [aMilestone()] }} asked={asked} origin={origin} />,
  milestone: (
    <MilestonePage
      view={{ frame, milestone: aMilestone(), gates: [aGate()] }}
      asked={asked}
      origin={origin}
    />
  ),
  cases: <CasesPage view={aCaseList({ frame })} asked={asked} origin={origin} />,
  sources: <SourcesPage view={aSourceList({ frame })} asked={asked} origin={origin} />,
})

test.each(Object.entries(buildPages()))(
  '%s shows the note, the date, the cut-off, the method and its citation',
  (_, page) => {
    const html = render(page)
    expect(html).toContain('An invented note on this dossier.')
    expect(html).toContain('the world on 30 June 2021')
    expect(html).toContain('2 March 2026, 10:00 UTC')
    expect(html).toContain('>m1</a>')
    expect(html).toContain('state of 30 June 2021, record of 2 March 2026, method m1.')
    expect(html).toContain('knownAt=2026-03-02T10:00:00.000Z&amp;method=m1')
  },
)

test.each(Object.entries(buildPages()))(
  '%s runs no script, carries no style of its own and skips no heading rank',
  (_, page) => {
    const html = render(page)
    expect(html).not.toMatch(/<script|<style| style=| on[a-z]+=/)
    const ranks = [...html.matchAll(/<h([1-6])/g)].map(([, rank]) => Number(rank))
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1)
    ranks.reduce((before, rank) => {
      expect(rank).toBeLessThanOrEqual(before + 1)
      return rank
    }, 0)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  },
)

test.each(Object.entries(buildPages()))(
  '%s keeps the chosen day in every link to another page of the dossier',
  (_, page) => {
    const links = [...render(page).matchAll(/href="(\/utopia[^"]*)"/g)].map(([, href = '']) => href)
    expect(links.length).toBeGreaterThan(8)
    for (const href of links) expect(href).toMatch(/asOf=/)
  },
)

const before = aFrame({
  knownAtChosen: true,
  cut: { dossier: 'utopia', asOf: '2021-06-30', knownAt: '2020-05-03T23:59:59.999Z', method: 'm1' },
})

test.each(Object.entries(buildPages(before)))(
  'before the record began, %s says so and shows no figure',
  (_, page) => {
    const html = render(page)
    expect(html).toContain('On 3 May 2020, nothing was on record.')
    expect(html).toContain('This record begins on 1 January 2026.')
    expect(html).not.toMatch(/class="(areas|units|plain|gates|card|finding)/)
  },
)

test('a mark never stands without its word', () => {
  const html = render(<RecommendationsPage view={aList()} asked={asked} origin={origin} />)
  expect(html).toMatch(/href="#m-limited"><\/use><\/svg><span>Limited progress<\/span>/)
})

test('an implied or paraphrased text is marked in words, in lists and beside the text', () => {
  const list = render(<RecommendationsPage view={aList()} asked={asked} origin={origin} />)
  expect(list).toContain('>implied</span>')
  expect(list).toContain('>paraphrase</span>')
  const page = (view: ReturnType<typeof aRecommendation>) =>
    render(<RecommendationPage view={view} asked={asked} origin={origin} />)
  const marked = page(aRecommendation({ basis: 'implied', wording: 'paraphrase' }))
  expect(marked).toContain('editors’ reading of a concern that the source states')
  expect(marked).toContain('not the text as issued')
  const plain = page(aRecommendation())
  expect(plain).not.toContain('editors’')
  expect(plain).toContain('As issued')
})

test('a past day is told in the past tense, today in the present', () => {
  const today = aFrame({
    cut: { dossier: 'utopia', asOf: '2026-03-02', knownAt: '2026-03-02T10:00:00.000Z', method: 'm1' },
  })
  const page = (frame = aFrame()) =>
    render(<LinkagePage view={aLinkage({ frame })} asked={asked} origin={origin} />)
  expect(page()).toContain('still lay ahead')
  expect(page(today)).toContain('still lies ahead')
  expect(page(today)).not.toContain('lay ahead')
})

const told = 'Invented parliament approves, 511 to 115'

test('on a past day a step ahead is named by its kind, without the title and the source that came later', () => {
  const milestone = aMilestone({
    kind: 'parliament-consent',
    title: told,
    source: aSource({ title: 'Report of the vote (invented)' }),
  })
  const gate = aGate({ milestone: { ...aGate().milestone, kind: 'parliament-consent', title: told } })
  const pages = [
    <ScorecardPage key="s" view={anOverview({ ahead: [milestone] })} asked={asked} origin={origin} />,
    <LinkagePage
      key="l"
      view={aLinkage({ milestones: [milestone], gates: [gate], leverage: [{ milestone, gates: [gate] }] })}
      asked={asked}
      origin={origin}
    />,
    <MilestonesPage
      key="m"
      view={{ frame: aFrame(), milestones: [milestone] }}
      asked={asked}
      origin={origin}
    />,
    <MilestonePage
      key="o"
      view={{ frame: aFrame(), milestone, gates: [gate] }}
      asked={asked}
      origin={origin}
    />,
    <RecommendationPage key="r" view={aRecommendation({ gates: [gate] })} asked={asked} origin={origin} />,
  ]
  for (const html of pages.map(render)) {
    expect(html).toContain('Consent of the European Parliament')
    expect(html).toContain('ahead, no date set')
    expect(html).not.toContain('511')
    expect(html).not.toContain('Report of the vote')
  }
})

test('a day to choose that lies after the day shown tells its kind and not its outcome', () => {
  const moment = {
    day: '2022-01-20',
    date: '2022-01-20',
    kind: 'milestone',
    step: 'parliament-consent',
    key: 'c',
    title: told,
  } as const
  expect(getMomentLabel(moment, '2021-06-30')).toBe('20 January 2022: Consent of the European Parliament')
  expect(getMomentLabel(moment, '2022-01-20')).toBe(`20 January 2022: ${told}`)
})

test('a meeting that nobody had announced is not ahead on a past day; one with a condition is', () => {
  const meeting = aMilestone({
    kind: 'council-meeting',
    required: { met: 0, unmet: 0, unknown: 0, waived: 0 },
  })
  expect(isForeseeable(meeting)).toBe(false)
  expect(isForeseeable({ ...meeting, planned: '2022-01' })).toBe(true)
  expect(isForeseeable({ ...meeting, listed: 1 })).toBe(true)
  expect(isForeseeable({ ...meeting, kind: 'signed' })).toBe(true)
})

test('a case shows no summary on a past day, and none that had no status yet', () => {
  const later = { ...aCaseList().cases[0], key: 'later', name: 'Later case (invented)', statuses: [] }
  const view = aCaseList()
  const html = render(
    <CasesPage
      view={{ ...view, cases: [...view.cases, later as (typeof view.cases)[number]] }}
      asked={asked}
      origin={origin}
    />,
  )
  expect(html).toContain('On trial')
  expect(html).not.toContain('Plainly invented editor.')
  expect(html).not.toContain('Later case')
})

test('passed while unmet is said in full and carries its mark', () => {
  const occurred = '2021-02-01'
  const gate = aGate({
    state: 'passed-while-unmet',
    since: 'worsened',
    milestone: { ...aGate().milestone, occurred },
  })
  const html = render(
    <LinkagePage
      view={aLinkage({ milestones: [aMilestone({ occurred })], gates: [gate], leverage: [] })}
      asked={asked}
      origin={origin}
    />,
  )
  expect(html).toContain('1 condition had been passed while unmet')
  expect(html).toMatch(/word bad">.*?#m-passed-while-unmet.*?Passed while unmet/)
  expect(html).toContain('worsened since')
})

test('a link rests on statements that stand on the same page with source and locator', () => {
  const html = render(<LinkagePage view={aLinkage()} asked={asked} origin={origin} />)
  expect(html).toContain('href="#statement-must-depend"')
  expect(html).toContain('id="statement-must-depend"')
  expect(html).toMatch(/Invented EU text.*?paragraph 4/)
})

test('a title in another language says so to assistive technology; an uncertain one claims nothing', () => {
  const html = render(<RecommendationPage view={aRecommendation()} asked={asked} origin={origin} />)
  expect(html).toContain('<span lang="ru">Вымышленный вестник</span>')
  const uncertain = render(
    <RecommendationPage
      view={aRecommendation({ source: aSource({ language: 'und' }) })}
      asked={asked}
      origin={origin}
    />,
  )
  expect(uncertain).not.toContain('lang="und"')
})

test('what is out of date counts as not known and still says what was last found', () => {
  const html = render(
    <RecommendationPage
      view={aRecommendation({ standing: { kind: 'unknown', reason: 'stale' }, current: aFinding() })}
      asked={asked}
      origin={origin}
    />,
  )
  expect(html).toContain('No current finding on 30 June 2021')
  expect(html).toContain('Last assessed 15 January 2021: limited progress.')
})

test('filters of the list go into the date control, the pager and the data links', () => {
  const html = render(
    <RecommendationsPage
      view={{ ...aList(), total: 60, pages: 2 }}
      asked={{ ...asked, area: 'expression', sort: '-issued' }}
      origin={origin}
    />,
  )
  expect(html).toContain(
    '/utopia/recommendations?area=expression&amp;sort=-issued&amp;page=2&amp;asOf=2021-06-30',
  )
  for (const format of ['csv', 'xlsx', 'json'])
    expect(html).toContain(
      `/utopia/recommendations.${format}?area=expression&amp;sort=-issued&amp;asOf=2021-06-30`,
    )
  expect(html).toContain('<input type="hidden" name="area" value="expression"/>')
})
