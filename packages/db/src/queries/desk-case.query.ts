import type { CaseKind, CaseStatusKind, Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, sql } from 'kysely'
import type { Write } from '../in-transaction.ts'
import type { Database } from '../schema.ts'

export type DeskCaseRow = {
  id: number
  versionId: number
  dossierId: number
  key: string
  kind: CaseKind
  sensitivity: Sensitivity
  name: string
  summary: string
  consentBasis: string
}

/** Cases of these sensitivities, in their latest version. One whose personal data was erased is not listed. */
export async function listDeskCases(
  app: Kysely<Database>,
  dossier: string,
  sensitivities: readonly Sensitivity[],
): Promise<DeskCaseRow[]> {
  const { rows } = await sql<DeskCaseRow>`
    select c.root_id as id, c.id as "versionId", c.dossier_id as "dossierId", c.key, c.kind, c.sensitivity,
           p.content ->> 'publicName' as name, p.content ->> 'summary' as summary, p.content ->> 'consentBasis' as "consentBasis"
    from dossier d join case_record c on c.dossier_id = d.id join personal_data p on p.row_id = c.id
    where d.key = ${dossier} and d.supersedes_id is null and c.sensitivity = any(${[...sensitivities]}::text[])
      and not exists (select from case_record later where later.supersedes_id is not null and later.supersedes_id = c.id)
    order by array_position(array['person', 'group', 'outlet', 'event'], c.kind), p.content ->> 'publicName', c.key`.execute(
    app,
  )
  return rows
}

export type DeskCaseStatusRow = {
  caseId: number
  status: CaseStatusKind
  date: string
  sourceId: number
  note: string | null
}

export async function listDeskCaseStatuses(
  app: Kysely<Database>,
  caseIds: readonly number[],
): Promise<DeskCaseStatusRow[]> {
  const { rows } = await sql<DeskCaseStatusRow>`
    select s.case_id as "caseId", s.status, s.date, s.source_id as "sourceId", p.content ->> 'note' as note
    from case_status s join personal_data p on p.row_id = s.id
    where s.case_id = any(${[...caseIds]}::bigint[])
      and not exists (select from case_status later where later.supersedes_id is not null and later.supersedes_id = s.id)
    order by s.case_id, s.date_last desc, s.recorded_at desc, s.id desc`.execute(app)
  return rows
}

/**
 * True when a write so far changed what the public sees of a case that is public, or was until then. The basis of consent
 * is not part of it.
 */
export async function hasPublicCaseChange({ trx, entry }: Pick<Write, 'trx' | 'entry'>): Promise<boolean> {
  const shown = (version: string) => sql`(
    select jsonb_build_array(v.kind, v.sensitivity, d.content ->> 'publicName', d.content ->> 'summary',
             (select jsonb_agg(r.recommendation_id order by r.position) from case_recommendation r where r.version_id = v.id))
    from case_record v left join personal_data d on d.row_id = v.id where v.id = ${sql.ref(version)})`
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from case_record c left join case_record before on before.id = c.supersedes_id
      where c.entry = ${entry} and (c.sensitivity = 'public' or before.sensitivity = 'public')
        and ${shown('c.id')} is distinct from ${shown('before.id')}
      union all
      select from case_status s join case_record c on c.root_id = s.case_id
      where s.entry = ${entry} and c.sensitivity = 'public'
        and not exists (select from case_record later where later.supersedes_id is not null and later.supersedes_id = c.id)) as found`.execute(
    trx,
  )
  return rows[0]?.found ?? true
}
