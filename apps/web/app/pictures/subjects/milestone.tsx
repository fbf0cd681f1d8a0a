import type { GateState } from '@waymark/linkage/gate'
import { getGateMark } from '@waymark/ui/marks'
import { formatGateCounts, formatStepDate, getGateStates } from '../../components/public/gate-parts.tsx'
import type { MilestoneDetail } from '../../components/public/milestone-page.tsx'
import { getStepTitle } from '../../components/public/step-title.ts'
import type { Words } from '../../components/public/words.ts'
import { gap, stack } from '../block.tsx'
import { buildKey, buildMarkRows } from '../figures.tsx'
import type { Picture } from '../picture.ts'
import { buildText } from '../sheet.tsx'
import { figureStyles } from './styles.ts'

/** Graver first. */
const order = [
  'passed-while-unmet',
  'unmet',
  'passed-while-unknown',
  'unknown',
  'waived',
  'met-at-passage',
  'met',
] as const satisfies readonly GateState[]

/** One milestone: when it passed or is due, and a mark a required gate. */
export function buildMilestonePicture(words: Words, { frame, milestone }: MilestoneDetail): Picture {
  const counts = getGateStates(milestone)
  const said = formatGateCounts(words, milestone)
  const shown = order.filter((state) => (counts[state] ?? 0) > 0)
  return {
    frame,
    place: `milestones/${milestone.key}`,
    over: `${words.t.milestone.over} · ${formatStepDate(words, milestone)} · ${milestone.track.title}`,
    title: getStepTitle(words, milestone, frame),
    text: said,
    figure: (sheet, { width, shape }) => {
      const { square, count, word, line } = figureStyles[shape]
      const groups = shown.map((state) =>
        Array.from({ length: counts[state] ?? 0 }, () => getGateMark(state)),
      )
      const rows =
        shown.length === 0
          ? null
          : buildMarkRows(sheet, groups, width, { largest: square * 1.2, least: 10, rows: 4 })
      const entries = shown.map((state) => ({
        mark: getGateMark(state),
        count: counts[state] ?? 0,
        word: words.getGateWord(state),
      }))
      return stack([
        ...(rows === null ? [] : [rows, gap(square * 0.6)]),
        // Where there is a key it has every number of the sentence.
        shown.length === 0
          ? buildText(sheet, said, line, width, 2)
          : buildKey(sheet, entries, width, { count, word }),
      ])
    },
  }
}
