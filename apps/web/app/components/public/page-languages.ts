import { languageNames, languages } from '@waymark/messages/language'
import type { Language as Switch } from '@waymark/ui/masthead'
import type { DocumentScope } from '../../document-scope.ts'
import { localisePath, pickParameters } from './address.ts'

/** The same view in each language, with the whole state of its address. */
export const listLanguages = ({ language, address }: DocumentScope): Switch[] =>
  languages.map((lang) => ({
    lang,
    label: languageNames[lang],
    href: localisePath(address, lang),
    ...(lang === language ? { current: true } : {}),
  }))

/** Where search engines find the page and what it is in other languages; `x-default` is English. All are absolute addresses. */
export type Alternates = {
  readonly canonical: string
  readonly links: readonly { readonly hreflang: string; readonly href: string }[]
}

export function buildAlternates({ language, address }: DocumentScope, origin: string): Alternates {
  const own = pickParameters(address)
  const href = (lang: (typeof languages)[number]) => `${origin}${localisePath(own, lang)}`
  return {
    canonical: href(language),
    links: [
      ...languages.map((lang) => ({ hreflang: lang, href: href(lang) })),
      { hreflang: 'x-default', href: href('en') },
    ],
  }
}
