import type { Role } from '@waymark/access/role'
import { listReadableSensitivities } from '@waymark/access/visibility'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  listRegisterCases,
  listRegisterFindings,
  listRegisterRows,
  listSupersessions,
  type RegisterRecord,
  versionedTables,
} from '@waymark/db/queries/register.query'
import type { Database } from '@waymark/db/schema'
import { formatAssessmentKey, type Register } from '@waymark/exchange/tables/register'
import { type Kysely, sql } from 'kysely'

/** A dossier as it stands on record, as far as a role may see it; null when there is none. */
export async function getRegister(
  app: Kysely<Database>,
  key: string,
  role: Role,
): Promise<{ readonly dossierId: number; readonly register: Register } | null> {
  const dossierId = await getDossierId(app, key)
  if (dossierId === null) return null
  const { rows: dossiers } = await sql<{ dossier: Record<string, unknown> }>`
    select jsonb_strip_nulls(jsonb_build_object('key', d.key, 'title', d.title, 'partner', d.partner, 'note', d.note)) as dossier
    from dossier d where d.root_id = ${dossierId} order by d.id desc limit 1`.execute(app)
  const tables: Record<string, readonly RegisterRecord[]> = {}
  for (const table of versionedTables) tables[table] = await listRegisterRows(app, table, dossierId)
  tables.assessments = await listRegisterFindings(app, dossierId)
  tables.cases = await listRegisterCases(app, dossierId, listReadableSensitivities(role))
  const closed = Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map(({ ended, ...row }) => (ended ? { ...row, closed: endedLink } : row)),
    ]),
  )
  const register = { dossier: dossiers[0]?.dossier, tables: closed } as unknown as Register
  return { dossierId, register: { ...register, aliases: await buildAliases(app, dossierId) } }
}

const endedLink = 'The link has ended. It is changed on its own page, not by a table.'

/** Keys of findings that were superseded since, with the finding that stands in their place. */
async function buildAliases(app: Kysely<Database>, dossierId: number): Promise<Map<string, number>> {
  const superseded = await listSupersessions(app, dossierId)
  const next = new Map(superseded.map(({ id, supersededBy }) => [id, supersededBy]))
  const getStanding = (id: number): number => {
    let at = id
    for (let after = next.get(at); after !== undefined; after = next.get(at)) at = after
    return at
  }
  return new Map(
    superseded.flatMap(({ id, key }) => {
      const standing = getStanding(id)
      return [formatAssessmentKey(id), ...(key === null ? [] : [key])].map((one) => [one, standing] as const)
    }),
  )
}
