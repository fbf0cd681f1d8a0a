import type { ChangeList } from '@waymark/api/features/change/change.view'
import { getIndexLabel } from '../../components/public/area-rows.tsx'
import { formatMoment, getCounts } from '../../components/public/changes-words.ts'
import type { Words } from '../../components/public/words.ts'
import { type Block, beside, gap, stack } from '../block.tsx'
import { buildIndexBar, buildKey } from '../figures.tsx'
import type { Picture, Room } from '../picture.ts'
import { buildText, type Sheet } from '../sheet.tsx'
import { figureStyles } from './styles.ts'

/** Columns that have room beside each other. */
const mostKinds = 6

/** What changed between two moments: its sentence, how often each kind occurs, and the index at both. */
export function buildChangesPicture(words: Words, view: ChangeList): Picture {
  const copy = words.t.changes
  const { frame, clock, from, to } = view
  const counts = getCounts(view)
  const [first, second] = [formatMoment(words, view, from), formatMoment(words, view, to)]
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const recorded = clock === 'recorded'
  const day = words.formatDate(frame.cut.asOf)
  return {
    frame,
    place: 'changes',
    over: copy.over[clock],
    title: recorded ? copy.h1Recorded(day, first, second, total) : copy.h1(first, second, counts),
    text: recorded ? copy.leadRecorded(counts) : copy.lead(counts),
    figure: (sheet, room) => buildFigure(sheet, words, view, room),
  }
}

function buildFigure(sheet: Sheet, words: Words, view: ChangeList, { width, shape }: Room): Block {
  const { count, word, scale, index, line } = figureStyles[shape]
  const entries = [...view.counts]
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostKinds)
    .map((one) => ({
      mark: null,
      count: one.count,
      word: words.t.changes.kinds[one.change] ?? one.change,
    }))
  const ends = (['from', 'to'] as const).map((end) => {
    const { index: interval } = view.figures[end]
    const said = buildText(sheet, formatMoment(words, view, view[end]), { ...line, colour: 'ink-2' }, width)
    const label = 330
    return beside([
      [0, stack([gap((index.leading - line.leading) / 2), said])],
      [
        label,
        interval === null
          ? buildText(sheet, getIndexLabel(words, null), line, width - label, 1)
          : buildIndexBar(sheet, interval, width - label, { figure: index, scale }),
      ],
    ])
  })
  return stack([
    ...(entries.length === 0 ? [] : [buildKey(sheet, entries, width, { count, word }), gap(20)]),
    ...ends,
  ])
}
