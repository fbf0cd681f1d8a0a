import type { DeskCatalogue } from '@waymark/messages/desk/catalogue'
import type { Language } from '@waymark/messages/language'
import { buildDeskWords, type DeskWords } from './desk-words.ts'

const built = new Map<Language, DeskWords>()

/** Makes the words of a language known: the server knows all, a browser that of its page, before anything is rendered. */
export function keepDeskCatalogue(catalogue: DeskCatalogue): void {
  built.set(catalogue.language, buildDeskWords(catalogue))
}

/**
 * The words of the desk in a language.
 *
 * @throws Error where nobody has made them known: a page in another language would be worse
 */
export function getDeskWords(language: Language): DeskWords {
  const words = built.get(language)
  if (words === undefined) throw new Error(`the words of the desk are not loaded in ${language}`)
  return words
}
