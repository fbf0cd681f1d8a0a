import { getIndexLabel } from '../../components/public/area-rows.tsx'
import type { Overview } from '../../components/public/scorecard-page.tsx'
import type { Words } from '../../components/public/words.ts'
import { gap, stack } from '../block.tsx'
import { buildIndexBar, buildKey, buildUnits, listKeyEntries } from '../figures.tsx'
import type { Picture } from '../picture.ts'
import { buildText } from '../sheet.tsx'
import { figureStyles } from './styles.ts'

/** The scorecard: its sentence, a square a recommendation, and the key with the counts. */
export function buildScorecardPicture(words: Words, { frame, score }: Overview): Picture {
  const { formatDistribution, getDistributionWords, getHeadline, t } = words
  const { distribution } = score.overall
  const { headline, lead } = getHeadline(score, frame.today)
  return {
    frame,
    place: '',
    over: t.scorecard.over(frame.cut.asOf < frame.today),
    title: headline,
    text: [lead, formatDistribution(distribution)].filter((part) => part !== '').join(' '),
    figure: (sheet, { width, shape }) => {
      const { square, count, word } = figureStyles[shape]
      return stack([
        buildUnits(sheet, distribution, width, square),
        gap(square * 0.6),
        buildKey(sheet, listKeyEntries(distribution, getDistributionWords()), width, { count, word }),
      ])
    },
  }
}

/** One concern area: its squares, how much of it is assessed, and its index. */
export function buildAreaPicture(words: Words, { frame, score }: Overview, area: string): Picture | null {
  const found = score.areas.find(({ key }) => key === area)
  if (found === undefined) return null
  const { formatDistribution, getDistributionWords, t } = words
  const { title, distribution, coverage, index } = found
  const assessed = `${t.scorecard.assessed}: ${t.scorecard.coverage(coverage.assessed, coverage.applicable)}`
  return {
    frame,
    place: 'areas',
    over: t.scorecard.area,
    title,
    text: `${formatDistribution(distribution)}. ${assessed}. ${getIndexLabel(words, index)}.`,
    figure: (sheet, { width, shape }) => {
      const { square, count, word, line, index: figure, scale } = figureStyles[shape]
      return stack([
        buildUnits(sheet, distribution, width, square),
        gap(square * 0.6),
        buildKey(sheet, listKeyEntries(distribution, getDistributionWords()), width, { count, word }),
        gap(square * 0.6),
        buildText(sheet, `${assessed}. ${getIndexLabel(words, index)}.`, line, width),
        ...(index === null ? [] : [gap(4), buildIndexBar(sheet, index, width, { figure, scale })]),
      ])
    },
  }
}
