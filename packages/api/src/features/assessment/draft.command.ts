import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getDeskRecommendation, getDraft } from '@waymark/db/queries/desk-assessment.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'

type Target = { readonly dossier: string; readonly ref: string }

/**
 * Keeps what was typed, as it is. One draft per author and recommendation; `rev` is the one that the writer saw, 0 for none.
 * Refusals: `not-found`, `draft-moved-on`.
 */
export function saveDraft(
  db: Kysely<Database>,
  act: Act,
  input: Target & { readonly rev: number; readonly content: Readonly<Record<string, string>> },
): Promise<Result<{ rev: number }>> {
  return inTransaction<{ rev: number }, Refusal>(db, act, async (w) => {
    const recommendation = await getDeskRecommendation(w.trx, input.dossier, input.ref)
    if (recommendation === null) return refused({ code: 'not-found' })
    const before = await getDraft(w.trx, recommendation.id, act.id)
    if ((before?.rev ?? 0) !== input.rev) return refused({ code: 'draft-moved-on' })
    const rev = input.rev + 1
    const content = JSON.stringify(input.content)
    await w.trx
      .insertInto('draft')
      .values({
        dossier_id: recommendation.dossierId,
        recommendation_id: recommendation.id,
        author_id: act.id,
        rev,
        content,
        updated_at: w.recordedAt,
      })
      .onConflict((c) =>
        c.columns(['author_id', 'recommendation_id']).doUpdateSet({ rev, content, updated_at: w.recordedAt }),
      )
      .execute()
    return ok({
      value: { rev },
      account: {
        action: 'draft.save',
        subject: { kind: 'recommendation', dossier: input.dossier, key: input.ref },
        after: { rev, sha256: sha256(formatCanonicalJson(input.content)) },
      },
    })
  })
}

/** Throws the author's draft away. Refusals: `not-found`. Says whether there was one. */
export function discardDraft(
  db: Kysely<Database>,
  act: Act,
  input: Target,
): Promise<Result<{ discarded: boolean }>> {
  return inTransaction<{ discarded: boolean }, Refusal>(db, act, async (w) => {
    const recommendation = await getDeskRecommendation(w.trx, input.dossier, input.ref)
    if (recommendation === null) return refused({ code: 'not-found' })
    const before = await getDraft(w.trx, recommendation.id, act.id)
    if (before === null) return ok({ value: { discarded: false }, account: null })
    await w.trx
      .deleteFrom('draft')
      .where('author_id', '=', act.id)
      .where('recommendation_id', '=', recommendation.id)
      .execute()
    const subject = { kind: 'recommendation', dossier: input.dossier, key: input.ref }
    return ok({
      value: { discarded: true },
      account: { action: 'draft.discard', subject, before: { rev: before.rev } },
    })
  })
}
