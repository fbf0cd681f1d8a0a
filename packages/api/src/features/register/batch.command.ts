import { type Act, inTransaction } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { submitWithin } from '../assessment/submit.command.ts'
import type { BatchInput } from './batch.input.ts'

/** Why a row of a batch is not taken: its place in the batch, and the refusal. */
export type BatchFault = { readonly row: number; readonly refusal: Refusal }

// What is only tried ends like what was refused: nothing of it is kept.
type Ending = { readonly kind: 'faults'; readonly faults: readonly BatchFault[] } | { readonly kind: 'tried' }

/**
 * Submits assessments together: all of them in one write, or none. Every row is tried by the rules of a single submission, so
 * that all faults are told at once. With `dry` nothing is kept either way: what would happen is told.
 */
export async function submitBatch(
  db: Kysely<Database>,
  act: Act,
  { dossier, rows }: BatchInput,
  { dry }: { readonly dry: boolean },
): Promise<{ readonly submitted: number; readonly faults: readonly BatchFault[] }> {
  const result: Result<number, Ending> = await inTransaction<number, Ending>(db, act, async (w) => {
    const faults: BatchFault[] = []
    const taken: { ref: string; assessment: number; basedOn: number }[] = []
    for (const [row, input] of rows.entries()) {
      const one = await submitWithin(w, input)
      if (one.ok) taken.push({ ref: input.ref, assessment: one.value.value.id, basedOn: input.basedOn })
      else faults.push({ row, refusal: one.error })
    }
    if (faults.length > 0) return { ok: false, error: { kind: 'faults', faults } }
    if (dry) return { ok: false, error: { kind: 'tried' } }
    return ok({
      value: taken.length,
      account: {
        action: 'assessment.submit-batch',
        subject: { kind: 'dossier', dossier, key: dossier },
        after: { assessments: taken },
      },
    })
  })
  if (result.ok) return { submitted: result.value, faults: [] }
  return { submitted: 0, faults: result.error.kind === 'faults' ? result.error.faults : [] }
}
