import type { Audience } from '@waymark/meeting/event'
import type { ContentLanguage } from '@waymark/recommendation/translatable'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type BriefingHead = {
  id: number
  dossierId: number
  dossier: string
  dossierTitle: string
  /** A round on record, by its first version. */
  round: string | null
  roundTitle: string | null
  roundDate: string | null
  roundPlace: string | null
  planned: unknown
  language: ContentLanguage
  audience: Audience
  author: string
  recordedAt: string
}

const latestRound = sql`lateral (
  select r.key, r.title, r.date, r.place from round r
  where r.root_id = b.round_id and not exists (select from round later where later.supersedes_id is not null and later.supersedes_id = r.id)) r`

const head = sql`
  b.id, b.dossier_id as "dossierId", d.key as dossier, d.title as "dossierTitle", r.key as round, r.title as "roundTitle",
  r.date as "roundDate", r.place as "roundPlace", b.planned, b.language, b.audience, b.author_name as author, b.recorded_at as "recordedAt"`
const tables = sql`
  briefing b
  join dossier root on root.id = b.dossier_id
  join dossier d on d.root_id = root.id and not exists (select from dossier later where later.supersedes_id is not null and later.supersedes_id = d.id)
  left join ${latestRound} on true`

/** A briefing of a dossier by its id; null where there is none. */
export async function getBriefingHead(db: Db, dossier: string, id: number): Promise<BriefingHead | null> {
  const { rows } = await sql<BriefingHead>`
    select ${head} from ${tables} where b.id = ${id} and root.key = ${dossier} and root.supersedes_id is null`.execute(
    db,
  )
  return rows[0] ?? null
}

export type BriefingRow = BriefingHead & {
  title: string
  number: number
  asOf: string
  changedBy: string
  changedAt: string
  /** How often what a round brought was recorded from it. */
  outcomes: number
}

/** The briefings of a dossier with their latest versions, the latest begun first. */
export async function listBriefings(
  db: Db,
  dossierId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: BriefingRow[]; total: number }> {
  const { rows } = await sql<BriefingRow & { total: number }>`
    select ${head}, v.body ->> 'title' as title, v.number, v.as_of as "asOf", v.author_name as "changedBy", v.recorded_at as "changedAt",
           (select count(*) from briefing_outcome o where o.briefing_id = b.id) as outcomes, count(*) over () as total
    from ${tables}
    join lateral (select number, body, as_of, author_name, recorded_at from briefing_version where briefing_id = b.id order by number desc limit 1) v on true
    where b.dossier_id = ${dossierId} order by b.id desc limit ${limit} offset ${offset}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type BriefingVersionRow = {
  number: number
  basedOn: number | null
  body: unknown
  asOf: string
  knownAt: string
  method: string
  facts: unknown
  factsOf: number
  author: string
  authorId: string
  recordedAt: string
}

/** A version of a briefing with its facts, wherever they stand; the latest where no number is given. */
export async function getBriefingVersion(
  db: Db,
  briefing: number,
  number?: number,
): Promise<BriefingVersionRow | null> {
  const { rows } = await sql<BriefingVersionRow>`
    select v.number, v.based_on as "basedOn", v.body, v.as_of as "asOf", v.known_at as "knownAt", v.method, f.facts, v.facts_of as "factsOf",
           v.author_name as author, v.author_id as "authorId", v.recorded_at as "recordedAt"
    from briefing_version v join briefing_version f on f.briefing_id = v.briefing_id and f.number = v.facts_of
    where v.briefing_id = ${briefing} ${number === undefined ? sql`` : sql`and v.number = ${number}`}
    order by v.number desc limit 1`.execute(db)
  return rows[0] ?? null
}

export type BriefingVersionLine = {
  number: number
  asOf: string
  knownAt: string
  author: string
  recordedAt: string
  /** True where the facts were read anew. */
  refreshed: boolean
}

/** The latest versions of a briefing, at most 200. */
export async function listBriefingVersions(db: Db, briefing: number): Promise<BriefingVersionLine[]> {
  const { rows } = await sql<BriefingVersionLine>`
    select v.number, v.as_of as "asOf", v.known_at as "knownAt", v.author_name as author, v.recorded_at as "recordedAt", v.facts_of = v.number as refreshed
    from briefing_version v where v.briefing_id = ${briefing} order by v.number desc limit 200`.execute(db)
  return rows
}

export type BriefingOutcomeRow = {
  id: string
  briefing: number
  requestSha256: string
  round: string
  events: number
  author: string
  recordedAt: string
}

const outcomes = sql`
  select o.id, o.briefing_id as briefing, o.request_sha256 as "requestSha256", r.key as round, o.events, o.author_name as author, o.recorded_at as "recordedAt"
  from briefing_outcome o join round r on r.id = o.round_id`

/** What was recorded by a request of this id; null where it is a new one. */
export async function findBriefingOutcome(db: Db, id: string): Promise<BriefingOutcomeRow | null> {
  const { rows } = await sql<BriefingOutcomeRow>`${outcomes} where o.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** What was recorded after the round of a briefing, the latest first. */
export async function listBriefingOutcomes(db: Db, briefing: number): Promise<BriefingOutcomeRow[]> {
  const { rows } = await sql<BriefingOutcomeRow>`
    ${outcomes} where o.briefing_id = ${briefing} order by o.recorded_at desc limit 50`.execute(db)
  return rows
}

export type BriefingTemplateRow = {
  name: string
  sha256: string
  bytes: number
  partsSha256: string
  author: string
  recordedAt: string
}

/** The Word template that the briefings of a dossier are set in; null where there is none. */
export async function getBriefingTemplate(db: Db, dossierId: number): Promise<BriefingTemplateRow | null> {
  const { rows } = await sql<{ [K in keyof BriefingTemplateRow]: BriefingTemplateRow[K] | null }>`
    select name, sha256, bytes, parts_sha256 as "partsSha256", author_name as author, recorded_at as "recordedAt"
    from briefing_template where dossier_id = ${dossierId} order by id desc limit 1`.execute(db)
  const row = rows[0]
  return row === undefined || row.name === null ? null : (row as BriefingTemplateRow)
}

/** Dialogue rounds of a dossier in their latest versions, the latest first. */
export async function listDeskRounds(
  db: Db,
  dossierId: number,
): Promise<{ key: string; title: string; date: string; place: string | null }[]> {
  const { rows } = await sql<{ key: string; title: string; date: string; place: string | null }>`
    select r.key, r.title, r.date, r.place from round r
    where r.dossier_id = ${dossierId} and not exists (select from round later where later.supersedes_id is not null and later.supersedes_id = r.id)
    order by r.date_last desc, r.key`.execute(db)
  return rows
}

/** The names of cases that are not public, real ones and those behind pseudonyms, of these sensitivities. */
export async function listPrivateNames(
  db: Db,
  dossierId: number,
  sensitivities: readonly ('internal' | 'confidential')[],
): Promise<string[]> {
  const { rows } = await sql<{ name: string | null }>`
    select unnest(array[p.content ->> 'publicName', p.content ->> 'realName']) as name
    from case_record c join personal_data p on p.row_id = c.id
    where c.dossier_id = ${dossierId} and c.sensitivity = any(${[...sensitivities]}::text[])
      and not exists (select from case_record later where later.supersedes_id is not null and later.supersedes_id = c.id)`.execute(
    db,
  )
  return rows.flatMap(({ name }) => (name === null ? [] : [name]))
}
