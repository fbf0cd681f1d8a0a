import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CasesPage } from './cases-page.tsx'
import { ConsistencyPage } from './consistency-page.tsx'
import { getMomentLabel } from './date-section.tsx'
import { AreaEmbed, MilestoneEmbed, RecommendationEmbed, ScorecardEmbed } from './embeds.tsx'
import { getWords } from './get-words.ts'
import { LeveragePage } from './leverage-page.tsx'
import { LinkagePage } from './linkage-page.tsx'
import { MilestonePage } from './milestone-page.tsx'
import { isForeseeable, MilestonesPage } from './milestones-page.tsx'
import { RecommendationPage } from './recommendation-page.tsx'
import { RecommendationsPage } from './recommendations-page.tsx'
import { ScorecardPage } from './scorecard-page.tsx'
import { aList, asked, asList, buildPages, oneGate, origin } from './testing/pages.tsx'
import {
  aCaseList,
  aConsistency,
  aFinding,
  aFrame,
  aGate,
  aLeverageLine,
  aLinkage,
  aMatrix,
  aMilestone,
  anOverview,
  aRecommendation,
  aSource,
  aStep,
} from './testing/views.ts'

const render = (page: ReactElement) => renderToStaticMarkup(page)

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
    // A feed tells of what is new; it has no day.
    for (const href of links.filter((one) => !one.endsWith('/feed.atom'))) expect(href).toMatch(/asOf=/)
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
    render(<LinkagePage view={aMatrix({ frame })} asked={asked} origin={origin} />)
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
      view={aLinkage({ milestones: [milestone], gates: [gate] })}
      asked={asList}
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
      view={{ frame: aFrame(), milestone, events: [], gates: [gate] }}
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
  expect(getMomentLabel(getWords('en'), moment, '2021-06-30')).toBe(
    '20 January 2022: Consent of the European Parliament',
  )
  expect(getMomentLabel(getWords('en'), moment, '2022-01-20')).toBe(`20 January 2022: ${told}`)
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
      view={aLinkage({
        milestones: [aStep({ occurred })],
        gates: [gate],
        passage: { steps: 1, unmet: 1, unmetSteps: 1 },
      })}
      asked={asList}
      origin={origin}
    />,
  )
  expect(html).toContain('1 condition had been passed while unmet')
  expect(html).toMatch(/word bad">.*?#m-passed-while-unmet.*?Passed while unmet/)
  expect(html).toContain('worsened since')
})

test('a link rests on statements that stand on the same page with source and locator', () => {
  const html = render(<LinkagePage view={aLinkage()} asked={asList} origin={origin} />)
  expect(html).toContain('href="#statement-must-depend"')
  expect(html).toContain('id="statement-must-depend"')
  expect(html).toMatch(/Invented EU text.*?paragraph 4/)
})

test('each cell of the matrix opens its own gate, names it in full, and passed while unmet fills it', () => {
  const [row] = aMatrix().rows
  const [cell] = row?.cells ?? []
  if (row === undefined || cell === undefined) throw new Error('the synthetic matrix is empty')
  const passed = { ...cell, state: 'passed-while-unmet', since: 'worsened' } as const
  const html = render(
    <LinkagePage
      view={aMatrix({
        columns: [aStep({ occurred: '2021-02-01', required: { met: 0, unmet: 1, unknown: 0, waived: 0 } })],
        rows: [{ ...row, cells: [passed] }],
      })}
      asked={asked}
      origin={origin}
    />,
  )
  expect(html).toMatch(
    /<td class="pu"><a href="\/utopia\/linkage\?view=list&amp;milestone=signed&amp;recommendation=XX-2020-01&amp;asOf=2021-06-30" title="Passed while unmet\. Had to reach some progress, stood at no progress; worsened since">/,
  )
  expect(html).toContain('unmet ↓')
  expect(html).toContain('1 of 1 passed while unmet')
})

test('a link that is only listed is a cell that opens, too; no link is an empty cell', () => {
  const [row] = aMatrix().rows
  const [cell] = row?.cells ?? []
  if (row === undefined || cell === undefined) throw new Error('the synthetic matrix is empty')
  const html = render(
    <LinkagePage
      view={aMatrix({
        columns: [aStep(), aStep({ key: 'consent' })],
        rows: [{ ...row, cells: [{ ...cell, role: 'expected' }] }],
      })}
      asked={asked}
      origin={origin}
    />,
  )
  expect(html).toMatch(/<td><a href="[^"]*milestone=signed[^"]*"[^>]*><span class="dot"/)
  expect(html).toContain('expected: some progress; no progress. Listed, not counted')
  expect(html).toContain('<td></td>')
})

test('one gate shows what had to be reached, on whose word and where, the finding of that day, and waivers with their source', () => {
  const gate = aGate({
    state: 'waived',
    at: '2021-02-01',
    milestone: { ...aGate().milestone, occurred: '2021-02-01' },
    waivers: [
      {
        effective: '2020-12',
        ended: null,
        why: 'Invented: set aside.',
        source: aSource(),
        locator: 'page 9',
      },
    ],
  })
  const html = render(<LinkagePage view={aLinkage({ gates: [gate] })} asked={oneGate} origin={origin} />)
  expect(html).toContain('Repeal the invented law: waived.')
  expect(html).toContain('required: some progress')
  expect(html).toContain('Invented: the agreement must depend on reform.')
  expect(html).toMatch(/Invented EU text.*?paragraph 4/)
  expect(html).toContain('finding of 15 January 2021')
  expect(html).toContain('/utopia/recommendations/XX-2020-01?asOf=2021-02-01')
  expect(html).toMatch(/Waived from December 2020 on:.*?Invented: set aside\..*?page 9/)
})

test('a cancelled step is marked with its date, and its page tells what befell its plan', () => {
  const cancelled = '2021-03-04'
  const gate = aGate({ milestone: { ...aGate().milestone, cancelled } })
  const list = render(
    <LinkagePage
      view={aLinkage({ milestones: [aStep({ cancelled })], gates: [gate] })}
      asked={asList}
      origin={origin}
    />,
  )
  expect(list).toContain('cancelled 4 March 2021')
  const event = { note: null, source: aSource(), locator: null }
  const html = render(
    <MilestonePage
      view={{
        frame: aFrame(),
        milestone: aMilestone({ cancelled }),
        events: [
          { ...event, kind: 'moved', effective: '2021-01', planned: '2021-11' },
          { ...event, kind: 'cancelled', effective: cancelled, planned: null },
        ],
        gates: [gate],
      }}
      asked={asked}
      origin={origin}
    />,
  )
  expect(html).toContain('It had been cancelled on 4 March 2021')
  expect(html).toContain('January 2021: moved to November 2021.')
})

test('each figure of the consistency record leads to its gates; a condition under several statements is said to be', () => {
  const html = render(<ConsistencyPage view={aConsistency()} asked={asked} origin={origin} />)
  const figure = (filter: string, state: string) =>
    `/utopia/linkage?view=list&amp;role=required&amp;state=${state}&amp;side=partner&amp;${filter}&amp;asOf=2021-06-30`
  expect(html).toContain(figure('commitment=must-depend', 'passed-while-unmet'))
  expect(html).toContain(figure('actor=eu', 'unmet'))
  expect(html).toContain(figure('rests=nothing', 'waived'))
  expect(html).toContain('1 of them rests on another statement, too, and is counted under each.')
  expect(html).toContain('EU statements had set 3 conditions. 2 were passed while unmet, 0 while unknown.')
})

test('the leverage list marks what is overdue and leads to what it does not show', () => {
  const line = aLeverageLine({ overdue: true, unmet: 12, milestone: aStep({ planned: '2021-01' }) })
  const html = render(
    <LeveragePage view={{ frame: aFrame(), milestones: [line] }} asked={asked} origin={origin} />,
  )
  expect(html).toContain('overdue: the planned date is over')
  expect(html).toContain('11 more not shown here:')
  expect(html).toContain('role=required&amp;state=unmet&amp;side=partner&amp;milestone=signed')
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

test('a view in somebody else’s page says its day, method and cut-off, and leads to the whole page at the same cut', () => {
  const frame = aFrame()
  const overview = anOverview({ frame })
  const [area] = overview.score.areas
  const embeds: Record<string, [ReactElement, string]> = {
    scorecard: [<ScorecardEmbed view={overview} asked={asked} />, ''],
    area: [<AreaEmbed view={overview} area={area?.key ?? ''} asked={asked} />, '/recommendations'],
    recommendation: [
      <RecommendationEmbed view={aRecommendation({ frame })} asked={asked} />,
      `/recommendations/${aRecommendation({ frame }).ref}`,
    ],
    milestone: [
      <MilestoneEmbed
        view={{ frame, milestone: aMilestone(), events: [], gates: [aGate()] }}
        asked={asked}
      />,
      `/milestones/${aMilestone().key}`,
    ],
  }
  for (const [name, [embed, place]] of Object.entries(embeds)) {
    const html = render(embed)
    expect(html, name).toContain(`href="/${frame.dossier.key}${place}?asOf=2021-06-30"`)
    expect(html, name).toContain(`method ${frame.cut.method}`)
    expect(html, name).toContain('record of')
    expect(html, name).not.toMatch(/<script|<form|style=/)
  }
})
