import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type SavedViewRow = {
  id: string
  ownerId: string
  owner: string
  name: string
  query: string
  shared: boolean
  rev: number
}

const columns = sql`v.id, v.owner_id as "ownerId", v.owner_name as owner, v.name, v.query, v.shared, v.rev`

/** A person's own views of a dossier, then those that colleagues share; each by name. */
export async function listSavedViews(app: Db, dossierId: number, userId: string): Promise<SavedViewRow[]> {
  const { rows } = await sql<SavedViewRow>`
    select ${columns} from saved_view v
    where v.dossier_id = ${dossierId} and (v.owner_id = ${userId} or v.shared)
    order by v.owner_id <> ${userId}, v.name collate "und-x-icu", v.owner_name, v.id`.execute(app)
  return rows
}

/** A view of a dossier, whosever it is; null when it is not there. */
export async function getSavedView(app: Db, dossierId: number, id: string): Promise<SavedViewRow | null> {
  const { rows } = await sql<SavedViewRow>`
    select ${columns} from saved_view v where v.dossier_id = ${dossierId} and v.id = ${id}::uuid`.execute(app)
  return rows[0] ?? null
}

/** True when the person has another view of that name. */
export async function isViewNameTaken(
  app: Db,
  dossierId: number,
  userId: string,
  { name, besides = null }: { readonly name: string; readonly besides?: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    select from saved_view v where v.dossier_id = ${dossierId} and v.owner_id = ${userId} and v.name = ${name}
      and v.id is distinct from ${besides}::uuid`.execute(app)
  return rows.length > 0
}
