import type { LineageKind } from '@waymark/recommendation/recommendation'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type DeskActorRole = 'issued-by' | 'addressee' | 'responsible'

/** A recommendation in its latest version: every column of it, and the rows that belong to that version alone. */
export type DeskRecommendationVersion = {
  id: number
  versionId: number
  ref: string
  areaId: number
  areaKey: string
  areaTitle: string
  title: string
  text: string
  basis: 'explicit' | 'implied'
  wording: 'as-issued' | 'paraphrase'
  sourceId: number
  locator: string | null
  issued: string
  criterion: string | null
  reviewMonths: number
  actors: { role: DeskActorRole; id: number; key: string; name: string }[]
  lineage: { kind: LineageKind; targetId: number }[]
}

const latest = (table: 'recommendation' | 'area' | 'actor', alias: string) =>
  sql<boolean>`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = ${sql.ref(`${alias}.id`)})`

/** Recommendations of a dossier in their latest versions, by reference. One that is not on record is not in the answer. */
export async function listRecommendationVersions(
  app: Db,
  dossierId: number,
  refs: readonly string[],
): Promise<DeskRecommendationVersion[]> {
  const { rows } = await sql<DeskRecommendationVersion>`
    select r.root_id as id, r.id as "versionId", r.key as ref, r.area_id as "areaId", a.key as "areaKey", a.title as "areaTitle",
           r.title, r.text, r.basis, r.wording, r.source_id as "sourceId", r.locator, r.issued, r.criterion, r.review_months as "reviewMonths",
           coalesce((select json_agg(json_build_object('role', ra.role, 'id', ra.actor_id, 'key', c.key, 'name', c.name) order by ra.role, ra.position)
             from recommendation_actor ra join actor c on c.root_id = ra.actor_id and ${latest('actor', 'c')} where ra.version_id = r.id), '[]') as actors,
           coalesce((select json_agg(json_build_object('kind', l.kind, 'targetId', l.target_id) order by l.position)
             from recommendation_lineage l where l.version_id = r.id), '[]') as lineage
    from recommendation r
    join area a on a.root_id = r.area_id and ${latest('area', 'a')}
    where r.dossier_id = ${dossierId} and r.key = any(${[...refs]}::text[]) and ${latest('recommendation', 'r')}
    order by r.key`.execute(app)
  return rows
}

export type KeyedTitle = { id: number; key: string; title: string }

/** What a recommendation can be put to: the areas of the dossier in their order, and its actors by name. */
export async function listRecommendationChoices(
  app: Db,
  dossierId: number,
): Promise<{ areas: KeyedTitle[]; actors: KeyedTitle[] }> {
  const [areas, actors] = await Promise.all([
    sql<KeyedTitle>`
      select a.root_id as id, a.key, a.title from area a where a.dossier_id = ${dossierId} and ${latest('area', 'a')}
      order by a.position, a.key`.execute(app),
    sql<KeyedTitle>`
      select a.root_id as id, a.key, a.name as title from actor a where a.dossier_id = ${dossierId} and ${latest('actor', 'a')}
      order by a.name, a.key`.execute(app),
  ])
  return { areas: areas.rows, actors: actors.rows }
}
