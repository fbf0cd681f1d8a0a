import { DistributionUnits } from '@waymark/ui/distribution'
import { GateRow } from '@waymark/ui/gate-row'
import { IndexInterval } from '@waymark/ui/index-interval'
import { Mark } from '@waymark/ui/marks'
import { Strip } from '@waymark/ui/strip'
import type { AskedCut } from './address.ts'
import { getIndexLabel } from './area-rows.tsx'
import { EmbedFrame } from './embed-frame.tsx'
import { formatGateCounts, formatStepDate, getGateStates } from './gate-parts.tsx'
import type { MilestoneDetail } from './milestone-page.tsx'
import type { RecommendationProps } from './recommendation-page.tsx'
import type { Overview } from './scorecard-page.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'
import { getStandingMark } from './words.ts'

/** The scorecard's sentence and its squares. */
export function ScorecardEmbed({ view, asked }: { view: Overview; asked: AskedCut }) {
  const { formatDistribution, getDistributionWords, getHeadline, t } = useWords()
  const { frame, score } = view
  const counts = score.overall.distribution
  return (
    <EmbedFrame
      frame={frame}
      asked={asked}
      place=""
      over={t.nav.scorecard}
      title={getHeadline(score, frame.today).headline}
    >
      <Strip counts={counts} label={formatDistribution(counts)} words={getDistributionWords()} />
    </EmbedFrame>
  )
}

/** One concern area: its squares, how much of it is assessed, and its index. */
export function AreaEmbed({ view, area, asked }: { view: Overview; area: string; asked: AskedCut }) {
  const words = useWords()
  const { formatDistribution, t } = words
  const found = view.score.areas.find(({ key }) => key === area)
  if (found === undefined) return null
  const { title, distribution, coverage, index } = found
  return (
    <EmbedFrame
      frame={view.frame}
      asked={asked}
      place="recommendations"
      picture={`areas/${area}`}
      over={t.scorecard.area}
      title={<Text>{title}</Text>}
    >
      <DistributionUnits counts={distribution} label={formatDistribution(distribution)} />
      <p className="gap-top">{formatDistribution(distribution)}</p>
      <p className="small">
        {t.scorecard.assessed}: {t.scorecard.coverage(coverage.assessed, coverage.applicable)}.{' '}
        {getIndexLabel(words, index)}.
      </p>
      {index !== null && <IndexInterval interval={index} label={getIndexLabel(words, index)} />}
    </EmbedFrame>
  )
}

/** One recommendation: what was asked, and its finding. */
export function RecommendationEmbed({ view, asked }: Pick<RecommendationProps, 'view' | 'asked'>) {
  const { formatDate, getStandingWord, lowerFirst, t } = useWords()
  const { frame, standing, current, title, ref } = view
  return (
    <EmbedFrame
      frame={frame}
      asked={asked}
      place={`recommendations/${ref}`}
      over={`${t.embed.recommendation} ${ref}`}
      title={<Text>{title}</Text>}
    >
      <p>
        <Mark id={getStandingMark(standing)} /> <b>{getStandingWord(standing)}</b>
        {current !== null && <>, {lowerFirst(t.recommendation.effective(formatDate(current.effective)))}</>}
      </p>
    </EmbedFrame>
  )
}

/** One milestone: when it passed or is due, and how its gates stand. */
export function MilestoneEmbed({ view, asked }: { view: MilestoneDetail; asked: AskedCut }) {
  const words = useWords()
  const { frame, milestone } = view
  return (
    <EmbedFrame
      frame={frame}
      asked={asked}
      place={`milestones/${milestone.key}`}
      over={`${words.t.milestone.over} · ${formatStepDate(words, milestone)}`}
      title={<Text>{getStepTitle(words, milestone, frame)}</Text>}
    >
      <GateRow counts={getGateStates(milestone)} sentence={formatGateCounts(words, milestone)} />
      <p>{formatGateCounts(words, milestone)}</p>
    </EmbedFrame>
  )
}
