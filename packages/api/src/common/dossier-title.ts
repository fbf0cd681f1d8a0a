import type { Database } from '@waymark/db/schema'
import type { Kysely } from 'kysely'
import { buildRefusalError } from '../refusal-error.ts'

/** Id of a dossier and its title as it stands. Refusals: `not-found`. */
export async function getDossierTitle(
  db: Kysely<Database>,
  dossier: string,
): Promise<{ readonly id: number; readonly title: string }> {
  const row = await db
    .selectFrom('dossier as root')
    .innerJoin('dossier as latest', 'latest.root_id', 'root.id')
    .select(['root.id', 'latest.title'])
    .where('root.key', '=', dossier)
    .where('root.supersedes_id', 'is', null)
    .orderBy('latest.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) throw buildRefusalError({ code: 'not-found' })
  return row
}
