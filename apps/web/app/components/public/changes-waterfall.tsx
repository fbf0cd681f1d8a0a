import type { ChangeList } from '@waymark/api/features/change/change.view'
import { formatWhole } from '@waymark/scoring/format'
import { Section } from '@waymark/ui/section'
import { Waterfall } from '@waymark/ui/waterfall'
import { formatChange, formatInterval, formatMoment } from './changes-words.ts'
import { useWords } from './use-words.ts'

type Decomposition = NonNullable<ChangeList['decomposition']>
type Part = Exclude<keyof Decomposition, 'total'>

/** In the order in which the first day is turned into the second. */
const parts = ['method', 'composition', 'freshness', 'real'] as const satisfies readonly Part[]

/** The part that moved the bounds most; null where nothing moved. */
function getLargest(decomposition: Decomposition): Part | null {
  const size = (part: Part) => Math.abs(decomposition[part].low) + Math.abs(decomposition[part].high)
  const [largest] = [...parts].sort((a, b) => size(b) - size(a))
  return largest === undefined || size(largest) === 0 ? null : largest
}

/** True where the rounded figures of a column seem to add up to another one than the last. */
function isRoundedApart(from: number, changes: readonly number[], to: number): boolean {
  const whole = (figure: number) => Number(formatWhole(figure))
  return changes.reduce((sum, change) => sum + whole(change), whole(from)) !== whole(to)
}

/** The change of the index, taken apart. */
export function ChangesWaterfall({ view }: { view: ChangeList }) {
  const words = useWords()
  const { t } = words
  const copy = t.changes
  const { decomposition, figures, from, to, fromMethod, frame } = view
  const [start, end] = [figures.from.index, figures.to.index]
  if (decomposition === null || start === null || end === null)
    return (
      <Section id="index" title={copy.index}>
        <p>{copy.noIndex}</p>
      </Section>
    )
  const shown = parts.filter((part) => part !== 'method' || fromMethod !== frame.cut.method)
  const largest = getLargest(decomposition)
  const apart = (['low', 'high'] as const).some((bound) =>
    isRoundedApart(
      start[bound],
      shown.map((part) => decomposition[part][bound]),
      end[bound],
    ),
  )
  const buildEnd = (moment: string, method: string, interval: NonNullable<typeof start>) => ({
    title: copy.indexAt(formatMoment(words, view, moment), method),
    interval,
    low: formatWhole(interval.low),
    high: formatWhole(interval.high),
  })
  return (
    <Section id="index" title={copy.index} note={copy.indexHelp} layout="full">
      <Waterfall
        caption={copy.caption(
          formatInterval(words, start),
          formatInterval(words, end),
          largest === null ? null : copy.parts[largest],
        )}
        from={buildEnd(from, fromMethod, start)}
        steps={shown.map((part) => ({
          key: part,
          title: copy.parts[part].replace(/^./, (first) => first.toUpperCase()),
          note: copy.partNotes[part],
          change: decomposition[part],
          low: formatChange(decomposition[part].low),
          high: formatChange(decomposition[part].high),
        }))}
        to={buildEnd(to, frame.cut.method, end)}
        words={{ part: copy.part, axis: copy.axis, low: copy.low, high: copy.high }}
        {...(apart ? { note: copy.rounding } : {})}
      />
      {fromMethod !== frame.cut.method && (
        <p className="small quiet gap-top measure">{copy.methodChanged(fromMethod, frame.cut.method)}</p>
      )}
    </Section>
  )
}
