import type { LineageKind } from '@waymark/recommendation/recommendation'
import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, isCurrent, leftOn, type RecordCut } from './relations.ts'

export type LineRow = {
  ref: string
  title: string
  issued: string
  leftOn: string | null
  /** What it continues, narrows, merges or replaces, as far as that is on the line. */
  links: { kind: LineageKind; ref: string }[]
}

/**
 * The line of a recommendation by the rule of `getLine`, in order of issue: itself, every earlier one that was issued by
 * `asOf` and every later one. One walk a direction; `union` remembers where it has been, so a circle ends it.
 */
export async function listLine(db: Reader, cut: RecordCut, recommendationId: number): Promise<LineRow[]> {
  const issued = (alias: string) =>
    sql`${sql.ref(`${alias}.issued_last`)} <= ${cut.asOf}::date and ${isCurrent('recommendation', alias, cut)}`
  const { rows } = await sql<LineRow>`
    with recursive earlier (id) as (
      select ${recommendationId}::bigint
      union
      select l.target_id from earlier e
      join recommendation v on v.root_id = e.id and ${issued('v')}
      join recommendation_lineage l on l.version_id = v.id),
    later (id) as (
      select ${recommendationId}::bigint
      union
      select n.root_id from later e
      join recommendation_lineage l on l.target_id = e.id
      join recommendation n on n.id = l.version_id and ${issued('n')}),
    line as (select id from earlier union select id from later)
    select r.key as ref, r.title, r.issued, ${leftOn(sql`r.root_id`, cut)} as "leftOn",
           coalesce((select json_agg(json_build_object('kind', l.kind, 'ref', t.key) order by l.position)
                     from recommendation_lineage l join ${current('recommendation', cut)} t on t.root_id = l.target_id and t.issued_last <= ${cut.asOf}::date
                     where l.version_id = r.id and l.target_id in (select id from line)), '[]'::json) as links
    from line join recommendation r on r.root_id = line.id and ${issued('r')}
    order by r.issued_last, r.key`.execute(db)
  return rows
}

export type RoundAskedRow = { key: string; title: string; date: string }

/** Dialogue rounds in which any of these recommendations was taken up by `asOf`, by the rule of `getRoundsAsked`. */
export async function listRoundsAsked(
  db: Reader,
  cut: RecordCut,
  refs: readonly string[],
): Promise<RoundAskedRow[]> {
  const { rows } = await sql<RoundAskedRow>`
    select o.key, o.title, o.date
    from recommendation root
    join uptake_event u on u.recommendation_id = root.id and u.date_last <= ${cut.asOf}::date and ${isCurrent('uptake_event', 'u', cut)}
    join ${current('round', cut)} o on o.root_id = u.round_id
    where root.dossier_id = ${cut.dossierId} and root.key = any(${[...refs]}) and root.supersedes_id is null
    group by o.root_id, o.key, o.title, o.date, o.date_last
    order by min(u.date_last), o.date_last, o.key`.execute(db)
  return rows
}

export type LineageLinkRow = { later: number; earlier: number }

/** Every link of lineage between two recommendations that exist at the cut, by their roots: what lines are counted from. */
export async function listLineageLinks(db: Reader, cut: RecordCut): Promise<LineageLinkRow[]> {
  const { rows } = await sql<LineageLinkRow>`
    select n.root_id as later, l.target_id as earlier
    from recommendation_lineage l
    join recommendation n on n.id = l.version_id and n.dossier_id = ${cut.dossierId} and n.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'n', cut)}
    join recommendation e on e.root_id = l.target_id and e.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'e', cut)}
    where n.root_id <> l.target_id
    order by n.root_id, l.position`.execute(db)
  return rows
}
