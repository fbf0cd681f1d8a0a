import { inTransaction } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { listTranslations } from '@waymark/db/queries/translation.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import { createProposal } from '../case/create-proposal.ts'
import { type CaseActor, findForWrite } from '../case/find-case.ts'
import { createTranslations } from './create-translations.ts'
import type { RecordTranslationInput } from './translation.input.ts'

export type RecordedTranslation = { readonly version: number | null; readonly waits: boolean }

/**
 * Keeps a text in another language, or puts a new translation in the place of one. Readers see it at once; of a public case it
 * becomes a proposal.
 * Refusals: `not-found`, also for a field that is empty; `record-moved-on` when the original or the translation is no longer
 * the one that the translator saw; of a case those of a proposal.
 */
export function recordTranslation(
  db: Kysely<Database>,
  actor: CaseActor,
  input: RecordTranslationInput,
): Promise<Result<RecordedTranslation>> {
  return inTransaction<RecordedTranslation, Refusal>(db, actor.act, async (w) => {
    const { dossier, kind, key, field, language, text, ofVersion, basedOn } = input
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const row = (await listTranslations(w.trx, dossierId, { kind, key, language })).find(
      (one) => one.field === field,
    )
    if (row === undefined) return refused({ code: 'not-found' })
    if (row.versionId !== ofVersion || (row.translationId ?? 0) !== basedOn)
      return refused({ code: 'record-moved-on' })
    if (kind === 'case') {
      const found = await findForWrite(w, actor, { dossier, key })
      if (!found.ok) return found
      const change = {
        change: 'translate',
        field: field === 'name' ? 'name' : 'summary',
        language,
        text,
      } as const
      const proposed = await createProposal(w, found.value, dossier, change)
      if (!proposed.ok) return proposed
      return ok({ value: { version: null, waits: true }, account: proposed.value.account })
    }
    const id = await createTranslations(w, dossierId, [{ row, text }])
    return ok({
      value: { version: id, waits: false },
      account: {
        action: 'translation.record',
        subject: { kind, dossier, key },
        before: row.translationId === null ? null : { translation: row.translationId },
        after: { translation: id, field, language, ofVersion, sha256: sha256(text) },
      },
    })
  })
}
