import type { Frame } from '@waymark/api/common/frame.view'
import { isPast } from './public-page.tsx'
import type { Words } from './words.ts'

type Step = {
  readonly kind: string
  readonly track: string | { readonly title: string }
  readonly title: string
  readonly occurred: string | null
}

/**
 * What a step is called on the day shown. Titles are written after the event and may tell how it came out
 * ("approves the agreement, 511 to 115"), so on a past day a step ahead is named by its kind and track alone.
 */
export function getStepTitle(words: Words, { kind, track, title, occurred }: Step, frame: Frame): string {
  const { t } = words
  if (occurred !== null || !isPast(frame)) return title
  const word = t.stepKinds[kind]
  if (word === undefined) return title
  return `${word}: ${typeof track === 'string' ? track : track.title}`
}
