import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import {
  countedAt,
  current,
  dropped,
  findingSpans,
  findingsOn,
  isPartnerSide,
  type RecordCut,
  recommendationsAt,
  reviewMonthsOf,
  standingWord,
} from './relations.ts'

/** How many recommendations of an area stand where by a method. `word`: see `standingWord`. */
export type StandingRow = { method: string; area: string; word: string; count: number }

/** The same on one of many days. `word` null: all that are in force, those without a finding included. */
export type SeriesRow = Omit<StandingRow, 'word'> & { day: string; word: string | null }

/** A method as the query needs it: see `RecordCut.freshnessMonths`. */
export type SeriesMethod = { readonly id: string; readonly freshnessMonths: number | null }

export type SeriesEnds = { first: string | null }

/** The last day of the issue of the first recommendation of the partner's side, by `asOf`. */
export async function getSeriesStart(db: Reader, cut: RecordCut): Promise<string | null> {
  const { rows } = await sql<SeriesEnds>`
    select min(r.issued_last) as first from ${current('recommendation', cut)} r
    where r.issued_last <= ${cut.asOf}::date and ${isPartnerSide(sql`r.id`, cut)}`.execute(db)
  return rows[0]?.first ?? null
}

/**
 * Where the recommendations of the partner's side stand on the day of the cut, per area and by several methods: the counts
 * of `listAreaCounts`, by all methods from one pass over the findings in force.
 */
export async function listStandings(
  db: Reader,
  cut: RecordCut,
  methods: readonly SeriesMethod[],
): Promise<StandingRow[]> {
  const day = sql`${cut.asOf}::date`
  const columns = methods.map((_, i) => sql.ref(`word_${i}`))
  const words = methods.map(
    ({ freshnessMonths }, i) =>
      sql`${standingWord('f', reviewMonthsOf('r', { ...cut, freshnessMonths }), day)} as ${columns[i]}`,
  )
  const { rows } = await sql<StandingRow>`
    with dropped_ids as materialized ${dropped(cut)},
    held as materialized (
      select s.area_id, ${sql.join(columns.map((column) => sql`s.${column}`))}, count(*) as count
      from (select r.area_id, ${sql.join(words)}
            from ${countedAt(cut)} r left join ${findingsOn(day, cut)} f on f.recommendation_id = r.root_id
            where ${isPartnerSide(sql`r.id`, cut)} offset 0) s
      group by s.area_id, ${sql.join(columns.map((column) => sql`s.${column}`))})
    select w.method, a.key as area, w.word, sum(w.count)::int as count
    from (${sql.join(
      methods.map(
        ({ id }, i) => sql`select area_id, ${id} as method, ${columns[i]} as word, count from held`,
      ),
      sql` union all `,
    )}) w join ${current('area', cut)} a on a.root_id = w.area_id
    group by w.method, a.key, w.word`.execute(db)
  return rows
}

/**
 * Where the recommendations of the partner's side stood on many days, per area and by several methods: the counts of
 * `listAreaCounts` on each of the days, as known at one instant. One statement whatever the number of days: each finding
 * holds one word over a stretch of days, and is counted for those days that lie in it.
 *
 * @param days ascending, none after `asOf`
 */
export async function listSeries(
  db: Reader,
  cut: RecordCut,
  days: readonly string[],
  methods: readonly SeriesMethod[],
): Promise<SeriesRow[]> {
  // How many of the days come before one: a stretch [a, b) holds those from place before(a) + 1 to place before(b).
  const before = (day: RawBuilder<unknown>) => sql`width_bucket(${day} - 1, p.days)`
  // Fresh up to and including the day on which the review interval ends; by each method, as a column of its own. What gives way
  // before the shortest months that the interval can have are over is fresh to its end, and saves the arithmetic of months.
  const fresh = methods.map(({ freshnessMonths }) => {
    const months = freshnessMonths === null ? sql`h.review_months` : sql`${freshnessMonths}::int`
    return sql`case when not h.ages or h.until <= h.effective_last + 28 * ${months} then h.high
                    else greatest(h.low, least(h.high, ${before(sql`(h.effective_last + make_interval(months => ${months}))::date + 1`)})) end`
  })
  const columns = methods.map((_, i) => sql.ref(`fresh_${i}`))
  const { rows } = await sql<EdgeRow>`
    with param as (select ${[...days]}::date[] as days),
    ask as materialized (
      select r.root_id, r.area_id, r.review_months,
             ${before(sql`r.issued_last`)} as low, case when r.left_on is null then cardinality(p.days) else ${before(sql`r.left_on`)} end as high
      from ${recommendationsAt(cut)} r cross join param p where ${isPartnerSide(sql`r.id`, cut)}),
    held as materialized (select area_id, low, high, count(*) as count from ask where low < high group by area_id, low, high),
    bound as materialized (
      select g.area_id, g.word, g.low, ${sql.join(columns)}, g.high, count(*) as count
      from (
        select h.area_id, h.word, h.low, h.high, ${sql.join(fresh.map((column, i) => sql`${column} as ${columns[i]}`))}
        from (
          select k.area_id, k.review_months, f.effective_last, f.until, f.state is null as ages, coalesce(f.state, case when f.contrary then 'contrary' else f.level end) as word,
                 greatest(k.low, ${before(sql`f.effective_last`)}) as low,
                 least(k.high, case when f.until is null then cardinality(p.days) else ${before(sql`f.until`)} end) as high
          from ${findingSpans(cut, sql`p.recommendation_id in (select root_id from ask)`)} f join ask k on k.root_id = f.recommendation_id cross join param p offset 0) h
        cross join param p
        where h.low < h.high offset 0) g
      group by grouping sets ((g.area_id, g.word, g.low), ${sql.join(columns.map((column) => sql`(g.area_id, g.word, ${column})`))}, (g.area_id, g.high)))
    select a.key as area, b.word, b.edge, b.method, b.place, b.count::int as count
    from (
      select area_id, word, case when low is not null then 'begins' when high is not null then 'ends' else 'ages' end as edge,
             case ${sql.join(
               methods.map(({ id }, i) => sql`when ${columns[i]} is not null then ${id}`),
               sql` `,
             )} end as method,
             coalesce(low, ${sql.join(columns)}, high) as place, count from bound
      union all select area_id, null, 'enters', null, low, count from held
      union all select area_id, null, 'leaves', null, high, count from held) b
    join ${current('area', cut)} a on a.root_id = b.area_id`.execute(db)
  return sumAlongDays(rows, days, methods)
}

/**
 * How many recommendations of an area enter or leave the counts at a place among the days, and how many findings with a word
 * begin there, are no longer fresh by a method, or end, without a word.
 */
type EdgeRow = {
  area: string
  word: string | null
  edge: 'enters' | 'leaves' | 'begins' | 'ages' | 'ends'
  /** Of `ages` alone. */
  method: string | null
  place: number
  count: number
}

/** By a method a finding keeps its word from where it begins to where it is no longer fresh, and is stale until it ends. */
function sumAlongDays(
  rows: readonly EdgeRow[],
  days: readonly string[],
  methods: readonly SeriesMethod[],
): SeriesRow[] {
  const lines = new Map<string, Omit<SeriesRow, 'day' | 'count'> & { readonly changes: number[] }>()
  for (const row of rows)
    for (const { id: method } of methods) {
      const add = (word: string | null, change: number) => {
        const name = `${row.area} ${method} ${word}`
        const line = lines.get(name) ?? { method, area: row.area, word, changes: [] }
        lines.set(name, line)
        line.changes[row.place] = (line.changes[row.place] ?? 0) + change
      }
      const { edge, word, count } = row
      if (edge === 'enters' || edge === 'begins') add(word, count)
      else if (edge === 'leaves') add(null, -count)
      else if (edge === 'ends') add('stale', -count)
      else if (row.method === method) {
        add(word, -count)
        add('stale', count)
      }
    }
  return [...lines.values()].flatMap(({ changes, ...line }) => {
    let count = 0
    return days.flatMap((day, place) => {
      count += changes[place] ?? 0
      return count > 0 ? [{ ...line, day, count }] : []
    })
  })
}
