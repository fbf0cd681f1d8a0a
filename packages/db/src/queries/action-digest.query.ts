import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type DigestTerms = {
  /** Instants are ISO 8601. */
  readonly now: string
  /** The day whose digest is sent. */
  readonly day: string
  /** What falls due within so many days is told too. */
  readonly aheadDays: number
  /** Those with these roles may read action points at all. */
  readonly roles: readonly string[]
  /** Of these roles alone may know of confidential cases. */
  readonly confidentialRoles: readonly string[]
  /** What is claimed is left to the claimer until then. */
  readonly claimedUntil: string
  readonly mostTries: number
  readonly mostAtOnce: number
}

export type Digest = {
  readonly userId: string
  /** By the day that they are due. */
  readonly actions: readonly { readonly id: string; readonly overdue: boolean }[]
}

/** What is due of whom. The day of an action point ends by the clock of the room in which it was taken. */
const buildDue = ({ now, aheadDays, roles, confidentialRoles }: DigestTerms) => sql`
  from action_point a join meeting_standing s on s.meeting_id = a.meeting_id
  join member m on m.user_id = a.owner_id and not m.disabled and m.role = any(${[...roles]}::text[])
  where a.state = 'open' and (a.sensitivity <> 'confidential' or m.role = any(${[...confidentialRoles]}::text[]))
    and a.due_on <= (${now}::timestamptz at time zone s.zone)::date + ${aheadDays}::int
    and (a.snoozed_until is null or a.snoozed_until <= (${now}::timestamptz at time zone s.zone)::date)`

/**
 * Claims the digest of the next person who has not had theirs on the day: one statement, so that two servers never claim the same;
 * a claim whose server died comes up again by itself. Null when nobody waits.
 */
export async function claimDigest(app: Db, terms: DigestTerms): Promise<Digest | null> {
  const { now, day, claimedUntil, mostTries, mostAtOnce } = terms
  const { rows } = await sql<{ userId: string }>`
    with person as (
      select a.owner_id ${buildDue(terms)}
        and not exists (select from action_digest d where d.user_id = a.owner_id and d.day = ${day}
          and (d.mailed_at is not null or d.tries >= ${mostTries} or d.mail_after > ${now}))
      order by a.owner_id limit 1
    )
    insert into action_digest as d (user_id, day, tries, mail_after) select owner_id, ${day}, 1, ${claimedUntil}::timestamptz from person
    on conflict (user_id, day) do update set tries = d.tries + 1, mail_after = excluded.mail_after
      where d.mailed_at is null and d.tries < ${mostTries} and (d.mail_after is null or d.mail_after <= ${now})
    returning d.user_id as "userId"`.execute(app)
  const userId = rows[0]?.userId
  if (userId === undefined) return null
  const { rows: actions } = await sql<{ id: string; overdue: boolean }>`
    select a.id, a.due_on < (${now}::timestamptz at time zone s.zone)::date as overdue ${buildDue(terms)} and a.owner_id = ${userId}
    order by a.due_on, a.id limit ${mostAtOnce}`.execute(app)
  return { userId, actions }
}

type Claimed = { readonly userId: string; readonly day: string; readonly now: string }

/** Notes that the digest of a day was handed on. */
export async function recordDigestMailed(app: Db, { userId, day, now }: Claimed): Promise<void> {
  await app
    .updateTable('action_digest')
    .set({ mailed_at: now, mail_after: null })
    .where('user_id', '=', userId)
    .where('day', '=', day)
    .execute()
}

/** Notes when it is to be tried again, by how often it was: after `baseSeconds`, twice that, four times that. */
export async function recordDigestFailure(
  app: Db,
  { userId, day, now, baseSeconds }: Claimed & { readonly baseSeconds: number },
): Promise<void> {
  await app
    .updateTable('action_digest')
    .set({
      mail_after: sql<string>`${now}::timestamptz + make_interval(secs => ${baseSeconds} * power(2, tries - 1))`,
    })
    .where('user_id', '=', userId)
    .where('day', '=', day)
    .execute()
}

/** Forgets whom digests before a day went to. */
export async function forgetDigests(app: Db, before: string): Promise<void> {
  await app.deleteFrom('action_digest').where('day', '<', before).execute()
}
