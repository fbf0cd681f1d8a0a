import type { EvidenceKind, Origin } from '@waymark/assessment/evidence'
import type { SourceKind } from '@waymark/recommendation/source'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export type SourceChoice = {
  key: string
  title: string
  publisher: string
  date: string
  url: string | null
  kind: SourceKind
  language: string
  /** As what it was last used for evidence; null where it never was. */
  use: { kind: EvidenceKind; origin: Origin } | null
}

/** Sources of a dossier that an analyst can cite, latest first; also those that are not public yet. Desk only. */
export async function listSourceChoices(app: Kysely<Database>, dossier: string): Promise<SourceChoice[]> {
  const { rows } = await sql<SourceChoice>`
    select s.key, s.title, s.publisher, s.date, s.url, s.kind, s.language,
           (select jsonb_build_object('kind', e.kind, 'origin', e.origin) from evidence e where e.source_id = s.root_id
            order by e.assessment_id desc, e.position limit 1) as use
    from dossier d join source s on s.dossier_id = d.id
    where d.key = ${dossier} and d.supersedes_id is null and not exists (select from source later where later.supersedes_id = s.id)
    order by s.date_last desc, s.title, s.key`.execute(app)
  return rows
}
