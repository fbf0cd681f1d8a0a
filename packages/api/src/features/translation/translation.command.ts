import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getDeskRecommendation } from '@waymark/db/queries/desk-assessment.query'
import { listTranslations } from '@waymark/db/queries/translation.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import { buildVersion } from '../../common/record-sources.ts'
import type { RecordTranslationInput } from './translation.input.ts'

/**
 * Records a field of a recommendation in another language, or puts a new translation in the place of one.
 * Refusals: `not-found`, also for a field that the recommendation does not have; `record-moved-on` when the original or the
 * translation is no longer the one that the translator saw.
 */
export function recordTranslation(
  db: Kysely<Database>,
  act: Act,
  input: RecordTranslationInput,
): Promise<Result<{ version: number }>> {
  return inTransaction<{ version: number }, Refusal>(db, act, async (w) => {
    const { dossier, ref, field, language, text, ofVersion, basedOn } = input
    const recommendation = await getDeskRecommendation(w.trx, dossier, ref)
    if (recommendation === null || recommendation[field] === null) return refused({ code: 'not-found' })
    const before = (await listTranslations(w.trx, recommendation.id)).find(
      (one) => one.field === field && one.language === language,
    )
    if (recommendation.versionId !== ofVersion || (before?.versionId ?? 0) !== basedOn)
      return refused({ code: 'record-moved-on' })
    const id = await w.reserveIds(1)
    const version = buildVersion(w, id)
    await createRows(w.trx, 'translation', [
      {
        ...version,
        root_id: before?.id ?? version.root_id,
        supersedes_id: before?.versionId ?? null,
        dossier_id: recommendation.dossierId,
        subject_kind: 'recommendation',
        subject_id: recommendation.id,
        of_version: ofVersion,
        field,
        language,
        text,
        translator_id: act.id,
        translator_name: act.name,
      },
    ])
    return ok({
      value: { version: id },
      account: {
        action: 'translation.record',
        subject: { kind: 'recommendation', dossier, key: ref },
        before: before === undefined ? null : { translation: before.versionId },
        after: { translation: id, field, language, ofVersion, sha256: sha256(text) },
      },
    })
  })
}
