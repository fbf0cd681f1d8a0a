import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** A row of a dossier as a dossier file has it, with its place on record. `ended`: a link that holds no more. */
export type RegisterRecord = {
  readonly id: number
  readonly version: number
  readonly row: Readonly<Record<string, unknown>>
  readonly ended: boolean
}

/** Condition: nothing supersedes the version called `t`. */
const isLatest = (table: keyof Database) =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = t.id)`

const fields = (pairs: Readonly<Record<string, RawBuilder<unknown>>>) =>
  sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(
    Object.entries(pairs).flatMap(([name, value]) => [sql`${sql.lit(name)}`, value]),
  )})) as row`

const keyOf = (table: string, column: string) =>
  sql`(select k.key from ${sql.table(table)} k where k.id = ${sql.ref(column)})`
const own = (...columns: string[]) => Object.fromEntries(columns.map((name) => [name, sql.ref(`t.${name}`)]))
const cited = { source: keyOf('source', 't.source_id'), locator: sql`t.locator` }

const actorsOf = (role: string) => sql`nullif((
  select jsonb_agg(a.key order by ra.position) from recommendation_actor ra join actor a on a.id = ra.actor_id
  where ra.version_id = t.id and ra.role = ${sql.lit(role)}), 'null'::jsonb)`

/** What a row of each table says, in the words of the dossier file. */
const versioned = {
  actors: ['actor', own('key', 'name', 'kind')],
  sources: ['source', own('key', 'title', 'publisher', 'kind', 'date', 'url', 'language', 'file')],
  areas: ['area', { ...own('key', 'title', 'summary'), order: sql`t.position` }],
  rounds: ['round', { ...own('key', 'title', 'date', 'place'), source: cited.source }],
  commitments: [
    'commitment',
    { ...own('key', 'date', 'summary'), actor: keyOf('actor', 't.actor_id'), ...cited },
  ],
  tracks: ['track', own('key', 'title')],
  milestones: [
    'milestone',
    {
      ...own('key', 'kind', 'title', 'planned', 'occurred'),
      track: keyOf('track', 't.track_id'),
      ...cited,
    },
  ],
  recommendations: [
    'recommendation',
    {
      ...own('title', 'text', 'basis', 'wording', 'issued', 'criterion'),
      ref: sql`t.key`,
      area: keyOf('area', 't.area_id'),
      ...cited,
      issuedBy: actorsOf('issued-by'),
      addressees: actorsOf('addressee'),
      responsible: actorsOf('responsible'),
      reviewEveryMonths: sql`nullif(t.review_months, 12)`,
      lineage: sql`(select jsonb_agg(jsonb_build_object('kind', l.kind, 'ref', r.key) order by l.position)
        from recommendation_lineage l join recommendation r on r.id = l.target_id where l.version_id = t.id)`,
      steps: sql`(select jsonb_agg(jsonb_build_object('key', p.step, 'kind', p.kind, 'text', p.text) order by p.position, p.root_id)
        from progress_step p where p.recommendation_id = t.root_id
        and not exists (select from progress_step later where later.supersedes_id is not null and later.supersedes_id = p.id))`,
    },
  ],
  linkages: [
    'linkage',
    {
      ...own('role', 'required', 'note'),
      recommendation: keyOf('recommendation', 't.recommendation_id'),
      milestone: keyOf('milestone', 't.milestone_id'),
      commitments: sql`coalesce((select jsonb_agg(c.key order by lc.position) from linkage_commitment lc
        join commitment c on c.id = lc.commitment_id where lc.version_id = t.id), '[]'::jsonb)`,
    },
  ],
  uptake: [
    'uptake_event',
    {
      ...own('kind', 'date', 'forum', 'note'),
      recommendation: keyOf('recommendation', 't.recommendation_id'),
      round: keyOf('round', 't.round_id'),
      ...cited,
    },
  ],
  claims: [
    'claim',
    {
      ...own('date', 'level', 'text'),
      recommendation: keyOf('recommendation', 't.recommendation_id'),
      actor: keyOf('actor', 't.actor_id'),
      ...cited,
    },
  ],
} as const satisfies Record<
  string,
  readonly [keyof Database & string, Readonly<Record<string, RawBuilder<unknown>>>]
>

export type VersionedTable = keyof typeof versioned
export const versionedTables = Object.keys(versioned) as readonly VersionedTable[]

/** The latest version of everything in a table of a dossier, in the order in which it came on record. */
export async function listRegisterRows(
  app: Kysely<Database>,
  name: VersionedTable,
  dossierId: number,
): Promise<RegisterRecord[]> {
  const [table, columns] = versioned[name]
  const ended = name === 'linkages' ? sql`t.ended is not null` : sql`false`
  const counts = name === 'uptake' || name === 'claims' ? sql`and not t.void` : sql``
  const { rows } = await sql<RegisterRecord>`
    select t.root_id as id, t.id as version, ${ended} as ended, ${fields(columns)}
    from ${sql.table(table)} t
    where t.dossier_id = ${dossierId} and ${isLatest(table)} ${counts} order by t.root_id`.execute(app)
  return rows
}

const evidenceOf = (assessment: string) => sql`(
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('source', s.key, 'locator', e.locator, 'stance', e.stance, 'kind', e.kind,
    'origin', e.origin, 'factDate', e.fact_date, 'excerpt', e.excerpt)) order by e.position)
  from evidence e join source s on s.id = e.source_id where e.assessment_id = ${sql.ref(assessment)})`

const assessmentFields = fields({
  ...own('key', 'effective', 'level', 'state', 'rationale', 'confidence'),
  recommendation: keyOf('recommendation', 't.recommendation_id'),
  step: sql`(select p.step from progress_step p where p.id = t.step_id)`,
  contrary: sql`nullif(t.contrary, false)`,
  evidence: evidenceOf('t.id'),
})

/** The findings that stand: published, not superseded, not withdrawn. */
export async function listRegisterFindings(
  app: Kysely<Database>,
  dossierId: number,
): Promise<RegisterRecord[]> {
  const { rows } = await sql<RegisterRecord>`
    select t.id, t.id as version, false as ended, ${assessmentFields}
    from publication p join assessment t on t.id = p.assessment_id
    where p.dossier_id = ${dossierId}
      and not exists (select from publication later where later.supersedes_id = p.assessment_id)
      and not exists (select from withdrawal w where w.assessment_id = p.assessment_id)
    order by t.id`.execute(app)
  return rows
}

export type Submission = RegisterRecord & { readonly supersedes: number | null; readonly key: string | null }

/** What was ever submitted with a key, or to correct something, and is not published as it is: for telling what was brought before. */
export async function listSubmissions(app: Kysely<Database>, dossierId: number): Promise<Submission[]> {
  const { rows } = await sql<Submission>`
    select t.id, t.id as version, false as ended, t.supersedes_id as supersedes, t.key, ${assessmentFields}
    from assessment t
    where t.dossier_id = ${dossierId} and t.author_id is not null and (t.key is not null or t.supersedes_id is not null)
    order by t.id`.execute(app)
  return rows
}

/** Findings that were superseded, with what superseded them. */
export async function listSupersessions(
  app: Kysely<Database>,
  dossierId: number,
): Promise<{ id: number; key: string | null; supersededBy: number }[]> {
  const { rows } = await sql<{ id: number; key: string | null; supersededBy: number }>`
    select a.id, a.key, p.assessment_id as "supersededBy"
    from publication p join assessment a on a.id = p.supersedes_id where p.dossier_id = ${dossierId}`.execute(
    app,
  )
  return rows
}

/** The version of the record of each recommendation that has a finding: how many were published or withdrawn. */
export async function listRecordVersions(
  app: Kysely<Database>,
  dossierId: number,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; version: number }>`
    select p.recommendation_id as id, count(*) + count(w.assessment_id) as version
    from publication p left join withdrawal w on w.assessment_id = p.assessment_id
    where p.dossier_id = ${dossierId} group by p.recommendation_id`.execute(app)
  return new Map(rows.map(({ id, version }) => [id, Number(version)]))
}

/** Which items of evidence the findings rest on: item by finding and place. */
export async function listCitedItems(
  app: Kysely<Database>,
  assessmentIds: readonly number[],
): Promise<{ assessmentId: number; position: number; itemId: number }[]> {
  const { rows } = await sql<{ assessmentId: number; position: number; itemId: number }>`
    select e.assessment_id as "assessmentId", e.position, e.item_id as "itemId"
    from evidence e where e.item_id is not null and e.assessment_id = any(${[...assessmentIds]}::bigint[])`.execute(
    app,
  )
  return rows
}

/** Cases that one may see, with their statuses. A case whose personal data was erased has nothing to be taken out. */
export async function listRegisterCases(
  app: Kysely<Database>,
  dossierId: number,
  sensitivities: readonly Sensitivity[],
): Promise<RegisterRecord[]> {
  const { rows } = await sql<RegisterRecord>`
    select t.root_id as id, t.id as version, false as ended, ${fields({
      ...own('key', 'kind', 'sensitivity'),
      publicName: sql`d.content ->> 'publicName'`,
      consentBasis: sql`d.content ->> 'consentBasis'`,
      summary: sql`d.content ->> 'summary'`,
      recommendations: sql`coalesce((select jsonb_agg(r.key order by cr.position) from case_recommendation cr
        join recommendation r on r.id = cr.recommendation_id where cr.version_id = t.id), '[]'::jsonb)`,
      statuses: sql`coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('status', s.status, 'date', s.date,
          'source', (select k.key from source k where k.id = s.source_id), 'note', n.content ->> 'note')) order by s.root_id)
        from case_status s left join personal_data n on n.row_id = s.id where s.case_id = t.root_id and not s.void
        and not exists (select from case_status later where later.supersedes_id is not null and later.supersedes_id = s.id)), '[]'::jsonb)`,
    })}
    from case_record t join personal_data d on d.row_id = t.id
    where t.dossier_id = ${dossierId} and t.sensitivity = any(${[...sensitivities]}::text[]) and ${isLatest('case_record')}
    order by t.root_id`.execute(app)
  return rows
}
