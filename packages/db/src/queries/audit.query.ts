import { formatCanonicalJson, type JsonValue } from '@waymark/ledger/canonical-json'
import { type AuditEntry, assessChain, type ChainFault, type ChainReport } from '@waymark/ledger/chain'
import { sha256 } from '@waymark/ledger/hash'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import type { HeldTalk } from './coding.query.ts'

type Db = Kysely<Database>

const columns = sql`seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_dossier, subject_key, before, after, rows, previous, hash`

type Row = {
  seq: number
  at: string
  actor_kind: 'user' | 'operator' | 'system'
  actor_id: string
  actor_name: string
  action: string
  subject_kind: string
  subject_dossier: string | null
  subject_key: string | null
  before: AuditEntry['before']
  after: AuditEntry['after']
  rows: AuditEntry['rows']
  previous: string
  hash: string
}

const buildAuditEntry = (r: Row): AuditEntry => ({
  seq: r.seq,
  at: r.at,
  actor: { kind: r.actor_kind, id: r.actor_id, name: r.actor_name },
  action: r.action,
  subject: { kind: r.subject_kind, dossier: r.subject_dossier, key: r.subject_key },
  before: r.before,
  after: r.after,
  rows: r.rows,
  previous: r.previous,
  hash: r.hash,
})

/**
 * Audit entries, latest first: of everything, of a dossier, or of one subject in it.
 *
 * @param filter.held records of which others' talk is held back from the reader: its entries are neither listed nor counted
 */
export async function listAuditEntries(
  app: Db,
  filter: {
    dossier?: string | undefined
    subject?: string | undefined
    before?: number | undefined
    limit: number
    held?: { readonly reader: string; readonly records: readonly HeldTalk[] }
  },
): Promise<{ entries: AuditEntry[]; total: number }> {
  const where = sql`${filter.dossier === undefined ? sql`true` : sql`subject_dossier = ${filter.dossier}`}
    and ${filter.subject === undefined ? sql`true` : sql`subject_key = ${filter.subject}`}
    and ${filter.held === undefined || filter.held.records.length === 0 ? sql`true` : isNotHeld(filter.held)}`
  const [page, count] = await Promise.all([
    sql<Row>`select ${columns} from audit_entry where ${where} and ${filter.before === undefined ? sql`true` : sql`seq < ${filter.before}`}
             order by seq desc limit ${filter.limit}`.execute(app),
    sql<{ total: number }>`select count(*) as total from audit_entry where ${where}`.execute(app),
  ])
  return { entries: page.rows.map(buildAuditEntry), total: count.rows[0]?.total ?? 0 }
}

const isNotHeld = ({
  reader,
  records,
}: {
  readonly reader: string
  readonly records: readonly HeldTalk[]
}) => sql`not (
  action like 'comment.%' and actor_id <> ${reader}
  and (subject_dossier, subject_kind, subject_key) in (${sql.join(
    records.map(({ dossier, kind, key }) => sql`(${dossier}, ${kind}, ${key})`),
  )}))`

const step = 500

/**
 * Walks the whole chain: every entry's hash and link, and the digests of every ledger row it covers. Reads in steps, so
 * that its memory does not grow with the record. Runs within one snapshot, so that writes meanwhile do not disturb it.
 */
export async function verifyChain(app: Db): Promise<ChainReport> {
  return app.connection().execute(async (db) => {
    await sql`begin transaction isolation level repeatable read read only`.execute(db)
    try {
      await sql`select set_config('statement_timeout', '0', true)`.execute(db)
      let digests = new Map<number, AuditEntry['rows']>()
      async function* entries(): AsyncGenerator<AuditEntry> {
        for (let after = 0; ; ) {
          const { rows } =
            await sql<Row>`select ${columns} from audit_entry where seq > ${after} order by seq limit ${step}`.execute(
              db,
            )
          const last = rows.at(-1)
          if (last === undefined) break
          digests = await listDigests(db, after + 1, last.seq)
          yield* rows.map(buildAuditEntry)
          after = last.seq
        }
      }
      const report = await assessChain(entries(), { rowsOf: (seq) => digests.get(seq) ?? [] })
      const orphans = await listDigests(db, report.head.seq + 1, Number.MAX_SAFE_INTEGER)
      const extra: ChainFault[] = [...orphans].map(([seq, rows]) => ({
        seq,
        kind: 'rows',
        message: `Rows in ${rows.map((r) => r.table).join(', ')} name entry ${seq}, which is not there.`,
      }))
      for await (const fault of listPersonalFaults(db)) extra.push(fault)
      extra.push(...(await listHeadFaults(db)))
      return {
        ...report,
        ok: report.ok && extra.length === 0,
        faults: [...report.faults, ...extra],
        faultCount: report.faultCount + extra.length,
      }
    } finally {
      await sql`rollback`.execute(db)
    }
  })
}

type PersonalRow = {
  id: number
  entry: number
  key: string
  salt: string
  content: JsonValue
  recorded: string
}

/** What the erasable table says of persons must be what the ledger holds the salted hashes of. What was erased is not there to differ. */
async function* listPersonalFaults(db: Db): AsyncGenerator<ChainFault> {
  for (let after = 0; ; ) {
    const { rows } = await sql<PersonalRow>`
      select d.row_id as id, l.entry, l.key, d.salt, d.content, l.personal_sha256 as recorded
      from (select id, entry, key, personal_sha256 from case_record
            union all
            select s.id, s.entry, c.key, s.personal_sha256 from case_status s join case_record c on c.id = s.case_id) l
      join personal_data d on d.row_id = l.id
      where d.row_id > ${after} order by d.row_id limit ${step}`.execute(db)
    for (const { entry, key, salt, content, recorded } of rows) {
      if (sha256(salt + sha256(formatCanonicalJson(content))) === recorded) continue
      yield {
        seq: entry,
        kind: 'rows',
        message: `The personal data of the case ${key} are not what entry ${entry} recorded.`,
      }
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
}

/** Tables whose rows readers see as soon as they are recorded; a write of them moves the cut-off. */
const publicAtOnce = [
  'publication',
  'commitment',
  'milestone',
  'milestone_event',
  'linkage',
  'waiver',
  'uptake_event',
] as const

/** The default cut-off of readers is a projection; set back, it would hide what was published since. */
async function listHeadFaults(db: Db): Promise<ChainFault[]> {
  const { rows } = await sql<{ key: string; entry: number }>`
    select d.key, max(p.entry) as entry
    from dossier_head h join dossier d on d.id = h.dossier_id
    join (${sql.join(
      publicAtOnce.map((table) => sql`select dossier_id, entry, recorded_at from ${sql.table(table)}`),
      sql` union all `,
    )}
          union all
          select p.dossier_id, w.entry, w.recorded_at from withdrawal w join publication p on p.assessment_id = w.assessment_id) p
      on p.dossier_id = h.dossier_id and p.recorded_at > h.public_at
    group by d.key order by d.key`.execute(db)
  return rows.map(({ key, entry }) => ({
    seq: entry,
    kind: 'rows',
    message: `The cut-off of the dossier ${key} lies before what entry ${entry} published: readers would not see it.`,
  }))
}

async function listDigests(db: Db, first: number, last: number): Promise<Map<number, AuditEntry['rows']>> {
  const { rows } = await sql<{ entry: number; table: string; count: number; sha256: string }>`
    select entry, "table", count, sha256 from waymark.entry_digests(${first}, ${last})`.execute(db)
  const byEntry = Map.groupBy(rows, (r) => r.entry)
  return new Map(
    [...byEntry].map(([entry, list]) => [
      entry,
      list.map(({ table, count, sha256 }) => ({ table, count, sha256 })),
    ]),
  )
}
