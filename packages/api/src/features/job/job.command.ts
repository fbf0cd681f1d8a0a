import type { Write } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import { type Kysely, sql } from 'kysely'

type Db = Kysely<Database>

export type JobFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }

export type JobRow = {
  readonly id: string
  readonly dossierId: number
  readonly kind: string
  readonly ownerId: string
  readonly ownerName: string
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly stage: string | null
  readonly done: number
  readonly total: number | null
  readonly input: unknown
  readonly report: unknown
  readonly cancelAsked: boolean
  readonly createdAt: string
  readonly finishedAt: string | null
}

const columns = sql`id, dossier_id as "dossierId", kind, owner_id as "ownerId", owner_name as "ownerName", state, stage, done, total,
  input, report, cancel_asked as "cancelAsked", created_at as "createdAt", finished_at as "finishedAt"`

/**
 * Puts a job into the line of whoever writes, with the file that it reads. Call {@link announceJob} once that is committed.
 * What is older than 30 days goes.
 */
export async function createJob(
  { trx, act }: Pick<Write, 'trx' | 'act'>,
  job: { readonly dossierId: number; readonly kind: string; readonly input: object; readonly file?: JobFile },
): Promise<string> {
  await sql`delete from job where state in ('done', 'failed', 'cancelled') and created_at < now() - interval '30 days'`.execute(
    trx,
  )
  const { rows } = await sql<{ id: string }>`
    insert into job (dossier_id, kind, owner_id, owner_name, state, input, created_at)
    values (${job.dossierId}, ${job.kind}, ${act.id}, ${act.name}, 'queued', ${JSON.stringify(job.input)}::jsonb, clock_timestamp())
    returning id`.execute(trx)
  const id = rows[0]?.id ?? ''
  if (job.file !== undefined) await writeJobFile(trx, id, 'input', job.file)
  return id
}

export async function writeJobFile(
  app: Db,
  jobId: string,
  role: 'input' | 'output',
  file: JobFile,
): Promise<void> {
  await sql`
    insert into job_file (job_id, role, name, media_type, content)
    values (${jobId}, ${role}, ${file.name}, ${file.mediaType}, ${Buffer.from(file.content)})
    on conflict (job_id, role) do update set name = excluded.name, media_type = excluded.media_type, content = excluded.content`.execute(
    app,
  )
}

export async function getJobFile(app: Db, jobId: string, role: 'input' | 'output'): Promise<JobFile | null> {
  const { rows } = await sql<{ name: string; mediaType: string; content: Buffer }>`
    select name, media_type as "mediaType", content from job_file where job_id = ${jobId} and role = ${role}`.execute(
    app,
  )
  return rows[0] ?? null
}

/** What the file of a job is called; its content stays where it is. */
export async function getJobFileName(
  app: Db,
  jobId: string,
  role: 'input' | 'output',
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from job_file where job_id = ${jobId} and role = ${role}`.execute(app)
  return rows[0]?.name ?? null
}

/** Gives a job the file that another was given; false when that has none any more. */
export async function copyJobFile(app: Db, from: string, to: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into job_file (job_id, role, name, media_type, content)
    select ${to}, role, name, media_type, content from job_file where job_id = ${from} and role = 'input'
    returning job_id as id`.execute(app)
  return rows.length > 0
}

/** A job of its owner, or null. */
export async function getJob(app: Db, ownerId: string, id: string): Promise<JobRow | null> {
  const { rows } =
    await sql<JobRow>`select ${columns} from job where id = ${id} and owner_id = ${ownerId}`.execute(app)
  return rows[0] ?? null
}

/** The last 30 jobs of an owner in a dossier, the latest first; without their reports. */
export async function listJobs(app: Db, ownerId: string, dossierId: number): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select ${columns} from job where dossier_id = ${dossierId} and owner_id = ${ownerId} order by created_at desc limit 30`.execute(
    app,
  )
  return rows
}

/** Asks a job to end. One that nobody has taken yet ends at once. */
export async function cancelJob(app: Db, ownerId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update job set cancel_asked = true,
      state = case when state = 'queued' then 'cancelled' else state end,
      finished_at = case when state = 'queued' then now() else finished_at end
    where id = ${id} and owner_id = ${ownerId} and state in ('queued', 'running') returning id`.execute(app)
  return rows.length > 0
}

/** Takes the job that waits longest, or one whose worker is gone; null when there is none. No other worker takes the same. */
export async function takeJob(
  app: Db,
  kinds: readonly string[],
  leaseSeconds: number,
): Promise<JobRow | null> {
  const { rows } = await sql<JobRow>`
    update job set state = 'running', started_at = coalesce(started_at, now()), leased_until = now() + ${leaseSeconds} * interval '1 second'
    where id = (
      select id from job
      where kind = any(${[...kinds]}::text[]) and (state = 'queued' or (state = 'running' and leased_until < now()))
      order by created_at limit 1 for update skip locked)
    returning ${columns}`.execute(app)
  return rows[0] ?? null
}

/** Says how far a job has come and keeps it; false when it is to end. */
export async function recordProgress(
  app: Db,
  id: string,
  at: { readonly stage: string; readonly done: number; readonly total: number | null },
  leaseSeconds: number,
): Promise<boolean> {
  const { rows } = await sql<{ cancelAsked: boolean }>`
    update job set stage = ${at.stage}, done = ${at.done}, total = ${at.total}, leased_until = now() + ${leaseSeconds} * interval '1 second'
    where id = ${id} and state = 'running' returning cancel_asked as "cancelAsked"`.execute(app)
  return rows[0]?.cancelAsked === false
}

/** Ends a job. In the transaction of what it wrote, so that what is written and what is said of it are one. */
export async function finishJob(
  app: Db,
  id: string,
  state: 'done' | 'failed' | 'cancelled',
  report: object | null,
): Promise<void> {
  await sql`
    update job set state = ${state}, report = ${report === null ? null : JSON.stringify(report)}::jsonb, finished_at = now(), leased_until = null
    where id = ${id} and state = 'running'`.execute(app)
}
