import type { ReactElement } from 'react'
import { CasePage, CasesPage } from '../cases-page.tsx'
import { ConsistencyPage } from '../consistency-page.tsx'
import { LeveragePage } from '../leverage-page.tsx'
import { LinkagePage } from '../linkage-page.tsx'
import { MilestonePage } from '../milestone-page.tsx'
import { MilestonesPage } from '../milestones-page.tsx'
import { RecommendationPage } from '../recommendation-page.tsx'
import { RecommendationsPage } from '../recommendations-page.tsx'
import { ScorecardPage } from '../scorecard-page.tsx'
import { SourcesPage } from '../sources-page.tsx'
import {
  aCase,
  aCaseList,
  aConsistency,
  aFrame,
  aGate,
  aLeverageLine,
  aLinkage,
  aMatrix,
  aMilestone,
  anOverview,
  aRecommendation,
  aRow,
  aSourceList,
} from './views.ts'

export const origin = 'https://example.org'
export const asked = { asOf: '2021-06-30' }
export const asList = { ...asked, view: 'list' } as const
export const oneGate = { ...asList, milestone: 'signed', recommendation: 'XX-2020-01' }

/** The list of recommendations with one row. */
export const aList = (frame = aFrame()) => ({
  frame,
  rows: [aRow({ basis: 'implied', wording: 'paraphrase' })],
  by: 'recommendation' as const,
  recommendations: 1,
  total: 1,
  page: 1,
  pages: 1,
  areas: [{ key: 'expression', title: 'Expression (invented)', count: 1 }],
})

/** Every page of a dossier that one frame is enough for. */
export const buildPages = (frame = aFrame()): Record<string, ReactElement> => ({
  scorecard: <ScorecardPage view={anOverview({ frame })} asked={asked} origin={origin} />,
  recommendations: <RecommendationsPage view={aList(frame)} asked={asked} origin={origin} />,
  recommendation: <RecommendationPage view={aRecommendation({ frame })} asked={asked} origin={origin} />,
  linkage: <LinkagePage view={aMatrix({ frame })} asked={asked} origin={origin} />,
  'linkage as a list': <LinkagePage view={aLinkage({ frame })} asked={asList} origin={origin} />,
  'one gate': <LinkagePage view={aLinkage({ frame })} asked={oneGate} origin={origin} />,
  leverage: <LeveragePage view={{ frame, milestones: [aLeverageLine()] }} asked={asked} origin={origin} />,
  consistency: <ConsistencyPage view={aConsistency({ frame })} asked={asked} origin={origin} />,
  milestones: <MilestonesPage view={{ frame, milestones: [aMilestone()] }} asked={asked} origin={origin} />,
  milestone: (
    <MilestonePage
      view={{ frame, milestone: aMilestone(), events: [], gates: [aGate()] }}
      asked={asked}
      origin={origin}
    />
  ),
  cases: <CasesPage view={aCaseList({ frame })} asked={asked} origin={origin} />,
  'one case': <CasePage view={{ frame, case: aCase() }} asked={asked} origin={origin} />,
  sources: <SourcesPage view={aSourceList({ frame })} asked={asked} origin={origin} />,
})
