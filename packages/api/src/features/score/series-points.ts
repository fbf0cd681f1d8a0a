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
export function listSeriesPoints<K extends Moment['kind']>(
  { moments, cut: { asOf } }: Frame,
  start: string,
  kinds: readonly K[],
): SeriesDay<K>[] {
  const within = (day: string) => day >= start && day < asOf
  const [first, last] = [Number(start.slice(0, 4)), Number(asOf.slice(0, 4))]
  const years = Array.from({ length: Math.min(most, last - first + 1) }, (_, i) => last - i)
    .map((year) => `${String(year).padStart(4, '0')}-12-31`)
    .filter(within)
  const points: SeriesDay<K>[] = [
    ...kinds.flatMap((kind) =>
      moments
        .filter((moment) => moment.kind === kind && within(moment.day))
        .slice(-most)
        .map(({ day, title }) => ({ day, kind, title })),
    ),
    ...years.map((day) => ({ day, kind: 'year' as const, title: null })),
    { day: asOf, kind: 'shown' as const, title: null },
  ]
  return points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
