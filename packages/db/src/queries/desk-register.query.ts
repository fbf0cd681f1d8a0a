import type { Confidence, Level, State } from '@waymark/assessment/level'
import type { UptakeKind } from '@waymark/recommendation/uptake'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { recordVersion } from './recommendation.query.ts'
import {
  current,
  dropped,
  findingOn,
  findingsOn,
  isCurrent,
  isOnSide,
  leftOn,
  type RecordCut,
  reviewMonthsOf,
  sideOf,
  standingWord,
} from './relations.ts'
import { blindTo, countLetters, escapeLike, fewestLetters, hasWord, searchedTexts } from './words.ts'

export type RegisterSort =
  | 'ref'
  | 'title'
  | 'area'
  | 'standing'
  | 'effective'
  | 'confidence'
  | 'evidence'
  | 'issued'
  | 'uptake'
  | 'waiting'
  | 'due'
  | 'author'

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

const isWaiting = sql`a.file_hash is null and not exists (select from review v where v.assessment_id = a.id)`

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

/**
 * Condition on `r`: a word stands in its reference, title or text, or in what was found of it and the evidence for that.
 * Words of fewer than three letters begin a word of the title, or stand in the reference.
 */
function hasWordAnywhere(word: string, place: number): RawBuilder<boolean> {
  const inRef = sql`r.key ilike ${`%${escapeLike(word)}%`}`
  if (countLetters(word) < fewestLetters)
    return sql`(${inRef} or ' ' || lower(r.title collate "und-x-icu") like '% ' || lower(${escapeLike(word)} collate "und-x-icu") || '%')`
  return sql`(${inRef} or r.root_id in (select id from ${sql.ref(`hit_${place}`)}))`
}

/** CTEs: what this person may not see yet, and the recommendations that each word of three letters or more leads to. */
function buildHits(words: readonly string[], { userId, cut }: Reading): RawBuilder<unknown> {
  const isSeen = sql`a.dossier_id = ${cut.dossierId} and a.id not in (select id from blind)`
  const hits = words.flatMap((word, place) =>
    countLetters(word) < fewestLetters
      ? []
      : [
          sql`, ${sql.ref(`hit_${place}`)} as materialized (
      select r.root_id as id from recommendation r where r.dossier_id = ${cut.dossierId} and ${hasWord(searchedTexts.recommendation, word)}
        and ${isCurrent('recommendation', 'r', cut)}
      union all
      select a.recommendation_id from assessment a where ${hasWord(searchedTexts.assessment, word)} and ${isSeen}
      union all
      select a.recommendation_id from evidence e join assessment a on a.id = e.assessment_id
      where e.excerpt is not null and ${hasWord(searchedTexts.evidence, word)} and ${isSeen})`,
        ],
  )
  return hits.length === 0 ? sql`` : sql`, blind as materialized ${blindTo(userId)} ${sql.join(hits, sql` `)}`
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
    ...words.map(hasWordAnywhere),
  ]
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`
}

const uptakeRank = sql`array_position(array['proposed', 'raised', 'stated', 'adopted', 'committed'], u.kind)`
const standingRank = sql`array_position(array['contrary', 'none', 'limited', 'some', 'substantial', 'full', 'stale', 'no-information', 'not-assessed', 'not-applicable', 'withdrawn'], m.word)`
const ofFinding = sql`left join assessment fa on fa.id = m.assessment_id`

/** How one column orders: what it is ordered by, where that comes from, and whether it needs the finding in force. */
type Order = {
  readonly by: RawBuilder<unknown>
  readonly from?: RawBuilder<unknown>
  readonly finding?: true
}

function getOrder(by: RegisterSort, cut: RecordCut): Order {
  const orders: Readonly<Record<RegisterSort, Order>> = {
    ref: { by: sql`m.ref` },
    title: { by: sql`m.title collate "und-x-icu"` },
    issued: { by: sql`m.issued_last` },
    area: { by: sql`ar.position`, from: sql`join ${current('area', cut)} ar on ar.root_id = m.area_id` },
    standing: { by: standingRank, finding: true },
    effective: { by: sql`m.effective_last`, finding: true },
    confidence: {
      by: sql`array_position(array['low', 'medium', 'high'], fa.confidence)`,
      from: ofFinding,
      finding: true,
    },
    author: { by: sql`fa.author_name collate "und-x-icu"`, from: ofFinding, finding: true },
    evidence: {
      by: sql`(select count(*) from evidence e where e.assessment_id = m.assessment_id)`,
      finding: true,
    },
    uptake: {
      by: sql`(select max(${uptakeRank}) from uptake_event u where u.recommendation_id = m.id and u.date_last <= ${cut.asOf}::date and ${isCurrent('uptake_event', 'u', cut)})`,
    },
    waiting: {
      by: sql`nullif((select count(*) from assessment a where a.recommendation_id = m.id and ${isWaiting}), 0)`,
    },
    due: {
      by: sql`(select min(s.due_on) from assignment s where s.dossier_id = ${cut.dossierId} and s.subject_kind = 'recommendation' and s.subject_key = m.ref and s.done_at is null)`,
    },
  }
  return orders[by]
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
  const isNarrow = filter.words.length > 0 || filter.area !== undefined || filter.refs !== undefined
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
    standing as (${
      needsFinding
        ? sql`select c.*, ${standing} from candidate c ${isNarrow ? oneByOne : sql`left join ${findingsOn(day, cut)} f on f.recommendation_id = c.id`}`
        : sql`select * from candidate`
    }),
    page as materialized (
      select m.version_id, row_number() over (order by ${order.by} ${direction}, m.ref) as place, count(*) over () as total
      from standing m ${order.from ?? sql``}
      where ${filter.standing === undefined ? sql`true` : sql`m.word = any(${[...filter.standing]}::text[])`}
      order by ${order.by} ${direction}, m.ref limit ${filter.limit} offset ${filter.offset}),
    shown as (
      select p.place, p.total, c.*, ${standing}
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
           ${recordVersion(sql`c.id`)} as version, c.total
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
