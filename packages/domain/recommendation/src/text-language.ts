import type { ContentLanguage } from './translatable.ts'

type Script = 'Latn' | 'Cyrl'

/** Letters of Kazakh that no other language of a record has. */
const kazakh = /[әғқұ]/i
/** Cyrillic letters that Russian does not have: without the ones above, whose they are is not certain. */
const notRussian = /(?![а-яё])\p{Script=Cyrillic}/iu

/** The part of a code that tells the script; what may follow it is not always well-formed. */
const languageAndScript = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?![A-Za-z0-9])/

/** The script of at least three letters in four; null where there is none such. */
function getScript(text: string): Script | null {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const [all, latin, cyrillic] = [/\p{L}/gu, /\p{Script=Latin}/gu, /\p{Script=Cyrillic}/gu].map(count)
  if (!all) return null
  if ((latin ?? 0) >= all * 0.75) return 'Latn'
  return (cyrillic ?? 0) >= all * 0.75 ? 'Cyrl' : null
}

/** Which of the languages of a record its letters tell a text to be in; null where they do not tell. */
function getLanguageOfLetters(text: string, script: Script | null): ContentLanguage | null {
  if (script === 'Latn') return 'en'
  if (script === null) return null
  if (kazakh.test(text)) return 'kk'
  return notRussian.test(text) ? null : 'ru'
}

/**
 * The language of a text of the record as it was written, as a BCP 47 code; null where it is not certain. What the record knows comes
 * first, unless the letters cannot be of that language; without it the letters tell, since the originals of a dossier are in the
 * languages of the organisations (`contentLanguages`).
 *
 * @param known what the record says: the language of the source that is quoted; `und` is nothing
 */
export function getLanguageOfText(text: string, known: string | null = null): string | null {
  const script = getScript(text)
  const told = getLanguageOfLetters(text, script)
  if (known === null || known === 'und') return told
  if (told === 'kk') return told
  const own = new Intl.Locale(languageAndScript.exec(known)?.[0] ?? 'und').maximize().script
  return script === null || script === own ? known : told
}
