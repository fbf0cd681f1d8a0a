import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { getPublishedId } from '@waymark/db/queries/desk-edition.query'
import { formatInstant } from '@waymark/kernel/instant'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { formatCutOff } from './cut-off.ts'
import type { ProposeEditionInput } from './edition.input.ts'
import type { writtenEdition } from './edition.view.ts'
import { buildContent } from './edition-content.ts'

/**
 * Proposes a cut to be frozen. Another person publishes it.
 * Refusals: `not-found` (also of what is corrected), `unknown-method`, `edition-in-future`, `embargo-in-past`,
 * `signing-key-missing`: better said now than to the second person.
 */
export async function proposeEdition(
  ctx: Context,
  act: Act,
  input: ProposeEditionInput,
): Promise<Result<z.infer<typeof writtenEdition>>> {
  const { dossier, asOf, knownAt, method, title, note, corrects } = input
  if (ctx.editions.key === null) return refused({ code: 'signing-key-missing' })
  const embargoUntil = input.embargoUntil === undefined ? null : formatInstant(input.embargoUntil)
  if (embargoUntil !== null && embargoUntil <= ctx.now())
    return refused({ code: 'embargo-in-past', path: 'embargoUntil' })
  const cut = await formatCutOff(ctx, { dossier, asOf, knownAt, method })
  const head = await getDossierHead(ctx.record.public, dossier)
  if (head === null) return refused({ code: 'not-found' })
  const { sha256 } = await buildContent(ctx, cut)
  return inTransaction(ctx.record.app, act, async (w) => {
    const corrected = corrects === undefined ? null : await getPublishedId(w.trx, head.id, corrects.id)
    if (corrects !== undefined && corrected === null) return refused({ code: 'not-found', path: 'corrects' })
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'edition', [
      {
        id,
        dossier_id: head.id,
        as_of: cut.asOf,
        known_at: cut.knownAt,
        method: cut.method,
        title,
        note: note ?? null,
        corrects_id: corrected,
        corrects_what: corrects?.what ?? null,
        embargo_until: embargoUntil,
        data_sha256: sha256,
        proposer_id: act.id,
        proposer_name: act.name,
        entry: w.entry,
        recorded_at: w.recordedAt,
      },
    ])
    return ok({
      value: { edition: id, dataSha256: sha256 },
      account: {
        action: 'edition.propose',
        subject: { kind: 'edition', dossier, key: String(id) },
        after: {
          asOf: cut.asOf,
          knownAt: cut.knownAt,
          method: cut.method,
          dataSha256: sha256,
          embargoUntil,
          corrects: corrects?.id ?? null,
        },
      },
    })
  })
}
