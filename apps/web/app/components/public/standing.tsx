import type { FindingView } from '@waymark/api/common/refs.view'
import { MarkWord } from '@waymark/ui/marks'
import { useWords } from './use-words.ts'
import { getFindingMark, getStandingMark, type Standing } from './words.ts'

/** How something stands: the mark with its word, always both. */
export function StandingWord({ standing }: { standing: Standing }) {
  const { getStandingWord } = useWords()
  return <MarkWord mark={getStandingMark(standing)} word={getStandingWord(standing)} />
}

/** What one assessment says: the mark with its word. */
export function FindingWord({ finding }: { finding: FindingView }) {
  const { getFindingWord } = useWords()
  return <MarkWord mark={getFindingMark(finding)} word={getFindingWord(finding)} />
}
