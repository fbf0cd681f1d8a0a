import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import type { Words } from './words.ts'

type Progress = RecommendationDetail['progress']
/** How far a recommendation was taken up and how long that took, or how long it has waited: whole sentences. */
export function formatProgress(
  words: Words,
  { stage, since, gap, waiting, exact }: Progress,
  past: boolean,
): string {
  const { formatDate, getUptakeWord, lowerFirst, t } = words
  const copy = t.uptakeProgress
  const parts = [
    stage === null
      ? copy.nothing(past)
      : copy.furthest(lowerFirst(getUptakeWord(stage.kind)), formatDate(stage.date)),
  ]
  const start = formatDate(since.date)
  if (gap !== null) parts.push(copy.gap(copy.span(gap, exact), since.event, start))
  else if (waiting !== null) parts.push(copy.waiting(copy.span(waiting, exact), since.event, start, past))
  else parts.push(copy.before)
  return parts.join(' ')
}

/** The same in a few words, for a row of the list; null where there is nothing to tell. */
export function formatProgressShort(
  words: Words,
  { gap, waiting, exact }: Omit<Progress, 'stage'>,
): string | null {
  const { t } = words
  const copy = t.uptakeProgress
  if (gap !== null) return copy.gapShort(copy.span(gap, exact))
  return waiting === null ? null : copy.waitingShort(copy.span(waiting, exact))
}
