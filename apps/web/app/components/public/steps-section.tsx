import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { Section } from '@waymark/ui/section'
import { StandingWord } from './standing.tsx'
import { TranslatedText } from './translated.tsx'
import { useWords } from './use-words.ts'

type Step = RecommendationDetail['steps'][number]

/** Checkable parts with their own findings, which never count as findings on the recommendation. */
export function StepsSection({ steps }: { steps: readonly Step[] }) {
  const { formatDate, getStepKindWord, t } = useWords()
  const columns: readonly Column<Step>[] = [
    {
      key: 'step',
      header: t.recommendation.step,
      cell: ({ text }) => <TranslatedText>{text}</TranslatedText>,
    },
    { key: 'kind', header: t.recommendation.kind, cell: ({ kind }) => getStepKindWord(kind) },
    {
      key: 'standing',
      header: t.recommendation.standing,
      cell: ({ standing, current }) => (
        <>
          <StandingWord standing={standing} />
          {current !== null && (
            <span className="tiny quiet line">
              {formatDate(current.effective)}: <TranslatedText>{current.rationale}</TranslatedText>
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <Section id="steps" title={t.recommendation.steps} note={t.recommendation.stepsHelp}>
      <DataTable
        caption={t.recommendation.steps}
        hideCaption
        columns={columns}
        rows={steps}
        getKey={({ key }) => key}
      />
    </Section>
  )
}
