import { getSeriesStart, listSeries, type SeriesRow } from '@waymark/db/queries/series.query'
import { type Counts, getPlace, noCounts } from '@waymark/scoring/counts'
import { getScorecardFromCounts } from '@waymark/scoring/figures'
import type { Method } from '@waymark/scoring/method'
import { methods } from '@waymark/scoring/methods/registry'
import type { z } from 'zod'
import { parseStanding } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import type { Frame } from '../../common/frame.view.ts'
import { getKept } from '../../common/keep-answer.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { seriesView } from './score.view.ts'

type Series = z.infer<typeof seriesView>

/** Points of a kind at most, the latest of them. */
const most = 40

/** The index over time by every method: at each dialogue round, at the end of each year, and on the day shown. */
export async function getSeries(ctx: Context, input: CutInput): Promise<Series> {
  const resolved = await getCut(ctx, input)
  const { record } = resolved
  const db = ctx.record.public
  const [frame, start] = await Promise.all([getFrame(ctx, resolved), getSeriesStart(db, record)])
  const points = start === null ? [] : listPoints(frame, start)
  const days = [...new Set(points.map(({ day }) => day))]
  const all: readonly Method[] = Object.values(methods)
  const rows =
    days.length === 0 ? [] : await getKept(db, resolved, 'series', () => listSeries(db, record, days, all))
  const byDay = Map.groupBy(rows, ({ day }) => day)
  return {
    frame,
    methods: all.map(({ id, title, introduced }) => ({ id, title, introduced })),
    points: points.map((point) => ({
      ...point,
      figures: all.map((method) => ({
        method: method.id,
        ...buildFigures(
          method,
          (byDay.get(point.day) ?? []).filter((row) => row.method === method.id),
        ),
      })),
    })),
  }
}

function listPoints(
  { moments, cut: { asOf } }: Frame,
  start: string,
): Omit<Series['points'][number], 'figures'>[] {
  const within = (day: string) => day >= start && day < asOf
  const rounds = moments.filter(({ kind, day }) => kind === 'round' && within(day))
  const [first, last] = [Number(start.slice(0, 4)), Number(asOf.slice(0, 4))]
  const years = Array.from({ length: Math.min(most, last - first + 1) }, (_, i) => last - i)
    .map((year) => `${String(year).padStart(4, '0')}-12-31`)
    .filter(within)
  const points = [
    ...rounds.slice(-most).map(({ day, title }) => ({ day, kind: 'round' as const, title })),
    ...years.map((day) => ({ day, kind: 'year' as const, title: null })),
    { day: asOf, kind: 'shown' as const, title: null },
  ]
  return points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** Index and coverage from the counts of one day by one method; what is in force and has no finding is not assessed. */
function buildFigures(method: Method, rows: readonly SeriesRow[]) {
  const areas = [...Map.groupBy(rows, ({ area }) => area)].map(([key, of]) => {
    const counts: Record<keyof Counts, number> = { ...noCounts }
    let without = 0
    for (const { word, count } of of) {
      if (word === null) {
        without += count
      } else {
        without -= count
        counts[getPlace(parseStanding(word, 'none'))] += count
      }
    }
    counts.unknown += without
    return { key, counts }
  })
  const { index, coverage } = getScorecardFromCounts(method, areas).overall
  return { index, coverage }
}
