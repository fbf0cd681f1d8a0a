import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { hasWord, isInFile } from './words.ts'

/** Files of evidence, with when they were last compared with their hashes. Desk only. */
type Db = Kysely<Database>

export type FileRow = {
  id: number
  name: string
  mediaType: string
  bytes: number
  sha256: string
  how: 'upload' | 'capture'
  url: string | null
  finalUrl: string | null
  status: number | null
  tool: string
  collectedAt: string
  collector: string
  workingSha256: string | null
  workingBytes: number | null
  workingType: string | null
  checkedAt: string | null
  fault: 'missing' | 'altered' | null
  /** Items of evidence that name it, in their latest versions. */
  items: number
}

const columns = sql`
  f.id, f.name, f.media_type as "mediaType", f.bytes, f.sha256, f.how, f.url, f.final_url as "finalUrl", f.http_status as status, f.tool,
  f.collected_at as "collectedAt", f.collector_name as collector, f.working_sha256 as "workingSha256", f.working_bytes as "workingBytes",
  f.working_type as "workingType", c.checked_at as "checkedAt", c.fault,
  (select count(*) from evidence_item i where i.file_id = f.id
     and not exists (select from evidence_item later where later.supersedes_id is not null and later.supersedes_id = i.id)) as items`
const tables = sql`file f left join file_check c on c.file_id = f.id`

/** One file of a dossier; null when it is not there. */
export async function getFile(app: Db, dossierId: number, id: number): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`
    select ${columns} from ${tables} where f.id = ${id} and f.dossier_id = ${dossierId}`.execute(app)
  return rows[0] ?? null
}

/** What the server said beside a captured page, as it was kept; null for a file that was uploaded. */
export async function getServed(app: Db, fileId: number): Promise<unknown> {
  const { rows } = await sql<{
    served: unknown
  }>`select headers as served from file where id = ${fileId}`.execute(app)
  return rows[0]?.served ?? null
}

/** The file of a dossier that has these bytes; null when none has. */
export async function findFile(app: Db, dossierId: number, sha256: string): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`
    select ${columns} from ${tables} where f.sha256 = ${sha256} and f.dossier_id = ${dossierId}`.execute(app)
  return rows[0] ?? null
}

const hasWords = (words: readonly string[]) =>
  words.length === 0
    ? sql`true`
    : sql.join(
        words.map(
          (word) => sql`(${hasWord(sql`f.name || ' ' || coalesce(f.url, '')`, word)}
            or f.id in (select t.file_id from file_text t where ${isInFile(word)}))`,
        ),
        sql` and `,
      )

/** A page of the files of a dossier, the latest first, with how many there are in all; two queries. */
export async function listFiles(
  app: Db,
  dossierId: number,
  {
    words,
    limit,
    offset,
  }: { readonly words: readonly string[]; readonly limit: number; readonly offset: number },
): Promise<{ files: FileRow[]; total: number }> {
  const where = sql`f.dossier_id = ${dossierId} and ${hasWords(words)}`
  const [page, count] = await Promise.all([
    sql<FileRow>`select ${columns} from ${tables} where ${where} order by f.id desc limit ${limit} offset ${offset}`.execute(
      app,
    ),
    sql<{ total: number }>`select count(*) as total from ${tables} where ${where}`.execute(app),
  ])
  return { files: page.rows, total: count.rows[0]?.total ?? 0 }
}

export type CustodyRow = { seq: number; at: string; who: string; action: string; kind: string }

/** Every audit entry about a file and an item of evidence, in the order in which it happened. */
export async function listCustody(
  app: Db,
  dossier: string,
  { file, item }: { readonly file: number | null; readonly item: number | null },
): Promise<CustodyRow[]> {
  const { rows } = await sql<CustodyRow>`
    select seq, at, actor_name as who, action, subject_kind as kind from audit_entry
    where subject_dossier = ${dossier}
      and ((subject_kind = 'file' and subject_key = ${file === null ? null : String(file)})
        or (subject_kind = 'evidence-item' and subject_key = ${item === null ? null : String(item)}))
    order by seq`.execute(app)
  return rows
}

export type StoredFile = { id: number; entry: number; sha256: string; workingSha256: string | null }

/** A step of a walk: those after an id that were not looked at since an instant (or are not older than that themselves). */
export type Due = { readonly after: number; readonly checkedBefore: string; readonly limit: number }

/** Files of the whole installation that are due to be compared with their hashes, by id. */
export async function listDueFiles(app: Db, { after, checkedBefore, limit }: Due): Promise<StoredFile[]> {
  const { rows } = await sql<StoredFile>`
    select f.id, f.entry, f.sha256, f.working_sha256 as "workingSha256" from file f left join file_check c on c.file_id = f.id
    where f.id > ${after} and coalesce(c.checked_at, f.recorded_at) < ${checkedBefore} order by f.id limit ${limit}`.execute(
    app,
  )
  return rows
}

export type LinkedSource = { id: number; url: string }

/**
 * Public sources with an address that is due to be asked, by id, in their latest versions. Sources that only the desk knows
 * are not among them: to ask for their pages would tell that somebody is interested.
 */
export async function listDueLinks(app: Db, { after, checkedBefore, limit }: Due): Promise<LinkedSource[]> {
  const { rows } = await sql<LinkedSource>`
    select s.root_id as id, s.url from source s left join link_check c on c.source_id = s.root_id and c.url = s.url
    where s.url is not null and s.root_id > ${after} and coalesce(c.checked_at, s.recorded_at) < ${checkedBefore}
      and exists (select from source_publication p where p.source_id = s.root_id)
      and not exists (select from source later where later.supersedes_id is not null and later.supersedes_id = s.id)
    order by s.root_id limit ${limit}`.execute(app)
  return rows
}

/** Keeps the outcome of comparing a file with its hash. */
export const recordFileCheck = (
  app: Db,
  check: { fileId: number; checkedAt: string; fault: 'missing' | 'altered' | null },
): Promise<unknown> =>
  sql`insert into file_check (file_id, checked_at, fault) values (${check.fileId}, ${check.checkedAt}, ${check.fault})
    on conflict (file_id) do update set checked_at = excluded.checked_at, fault = excluded.fault`.execute(app)

export type LinkOutcome = 'answers' | 'gone' | 'unreachable' | 'refused'

/** Keeps whether an address answered; `failing_since` is the first of the failures in a row. */
export const recordLinkCheck = (
  app: Db,
  check: { sourceId: number; url: string; checkedAt: string; outcome: LinkOutcome },
): Promise<unknown> => {
  const failing = check.outcome === 'gone' || check.outcome === 'unreachable' ? check.checkedAt : null
  return sql`
    insert into link_check as c (source_id, url, checked_at, outcome, http_status, failing_since)
    values (${check.sourceId}, ${check.url}, ${check.checkedAt}, ${check.outcome}, null, ${failing})
    on conflict (source_id) do update set url = excluded.url, checked_at = excluded.checked_at, outcome = excluded.outcome,
      http_status = null,
      failing_since = case when excluded.failing_since is null then null
                           when c.url = excluded.url then coalesce(c.failing_since, excluded.failing_since)
                           else excluded.failing_since end`.execute(app)
}

const checkLock = 0x77617963

/** Runs `work` while no other process of the installation runs it; false when one does already. */
export const runAlone = (app: Db, work: () => Promise<void>): Promise<boolean> =>
  app.connection().execute(async (held) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${checkLock}) as mine`.execute(
      held,
    )
    if (rows[0]?.mine !== true) return false
    try {
      await work()
      return true
    } finally {
      await sql`select pg_advisory_unlock(${checkLock})`.execute(held)
    }
  })
