import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import type { TranslationRow } from '@waymark/db/queries/translation.query'
import { createPersonal } from '../../common/personal-data.ts'
import { buildVersion, recordPublicChange } from '../../common/record-sources.ts'

/**
 * Keeps texts in other languages, each in the place of the one that `row` has. They are public at once, as what they are of is;
 * the words of a case go to the erasable table, and only after a second person agreed: see `case-change.ts`.
 *
 * @returns the first id; the others follow it, in order
 */
export async function createTranslations(
  w: Write,
  dossierId: number,
  given: readonly { readonly row: TranslationRow; readonly text: string }[],
): Promise<number> {
  const first = await w.reserveIds(given.length)
  const rows = []
  for (const [i, { row, text }] of given.entries()) {
    const id = first + i
    const isPersonal = row.kind === 'case'
    rows.push({
      ...buildVersion(w, id),
      root_id: row.rootId ?? id,
      supersedes_id: row.translationId,
      dossier_id: dossierId,
      subject_kind: row.kind,
      subject_id: row.id,
      of_version: row.versionId,
      field: row.field,
      language: row.language,
      text: isPersonal ? null : text,
      personal_sha256: isPersonal ? await createPersonal(w, id, { text }) : null,
      translator_id: w.act.id,
      translator_name: w.act.name,
    })
  }
  await createRows(w.trx, 'translation', rows)
  await recordPublicChange(w, dossierId)
  return first
}
