import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

/** What one person is to be mailed about. */
export type DueMail = {
  readonly userId: string
  readonly notifications: readonly { readonly id: string; readonly kind: string }[]
}

export type MailTerms = {
  /** Instants are ISO 8601. */
  readonly now: string
  /** Whoever was mailed after it is not mailed again yet. */
  readonly quietSince: string
  /** What is claimed is left to the claimer until then. */
  readonly claimedUntil: string
  readonly mostTries: number
  readonly mostAtOnce: number
}

/**
 * Claims what the person who has waited longest is to be told by mail: unread, not mailed, not tried too often. One
 * statement, so that two servers never claim the same; a claim whose server died comes up again by itself.
 */
export async function claimDueMail(app: Db, terms: MailTerms): Promise<DueMail | null> {
  const { now, quietSince, claimedUntil, mostTries, mostAtOnce } = terms
  const isDue = sql`n.mailed_at is null and n.read_at is null and n.mail_tries < ${mostTries}
    and (n.mail_after is null or n.mail_after <= ${now})`
  const { rows } = await sql<{ id: string; kind: string; userId: string }>`
    with person as (
      select n.user_id from notification n join member m on m.user_id = n.user_id and not m.disabled
      where ${isDue} and not exists (select from notification o where o.user_id = n.user_id and o.mailed_at > ${quietSince})
      order by n.created_at limit 1
    ), due as (
      select n.id from notification n join person p on p.user_id = n.user_id
      where ${isDue} order by n.created_at limit ${mostAtOnce} for update of n skip locked
    )
    update notification set mail_tries = mail_tries + 1, mail_after = ${claimedUntil}
    from due where notification.id = due.id
    returning notification.id, notification.kind, notification.user_id as "userId"`.execute(app)
  const [first] = rows
  return first === undefined
    ? null
    : { userId: first.userId, notifications: rows.map(({ id, kind }) => ({ id, kind })) }
}

/** Notes that these were mailed. */
export async function recordMailed(app: Db, ids: readonly string[], now: string): Promise<void> {
  await app
    .updateTable('notification')
    .set({ mailed_at: now, mail_after: null })
    .where('id', 'in', [...ids])
    .execute()
}

/** Notes when these are to be tried again, by how often they were tried: after `base`, twice that, four times that. */
export async function recordMailFailure(
  app: Db,
  ids: readonly string[],
  at: { readonly now: string; readonly baseSeconds: number },
): Promise<void> {
  await app
    .updateTable('notification')
    .set({
      mail_after: sql<string>`${at.now}::timestamptz + make_interval(secs => ${at.baseSeconds} * power(2, mail_tries - 1))`,
    })
    .where('id', 'in', [...ids])
    .execute()
}
