import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, findingSpans, isPartnerSide, type RecordCut, recommendationsAt } from './relations.ts'

/**
 * How many recommendations stand where on a day by a method. `word`: see `standingWord`; null: all that are in force,
 * those without a finding included.
 */
export type SeriesRow = { day: string; method: string; area: string; word: string | null; count: number }

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
  // By a method a finding keeps its word from `low` to where it is no longer fresh, and is stale from there to `high`.
  const changesOf = methods.map(
    ({ id }, i) => sql`
      select area_id, ${id} as method, word, low as place, count as change from bound where low is not null
      union all select area_id, ${id}, word, ${columns[i]}, -count from bound where ${columns[i]} is not null
      union all select area_id, ${id}, 'stale', ${columns[i]}, count from bound where ${columns[i]} is not null
      union all select area_id, ${id}, 'stale', high, -count from bound where high is not null
      union all select area_id, ${id}, null, low, count from held
      union all select area_id, ${id}, null, high, -count from held`,
  )
  const { rows } = await sql<SeriesRow>`
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
      group by grouping sets ((g.area_id, g.word, g.low), ${sql.join(columns.map((column) => sql`(g.area_id, g.word, ${column})`))}, (g.area_id, g.high))),
    stretch as (
      select c.area_id, c.method, c.word, c.place, sum(sum(c.change)) over w as count, lead(c.place) over w as until
      from (${sql.join(changesOf, sql` union all `)}) c
      group by c.area_id, c.method, c.word, c.place
      window w as (partition by c.area_id, c.method, c.word order by c.place))
    select p.days[n] as day, s.method, a.key as area, s.word, s.count::int as count
    from stretch s join ${current('area', cut)} a on a.root_id = s.area_id cross join param p cross join generate_series(s.place + 1, s.until) n
    where s.count > 0`.execute(db)
  return rows
}
