import { ok, type Result } from '@waymark/kernel/result'
import { type AuditEntry, buildEntry, genesis } from '@waymark/ledger/chain'
import { type Kysely, sql, type Transaction } from 'kysely'
import { headChannel } from './listen.ts'
import type { Database } from './schema.ts'

/** Who writes: a signed-in user, the installation's operator (command line), or the product itself at first start. */
export type Act = {
  readonly kind: 'user' | 'operator' | 'system'
  readonly id: string
  readonly name: string
}

/** An open write. Everything written through it carries `entry` and (unless history is imported) `recordedAt`. */
export type Write = {
  readonly trx: Transaction<Database>
  readonly act: Act
  /** Number of the audit entry that this write will append. */
  readonly entry: number
  /** The instant of recording, set by the database; later than that of every earlier write. */
  readonly recordedAt: string
  /** Reserves `count` ids of the record and returns the first. */
  readonly reserveIds: (count: number) => Promise<number>
}

/** What the audit entry says of a write. Never names or texts of cases: ids, keys and hashes only. */
export type Account = {
  readonly action: string
  readonly subject: AuditEntry['subject']
  readonly before?: AuditEntry['before']
  readonly after?: AuditEntry['after']
}

/** The outcome of a write: its value, and what to say of it; `account: null` when nothing was written after all. */
export type Written<T> = { readonly value: T; readonly account: Account | null }

// All writes take this lock first, so that the chain has one order and "based on version" checks cannot race.
const writeLock = 0x7761796d

class Rollback extends Error {
  readonly outcome: { readonly ok: false; readonly error: unknown }
  constructor(outcome: { readonly ok: false; readonly error: unknown }) {
    super('rolled back')
    this.outcome = outcome
  }
}

/**
 * The only place that opens a transaction. Runs `write`; when it returns a value, appends one audit entry whose hash
 * covers the previous entry and a digest of every ledger row just written, and commits; when it returns a refusal or
 * throws, nothing is kept.
 */
export async function inTransaction<T, E>(
  db: Kysely<Database>,
  act: Act,
  write: (w: Write) => Promise<Result<Written<T>, E>>,
  options: { readonly statementTimeoutMs?: number } = {},
): Promise<Result<T, E>> {
  try {
    const value = await db.transaction().execute(async (trx) => {
      await takeTurn(trx)
      if (options.statementTimeoutMs !== undefined) {
        await sql`select set_config('statement_timeout', ${String(options.statementTimeoutMs)}, true)`.execute(
          trx,
        )
      }
      const head = await getHead(trx)
      const outcome = await write({
        trx,
        act,
        entry: head.seq + 1,
        recordedAt: head.now,
        reserveIds: (n) => reserveIds(trx, n),
      })
      if (!outcome.ok) throw new Rollback(outcome)
      if (outcome.value.account !== null) await appendEntry(trx, act, head, outcome.value.account)
      else await refuseUnaccounted(trx, head.seq + 1)
      return outcome.value.value
    })
    return ok(value)
  } catch (error) {
    if (error instanceof Rollback) return error.outcome as { readonly ok: false; readonly error: E }
    throw error
  }
}

/** Another write (a long import, say) did not end in time. Nothing was written; the same may be tried again. */
export class WriteBusyError extends Error {
  override readonly name = 'WriteBusyError'
}

/** A writer waits this long at most for the writers before it, in milliseconds. */
const patience = 20_000
const cancelled = new Set(['57014', '55P03'])

async function takeTurn(trx: Transaction<Database>): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(patience)}, true)`.execute(trx)
  try {
    await sql`select pg_advisory_xact_lock(${writeLock})`.execute(trx)
  } catch (error) {
    if (!cancelled.has((error as { code?: string }).code ?? '')) throw error
    throw new WriteBusyError('another write did not end in time', { cause: error })
  }
  await sql`select set_config('statement_timeout', reset_val, true) from pg_settings where name = 'statement_timeout'`.execute(
    trx,
  )
}

type Head = { seq: number; hash: string; now: string }

async function getHead(trx: Transaction<Database>): Promise<Head> {
  const { rows } = await sql<{ seq: number; hash: string; now: string }>`
    select coalesce(h.seq, 0) as seq, coalesce(h.hash, ${genesis}) as hash,
           greatest(date_trunc('milliseconds', clock_timestamp()), h.at + interval '1 millisecond') as now
    from (select 1) one left join lateral (select seq, hash, at from audit_entry order by seq desc limit 1) h on true`.execute(
    trx,
  )
  const head = rows[0]
  if (!head) throw new Error('the database did not answer with its head')
  return head
}

async function reserveIds(trx: Transaction<Database>, count: number): Promise<number> {
  if (count === 0) return 0
  const { rows } = await sql<{ first: number }>`
    select setval('waymark.record_id', nextval('waymark.record_id') + ${count} - 1) - ${count} + 1 as first`.execute(
    trx,
  )
  return rows[0]?.first ?? 0
}

type Digest = { entry: number; table: string; count: number; sha256: string }

const getDigests = async (trx: Transaction<Database>, entry: number): Promise<AuditEntry['rows']> => {
  const { rows } =
    await sql<Digest>`select entry, "table", count, sha256 from waymark.entry_digests(${entry}, ${entry})`.execute(
      trx,
    )
  return rows.map(({ table, count, sha256 }) => ({ table, count, sha256 }))
}

async function appendEntry(
  trx: Transaction<Database>,
  act: Act,
  head: Head,
  account: Account,
): Promise<void> {
  const entry = buildEntry(head.hash, {
    seq: head.seq + 1,
    at: head.now,
    actor: act,
    action: account.action,
    subject: account.subject,
    before: account.before ?? null,
    after: account.after ?? null,
    rows: await getDigests(trx, head.seq + 1),
  })
  await trx
    .insertInto('audit_entry')
    .values({
      seq: entry.seq,
      at: entry.at,
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      actor_name: entry.actor.name,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_dossier: entry.subject.dossier,
      subject_key: entry.subject.key,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: entry.after === null ? null : JSON.stringify(entry.after),
      rows: JSON.stringify(entry.rows),
      previous: entry.previous,
      hash: entry.hash,
    })
    .execute()
  // Delivered when the transaction commits, and only then: whoever keeps answers made of the record drops them.
  await sql`select pg_notify(${headChannel}, ${String(entry.seq)})`.execute(trx)
}

/** A write that says that it wrote nothing must have written nothing. */
async function refuseUnaccounted(trx: Transaction<Database>, entry: number): Promise<void> {
  const digests = await getDigests(trx, entry)
  if (digests.length > 0)
    throw new Error(
      `rows were written to ${digests.map((d) => d.table).join(', ')} without an account for the audit trail`,
    )
}
