import type { Copy } from '../copy.ts'
import type { Language } from '../language.ts'
import type { Refusals } from '../refusals.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { messages as english } from './en.ts'

/** What the desk's and the accounts' pages say, by what it is about: `desk`, `linkage`, `account` and so on. */
export type DeskMessages = Copy<typeof english>

/** All that the desk says in one language; a browser is given one of them. */
export type DeskCatalogue = {
  readonly language: Language
  readonly t: DeskMessages
  readonly vocabulary: Vocabulary
  readonly refusals: Refusals
}
