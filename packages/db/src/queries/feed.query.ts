import type { Level, State } from '@waymark/assessment/level'
import type { UptakeKind } from '@waymark/recommendation/uptake'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current } from './relations.ts'

export type FeedKind = 'finding' | 'withdrawal' | 'uptake' | 'recommendation' | 'milestone' | 'edition'

/** One thing that was put on the public record. Of the columns each kind fills its own; the others are null. */
export type FeedRow = {
  kind: FeedKind
  id: number
  recordedAt: string
  /** It replaces what was on record before. */
  correction: boolean
  /** It says of what it replaces: recorded by mistake; of a milestone: not reached after all. */
  void: boolean
  /** Reference or key, and title, of what it is about, in the version in force. */
  key: string
  title: string
  area: string | null
  /** Effective date, date of the uptake, issue or passage; of an edition null. */
  date: string | null
  step: string | null
  level: Level | null
  state: State | null
  contrary: boolean | null
  uptake: UptakeKind | null
  text: string | null
  reason: string | null
  /** Of an edition: the signed checkpoint of the audit log that left with it, what signed it, and the hash of its data. */
  checkpoint: string | null
  verifier: string | null
  dataSha256: string | null
}

/** Editions have names and no numbers that anybody may see: a number made of the name orders those of one instant. */
const editionNumber = sql`('x' || left(md5(slug), 7))::bit(28)::int::bigint`

/** Where a page of a feed begins: after this row, of those recorded later. */
export type FeedCursor = { readonly recordedAt: string; readonly id: number }

export type FeedFilter = {
  readonly dossierId: number
  readonly knownAt: string
  /** Only what is about the recommendations of this area, or about this recommendation: roots. */
  readonly areaId?: number
  readonly recommendationId?: number
  readonly before: FeedCursor | null
  readonly limit: number
}

/**
 * What was put on the public record of a dossier, latest recorded first: findings and their corrections, withdrawals,
 * uptake, recommendations, passages of milestones. One statement; each kind gives `limit` rows at most, from an index by
 * the time of recording, and the titles are looked up for the rows that are left.
 */
export async function listFeed(db: Reader, filter: FeedFilter): Promise<FeedRow[]> {
  const { dossierId, knownAt, areaId, recommendationId, before, limit } = filter
  const cut = { dossierId, knownAt, asOf: knownAt.slice(0, 10) }
  const dossier = sql`${dossierId}::bigint`
  const mine = (column: RawBuilder<unknown>) =>
    recommendationId !== undefined
      ? sql`${column} = ${recommendationId}`
      : areaId !== undefined
        ? sql`${column} in (select r.root_id from ${current('recommendation', cut)} r where r.area_id = ${areaId})`
        : sql`true`
  // Whether an edition is there is judged by the clock, not by what was recorded: an embargo ends by itself.
  const isKnown = (alias: string) =>
    alias === 'edition' ? sql`true` : sql`${sql.ref(`${alias}.recorded_at`)} <= ${knownAt}::timestamptz`
  const order = (alias: string, id = 'id') => {
    const [recordedAt, key] = [sql.ref(`${alias}.recorded_at`), sql.ref(`${alias}.${id}`)]
    const earlier =
      before === null
        ? sql`true`
        : sql`(${recordedAt}, ${key}) < (${before.recordedAt}::timestamptz, ${before.id}::bigint)`
    return sql`and ${isKnown(alias)} and ${earlier}
               order by ${recordedAt} desc, ${key} desc limit ${limit}`
  }
  const whole = recommendationId === undefined && areaId === undefined
  const { rows } = await sql<FeedRow>`
    with event as materialized (
      select * from (
        (select 'finding' as kind, p.assessment_id as id, p.recorded_at, p.supersedes_id is not null as correction, false as void,
                p.recommendation_id, null::bigint as milestone_id, p.assessment_id as finding_id, p.effective as date,
                null::text as uptake, null::text as text
         from publication p where p.dossier_id = ${dossier} and ${mine(sql`p.recommendation_id`)} ${order('p', 'assessment_id')})
        union all
        (select 'withdrawal', w.assessment_id, w.recorded_at, true, false, w.recommendation_id, null, w.assessment_id, p.effective, null, null
         from withdrawal w join publication p on p.assessment_id = w.assessment_id
         where p.dossier_id = ${dossier} and ${mine(sql`w.recommendation_id`)} ${order('w', 'assessment_id')})
        union all
        (select 'uptake', u.id, u.recorded_at, u.supersedes_id is not null, u.void, u.recommendation_id, null, null, u.date, u.kind, u.note
         from uptake_event u where u.dossier_id = ${dossier} and ${mine(sql`u.recommendation_id`)} ${order('u')})
        union all
        (select 'recommendation', r.id, r.recorded_at, r.supersedes_id is not null, false, r.root_id, null, null, r.issued, null, r.text
         from recommendation r where r.dossier_id = ${dossier} and ${mine(sql`r.root_id`)} ${order('r')})
        union all
        (select 'milestone', m.id, m.recorded_at, earlier.occurred is not null, m.occurred is null, null, m.root_id, null,
                coalesce(m.occurred, earlier.occurred), null, null
         from milestone m left join milestone earlier on earlier.id = m.supersedes_id
         where m.dossier_id = ${dossier} and ${whole} and (m.occurred is not null or earlier.occurred is not null) ${order('m')})
        union all
        (select 'edition', edition.id, edition.recorded_at, false, false, null, null, null, edition.slug, null, null
         from (select ${editionNumber} as id, issued_at as recorded_at, slug from edition where dossier_id = ${dossier} and ${whole}) edition
         where true ${order('edition')})
      ) every_kind
      order by recorded_at desc, id desc limit ${limit})
    select e.kind, e.id, e.recorded_at as "recordedAt", e.correction, e.void,
           coalesce(r.key, m.key, n.slug) as key, coalesce(r.title, m.title, n.title) as title, a.key as area,
           case when e.kind = 'edition' then null else e.date end as date,
           s.step, f.level, f.state, f.contrary, e.uptake, coalesce(f.rationale, e.text, n.note) as text, f.reason,
           n.checkpoint, n.key as verifier, n.data_sha256 as "dataSha256"
    from event e
    left join ${current('recommendation', cut)} r on r.root_id = e.recommendation_id
    left join ${current('area', cut)} a on a.root_id = r.area_id
    left join ${current('milestone', cut)} m on m.root_id = e.milestone_id
    left join finding f on f.assessment_id = e.finding_id
    left join ${current('progress_step', cut)} s on s.root_id = f.step_id
    left join edition n on e.kind = 'edition' and n.slug = e.date
    where coalesce(r.key, m.key, n.slug) is not null
    order by e.recorded_at desc, e.id desc`.execute(db)
  return rows
}

export type FeedSubject = { id: number; key: string; title: string }

/** The area or recommendation that a feed is about, by key; null where there is none. */
export async function getFeedSubject(
  db: Reader,
  table: 'area' | 'recommendation',
  { dossierId, knownAt }: Pick<FeedFilter, 'dossierId' | 'knownAt'>,
  key: string,
): Promise<FeedSubject | null> {
  const { rows } = await sql<FeedSubject>`
    select t.root_id as id, t.key, t.title
    from ${current(table, { dossierId, knownAt, asOf: knownAt.slice(0, 10) })} t where t.key = ${key}`.execute(
    db,
  )
  return rows[0] ?? null
}
