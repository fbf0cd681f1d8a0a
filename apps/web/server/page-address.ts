import { isLanguage, type Language } from '@waymark/messages/language'

/** A page in a language, and its path without it. */
export type PageAddress = {
  readonly language: Language
  readonly path: string
  readonly isBelowPrefix: boolean
}

/**
 * The language of a path and the path without it: `/ru/utopia` is `/utopia` in Russian, `/ru` the list of dossiers, everything
 * without a prefix English. Only a whole first part counts: `/russia` and `/ru.json` are addresses like any other.
 */
export function parsePageAddress(pathname: string): PageAddress {
  const [, first = '', rest = ''] = /^\/([^/]*)(\/.*)?$/.exec(pathname) ?? []
  if (!isLanguage(first)) return { language: 'en', path: pathname, isBelowPrefix: false }
  // A path that begins with two slashes would be the address of another site.
  return { language: first, path: rest.replace(/^\/+/, '/') || '/', isBelowPrefix: true }
}

/** A path of this site in a language. */
export const buildPageAddress = (path: string, language: Language): string =>
  language === 'en' ? path : `/${language}${path === '/' ? '' : path}`
