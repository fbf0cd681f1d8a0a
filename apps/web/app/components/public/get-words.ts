import { isLanguage, type Language } from '@waymark/messages/language'
import { getPublicMessages } from '@waymark/messages/public'
import { buildWords, type Words } from './words.ts'

const built = new Map<Language, Words>()

/** The words of a language, made once; those of English for a code that is none of ours. */
export function getWords(code: string): Words {
  const language: Language = isLanguage(code) ? code : 'en'
  const words = built.get(language) ?? buildWords(language, getPublicMessages(language))
  built.set(language, words)
  return words
}
