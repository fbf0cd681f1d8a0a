import { gateStates } from '@waymark/linkage/gate'
import { getGateMark } from '@waymark/ui/marks'
import type { LinkageView } from '../../components/public/linkage-page.tsx'
import type { LinkageMatrixView } from '../../components/public/linkage-words.ts'
import { isPast } from '../../components/public/public-page.tsx'
import { getStepTitle } from '../../components/public/step-title.ts'
import type { Words } from '../../components/public/words.ts'
import { type Block, gap, stack } from '../block.tsx'
import { buildInlineKey, drawMark } from '../figures.tsx'
import type { Picture, Room } from '../picture.ts'
import { buildText, type Sheet } from '../sheet.tsx'
import { figureStyles } from './styles.ts'

/** Rows that have room under the title: of the steps, those with the most required gates. */
const mostRows = 6
const labelWidth = 330

/**
 * What hung on what: the matrix itself, lying down, a row a milestone and a column a recommendation.
 *
 * @param view the required gates alone, where it is drawn
 */
export function buildLinkagePicture(words: Words, view: LinkageView): Picture {
  const { t } = words
  const { frame, passage, leverage } = view
  const past = isPast(frame)
  return {
    frame,
    place: 'linkage',
    over: t.linkage.over(words.formatDate(frame.cut.asOf)),
    title: t.linkage.h1(passage.steps, passage.unmet, passage.unmetSteps, past),
    text: t.linkage.lead(leverage.total, past),
    figure:
      'columns' in view && view.columns.length > 0
        ? (sheet, room) => buildMatrix(sheet, words, view, room)
        : null,
  }
}

type Cell = LinkageMatrixView['rows'][number]['cells'][number]

const listRequired = ({ rows }: LinkageMatrixView, milestone: string): Cell[] =>
  rows.flatMap(({ cells }) =>
    cells.filter((cell) => cell.milestone === milestone && cell.role === 'required'),
  )

function pickSteps(view: LinkageMatrixView): LinkageMatrixView['columns'] {
  const counted = view.columns.map((step) => ({ step, n: listRequired(view, step.key).length }))
  const least = counted.map(({ n }) => n).sort((a, b) => b - a)[mostRows - 1] ?? 0
  return counted
    .filter(({ n }) => n > 0 && n >= least)
    .slice(0, mostRows)
    .map(({ step }) => step)
}

function buildMatrix(sheet: Sheet, words: Words, view: LinkageMatrixView, { width, shape }: Room): Block {
  const { word } = figureStyles[shape]
  const steps = pickSteps(view)
  const rowHeight = Math.min(
    2 * word.leading + 2,
    Math.max(word.leading + 2, 170 / Math.max(1, steps.length)),
  )
  const lines = Math.floor(rowHeight / word.leading)
  const step = Math.min(rowHeight * 0.9, (width - labelWidth) / Math.max(1, view.rows.length))
  const rows = steps.map((milestone) => {
    const title = buildText(sheet, getStepTitle(words, milestone, view.frame), word, labelWidth - 20, lines)
    return {
      width,
      height: rowHeight,
      node: (
        <>
          <g transform={`translate(0 ${(rowHeight - title.height) / 2})`}>{title.node}</g>
          <path
            d={`M${labelWidth} ${rowHeight / 2}H${labelWidth + step * view.rows.length}`}
            stroke="var(--rule)"
          />
          {view.rows.map(({ ref, cells }, column) =>
            cells
              .filter((cell) => cell.milestone === milestone.key && cell.role === 'required')
              .map(({ state }) =>
                drawMark(
                  sheet,
                  getGateMark(state),
                  labelWidth + step * (column + 0.5),
                  rowHeight / 2,
                  step * 0.88,
                  ref,
                ),
              ),
          )}
        </>
      ),
    }
  })
  const shown = new Set(steps.flatMap(({ key }) => listRequired(view, key).map(({ state }) => state)))
  const key = gateStates
    .filter((state) => shown.has(state))
    .map((state) => ({ mark: getGateMark(state), word: words.getGateWord(state) }))
  return stack([
    ...rows,
    gap(8),
    buildInlineKey(sheet, key, width, { ...word, colour: 'ink-2' }),
    ...(view.pages > 1
      ? [
          buildText(
            sheet,
            words.t.linkage.matrixCaption(1, view.rows.length, view.total, view.links),
            { ...word, colour: 'ink-2' },
            width,
            1,
          ),
        ]
      : []),
  ])
}
