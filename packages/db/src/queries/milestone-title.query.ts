import type { ContentLanguage } from '@waymark/recommendation/translatable'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { isOfWording, latestTranslations, originals } from './translation.relations.ts'

/** What a milestone is called, and what it is called in other languages where that was made of the wording that stands. */
export type MilestoneTitle = {
  key: string
  title: string
  translations: Partial<Record<ContentLanguage, string>>
}

/** What milestones of a dossier are called at the desk, by key. One that is not on record is not in the answer. */
export async function listMilestoneTitles(
  app: Kysely<Database>,
  dossierId: number,
  keys: readonly string[],
): Promise<MilestoneTitle[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<MilestoneTitle>`
    select o.key, o.original as title,
           coalesce(jsonb_object_agg(t.language, t.text) filter (where t.id is not null and ${isOfWording}), '{}') as translations
    from ${originals(dossierId, ['milestone'])} o
    left join ${latestTranslations(dossierId)} t on t.subject_kind = o.kind and t.subject_id = o.id and t.field = o.field
    where o.key = any(${[...keys]}::text[]) and o.field = 'title' group by o.key, o.original`.execute(app)
  return rows
}
