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

/** Condition on `t` of search_text: all words stand in the one text. */
const holdsAll = (words: readonly string[]) =>
  sql`${sql.join(
    words.map((word) => holdsWord(sql`t.folded`, word)),
    sql` and `,
  )}`

/** Condition: a text of the recommendation `r` that this person may see meets a condition on `t` of search_text. */
const isMetBy = (
  holds: RawBuilder<unknown>,
) => sql`exists (select from search_text t where t.recommendation_id = r.root_id and ${holds}
    and case t.kind when 'recommendation' then t.row_id = r.id else t.row_id not in (select id from blind) end)`

/**
 * CTEs, to stand before the candidates, for words of three letters or more: `blind`, what this person may not see yet;
 * `sampled`, which words stand in many texts, told from some of them, and whether all do so together; and of each other word, `hit_n`: the
 * recommendations that it leads to. No index tells apart what a word of many texts leads to: see {@link areOnRecord}.
 */
export function buildHits(words: readonly string[], { userId, cut }: Reading): RawBuilder<unknown> {
  const sought = words.flatMap((word, place) => (isLong(word) ? [{ word, place }] : []))
  if (sought.length === 0) return sql``
  const often = sought.map(
    ({ word, place }) =>
      sql`count(*) filter (where ${holdsWord(sql`t.folded`, word)}) * ${many} > count(*) as ${sql.ref(`often_${place}`)}`,
  )
  const oftenTogether =
    sought.length < 2
      ? []
      : [
          sql`count(*) filter (where ${holdsAll(sought.map(({ word }) => word))}) * ${many} > count(*) as often_together`,
        ]
  const hits = sought.map(
    ({ word, place }) => sql`, ${hit(place)} as materialized (
      select t.recommendation_id as id from search_text t
      where not ${isOften(place)} and t.dossier_id = ${cut.dossierId} and t.recommendation_id is not null and ${holdsWord(sql`t.folded`, word)}
        and case t.kind when 'recommendation' then exists (select from recommendation v where v.id = t.row_id and ${isCurrent('recommendation', 'v', cut)})
                        else t.row_id not in (select id from blind) end)`,
  )
  return sql`, blind as materialized ${blindTo(userId)},
    sampled as materialized (select ${sql.join([...often, ...oftenTogether])} from search_text t tablesample system (${share}) repeatable (1) where t.dossier_id = ${cut.dossierId})
    ${sql.join(hits, sql` `)}`
}

/**
 * Conditions on `r`: all words stand on it, each in its reference, title or text, or in what was found of it and the evidence
 * for that. Words of fewer than three letters begin a word of the title, or stand in the reference. Words of many texts are looked
 * for on one recommendation after the other until they are met, and only on those that all else leaves: the dearest condition
 * comes last. Where words often stand together, one text that holds them all is looked for first: it spares a look for each.
 */
export function areOnRecord(words: readonly string[]): readonly RawBuilder<boolean>[] {
  const each = words.map((word, place) => isOnRecord(word, place))
  const cheap = each.map(({ cheap }) => cheap)
  const dear = each.flatMap(({ dear }) => (dear === undefined ? [] : [dear]))
  if (dear.length < 2) return [...cheap, ...dear]
  return [
    ...cheap,
    sql`(((select often_together from sampled) and ${isMetBy(holdsAll(words.filter(isLong)))}) or (${sql.join(dear, sql` and `)}))`,
  ]
}

function isOnRecord(
  word: string,
  place: number,
): { readonly cheap: RawBuilder<boolean>; readonly dear?: RawBuilder<boolean> } {
  const inRef = sql`r.key ilike ${`%${escapeLike(word)}%`}`
  if (!isLong(word))
    return {
      cheap: sql`(${inRef} or ' ' || lower(r.title collate "und-x-icu") like '% ' || lower(${escapeLike(word)} collate "und-x-icu") || '%')`,
    }
  return {
    cheap: sql`(${isOften(place)} or ${inRef} or r.root_id in (select id from ${hit(place)}))`,
    dear: sql`(not ${isOften(place)} or ${inRef} or ${isMetBy(holdsWord(sql`t.folded`, word))})`,
  }
}
