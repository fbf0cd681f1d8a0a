import type { GateState } from '@waymark/linkage/gate'
import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { statesOf, withLinks } from './link.relations.ts'
import type { RecordCut } from './relations.ts'

/** Gates of a milestone that have passed, of one state: the versions of their links. `counted`: required ones of the partner's side. */
export type PassedGates = { milestone: string; state: GateState; counted: boolean; linkIds: number[] }

/** Every gate whose milestone has occurred by the day of the cut, by milestone and state. */
export async function listPassedGates(db: Reader, cut: RecordCut): Promise<PassedGates[]> {
  const { rows } = await sql<PassedGates>`
    ${withLinks(cut, { when: 'passed' }, { side: true })}
    select g.milestone, g.state, g.counted, json_agg(g.id) as "linkIds"
    from (select s.*, s.role = 'required' and s.side = 'partner' as counted from ${statesOf(cut, { when: 'passed' })} s) g
    group by g.milestone, g.state, g.counted`.execute(db)
  return rows
}

export type ReadinessRow = { milestone: string; met: number; unmet: number; unknown: number; waived: number }

/** The counts of a milestone ahead, and versions of links whose gates are unmet or unknown, unmet ones before unknown ones. */
export type AheadRow = ReadinessRow & { open: number[] }

/** Counted gates of the milestones that lie ahead. All are judged on one day. `most`: how many open ones of each milestone are named. */
export async function listAhead(db: Reader, cut: RecordCut, most: number): Promise<AheadRow[]> {
  const filter = { role: 'required', side: 'partner', when: 'ahead' } as const
  const { rows } = await sql<AheadRow>`
    ${withLinks(cut, filter)},
    gate as materialized (select g.id, g.milestone, g.state, g.ref from ${statesOf(cut, filter)} g),
    ranked as (select g.id, g.milestone, row_number() over (partition by g.milestone order by g.state desc, g.ref) as n
               from gate g where g.state in ('unmet', 'unknown')),
    open as (select r.milestone, json_agg(r.id order by r.n) as ids from ranked r where r.n <= ${most} group by r.milestone)
    select c.*, coalesce(o.ids, '[]') as open
    from (select g.milestone,
                 count(*) filter (where g.state = 'met') as met, count(*) filter (where g.state = 'unmet') as unmet,
                 count(*) filter (where g.state = 'unknown') as unknown, count(*) filter (where g.state = 'waived') as waived
          from gate g group by g.milestone) c
    left join open o on o.milestone = c.milestone`.execute(db)
  return rows
}
