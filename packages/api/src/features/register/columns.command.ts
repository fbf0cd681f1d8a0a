import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import type { RegisterColumn } from './register.input.ts'

/** Keeps the columns that a person wants to see in the register of a dossier. Refusals: `not-found`. */
export function chooseColumns(
  db: Kysely<Database>,
  act: Act,
  { dossier, columns }: { readonly dossier: string; readonly columns: readonly RegisterColumn[] },
): Promise<Result<{ columns: RegisterColumn[] }>> {
  return inTransaction<{ columns: RegisterColumn[] }, Refusal>(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const chosen = [...new Set(columns)]
    const content = JSON.stringify(chosen)
    await w.trx
      .insertInto('grid_preference')
      .values({ user_id: act.id, dossier_id: dossierId, columns: content })
      .onConflict((c) => c.columns(['user_id', 'dossier_id']).doUpdateSet({ columns: content }))
      .execute()
    return ok({
      value: { columns: chosen },
      account: {
        action: 'register.columns',
        subject: { kind: 'dossier', dossier, key: dossier },
        after: { columns: chosen },
      },
    })
  })
}
