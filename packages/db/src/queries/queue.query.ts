import type { Level } from '@waymark/assessment/level'
import type {
  ContentLanguage,
  TranslatableField,
  TranslatableKind,
} from '@waymark/recommendation/translatable'
import { type Kysely, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import type { Database } from '../schema.ts'
import { isBlindTo } from './coding.query.ts'
import { countedAt, dropped, findingOn, findingsOn, type RecordCut } from './relations.ts'
import { isOfWording, latestTranslations, originals } from './translation.relations.ts'

type Db = Kysely<Database>

/** Some rows, and how many there are in all. */
export type Some<T> = { readonly rows: T[]; readonly total: number }

const takeTotal = <T extends { total: number }>(found: readonly T[]): Some<Omit<T, 'total'>> => ({
  rows: found.map(({ total: _, ...row }) => row),
  total: found[0]?.total ?? 0,
})

export type StaleRow = { ref: string; title: string; level: Level; effective: string; dueOn: string }

/**
 * Recommendations whose finding is older than their own review interval at the cut, those overdue for longest first.
 * `dueOn`: the last day on which the finding was fresh. Serves the queue; reads like the scorecard, once a public write.
 */
export async function listStale(db: Reader, cut: RecordCut, limit: number): Promise<Some<StaleRow>> {
  const day = sql`${cut.asOf}::date`
  const due = sql`(f.effective_last + make_interval(months => c.review_months))::date`
  const { rows } = await sql<StaleRow & { total: number }>`
    with dropped_ids as materialized ${dropped(cut)},
    stale as (
      select c.id, c.root_id, f.level, f.effective, ${due} as due_on, count(*) over () as total
      from ${countedAt(cut)} c join ${findingsOn(day, cut)} f on f.recommendation_id = c.root_id
      where f.level is not null and ${day} > ${due}
      order by due_on, c.root_id limit ${limit})
    select r.key as ref, r.title, s.level, s.effective, s.due_on as "dueOn", s.total
    from stale s join recommendation r on r.id = s.id order by s.due_on, r.key`.execute(db)
  return takeTotal(rows)
}

/** A recommendation whose finding in force meets so many items of evidence against it. */
export type ContradictedRow = { ref: string; title: string; items: number }

/** Findings in force at the cut that were published together with evidence against them. Reads like the scorecard. */
export async function listContradicted(db: Db, cut: RecordCut): Promise<ContradictedRow[]> {
  const { rows } = await sql<ContradictedRow>`
    with dropped_ids as materialized ${dropped(cut)},
    against as materialized (
      select e.assessment_id, count(*) as items from evidence e where e.stance = 'contradicts' group by e.assessment_id),
    met as (
      select f.recommendation_id, g.items from ${findingsOn(sql`${cut.asOf}::date`, cut)} f join against g on g.assessment_id = f.assessment_id)
    select v.key as ref, v.title, m.items
    from met m join ${countedAt(cut)} c on c.root_id = m.recommendation_id join recommendation v on v.id = c.id
    order by m.items desc, v.key`.execute(db as unknown as Reader)
  return rows
}

/**
 * Findings in force that meet evidence against them in a later assessment that waits for review, unless the reader has to
 * rate that one before they see it. Reads what waits, and nothing else.
 */
export async function listWaitingAgainst(db: Db, cut: RecordCut, userId: string): Promise<ContradictedRow[]> {
  const { rows } = await sql<ContradictedRow>`
    with dropped_ids as materialized ${dropped(cut)},
    waiting as materialized (
      select a.recommendation_id, a.id, count(*) as items
      from assessment a join evidence e on e.assessment_id = a.id and e.stance = 'contradicts'
      where a.dossier_id = ${cut.dossierId} and a.file_hash is null and a.step_id is null
        and not exists (select from review v where v.assessment_id = a.id) and not ${isBlindTo(userId)}
      group by a.recommendation_id, a.id)
    select v.key as ref, v.title, sum(w.items) as items
    from waiting w join lateral ${findingOn(sql`w.recommendation_id`, sql`${cut.asOf}::date`, cut)} f on w.id > f.assessment_id
    join ${countedAt(cut)} c on c.root_id = w.recommendation_id join recommendation v on v.id = c.id
    group by v.key, v.title order by v.key`.execute(db as unknown as Reader)
  return rows
}

export type DeadLinkRow = {
  key: string
  title: string
  url: string
  outcome: 'gone' | 'unreachable'
  httpStatus: number | null
  checkedAt: string
  failingSince: string | null
}

/** Sources whose address did not answer when it was last asked, those dead for longest first. */
export async function listDeadLinks(db: Db, dossierId: number, limit: number): Promise<Some<DeadLinkRow>> {
  const { rows } = await sql<DeadLinkRow & { total: number }>`
    select s.key, s.title, s.url, c.outcome, c.http_status as "httpStatus", c.checked_at as "checkedAt", c.failing_since as "failingSince",
           count(*) over () as total
    from link_check c join source s on s.root_id = c.source_id and s.url = c.url
      and not exists (select from source later where later.supersedes_id is not null and later.supersedes_id = s.id)
    where s.dossier_id = ${dossierId} and c.outcome in ('gone', 'unreachable')
    order by c.failing_since nulls last, s.key limit ${limit}`.execute(db)
  return takeTotal(rows)
}

export type FaultyFileRow = { sha256: string; name: string; fault: 'missing' | 'altered'; checkedAt: string }

/** Files that were missing, or did not match their hash, when they were last read whole. */
export async function listFaultyFiles(
  db: Db,
  dossierId: number,
  limit: number,
): Promise<Some<FaultyFileRow>> {
  const { rows } = await sql<FaultyFileRow & { total: number }>`
    select f.sha256, f.name, c.fault, c.checked_at as "checkedAt", count(*) over () as total
    from file_check c join file f on f.id = c.file_id
    where c.fault is not null and f.dossier_id = ${dossierId} order by f.id limit ${limit}`.execute(db)
  return takeTotal(rows)
}

export type OutdatedRow = {
  kind: TranslatableKind
  key: string
  label: string
  field: TranslatableField
  language: ContentLanguage
  translatedAt: string
}

/** Translations that were made of another wording than the one that stands, oldest first. */
export async function listOutdated(db: Db, dossierId: number, limit: number): Promise<Some<OutdatedRow>> {
  const { rows } = await sql<OutdatedRow & { total: number }>`
    select o.kind, o.key, o.label, t.field, t.language, t.recorded_at as "translatedAt", count(*) over () as total
    from ${latestTranslations(dossierId)} t
    join ${originals(dossierId)} o on o.kind = t.subject_kind and o.id = t.subject_id and o.field = t.field
    where not ${isOfWording} order by t.recorded_at, o.key, o.field, t.language limit ${limit}`.execute(db)
  return takeTotal(rows)
}

export type OwnWork = {
  readonly toReview: number
  readonly returnedToMe: number
  readonly mineInReview: number
  readonly drafts: number
  /** Open assignments of mine, and how many of them should have been done before today. */
  readonly assigned: number
  readonly overdue: number
  readonly unread: number
}

/** How much waits for one person, by kind; one query. The conditions are those of the lists. */
export async function countOwnWork(
  db: Db,
  {
    dossierId,
    userId,
    today,
  }: { readonly dossierId: number; readonly userId: string; readonly today: string },
): Promise<OwnWork> {
  const { rows } = await sql<OwnWork>`
    with waiting as (
      select a.author_id from assessment a
      where a.dossier_id = ${dossierId} and a.file_hash is null and not exists (select from review v where v.assessment_id = a.id)
        and not ${isBlindTo(userId)}),
    open as (select due_on from assignment where assignee_id = ${userId} and dossier_id = ${dossierId} and done_at is null)
    select (select count(*) from waiting where author_id <> ${userId}) as "toReview",
           (select count(*) from waiting where author_id = ${userId}) as "mineInReview",
           (select count(*) from assessment a join review v on v.assessment_id = a.id
            where a.dossier_id = ${dossierId} and a.file_hash is null and v.outcome = 'returned' and a.author_id = ${userId}
              and not exists (select from assessment n where n.recommendation_id = a.recommendation_id and n.author_id = a.author_id and n.id > a.id)) as "returnedToMe",
           (select count(*) from draft where dossier_id = ${dossierId} and author_id = ${userId}) as drafts,
           (select count(*) from open) as assigned,
           (select count(*) from open where due_on < ${today}::date) as overdue,
           (select count(*) from notification where user_id = ${userId} and dossier_id = ${dossierId} and read_at is null) as unread`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) throw new Error('the database did not answer with its counts')
  return row
}
