import type { Confidence, Level, State } from '@waymark/assessment/level'
import type { UptakeKind } from '@waymark/recommendation/uptake'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { recordVersion } from './recommendation.query.ts'
import {
  getOrder,
  isWaiting,
  type RegisterSort,
  uptakeRank,
  withFindings,
} from './register-order.relations.ts'
import { areOnRecord, buildHits } from './register-words.relations.ts'
import {
  current,
  dropped,
  findingOn,
  isCurrent,
  isOnSide,
  leftOn,
  type RecordCut,
  reviewMonthsOf,
  sideOf,
  standingWord,
} from './relations.ts'

/** What the register can be narrowed to beside area, side and finding. */
export type RegisterWork = 'draft' | 'waiting' | 'mine' | 'assigned'

export type DeskRegisterFilter = {
  readonly area?: string
  readonly side?: 'partner' | 'eu' | 'other'
  /** Words of {@link standingWord}, any of them. */
  readonly standing?: readonly string[]
  readonly work?: RegisterWork
  /** All of them, each anywhere on the record. */
  readonly words: readonly string[]
  /** References, any of them. */
  readonly refs?: readonly string[]
  readonly sort: { readonly by: RegisterSort; readonly descending: boolean }
  readonly limit: number
  readonly offset: number
}

export type DeskRegisterRow = {
  id: number
  ref: string
  title: string
  areaKey: string
  areaTitle: string
  side: 'partner' | 'eu' | 'other'
  issued: string
  leftOn: string | null
  reviewMonths: number
  word: string
  assessmentId: number | null
  effective: string | null
  level: Level | null
  state: State | null
  contrary: boolean | null
  confidence: Confidence | null
  author: string | null
  evidence: number
  uptake: UptakeKind | null
  uptakeDate: string | null
  /** Assessments that wait for review. */
  waiting: number
  drafted: boolean
  assignee: string | null
  assigned: number
  due: string | null
  addressees: string[]
  /** Version of its record, as `basedOn` of a write names it. */
  version: number
  /** Id of its latest version, as a correction of the recommendation itself names it. */
  versionId: number
}

type Db = Kysely<Database>
type Reading = { readonly userId: string; readonly cut: RecordCut }

const works: Readonly<Record<RegisterWork, (userId: string) => RawBuilder<boolean>>> = {
  draft: (userId) =>
    sql`exists (select from draft t where t.recommendation_id = r.root_id and t.author_id = ${userId})`,
  waiting: () =>
    sql`exists (select from assessment a where a.recommendation_id = r.root_id and ${isWaiting})`,
  mine: (userId) =>
    sql`exists (select from assessment a where a.recommendation_id = r.root_id and a.author_id = ${userId})`,
  assigned: (userId) =>
    sql`exists (select from assignment s where s.dossier_id = r.dossier_id and s.subject_kind = 'recommendation'
                and s.subject_key = r.key and s.assignee_id = ${userId} and s.done_at is null)`,
}

function matches(filter: DeskRegisterFilter, { cut, userId }: Reading): RawBuilder<boolean> {
  const { area, side, work, refs, words } = filter
  const conditions = [
    ...(area === undefined
      ? []
      : [sql`r.area_id = (select root_id from ${current('area', cut)} a where a.key = ${area})`]),
    ...(side === undefined ? [] : [isOnSide(sql`r.id`, side, cut)]),
    ...(work === undefined ? [] : [works[work](userId)]),
    ...(refs === undefined ? [] : [sql`r.key = any(${[...refs]}::text[])`]),
    ...areOnRecord(words),
  ]
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`
}

/**
 * Rows of the desk's register from `offset` on. Filtered and ordered in the database over references alone; everything that
 * a row shows besides is looked up for the rows of the answer only. `total`: rows that match.
 */
export async function listDeskRegister(
  app: Db,
  reading: Reading,
  filter: DeskRegisterFilter,
): Promise<{ rows: DeskRegisterRow[]; total: number }> {
  const { cut, userId } = reading
  const day = sql`${cut.asOf}::date`
  const order = getOrder(filter.sort.by, cut)
  const needsFinding = filter.standing !== undefined || order.finding === true
  const standing = sql`f.assessment_id, f.effective, f.effective_last, f.level, f.state, f.contrary, ${standingWord('f', reviewMonthsOf('c', cut), day)} as word`
  const oneByOne = sql`left join lateral ${findingOn(sql`c.id`, day, cut)} f on true`
  const direction = filter.sort.descending ? sql`desc nulls last` : sql`asc nulls last`
  const { rows } = await sql<DeskRegisterRow & { total: number }>`
    with dropped_ids as materialized ${dropped(cut)}
    ${buildHits(filter.words, reading)},
    candidate as (
      select r.root_id as id, r.id as version_id, r.key as ref, r.title, r.area_id, r.issued, r.issued_last, r.review_months
      from recommendation r
      where r.dossier_id = ${cut.dossierId} and r.issued_last <= ${day} and ${isCurrent('recommendation', 'r', cut)} and ${matches(filter, reading)}),
    standing as (select * from ${needsFinding ? withFindings(cut) : sql`candidate`} m),
    matching as materialized (
      select m.version_id, m.ref, ${order.by} as sorted_by from standing m ${order.from ?? sql``}
      where ${filter.standing === undefined ? sql`true` : sql`m.word = any(${[...filter.standing]}::text[])`}),
    page as materialized (
      select p.version_id, row_number() over (order by p.sorted_by ${direction}, p.ref) as place
      from (select * from matching order by sorted_by ${direction}, ref limit ${filter.limit} offset ${filter.offset}) p),
    shown as (
      select p.place, c.*, ${standing}
      from page p
      join (select r.root_id as id, r.id as version_id, r.key as ref, r.title, r.area_id, r.issued, r.review_months from recommendation r) c
        on c.version_id = p.version_id ${oneByOne})
    select c.id, c.version_id as "versionId", c.ref, c.title, ar.key as "areaKey", ar.title as "areaTitle", ${sideOf(sql`c.version_id`, cut)} as side, c.issued,
           c.review_months as "reviewMonths", ${leftOn(sql`c.id`, cut)} as "leftOn", c.word, c.assessment_id as "assessmentId", c.effective, c.level, c.state, c.contrary,
           fa.confidence, fa.author_name as author,
           (select count(*) from evidence e where e.assessment_id = c.assessment_id) as evidence,
           up.kind as uptake, up.date as "uptakeDate",
           (select count(*) from assessment a where a.recommendation_id = c.id and ${isWaiting}) as waiting,
           exists (select from draft t where t.recommendation_id = c.id and t.author_id = ${userId}) as drafted,
           task.assignee, coalesce(task.assigned, 0) as assigned, task.due::text as due,
           array(select ac.name from recommendation_actor ra join ${current('actor', cut)} ac on ac.root_id = ra.actor_id
                 where ra.version_id = c.version_id and ra.role = 'addressee' order by ra.position) as addressees,
           ${recordVersion(sql`c.id`)} as version, (select count(*) from matching) as total
    from shown c
    join ${current('area', cut)} ar on ar.root_id = c.area_id
    left join assessment fa on fa.id = c.assessment_id
    left join lateral (select u.kind, u.date from uptake_event u
                       where u.recommendation_id = c.id and u.date_last <= ${day} and ${isCurrent('uptake_event', 'u', cut)}
                       order by ${uptakeRank} desc, u.date_last, u.id limit 1) up on true
    left join lateral (select (array_agg(mb.name order by s.due_on nulls last, s.created_at))[1] as assignee, count(*) as assigned, min(s.due_on) as due
                       from assignment s join member mb on mb.user_id = s.assignee_id
                       where s.dossier_id = ${cut.dossierId} and s.subject_kind = 'recommendation' and s.subject_key = c.ref and s.done_at is null) task on true
    order by c.place`.execute(app)
  const total = rows[0]?.total ?? (filter.offset === 0 ? 0 : await countDeskRegister(app, reading, filter))
  return { rows: rows.map(({ total: _, ...row }) => row), total }
}

/** How many rows match, where the window asked for lies behind the last of them. */
async function countDeskRegister(app: Db, reading: Reading, filter: DeskRegisterFilter): Promise<number> {
  const { total } = await listDeskRegister(app, reading, { ...filter, offset: 0, limit: 1 })
  return total
}

/** The columns that a person chose for the register of a dossier, as they were kept; null when they never did. */
export async function getGridColumns(app: Db, dossierId: number, userId: string): Promise<unknown> {
  const { rows } = await sql<{ columns: unknown }>`
    select columns from grid_preference where user_id = ${userId} and dossier_id = ${dossierId}`.execute(app)
  return rows[0]?.columns ?? null
}
