import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { Section } from '@waymark/ui/section'
import { getAlternative } from '../../pictures/picture.ts'
import { buildRecommendationPicture } from '../../pictures/subjects/recommendation.tsx'
import { ClockSection } from './clock-section.tsx'
import { CommitmentTable, listCommitments } from './commitments.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { FindingHead } from './finding-head.tsx'
import { HistorySection } from './history-section.tsx'
import { IssuedSection } from './issued-section.tsx'
import { LineSection } from './line-section.tsx'
import { LinkTable } from './link-table.tsx'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { StepsSection } from './steps-section.tsx'
import { Text } from './text.tsx'
import { TranslationMark } from './translated.tsx'
import { UptakeSection } from './uptake-section.tsx'
import { useWords } from './use-words.ts'

export type RecommendationProps = { view: RecommendationDetail } & Omit<PageFrame, 'frame'>

/** One recommendation: how it stands, both axes on one clock, the text, what hung on it, evidence and history. */
export function RecommendationPage({ view, asked, origin }: RecommendationProps) {
  const words = useWords()
  const { buildPlace, t } = words
  const { frame, ref, title, area, gates } = view
  const dossier = frame.dossier.key
  const commitments = listCommitments(gates)
  const past = isPast(frame)
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="recommendations"
      place={`recommendations/${ref}`}
      page={`${ref}, ${title}`}
      formats={['csv', 'xlsx', 'json']}
      alternative={getAlternative(words, buildRecommendationPicture(words, view))}
      over={
        <>
          <span className="nowrap">{ref}</span> ·{' '}
          <a href={buildPlace(dossier, asked, 'recommendations', { area: area.key })}>
            <Text>{area.title}</Text>
          </a>
          <TranslationMark of={title} />
        </>
      }
      title={<Text>{title}</Text>}
      figure={<FindingHead view={view} asked={asked} origin={origin} />}
    >
      <ClockSection view={view} />
      <IssuedSection view={view} asked={asked} origin={origin} />
      <LineSection view={view} asked={asked} />
      <Section id="gates" title={t.recommendation.gates} note={t.recommendation.gatesHelp}>
        {gates.length === 0 ? (
          <p>{t.recommendation.gatesNone}</p>
        ) : (
          <LinkTable
            gates={gates}
            frame={frame}
            asked={asked}
            caption={t.recommendation.gates}
            named="milestone"
          />
        )}
      </Section>
      {commitments.length > 0 && (
        <Section id="statements" title={t.recommendation.restsOn} note={t.linkage.statementsHelp}>
          <CommitmentTable
            commitments={commitments}
            caption={t.recommendation.restsOn}
            dossier={dossier}
            asked={asked}
          />
        </Section>
      )}
      <EvidenceSection view={view} asked={asked} origin={origin} />
      <UptakeSection
        uptake={view.uptake}
        progress={view.progress}
        dossier={dossier}
        asked={asked}
        past={past}
      />
      {view.steps.length > 0 && <StepsSection steps={view.steps} />}
      <HistorySection history={view.history} dossier={dossier} asked={asked} past={past} />
    </PublicPage>
  )
}
