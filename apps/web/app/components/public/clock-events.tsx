import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { lastDay } from '@waymark/kernel/partial-date'
import type { EventItem } from '@waymark/ui/event-list'
import { getGateMark } from '@waymark/ui/marks'
import { formatStepDate } from './gate-parts.tsx'
import { getStepTitle } from './step-title.ts'
import { getFindingMark, type Words } from './words.ts'

/** Everything on the clock as one dated column, earliest first; steps ahead last. */
export function buildEvents(
  words: Words,
  { frame, uptake, history, claims, gates }: RecommendationDetail,
): EventItem[] {
  const { formatDate, getFindingWord, getGateWord, getUptakeWord, lowerFirst, t } = words
  const dated: (EventItem & { readonly day: string })[] = [
    ...uptake.map(({ kind, date, forum, round }, index) => ({
      key: `u${index}`,
      day: lastDay(date),
      mark: 'uptake' as const,
      date: formatDate(date),
      kind: t.clock.kinds.uptake,
      text: [getUptakeWord(kind), forum ?? round?.title]
        .filter((part) => part !== undefined && part !== null)
        .join(', '),
    })),
    ...history
      .filter(({ fate }) => fate === 'stands')
      .map(({ finding, effective }, index) => ({
        key: `f${index}`,
        day: lastDay(effective),
        mark: getFindingMark(finding),
        date: formatDate(effective),
        kind: t.clock.kinds.finding,
        text: getFindingWord(finding),
      })),
    ...claims.map(({ date, actor }, index) => ({
      key: `c${index}`,
      day: lastDay(date),
      mark: 'claim' as const,
      date: formatDate(date),
      kind: t.clock.kinds.claim,
      text: actor.name,
    })),
    ...gates.map((gate) => ({
      key: `m${gate.milestone.key}${gate.role}`,
      day: gate.milestone.occurred === null ? '9999-12-31' : lastDay(gate.milestone.occurred),
      mark:
        gate.role === 'required'
          ? getGateMark(gate.state)
          : gate.milestone.occurred === null
            ? ('milestone-ahead' as const)
            : ('milestone' as const),
      date: formatStepDate(words, gate.milestone),
      kind: t.clock.kinds.milestone,
      text:
        gate.role === 'required'
          ? `${getStepTitle(words, gate.milestone, frame)}: ${lowerFirst(getGateWord(gate.state))}`
          : getStepTitle(words, gate.milestone, frame),
    })),
  ]
  return dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ day: _, ...item }) => item)
}
