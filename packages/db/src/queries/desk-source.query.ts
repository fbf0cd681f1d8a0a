import type { EvidenceKind, Origin } from '@waymark/assessment/evidence'
import type { Sensitivity } from '@waymark/recommendation/case'
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
  /** Readers see it in the list of sources. */
  isPublic: boolean
  /** As what it was last used for evidence; null where it never was. */
  use: { kind: EvidenceKind; origin: Origin } | null
}

/**
 * Sources of a dossier that somebody can cite, latest first; also those that are not public yet. Desk only.
 *
 * @param sensitivities of the cases that they may know of: a source that only hidden cases rest on would tell of these
 */
export async function listSourceChoices(
  app: Kysely<Database>,
  dossier: string,
  sensitivities: readonly Sensitivity[],
): Promise<SourceChoice[]> {
  const latestCases = sql`select c.sensitivity from case_status t join case_record c on c.root_id = t.case_id
    and not exists (select from case_record later where later.supersedes_id is not null and later.supersedes_id = c.id)
    where t.source_id = s.root_id`
  const { rows } = await sql<SourceChoice>`
    select s.key, s.title, s.publisher, s.date, s.url, s.kind, s.language,
           exists (select from source_publication p where p.source_id = s.root_id) as "isPublic",
           (select jsonb_build_object('kind', e.kind, 'origin', e.origin) from evidence e where e.source_id = s.root_id
            order by e.assessment_id desc, e.position limit 1) as use
    from dossier d join source s on s.dossier_id = d.id
    where d.key = ${dossier} and d.supersedes_id is null and not exists (select from source later where later.supersedes_id = s.id)
      and (not exists (${latestCases} and c.sensitivity <> all(${[...sensitivities]}::text[]))
           or exists (${latestCases} and c.sensitivity = any(${[...sensitivities]}::text[]))
           or exists (select from source_publication p where p.source_id = s.root_id)
           or exists (select from evidence e where e.source_id = s.root_id)
           or exists (select from evidence_item i where i.source_id = s.root_id))
    order by s.date_last desc, s.title, s.key`.execute(app)
  return rows
}
