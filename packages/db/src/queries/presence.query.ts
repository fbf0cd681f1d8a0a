import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { SubjectKind } from '../desk-schema.ts'
import type { Database } from '../schema.ts'

/** Who looks at a record just now, and whether the record moved: asked every few seconds, written down nowhere else. */
type Db = Kysely<Database>

export type Place = { readonly dossierId: number; readonly kind: SubjectKind; readonly key: string }
export type Doing = 'reading' | 'writing'

/** Notes that a person is at a record, and forgets whoever was last seen before `forgetBefore`. Instants are ISO 8601. */
export async function recordPresence(
  app: Db,
  place: Place,
  who: { readonly userId: string; readonly name: string; readonly doing: Doing },
  at: { readonly now: string; readonly forgetBefore: string },
): Promise<void> {
  await sql`
    insert into presence (user_id, user_name, dossier_id, subject_kind, subject_key, doing, seen_at)
    values (${who.userId}, ${who.name}, ${place.dossierId}, ${place.kind}, ${place.key}, ${who.doing}, ${at.now})
    on conflict (dossier_id, subject_kind, subject_key, user_id)
    do update set user_name = excluded.user_name, doing = excluded.doing, seen_at = excluded.seen_at`.execute(
    app,
  )
  await sql`delete from presence where seen_at < ${at.forgetBefore}`.execute(app)
}

/** Others who were seen at a record at `since` or later, writers first. */
export async function listPresent(
  app: Db,
  place: Place,
  exceptId: string,
  since: string,
): Promise<{ name: string; doing: Doing }[]> {
  const { rows } = await sql<{ name: string; doing: Doing }>`
    select user_name as name, doing from presence
    where dossier_id = ${place.dossierId} and subject_kind = ${place.kind} and subject_key = ${place.key}
      and user_id <> ${exceptId} and seen_at >= ${since}
    order by doing = 'reading', user_name, user_id`.execute(app)
  return rows
}

const rootOf = (table: RawBuilder<unknown>, { dossierId, key }: Place) =>
  sql`(select id from ${table} where dossier_id = ${dossierId} and key = ${key} and supersedes_id is null)`

/** The audit entries that wrote to a record, as a query of `entry`. */
function entriesOf(place: Place): RawBuilder<unknown> {
  switch (place.kind) {
    case 'recommendation': {
      const root = rootOf(sql`recommendation`, place)
      return sql`
        select entry from recommendation where root_id = ${root}
        union select entry from assessment where recommendation_id = ${root}
        union select v.entry from review v join assessment a on a.id = v.assessment_id where a.recommendation_id = ${root}
        union select entry from withdrawal where recommendation_id = ${root}
        union select entry from linkage where recommendation_id = ${root}
        union select entry from uptake_event where recommendation_id = ${root}
        union select entry from claim where recommendation_id = ${root}`
    }
    case 'assessment': {
      const id = Number(place.key)
      return sql`
        select entry from assessment where id = ${id} or supersedes_id = ${id}
        union select entry from review where assessment_id = ${id}
        union select entry from withdrawal where assessment_id = ${id}`
    }
    case 'case': {
      const root = rootOf(sql`case_record`, place)
      return sql`
        select entry from case_record where root_id = ${root}
        union select entry from case_status where case_id = ${root}
        union select entry from case_proposal where case_id = ${root}
        union select d.entry from case_decision d join case_proposal p on p.id = d.proposal_id where p.case_id = ${root}`
    }
    case 'milestone': {
      const root = rootOf(sql`milestone`, place)
      return sql`
        select entry from milestone where root_id = ${root}
        union select entry from milestone_event where milestone_id = ${root}
        union select entry from linkage where milestone_id = ${root}`
    }
    case 'commitment':
      return sql`select entry from commitment where root_id = ${rootOf(sql`commitment`, place)}`
    case 'source':
      return sql`select entry from source where root_id = ${rootOf(sql`source`, place)}`
    case 'file':
      return sql`select entry from file where dossier_id = ${place.dossierId} and sha256 = ${place.key}`
  }
}

/** The last audit entry that wrote to a record, and how many did so after `since`. */
export async function getLastEntry(
  app: Db,
  place: Place,
  since: number,
): Promise<{ entry: number; newer: number }> {
  const { rows } = await sql<{ entry: number; newer: number }>`
    select coalesce(max(e.entry), 0) as entry, count(*) filter (where e.entry > ${since}) as newer
    from (${entriesOf(place)}) e`.execute(app)
  return rows[0] ?? { entry: 0, newer: 0 }
}
