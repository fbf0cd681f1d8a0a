import type { Level } from '@waymark/assessment/level'
import type { LinkageRole, MilestoneKind } from '@waymark/linkage/linkage'
import type { MilestoneEventKind } from '@waymark/linkage/milestone'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'

/**
 * What the desk works on: the latest version of everything, whatever its dates. For forms, and (within the write's own
 * transaction) for deciding.
 */
type Db = Kysely<Database>

/** Condition: nothing supersedes the version called `alias`. */
const isLatest = (table: keyof Database, alias: string): RawBuilder<boolean> =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = ${sql.ref(`${alias}.id`)})`

/** Root id of a dossier, or null. */
export async function getDossierId(app: Db, key: string): Promise<number | null> {
  const { rows } = await sql<{
    id: number
  }>`select id from dossier where key = ${key} and supersedes_id is null`.execute(app)
  return rows[0]?.id ?? null
}

export type KeyedTable = 'actor' | 'round' | 'commitment' | 'track' | 'milestone' | 'recommendation'

/** Root ids of keyed things of a dossier. A key that is not on record there is not in the answer. */
export async function listRootIds(
  app: Db,
  table: KeyedTable,
  dossierId: number,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; id: number }>`
    select t.key, t.id from ${sql.table(table)} t
    where t.dossier_id = ${dossierId} and t.supersedes_id is null and t.key = any(${[...keys]}::text[])`.execute(
    app,
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export type DeskMilestone = {
  id: number
  versionId: number
  key: string
  trackId: number
  trackKey: string
  kind: MilestoneKind
  title: string
  planned: string | null
  occurred: string | null
  sourceId: number
  sourceKey: string
  locator: string | null
}

const milestones = sql`
  select root.id, m.id as "versionId", root.key, m.track_id as "trackId", t.key as "trackKey", m.kind, m.title, m.planned, m.occurred,
         m.source_id as "sourceId", s.key as "sourceKey", m.locator
  from milestone root
  join milestone m on m.root_id = root.id and ${isLatest('milestone', 'm')}
  join track t on t.id = m.track_id join source s on s.id = m.source_id`

/** A milestone in its latest version; null when it is not there. */
export async function getDeskMilestone(
  app: Db,
  dossierId: number,
  key: string,
): Promise<DeskMilestone | null> {
  const { rows } = await sql<DeskMilestone>`
    ${milestones} where root.dossier_id = ${dossierId} and root.key = ${key} and root.supersedes_id is null`.execute(
    app,
  )
  return rows[0] ?? null
}

/** What has occurred on a track beside one milestone, by its day. */
export async function listTrackOccurrences(
  app: Db,
  trackId: number,
  exceptId: number,
): Promise<{ kind: MilestoneKind; occurred: string }[]> {
  const { rows } = await sql<{ kind: MilestoneKind; occurred: string }>`
    select m.kind, m.occurred from milestone m
    where m.track_id = ${trackId} and m.occurred is not null and m.root_id <> ${exceptId} and ${isLatest('milestone', 'm')}
    order by m.occurred_last, m.id`.execute(app)
  return rows
}

export type DeskMilestoneEvent = {
  id: number
  rootId: number
  kind: MilestoneEventKind
  effective: string
  planned: string | null
  void: boolean
  note: string | null
  reason: string | null
  sourceId: number
  locator: string | null
  recordedAt: string
  latest: boolean
}

/** Every version of what befell a milestone, in the order of recording. `latest`: nothing supersedes it. */
export async function listDeskEvents(app: Db, milestoneId: number): Promise<DeskMilestoneEvent[]> {
  const { rows } = await sql<DeskMilestoneEvent>`
    select e.id, e.root_id as "rootId", e.kind, e.effective, e.planned, e.void, e.note, e.reason, e.source_id as "sourceId", e.locator,
           e.recorded_at as "recordedAt", ${isLatest('milestone_event', 'e')} as latest
    from milestone_event e where e.milestone_id = ${milestoneId} order by e.id`.execute(app)
  return rows
}

export type MilestoneVersion = {
  id: number
  kind: MilestoneKind
  title: string
  planned: string | null
  occurred: string | null
  reason: string | null
  sourceId: number
  locator: string | null
  recordedAt: string
}

/** Every version of a milestone, the latest first. */
export async function listMilestoneVersions(app: Db, milestoneId: number): Promise<MilestoneVersion[]> {
  const { rows } = await sql<MilestoneVersion>`
    select m.id, m.kind, m.title, m.planned, m.occurred, m.reason, m.source_id as "sourceId", m.locator, m.recorded_at as "recordedAt"
    from milestone m where m.root_id = ${milestoneId} order by m.id desc`.execute(app)
  return rows
}

export type DeskCommitment = {
  id: number
  versionId: number
  key: string
  actorKey: string
  actorName: string
  date: string
  summary: string
  sourceKey: string
  sourceTitle: string
  locator: string | null
  /** Links that rest on it, in their latest versions. */
  links: number
}

/** Commitments in their latest versions, latest first; or the one with a key. */
export async function listDeskCommitments(
  app: Db,
  dossierId: number,
  key?: string,
): Promise<DeskCommitment[]> {
  const { rows } = await sql<DeskCommitment>`
    select root.id, c.id as "versionId", root.key, a.key as "actorKey", a.name as "actorName", c.date, c.summary, s.key as "sourceKey",
           s.title as "sourceTitle", c.locator,
           (select count(*) from linkage_commitment lc join linkage l on l.id = lc.version_id
            where lc.commitment_id = root.id and ${isLatest('linkage', 'l')}) as links
    from commitment root
    join commitment c on c.root_id = root.id and ${isLatest('commitment', 'c')}
    join actor a on a.root_id = c.actor_id and ${isLatest('actor', 'a')}
    join source s on s.root_id = c.source_id and ${isLatest('source', 's')}
    where root.dossier_id = ${dossierId} and root.supersedes_id is null ${key === undefined ? sql`` : sql`and root.key = ${key}`}
    order by c.date_last desc, root.key`.execute(app)
  return rows
}

export type DeskLink = {
  id: number
  versionId: number
  ref: string
  title: string
  recommendationId: number
  issued: string
  milestone: string
  milestoneId: number
  occurred: string | null
  role: LinkageRole
  required: Level | null
  note: string | null
  ended: string | null
  reason: string | null
  commitments: string[]
}

/** Links in their latest versions: of a milestone, or one. */
export async function listDeskLinks(
  app: Db,
  dossierId: number,
  which: { readonly milestone: string; readonly ref?: string },
): Promise<DeskLink[]> {
  const { rows } = await sql<DeskLink>`
    select l.root_id as id, l.id as "versionId", r.key as ref, r.title, l.recommendation_id as "recommendationId", r.issued,
           m.key as milestone, l.milestone_id as "milestoneId", m.occurred, l.role, l.required, l.note, l.ended, l.reason,
           array(select c.key from linkage_commitment lc join commitment c on c.id = lc.commitment_id where lc.version_id = l.id order by lc.position) as commitments
    from milestone mr
    join milestone m on m.root_id = mr.id and ${isLatest('milestone', 'm')}
    join linkage l on l.dossier_id = ${dossierId} and l.milestone_id = mr.id and ${isLatest('linkage', 'l')}
    join recommendation r on r.root_id = l.recommendation_id and ${isLatest('recommendation', 'r')}
    where mr.dossier_id = ${dossierId} and mr.key = ${which.milestone} and mr.supersedes_id is null
      ${which.ref === undefined ? sql`` : sql`and r.key = ${which.ref}`}
    order by r.key`.execute(app)
  return rows
}

export type LinkVersion = {
  id: number
  role: LinkageRole
  required: Level | null
  note: string | null
  ended: string | null
  reason: string | null
  recordedAt: string
  by: string
  commitments: string[]
}

/** Every version of a link, the latest first. */
export async function listLinkVersions(app: Db, linkId: number): Promise<LinkVersion[]> {
  const { rows } = await sql<LinkVersion>`
    select l.id, l.role, l.required, l.note, l.ended, l.reason, l.recorded_at as "recordedAt", e.actor_name as by,
           array(select c.key from linkage_commitment lc join commitment c on c.id = lc.commitment_id where lc.version_id = l.id order by lc.position) as commitments
    from linkage l join audit_entry e on e.seq = l.entry where l.root_id = ${linkId} order by l.id desc`.execute(
    app,
  )
  return rows
}

export type DeskWaiver = {
  id: number
  versionId: number
  effective: string
  ended: string | null
  why: string
  reason: string | null
  sourceKey: string
  sourceTitle: string
  locator: string | null
  recordedAt: string
  by: string
}

/** Waivers of a link in their latest versions, the latest first. */
export async function listDeskWaivers(app: Db, linkId: number): Promise<DeskWaiver[]> {
  const { rows } = await sql<DeskWaiver>`
    select w.root_id as id, w.id as "versionId", w.effective, w.ended, w.why, w.reason, s.key as "sourceKey", s.title as "sourceTitle", w.locator,
           w.recorded_at as "recordedAt", e.actor_name as by
    from waiver w join source s on s.root_id = w.source_id and ${isLatest('source', 's')} join audit_entry e on e.seq = w.entry
    where w.linkage_id = ${linkId} and ${isLatest('waiver', 'w')} order by w.effective_last desc, w.id desc`.execute(
    app,
  )
  return rows
}

export type LinkCandidate = {
  id: number
  ref: string
  title: string
  area: string
  issued: string
  /** The link that there already is to the milestone, in its latest version. */
  role: LinkageRole | null
  required: Level | null
  ended: string | null
}

/** Recommendations by reference, with their links to a milestone: what a link of many would do. */
export async function listLinkCandidates(
  app: Db,
  dossierId: number,
  milestoneId: number,
  refs: readonly string[],
): Promise<LinkCandidate[]> {
  const { rows } = await sql<LinkCandidate>`
    select r.root_id as id, r.key as ref, r.title, a.title as area, r.issued, l.role, l.required, l.ended
    from recommendation r
    join area a on a.root_id = r.area_id and ${isLatest('area', 'a')}
    left join linkage l on l.recommendation_id = r.root_id and l.milestone_id = ${milestoneId} and ${isLatest('linkage', 'l')}
    where r.dossier_id = ${dossierId} and r.key = any(${[...refs]}::text[]) and ${isLatest('recommendation', 'r')}
    order by r.key`.execute(app)
  return rows
}

export type DeskUptake = {
  id: number
  versionId: number
  kind: 'proposed' | 'raised' | 'stated' | 'adopted' | 'committed'
  date: string
  round: string | null
  forum: string | null
  sourceKey: string
  sourceTitle: string
  locator: string | null
  note: string | null
}

/** Uptake events of a recommendation in their latest versions, by date; those recorded by mistake left out. */
export async function listDeskUptake(app: Db, recommendationId: number): Promise<DeskUptake[]> {
  const { rows } = await sql<DeskUptake>`
    select u.root_id as id, u.id as "versionId", u.kind, u.date, r.key as round, u.forum, s.key as "sourceKey", s.title as "sourceTitle", u.locator, u.note
    from uptake_event u
    join source s on s.root_id = u.source_id and ${isLatest('source', 's')}
    left join round r on r.id = u.round_id
    where u.recommendation_id = ${recommendationId} and not u.void and ${isLatest('uptake_event', 'u')} order by u.date_last, u.id`.execute(
    app,
  )
  return rows
}

/** Choices of the linkage forms: actors, tracks, rounds and milestones of a dossier in their latest versions. */
export async function listLinkageChoices(app: Db, dossierId: number) {
  const choices = async (
    table: 'actor' | 'track' | 'round',
    title: RawBuilder<string>,
    order: RawBuilder<unknown>,
  ) =>
    (
      await sql<{ key: string; title: string }>`
        select t.key, ${title} as title from ${sql.table(table)} t
        where t.dossier_id = ${dossierId} and ${isLatest(table, 't')} order by ${order}, t.key`.execute(app)
    ).rows
  const [actors, tracks, rounds, { rows: all }] = await Promise.all([
    choices('actor', sql`t.name`, sql`t.kind <> 'eu-institution', t.name`),
    choices('track', sql`t.title`, sql`t.title`),
    choices('round', sql`t.title`, sql`t.date_last desc`),
    sql<DeskMilestone>`${milestones} where root.dossier_id = ${dossierId} and root.supersedes_id is null
      order by m.occurred_last nulls last, m.planned_last nulls last, root.key`.execute(app),
  ])
  return { actors, tracks, rounds, milestones: all }
}

/** Sources among these that are not public yet. */
export async function listPrivateSources(app: Db, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select s.id from source s where s.id = any(${[...ids]}::bigint[]) and not exists (select from source_publication p where p.source_id = s.id)`.execute(
    app,
  )
  return rows.map(({ id }) => id)
}
