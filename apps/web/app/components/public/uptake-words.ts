import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { t } from './messages.ts'
import { formatDate, getUptakeWord, lowerFirst } from './words.ts'

type Progress = RecommendationDetail['progress']
const words = t.uptakeProgress

/** How far a recommendation was taken up and how long that took, or how long it has waited: whole sentences. */
export function formatProgress({ stage, since, gap, waiting, exact }: Progress, past: boolean): string {
  const parts = [
    stage === null
      ? words.nothing(past)
      : words.furthest(lowerFirst(getUptakeWord(stage.kind)), formatDate(stage.date)),
  ]
  const start = formatDate(since.date)
  if (gap !== null) parts.push(words.gap(words.span(gap, exact), since.event, start))
  else if (waiting !== null) parts.push(words.waiting(words.span(waiting, exact), since.event, start, past))
  else parts.push(words.before)
  return parts.join(' ')
}

/** The same in a few words, for a row of the list; null where there is nothing to tell. */
export function formatProgressShort({ gap, waiting, exact }: Omit<Progress, 'stage'>): string | null {
  if (gap !== null) return words.gapShort(words.span(gap, exact))
  return waiting === null ? null : words.waitingShort(words.span(waiting, exact))
}
