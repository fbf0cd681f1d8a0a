import type { Frame, Moment } from '../../common/frame.view.ts'

/** Points of a kind at most, the latest of them. */
const most = 40

export type SeriesDay<K extends Moment['kind']> = {
  readonly day: string
  readonly kind: K | 'year' | 'shown'
  /** Of a round or a milestone. */
  readonly title: string | null
}

/**
 * The days on which an index over time is counted, ascending: moments of some kinds, the ends of the years, and the day
 * shown. None before `start`, nor after the day shown.
 */
export const listSeriesPoints = <K extends Moment['kind']>(
  { moments, cut: { asOf } }: Frame,
  start: string,
  kinds: readonly K[],
): SeriesDay<K>[] => listPoints(moments, { start, asOf }, kinds, most)

/**
 * Days among which are all points but the last, whatever day is shown of those that share them: those up to the end of this
 * year share all that there are. A later day has its own, or the years up to it would be without limit. None after `through`.
 */
export function listFixedDays<K extends Moment['kind']>(
  { moments, cut: { asOf } }: Frame,
  start: string,
  kinds: readonly K[],
  today: string,
): { readonly days: readonly string[]; readonly through: string } {
  const endOfYear = `${today.slice(0, 4)}-12-31`
  const [through, atMost] = asOf <= endOfYear ? [endOfYear, Number.POSITIVE_INFINITY] : [asOf, most]
  const points = listPoints(moments, { start, asOf: through }, kinds, atMost)
  return { days: [...new Set(points.map(({ day }) => day))], through }
}

function listPoints<K extends Moment['kind']>(
  moments: readonly Moment[],
  { start, asOf }: { readonly start: string; readonly asOf: string },
  kinds: readonly K[],
  atMost: number,
): SeriesDay<K>[] {
  const within = (day: string) => day >= start && day < asOf
  const [first, last] = [Number(start.slice(0, 4)), Number(asOf.slice(0, 4))]
  const years = Array.from({ length: Math.min(atMost, last - first + 1) }, (_, i) => last - i)
    .map((year) => `${String(year).padStart(4, '0')}-12-31`)
    .filter(within)
  const points: SeriesDay<K>[] = [
    ...kinds.flatMap((kind) => {
      const own = moments.filter((moment) => moment.kind === kind && within(moment.day))
      return own.slice(Math.max(0, own.length - atMost)).map(({ day, title }) => ({ day, kind, title }))
    }),
    ...years.map((day) => ({ day, kind: 'year' as const, title: null })),
    { day: asOf, kind: 'shown' as const, title: null },
  ]
  return points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
