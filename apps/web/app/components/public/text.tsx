import { createContext, useContext } from 'react'
import { useDocumentScope } from '../../document-scope.ts'

/** The texts of a page that are in its own language, since the record has them in it. */
export const OwnTextsContext = createContext<ReadonlySet<string>>(new Set())

/** The language in which the texts of a record are written: a dossier is kept in English. */
const original = 'en'

/**
 * The language of a text of the record where it is not the page's; undefined where it is, and for a text in another script than that
 * of the originals, whose language nobody has recorded.
 */
export function useTextLanguage(): (text: string) => string | undefined {
  const { language } = useDocumentScope()
  const own = useContext(OwnTextsContext)
  return (text) =>
    language === original ||
    own.has(text) ||
    !/\p{Script=Latin}/u.test(text) ||
    /[^\p{Script=Latin}\P{L}]/u.test(text)
      ? undefined
      : original
}

/** A text of the record as it was written, marked with its language where that is not the page's. */
export function Text({ children }: { children: string }) {
  const lang = useTextLanguage()(children)
  return lang === undefined ? children : <span lang={lang}>{children}</span>
}
