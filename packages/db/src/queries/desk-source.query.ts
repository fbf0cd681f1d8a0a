import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export type SourceChoice = { key: string; title: string; publisher: string; date: string }

/** Sources of a dossier that an analyst can cite, latest first; also those that are not public yet. Desk only. */
export async function listSourceChoices(app: Kysely<Database>, dossier: string): Promise<SourceChoice[]> {
  const { rows } = await sql<SourceChoice>`
    select s.key, s.title, s.publisher, s.date
    from dossier d join source s on s.dossier_id = d.id
    where d.key = ${dossier} and d.supersedes_id is null and not exists (select from source later where later.supersedes_id = s.id)
    order by s.date_last desc, s.title, s.key`.execute(app)
  return rows
}
