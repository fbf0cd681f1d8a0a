import type { Frame } from '@waymark/api/common/frame.view'
import type { MilestoneView } from '@waymark/api/common/refs.view'
import { MilestoneGatesList } from '@waymark/ui/gate-row'
import { Section } from '@waymark/ui/section'
import type { AskedCut } from './address.ts'
import { formatGateCounts, formatStepDate, getGateStates, getRequiredTotal } from './gate-parts.tsx'
import { isPast } from './public-page.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

/** A step opens when every required gate is met or waived; one that is not keeps it closed. */
const isOpen = ({ required }: MilestoneView) => required.met + required.waived === getRequiredTotal(required)

/** Steps ahead with their required gates, by date: what can still be insisted on. */
export function AheadSection({
  milestones,
  frame,
  asked,
}: {
  milestones: readonly MilestoneView[]
  frame: Frame
  asked: AskedCut
}) {
  const words = useWords()
  const { buildPlace, t } = words
  const past = isPast(frame)
  const dossier = frame.dossier.key
  return (
    <Section id="ahead" title={t.scorecard.ahead(past)} note={t.scorecard.aheadHelp(past)}>
      {milestones.length === 0 ? (
        <p>
          {t.scorecard.aheadNone(past)}{' '}
          <a href={buildPlace(dossier, asked, 'linkage')}>{t.scorecard.aheadElse}</a>
        </p>
      ) : (
        <MilestoneGatesList
          items={milestones.map((milestone) => ({
            key: milestone.key,
            date: formatStepDate(words, milestone),
            title: <Text>{getStepTitle(words, milestone, frame)}</Text>,
            href: buildPlace(dossier, asked, `milestones/${milestone.key}`),
            counts: getGateStates(milestone),
            sentence: formatGateCounts(words, milestone),
            verdict: isOpen(milestone) ? t.scorecard.open : t.scorecard.closed,
          }))}
        />
      )}
    </Section>
  )
}
