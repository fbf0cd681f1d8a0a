import { type Level, levels } from '@waymark/assessment/level'
import { type Standing, unknownReasons } from '@waymark/assessment/standing'
import type { GateState } from '@waymark/linkage/gate'
import type { GateChange } from '@waymark/linkage/gate-change'
import { type ChangeKind, getChange } from '@waymark/scoring/changes'
import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { type CutPair, changesByDay, changesByRecord, isOneRecord } from './change.relations.ts'
import { type GateCounts, gateCounts } from './gate.query.ts'
import { current } from './relations.ts'

const words = [...levels, 'contrary', ...unknownReasons, 'not-applicable', 'withdrawn'] as const
type Word = (typeof words)[number]

const getStanding = (word: Word): Standing => {
  if (word === 'not-applicable' || word === 'withdrawn') return { kind: 'outside', state: word }
  if (word === 'not-assessed' || word === 'no-information' || word === 'stale')
    return { kind: 'unknown', reason: word }
  return word === 'contrary'
    ? { kind: 'known', level: 'none', contrary: true }
    : { kind: 'known', level: word, contrary: false }
}

/** What happened to an item by `getChange`, from each standing word to each: where its area and finding are the same, and where they are others. */
const rules = [null, ...words].flatMap((from) =>
  [null, ...words].flatMap((to) => {
    const kindOf = (area: string, finding: number) =>
      getChange(
        from && { ref: '', area: '', finding: 0, standing: getStanding(from) },
        to && { ref: '', area, finding, standing: getStanding(to) },
      )?.kind ?? null
    const [same, moved, renewed] = [kindOf('', 0), kindOf('other', 0), kindOf('', 1)]
    return same === null && moved === null && renewed === null
      ? []
      : [{ from: from ?? '', to: to ?? '', same, moved, renewed }]
  }),
)
const columnOf = (name: keyof (typeof rules)[number]) => sql`${rules.map((rule) => rule[name])}::text[]`

/** Relation `(word_from, word_to, same, moved, renewed)`: the rule as a table, which costs an item less than asking again. */
const ruleTable = sql`(select * from unnest(${columnOf('from')}, ${columnOf('to')}, ${columnOf('same')}, ${columnOf('moved')}, ${columnOf('renewed')})
                          as k(word_from, word_to, same, moved, renewed))`

/**
 * How many recommendations went the same way. Words are those of `standingWord`, null: not in force; `counted` is the
 * first by the method of the first cut.
 */
export type TransitionRow = {
  areaFrom: string | null
  areaTo: string | null
  counted: string | null
  wordFrom: string | null
  wordTo: string | null
  kind: ChangeKind | null
  count: number
}

export type ChangedItemRow = {
  ref: string
  title: string
  area: string
  areaTitle: string
  /** Title of the area before, where it moved. */
  movedFrom: string | null
  from: string | null
  to: string | null
  kind: ChangeKind
}

export type GateChangeRow = {
  ref: string
  title: string
  milestone: string
  required: Level | null
  from: GateState
  to: GateState
  change: GateChange
}

export type Changes = {
  readonly transitions: TransitionRow[]
  readonly items: ChangedItemRow[]
  /** How the required gates of milestones that have passed by the second cut stood at their passage. */
  readonly passed: (GateCounts & { milestone: string })[]
  readonly opened: number
  readonly closed: number
  readonly gates: GateChangeRow[]
}

export type ChangeFilter = {
  /** The kinds in the order in which items are listed. */
  readonly order: readonly ChangeKind[]
  readonly area?: string | undefined
  readonly change?: ChangeKind | undefined
  readonly limit: number
  readonly offset: number
  /** How many of the gates that opened or closed are listed one by one. */
  readonly gateLimit: number
}

const met = sql`('met', 'met-at-passage')`

/**
 * What happened between two cuts to the recommendations of the partner's side and to their required gates: all counted
 * by where they stood and stand, and some of those that changed one by one. One statement, in which the standing of each
 * recommendation at each cut is found once.
 */
export async function getChanges(db: Reader, pair: CutPair, filter: ChangeFilter): Promise<Changes> {
  const { order, area, change, limit, offset, gateLimit } = filter
  const rank = sql`array_position(${[...order]}::text[], c.kind)`
  const { rows } = await sql<{ [K in keyof Changes]: Changes[K] | null }>`
    with ${isOneRecord(pair) ? changesByDay(pair) : changesByRecord(pair)},
    change as materialized (
      select i.*, case when i.area_from <> i.area_to then k.moved when i.finding_from <> i.finding_to then k.renewed else k.same end as kind
      from item i left join ${ruleTable} k on k.word_from = coalesce(i.word_from, '') and k.word_to = coalesce(i.word_to, '')),
    flip as materialized (
      select g.*, case when g.state_to in ${met} then 'opened' else 'closed' end as change from gate g
      where g.state_from <> 'waived' and g.state_to <> 'waived' and (g.state_from in ${met}) <> (g.state_to in ${met})),
    area as materialized (select a.root_id, a.key, a.title, a.position from ${current('area', pair.to)} a),
    milestone as (select m.root_id, m.key, coalesce(m.occurred_last, m.planned_last) as day from ${current('milestone', pair.to)} m),
    listed as materialized (
      select c.root_id, c.word_from, c.word_to, c.kind, a.key as area, a.title as area_title, case when c.area_from <> c.area_to then b.title end as moved_from,
             ${rank} as kind_rank, a.position, a.root_id as area_id
      from change c
      join area a on a.root_id = coalesce(c.area_to, c.area_from) left join area b on b.root_id = c.area_from
      where c.kind is not null
        and ${change === undefined ? sql`true` : sql`c.kind = ${change}`}
        and ${area === undefined ? sql`true` : sql`(a.key = ${area} or b.key = ${area})`}
      order by kind_rank, a.position, a.root_id, c.root_id limit ${limit} offset ${offset}),
    flipped as materialized (
      select f.*, m.key as milestone, m.day
      from flip f join milestone m on m.root_id = f.milestone_id
      order by f.change, m.day nulls last, m.root_id, f.recommendation_id limit ${gateLimit})
    select
      (select json_agg(json_build_object('areaFrom', f.key, 'areaTo', t.key, 'counted', g.counted, 'wordFrom', g.word_from, 'wordTo', g.word_to,
                                         'kind', g.kind, 'count', g.count))
       from (select area_from, area_to, counted, word_from, word_to, kind, count(*) as count from change
             group by area_from, area_to, counted, word_from, word_to, kind) g
       left join area f on f.root_id = g.area_from left join area t on t.root_id = g.area_to) as transitions,
      (select json_agg(json_build_object('ref', r.key, 'title', r.title, 'area', l.area, 'areaTitle', l.area_title, 'movedFrom', l.moved_from,
                                         'from', l.word_from, 'to', l.word_to, 'kind', l.kind)
                       order by l.kind_rank, l.position, l.area_id, l.root_id)
       from listed l join ${current('recommendation', pair.to)} r on r.root_id = l.root_id) as items,
      (select json_agg(c) from (
         select g.milestone, ${gateCounts}
         from (select m.key as milestone, g.state_to as state, true as counted from gate g join milestone m on m.root_id = g.milestone_id
               where g.passed and g.state_to is not null) g
         group by g.milestone) c) as passed,
      (select count(*) from flip where change = 'opened') as opened,
      (select count(*) from flip where change = 'closed') as closed,
      (select json_agg(json_build_object('ref', r.key, 'title', r.title, 'milestone', f.milestone, 'required', f.required,
                                         'from', f.state_from, 'to', f.state_to, 'change', f.change)
                       order by f.change, f.day nulls last, f.milestone_id, f.recommendation_id)
       from flipped f join ${current('recommendation', pair.to)} r on r.root_id = f.recommendation_id) as gates`.execute(
    db,
  )
  const [row] = rows
  return {
    transitions: row?.transitions ?? [],
    items: row?.items ?? [],
    passed: row?.passed ?? [],
    opened: row?.opened ?? 0,
    closed: row?.closed ?? 0,
    gates: row?.gates ?? [],
  }
}
