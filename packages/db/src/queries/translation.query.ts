import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export type TranslationLanguage = 'en' | 'ru' | 'kk'

export type TranslationRow = {
  id: number
  versionId: number
  field: string
  language: TranslationLanguage
  text: string
  translator: string
  recordedAt: string
  /** The version that was translated, and what the field said in it. */
  ofVersion: number
  ofTitle: string
  ofText: string
  ofCriterion: string | null
}

/** Translations of a recommendation's fields in their latest versions, each with the original that it was made of. */
export async function listTranslations(
  app: Kysely<Database>,
  recommendationId: number,
): Promise<TranslationRow[]> {
  const { rows } = await sql<TranslationRow>`
    select t.root_id as id, t.id as "versionId", t.field, t.language, t.text, t.translator_name as translator, t.recorded_at as "recordedAt",
           t.of_version as "ofVersion", made.title as "ofTitle", made.text as "ofText", made.criterion as "ofCriterion"
    from translation t join recommendation made on made.id = t.of_version
    where t.subject_kind = 'recommendation' and t.subject_id = ${recommendationId}
      and not exists (select from translation later where later.supersedes_id is not null and later.supersedes_id = t.id)
    order by t.field, t.language`.execute(app)
  return rows
}
