import { type TranslatableKind, translatable, translatableKinds } from '@waymark/recommendation/translatable'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Sql = RawBuilder<unknown>

/**
 * The texts of a dossier that readers see, each with the version that it is of, and what the version said that a translation
 * was made of. A kind of text is a line of `translatable`, and one here.
 */

const isLatest = (table: keyof Database): Sql =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = v.id)`

/** Where the texts of a kind stand now: rows `v` (words of a case: `p`), what names one, and what it is called. */
type Place = { readonly from: Sql; readonly where: Sql; readonly key: Sql; readonly label: Sql }

const keyed = (
  table: 'area' | 'round' | 'milestone' | 'commitment' | 'recommendation',
  label: Sql,
): Place => ({
  from: sql`${sql.table(table)} v`,
  where: isLatest(table),
  key: sql`v.key`,
  label,
})

/** The recommendation that a step or a finding belongs to, in its first version: for its reference. */
const ofRecommendation = sql`join recommendation r on r.id = v.recommendation_id`

const places: Readonly<Record<TranslatableKind, Place>> = {
  dossier: {
    from: sql`(select d.*, d.root_id as dossier_id from dossier d) v`,
    where: isLatest('dossier'),
    key: sql`v.key`,
    label: sql`v.title`,
  },
  area: keyed('area', sql`v.title`),
  round: keyed('round', sql`v.title`),
  milestone: keyed('milestone', sql`v.title`),
  commitment: keyed('commitment', sql`v.key || ', ' || v.date`),
  recommendation: keyed('recommendation', sql`v.key || ' ' || v.title`),
  step: {
    from: sql`progress_step v ${ofRecommendation}`,
    where: isLatest('progress_step'),
    key: sql`r.key || '.' || v.step`,
    label: sql`r.key || ', ' || v.step`,
  },
  finding: {
    from: sql`(select a.id, a.id as root_id, a.dossier_id, a.recommendation_id, a.effective, a.rationale
               from publication p join assessment a on a.id = p.assessment_id
               where not exists (select from publication c where c.supersedes_id is not null and c.supersedes_id = p.assessment_id)
                 and not exists (select from withdrawal w where w.assessment_id = p.assessment_id)) v ${ofRecommendation}`,
    where: sql`true`,
    key: sql`v.id::text`,
    label: sql`r.key || ', ' || v.effective`,
  },
  case: {
    from: sql`case_record v join personal_data p on p.row_id = v.id`,
    where: sql`v.sensitivity = 'public' and ${isLatest('case_record')}`,
    key: sql`v.key`,
    label: sql`p.content ->> 'publicName'`,
  },
}

const personal: Readonly<Record<string, string>> = { name: 'publicName', summary: 'summary' }
const textOf = (kind: TranslatableKind, field: string, row: 'v' | 'm'): Sql =>
  kind === 'case'
    ? sql`${sql.ref(row === 'v' ? 'p.content' : 'm.content')} ->> ${sql.lit(personal[field] ?? '')}`
    : sql.ref(`${row}.${field}`)

/** Relation `(kind, key, id, version_id, label, field, place, original)`: the texts that stand now, a row a field. */
export const originals = (dossierId: number, kinds: readonly TranslatableKind[] = translatableKinds): Sql =>
  sql`(${sql.join(
    kinds.map((kind) => {
      const { from, where, key, label } = places[kind]
      const fields = translatable[kind].map(
        (field, i) =>
          sql`(${sql.lit(field)}, ${sql.lit(translatableKinds.indexOf(kind) * 10 + i)}, ${textOf(kind, field, 'v')})`,
      )
      return sql`
        select ${sql.lit(kind)}::text as kind, ${key} as key, v.root_id as id, v.id as version_id, ${label} as label, f.field, f.place, f.original
        from ${from} cross join lateral (values ${sql.join(fields)}) f (field, place, original)
        where v.dossier_id = ${dossierId} and ${where} and f.original is not null`
    }),
    sql` union all `,
  )})`

const tables: Readonly<Record<TranslatableKind, string>> = {
  dossier: 'dossier',
  area: 'area',
  round: 'round',
  milestone: 'milestone',
  commitment: 'commitment',
  recommendation: 'recommendation',
  step: 'progress_step',
  finding: 'assessment',
  case: 'personal_data',
}

/** Expression: what the field of `o` ({@link originals}) said in the version that the translation `t` was made of. */
export const madeOf: Sql = sql`(case o.kind ${sql.join(
  translatableKinds.map((kind) => {
    const fields = translatable[kind].map(
      (field) => sql`when ${sql.lit(field)} then ${textOf(kind, field, 'm')}`,
    )
    const id = sql.ref(kind === 'case' ? 'm.row_id' : 'm.id')
    return sql`when ${sql.lit(kind)} then (select case o.field ${sql.join(fields, sql` `)} end from ${sql.table(tables[kind])} m where ${id} = t.of_version)`
  }),
  sql` `,
)} end)`

/**
 * Expression: whether `t` was made of the wording of `o` that stands. Of a case nothing of how it is named may have changed
 * either: the same condition as that of the public window.
 */
export const isOfWording: Sql = sql`(${madeOf} is not distinct from o.original and (o.kind <> 'case' or exists (
  select from personal_data m join personal_data d on d.row_id = o.version_id
  where m.row_id = t.of_version
    and m.content ->> 'publicName' = d.content ->> 'publicName' and m.content ->> 'summary' = d.content ->> 'summary'
    and m.content ->> 'naming' is not distinct from d.content ->> 'naming'
    and m.content ->> 'realName' is not distinct from d.content ->> 'realName')))`

/** Relation: the latest version of every translation of a dossier, with its words; none whose words were erased. */
export const latestTranslations = (dossierId: number): Sql => sql`(
  select v.root_id, v.id, v.subject_kind, v.subject_id, v.of_version, v.field, v.language, v.translator_name, v.recorded_at,
         coalesce(v.text, said.content ->> 'text') as text
  from translation v left join personal_data said on v.text is null and said.row_id = v.id
  where v.dossier_id = ${dossierId} and ${isLatest('translation')} and (v.text is not null or said.row_id is not null))`
