import { type RawBuilder, sql } from 'kysely'
import { isBlindTo } from './coding.query.ts'

/** Words of fewer letters are in no trigram index. */
export const fewestLetters = 3
/** How many letters a word has once it is folded. */
export const countLetters = (word: string): number => [...word.normalize('NFD').replace(/\p{M}/gu, '')].length

/** Literal text for LIKE: the wildcards lose their meaning. */
export const escapeLike = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** Condition: a folded text has a word in it, whatever the case, the accents and the letters that people replace. */
export const holdsWord = (folded: RawBuilder<unknown>, word: string): RawBuilder<boolean> =>
  sql`${folded} like '%' || waymark.fold(${escapeLike(word)}) || '%'`

/**
 * The same of a text as it was written. `text` must be the expression of a trigram index, or the index does not serve it; nor
 * does it for words of fewer than three letters. Folding takes most of the time: what is looked through whole is kept folded.
 */
export const hasWord = (text: RawBuilder<unknown>, word: string): RawBuilder<boolean> =>
  holdsWord(sql`waymark.fold(${text})`, word)

/** The texts of the record that are folded only when they are looked at, as their indexes have them. */
export const searchedTexts = {
  item: sql`i.excerpt`,
  case: sql`coalesce(p.content ->> 'publicName', '') || ' ' || coalesce(p.content ->> 'summary', '')`,
} as const

/** Condition: the words of a file, `t` of file_text, have a word in them. */
export const isInFile = (word: string): RawBuilder<boolean> => holdsWord(sql`t.folded`, word)

/** Relation `(id)`: assessments whose words this person may not come across: they are to rate the same question first. */
export const blindTo = (userId: string): RawBuilder<unknown> => sql`(
  select a.id from assignment mine
  join assessment a on a.id = case when mine.subject_key ~ '^[0-9]{1,15}$' then mine.subject_key::bigint end
  where mine.assignee_id = ${userId} and mine.done_at is null and mine.task = 'code' and mine.subject_kind = 'assessment'
    and ${isBlindTo(userId)})`
