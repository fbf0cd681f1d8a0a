import type { Language } from './language.ts'

/** Browsers need not know Kazakh, and would then say another name than the server did. */
const kazakh: Readonly<Record<string, string>> = {
  ar: 'араб тілі',
  be: 'беларусь тілі',
  de: 'неміс тілі',
  en: 'ағылшын тілі',
  es: 'испан тілі',
  fr: 'француз тілі',
  it: 'итальян тілі',
  kk: 'қазақ тілі',
  ky: 'қырғыз тілі',
  nl: 'нидерланд тілі',
  pl: 'поляк тілі',
  ru: 'орыс тілі',
  tr: 'түрік тілі',
  ug: 'ұйғыр тілі',
  uk: 'украин тілі',
  uz: 'өзбек тілі',
  zh: 'қытай тілі',
}

/** A language by its code, as a language calls it, the same on every machine; the code where it has no name. */
export const getLanguageName = (code: string, language: Language): string =>
  language === 'kk'
    ? (kazakh[code] ?? code)
    : (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code)
