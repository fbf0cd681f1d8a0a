import { type RawBuilder, sql } from 'kysely'
import { isCurrent, type RecordCut } from './relations.ts'
import { blindTo, countLetters, escapeLike, fewestLetters, holdsWord } from './words.ts'

type Reading = { readonly userId: string; readonly cut: RecordCut }

/** A word is taken to be in many texts from one in so many on. */
const many = 6
/** Expression: how much of search_text is looked at to tell that: thirty pages of it, in percent. */
const share = sql`(select least(100, 3000.0 / greatest(1, c.relpages)) from pg_catalog.pg_class c where c.oid = 'waymark.search_text'::regclass)`

const isLong = (word: string) => countLetters(word) >= fewestLetters
const hit = (place: number) => sql.ref(`hit_${place}`)
const isOften = (place: number) => sql`(select ${sql.ref(`often_${place}`)} from sampled)`

/**
 * CTEs, to stand before the candidates, for words of three letters or more: `blind`, what this person may not see yet;
 * `sampled`, which words stand in many texts, told from some of them; and of each other word, `hit_n`: the
 * recommendations that it leads to. No index tells apart what a word of many texts leads to: see {@link isOnRecord}.
 */
export function buildHits(words: readonly string[], { userId, cut }: Reading): RawBuilder<unknown> {
  const sought = words.flatMap((word, place) => (isLong(word) ? [{ word, place }] : []))
  if (sought.length === 0) return sql``
  const often = sought.map(
    ({ word, place }) =>
      sql`count(*) filter (where ${holdsWord(sql`t.folded`, word)}) * ${many} > count(*) as ${sql.ref(`often_${place}`)}`,
  )
  const hits = sought.map(
    ({ word, place }) => sql`, ${hit(place)} as materialized (
      select t.recommendation_id as id from search_text t
      where not ${isOften(place)} and t.dossier_id = ${cut.dossierId} and t.recommendation_id is not null and ${holdsWord(sql`t.folded`, word)}
        and case t.kind when 'recommendation' then exists (select from recommendation v where v.id = t.row_id and ${isCurrent('recommendation', 'v', cut)})
                        else t.row_id not in (select id from blind) end)`,
  )
  return sql`, blind as materialized ${blindTo(userId)},
    sampled as materialized (select ${sql.join(often)} from search_text t tablesample system (${share}) repeatable (1) where t.dossier_id = ${cut.dossierId})
    ${sql.join(hits, sql` `)}`
}

/**
 * Conditions on `r`: a word stands in its reference, title or text, or in what was found of it and the evidence for that.
 * Words of fewer than three letters begin a word of the title, or stand in the reference. A word of many texts is looked for
 * on one recommendation after the other until it is met, and only on those that all else leaves: the dearest condition comes last.
 */
export function isOnRecord(word: string, place: number): readonly RawBuilder<boolean>[] {
  const inRef = sql`r.key ilike ${`%${escapeLike(word)}%`}`
  if (!isLong(word))
    return [
      sql`(${inRef} or ' ' || lower(r.title collate "und-x-icu") like '% ' || lower(${escapeLike(word)} collate "und-x-icu") || '%')`,
    ]
  const isMet = sql`exists (select from search_text t where t.recommendation_id = r.root_id and ${holdsWord(sql`t.folded`, word)}
    and case t.kind when 'recommendation' then t.row_id = r.id else t.row_id not in (select id from blind) end)`
  return [
    sql`(${isOften(place)} or ${inRef} or r.root_id in (select id from ${hit(place)}))`,
    sql`(not ${isOften(place)} or ${inRef} or ${isMet})`,
  ]
}
