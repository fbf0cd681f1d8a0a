import type { Level, State } from '@waymark/assessment/level'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { dropped, findingOn } from './relations.ts'

export type DeskClaim = {
  id: number
  versionId: number
  actorKey: string
  actorName: string
  date: string
  level: Level | null
  text: string
  sourceKey: string
  sourceTitle: string
  locator: string | null
  /** The published finding in force on the last day of the claim's date, or null. */
  finding: { level: Level | null; state: State | null; contrary: boolean; effective: string } | null
}

/**
 * Claims on a recommendation in their latest versions, latest first, each beside the finding in force at its date; those
 * recorded by mistake left out.
 */
export async function listDeskClaims(
  app: Kysely<Database>,
  dossierId: number,
  recommendationId: number,
): Promise<DeskClaim[]> {
  // Only the day of each claim matters here, and everything that is known.
  const cut = { dossierId, asOf: '9999-12-31', knownAt: '9999-12-31T23:59:59.999Z' }
  const { rows } = await sql<DeskClaim>`
    with dropped_ids as materialized ${dropped(cut)}
    select c.root_id as id, c.id as "versionId", a.key as "actorKey", a.name as "actorName", c.date, c.level, c.text,
           s.key as "sourceKey", s.title as "sourceTitle", c.locator,
           case when f.assessment_id is null then null
                else jsonb_build_object('level', f.level, 'state', f.state, 'contrary', f.contrary, 'effective', f.effective) end as finding
    from claim c
    join actor a on a.root_id = c.actor_id and not exists (select from actor later where later.supersedes_id is not null and later.supersedes_id = a.id)
    join source s on s.root_id = c.source_id and not exists (select from source later where later.supersedes_id is not null and later.supersedes_id = s.id)
    left join lateral ${findingOn(sql`c.recommendation_id`, sql`c.date_last`, cut)} f on true
    where c.recommendation_id = ${recommendationId} and not c.void
      and not exists (select from claim later where later.supersedes_id is not null and later.supersedes_id = c.id)
    order by c.date_last desc, c.id desc`.execute(app)
  return rows
}
