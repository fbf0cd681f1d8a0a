import { type RawBuilder, sql } from 'kysely'

/** Literal text for LIKE: the wildcards lose their meaning. */
export const escapeLike = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/**
 * Condition: a text has a word in it, whatever the case, the accents and the letters that people replace. `text` must be the
 * expression of a trigram index, or the index does not serve it; nor does it for words of fewer than three letters.
 */
export const hasWord = (text: RawBuilder<unknown>, word: string): RawBuilder<boolean> =>
  sql`waymark.fold(${text}) like '%' || waymark.fold(${escapeLike(word)}) || '%'`

/** The texts of the record that the search knows, as their indexes have them. */
export const searchedTexts = {
  recommendation: sql`r.title || ' ' || r.text`,
  assessment: sql`a.rationale`,
  evidence: sql`e.excerpt`,
  item: sql`i.excerpt`,
  file: sql`left(t.text, 200000)`,
  case: sql`coalesce(p.content ->> 'publicName', '') || ' ' || coalesce(p.content ->> 'summary', '')`,
} as const

/**
 * Condition on an assessment `a`: the person was not asked to rate the same question without seeing it. An open assignment to
 * second-rate one assessment hides that one; one to second-rate a recommendation hides whatever waits for review there.
 */
export const isNotBlind = (userId: string): RawBuilder<boolean> => sql`not exists (
  select from assignment s
  where s.assignee_id = ${userId} and s.task = 'code' and s.done_at is null and s.dossier_id = a.dossier_id
    and not exists (select from coding c where c.assessment_id = a.id and c.coder_id = ${userId})
    and ((s.subject_kind = 'assessment' and s.subject_key = a.id::text)
         or (s.subject_kind = 'recommendation'
             and s.subject_key = (select root.key from recommendation root where root.id = a.recommendation_id)
             and a.author_id is distinct from ${userId}
             and not exists (select from review v where v.assessment_id = a.id))))`
