import type { FindingView } from '@waymark/api/common/refs.view'
import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { lastDay } from '@waymark/kernel/partial-date'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { EventList } from '@waymark/ui/event-list'
import { Section } from '@waymark/ui/section'
import { TwoAxes } from '@waymark/ui/two-axes'
import type { ComponentProps } from 'react'
import { buildEvents } from './clock-events.tsx'
import { formatStepDate } from './gate-parts.tsx'
import { getStepTitle } from './step-title.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

type TwoAxesData = ComponentProps<typeof TwoAxes>['data']
type FindingPlace = TwoAxesData['findings'][number]['place']

export const getPlace = ({ level, state, contrary }: FindingView): FindingPlace =>
  contrary ? 'contrary' : (level ?? state ?? 'not-assessed')

/** Both axes as data of the drawing. Entries that a correction replaced are history and are not drawn. */
export function buildTwoAxesData(words: Words, view: RecommendationDetail): TwoAxesData {
  const { formatDate, getUptakeWord } = words
  const { frame, uptake, history, claims, gates } = view
  return {
    asOf: frame.cut.asOf,
    stages: uptakeKinds.map(getUptakeWord),
    uptake: uptake.map(({ kind, date }, index) => ({
      key: `u${index}`,
      at: lastDay(date),
      stage: uptakeKinds.indexOf(kind),
      label: formatDate(date),
    })),
    findings: history
      .filter(({ fate }) => fate === 'stands')
      .map(({ finding, effective, staleFrom }, index) => ({
        key: `f${index}`,
        at: lastDay(effective),
        place: getPlace(finding),
        label: formatDate(effective),
        staleFrom,
      }))
      .reverse(),
    claims: claims.map(({ date }, index) => ({
      key: `c${index}`,
      at: lastDay(date),
      label: formatDate(date),
    })),
    milestones: gates
      .filter(({ role }) => role !== 'context')
      .map((gate) => ({
        key: gate.milestone.key,
        at: gate.milestone.occurred === null ? null : lastDay(gate.milestone.occurred),
        title: getStepTitle(words, gate.milestone, frame),
        date: formatStepDate(words, gate.milestone),
        ...(gate.role === 'required' ? { gate: gate.state } : {}),
      })),
  }
}

/** The drawing told in sentences, in order of time. */
function describe(words: Words, view: RecommendationDetail): string {
  const { formatDate, getFindingWord, getUptakeWord, t } = words
  const uptake = view.uptake.map(({ kind, date }) => `${getUptakeWord(kind)}, ${formatDate(date)}`)
  const findings = view.history
    .filter(({ fate }) => fate === 'stands')
    .map(({ finding, effective }) => `${getFindingWord(finding)}, ${formatDate(effective)}`)
    .reverse()
  const list = (items: readonly string[]) =>
    items.length === 0 ? t.recommendation.none : `${items.join('; ')}.`
  return `${t.clock.uptake} ${list(uptake)} ${t.clock.implementation} ${list(findings)}`
}

/** Two questions, one clock. On narrow screens and in print the same events stand as a dated column. */
export function ClockSection({ view }: { view: RecommendationDetail }) {
  const words = useWords()
  const { formatDate, getGateWords, getPlaceWords, t } = words
  if (view.uptake.length + view.history.length + view.claims.length + view.gates.length === 0) return null
  return (
    <Section id="clock" title={t.recommendation.clock} note={t.recommendation.clockHelp} layout="full">
      <TwoAxes
        id="axes"
        data={buildTwoAxesData(words, view)}
        words={{
          title: t.clock.title(view.ref),
          description: describe(words, view),
          region: t.clock.region,
          uptakeTitle: t.clock.uptake,
          implementationTitle: t.clock.implementation,
          asOf: formatDate(view.frame.cut.asOf),
          gates: getGateWords(),
          places: getPlaceWords(),
          noFinding: t.clock.noFinding,
          claims: t.clock.claims,
          outOfDate: t.clock.outOfDate,
          ahead: t.milestones.ahead,
        }}
        list={<EventList items={buildEvents(words, view)} />}
        caption={t.clock.caption}
      />
    </Section>
  )
}
