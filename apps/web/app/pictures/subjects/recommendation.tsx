import type { RecommendationDetail } from '@waymark/api/features/recommendation/recommendation.view'
import { getStandingMark, type Words } from '../../components/public/words.ts'
import { gap, stack } from '../block.tsx'
import { buildMarkWord } from '../figures.tsx'
import type { Picture } from '../picture.ts'
import { buildText } from '../sheet.tsx'
import { figureStyles } from './styles.ts'

/** One recommendation: what was asked, its finding, and since when. */
export function buildRecommendationPicture(words: Words, view: RecommendationDetail): Picture {
  const { formatDate, getConfidenceWord, getStandingWord, t } = words
  const { frame, ref, title, area, standing, current, issued, issuedBy } = view
  const word = getStandingWord(standing)
  const terms =
    current === null
      ? []
      : [
          t.recommendation.effective(formatDate(current.effective)),
          t.recommendation.confidence(getConfidenceWord(current.confidence)),
        ]
  const origin = [formatDate(issued), ...issuedBy.map(({ name }) => name)].join(' · ')
  return {
    frame,
    place: `recommendations/${ref}`,
    over: `${ref} · ${area.title}`,
    title,
    text: `${[word, ...terms].join(', ')}. ${origin}.`,
    figure: (sheet, { width, shape }) => {
      const { mark, line } = figureStyles[shape]
      return stack([
        buildMarkWord(sheet, getStandingMark(standing), word, mark, width),
        ...(terms.length === 0 ? [] : [gap(4), buildText(sheet, terms.join(' · '), line, width, 2)]),
        gap(4),
        buildText(sheet, origin, { ...line, colour: 'ink-2' }, width, 2),
      ])
    },
  }
}
