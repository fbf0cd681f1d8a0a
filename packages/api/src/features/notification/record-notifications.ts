import type { SubjectKind } from '@waymark/db/desk-schema'
import type { Write } from '@waymark/db/in-transaction'
import type { NotificationKind } from './notification.input.ts'

export type Event = {
  readonly kind: NotificationKind
  readonly dossierId: number
  readonly subject: { readonly kind: SubjectKind; readonly key: string }
  /** Of how many records it speaks; the subject is the first of them. */
  readonly count?: number
}

/** Tells people of an event, within the write that makes it; one notification a person, and none to whoever writes. */
export async function recordNotifications(
  { trx, act, recordedAt }: Pick<Write, 'trx' | 'act' | 'recordedAt'>,
  people: readonly string[],
  { kind, dossierId, subject, count = 1 }: Event,
): Promise<void> {
  const others = [...new Set(people)].filter((id) => id !== act.id)
  if (others.length === 0) return
  await trx
    .insertInto('notification')
    .values(
      others.map((userId) => ({
        user_id: userId,
        kind,
        dossier_id: dossierId,
        subject_kind: subject.kind,
        subject_key: subject.key,
        count,
        created_at: recordedAt,
      })),
    )
    .execute()
}
