import { levels } from '@waymark/assessment/level'
import { formatIndex } from '@waymark/scoring/format'
import {
  type DistributionCounts,
  type DistributionKey,
  DistributionUnits,
  distributionOrder,
  getDistributionTotal,
} from '@waymark/ui/distribution'
import type { Interval } from '@waymark/ui/index-interval'
import { MarkAt, type MarkId } from '@waymark/ui/marks'
import { type Block, beside, gap, stack } from './block.tsx'
import { buildText, type Sheet, type TextStyle } from './sheet.tsx'

/** A mark, centred on a point. */
export function drawMark(
  sheet: Sheet,
  id: MarkId,
  x: number,
  y: number,
  size: number,
  key?: string | number,
) {
  sheet.marks.add(id)
  return <MarkAt key={key} id={id} x={Math.round(x * 100) / 100} y={Math.round(y * 100) / 100} size={size} />
}

const between = 1.14

/** How small marks become before they begin another row, as a part of the largest. */
const shrink = 0.68

/** The size of marks and how many stand in a row: in few rows rather than large; null where they do not fit. */
function fitMarks(count: number, gaps: number, width: number, { largest, least, rows: most }: MarkRoom) {
  for (let rows = 1; rows <= most; rows += 1) {
    const smallest = rows === most ? least : largest * shrink
    for (let size = largest; size >= smallest; size -= 0.5) {
      const perRow = Math.floor((width / size + between - 1) / between - gaps)
      if (perRow >= 1 && Math.ceil(count / perRow) <= rows) return size
    }
  }
  return null
}

type MarkRoom = { readonly largest: number; readonly least: number; readonly rows: number }

/** Groups of marks in rows, with room between the groups; null where they do not fit into the rows. */
export function buildMarkRows(
  sheet: Sheet,
  groups: readonly (readonly MarkId[])[],
  width: number,
  room: MarkRoom,
): Block | null {
  const shown = groups.filter((group) => group.length > 0)
  const count = shown.reduce((sum, group) => sum + group.length, 0)
  const size = fitMarks(count, (shown.length - 1) * 0.8, width, room)
  if (size === null) return null
  let [x, y] = [size / 2, size / 2]
  const nodes = shown.flatMap((group, g) => {
    if (g > 0) x += size * 0.8
    return group.map((id, n) => {
      if (x + size / 2 > width + 0.01) [x, y] = [size / 2, y + size * 1.3]
      const node = drawMark(sheet, id, x, y, size, `${g}-${n}`)
      x += size * between
      return node
    })
  })
  return { width, height: count === 0 ? 0 : y + size / 2, node: nodes }
}

const repeat = (id: MarkId, times: number): MarkId[] => Array.from({ length: times }, () => id)

/** One square a recommendation: against, up the levels, unknown apart. Too many of them become bars in proportion. */
export function buildUnits(sheet: Sheet, counts: DistributionCounts, width: number, largest: number): Block {
  const groups = [
    repeat('contrary', counts.contrary),
    levels.flatMap((level) => repeat(level, counts[level])),
    repeat('unknown', counts.unknown),
  ]
  const rows = buildMarkRows(sheet, groups, width, { largest, least: 12, rows: 3 })
  if (rows !== null) return rows
  sheet.marks.add('unknown')
  const scale = {
    contrary: counts.contrary,
    levels: getDistributionTotal(counts) - counts.contrary - counts.unknown,
    unknown: counts.unknown,
    mode: 'bar',
  } as const
  const factor = width / 370
  return {
    width,
    height: 26 * factor,
    node: (
      <g transform={`scale(${factor})`}>
        <DistributionUnits counts={counts} scale={scale} label="" />
      </g>
    ),
  }
}

/** Mark and count over the word, a column each: what is counted, with its key. */
export function buildKey(
  sheet: Sheet,
  entries: readonly { readonly mark: MarkId | null; readonly count: number; readonly word: string }[],
  width: number,
  { count, word }: { readonly count: TextStyle; readonly word: TextStyle },
): Block {
  // A few columns stand together at the left, each with a rule that says how far it reaches.
  const step = width / Math.max(4, entries.length)
  const columns = entries.map((entry, index) => {
    const size = count.size * 0.9
    const colour = entry.count === 0 ? 'ink-2' : 'ink'
    const figure = buildText(sheet, String(entry.count), { ...count, colour }, step)
    const head =
      entry.mark === null
        ? figure
        : beside([
            [
              0,
              {
                width: size,
                height: count.leading,
                node: drawMark(sheet, entry.mark, size / 2, count.leading / 2, size),
              },
            ],
            [size * 1.4, figure],
          ])
    const column = stack([
      { width: step, height: 1, node: <path d={`M0 0H${Math.round(step - 16)}`} stroke="var(--rule)" /> },
      gap(count.size * 0.45),
      head,
      gap(2),
      buildText(sheet, entry.word, { colour: 'ink-2', ...word }, step - 16, 3),
    ])
    return [index * step, column] as const
  })
  return beside(columns)
}

/** The key of a distribution, in the order in which it is drawn. */
export const listKeyEntries = (
  counts: DistributionCounts,
  words: Readonly<Record<DistributionKey, string>>,
): { mark: MarkId; count: number; word: string }[] =>
  distributionOrder.map((key) => ({ mark: key, count: counts[key], word: words[key] }))

/** The index as its interval, on a scale from 0 to 100, with its figures at the end. */
export function buildIndexBar(
  sheet: Sheet,
  { low, high }: Interval,
  width: number,
  { figure, scale }: { readonly figure: TextStyle; readonly scale: TextStyle },
): Block {
  sheet.marks.add('unknown')
  const said = buildText(sheet, formatIndex({ low, high }), figure, width)
  const room = width - Math.max(said.width, figure.size * 3) - 20
  const at = (value: number) => Math.round((value / 100) * room * 10) / 10
  const [middle, half] = [figure.leading / 2, figure.size * 0.3]
  const axis = [0, 50, 100].map((value) => [value, buildText(sheet, String(value), scale, 60)] as const)
  return {
    width,
    height: figure.leading + scale.leading,
    node: (
      <>
        <path d={`M0 ${middle}H${room}`} stroke="var(--rule)" strokeWidth="1.5" />
        {[0, 25, 50, 75, 100].map((value) => (
          <path
            key={value}
            d={`M${at(value)} ${middle - half * 0.6}V${middle + half * 0.6}`}
            stroke="var(--field)"
          />
        ))}
        <rect x="0" y={middle - half} width={at(low)} height={half * 2} fill="var(--l3)" />
        {high > low && (
          <rect
            x={at(low)}
            y={middle - half}
            width={at(high) - at(low)}
            height={half * 2}
            fill="url(#m-hatch)"
          />
        )}
        {[low, ...(high > low ? [high] : [])].map((value) => (
          <path
            key={value}
            d={`M${at(value)} ${middle - half * 1.9}V${middle + half * 1.9}`}
            stroke="var(--ink)"
            strokeWidth="2.5"
          />
        ))}
        {axis.map(([value, block]) => (
          <g
            key={value}
            transform={`translate(${at(value) - (value === 0 ? 0 : value === 100 ? block.width : block.width / 2)} ${figure.leading})`}
          >
            {block.node}
          </g>
        ))}
        <g transform={`translate(${room + 20} 0)`}>{said.node}</g>
      </>
    ),
  }
}

/** A mark with its word, large: how one thing stands. */
export function buildMarkWord(
  sheet: Sheet,
  mark: MarkId,
  word: string,
  style: TextStyle,
  width: number,
): Block {
  const size = style.size
  return beside([
    [
      0,
      { width: size, height: style.leading, node: drawMark(sheet, mark, size / 2, style.leading / 2, size) },
    ],
    [size * 1.45, buildText(sheet, word, style, width - size * 1.45, 2)],
  ])
}

/** Marks with their words one after the other, in as many lines as they need. */
export function buildInlineKey(
  sheet: Sheet,
  entries: readonly { readonly mark: MarkId; readonly word: string }[],
  width: number,
  style: TextStyle,
): Block {
  const size = style.size
  let [x, y] = [0, 0]
  const nodes = entries.map(({ mark, word }) => {
    const said = buildText(sheet, word, style, width - size * 1.5, 1)
    const wide = size * 1.5 + said.width
    if (x > 0 && x + wide > width) [x, y] = [0, y + style.leading * 1.15]
    const at = [x, y] as const
    x += wide + size * 1.6
    return (
      <g key={mark} transform={`translate(${Math.round(at[0])} ${Math.round(at[1])})`}>
        {drawMark(sheet, mark, size / 2, style.leading / 2, size)}
        <g transform={`translate(${size * 1.5} 0)`}>{said.node}</g>
      </g>
    )
  })
  return { width, height: entries.length === 0 ? 0 : y + style.leading, node: nodes }
}
