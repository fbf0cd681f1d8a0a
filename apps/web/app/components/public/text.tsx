import { getLanguageOfText } from '@waymark/recommendation/text-language'
import { createContext, useContext } from 'react'
import { useDocumentScope } from '../../document-scope.ts'

/** The texts of a page that are in its own language, since the record has them in it. */
export const OwnTextsContext = createContext<ReadonlySet<string>>(new Set())

/**
 * The language of a text of the record where it is not the page's; undefined where it is, and where neither the record nor the letters
 * of the text tell it.
 *
 * @param known what the record says: the language of the source that is quoted
 */
function useTextLanguage(text: string, known: string | null): string | undefined {
  const { language } = useDocumentScope()
  if (useContext(OwnTextsContext).has(text)) return undefined
  const found = getLanguageOfText(text, known)
  return found === null || found === language ? undefined : found
}

/** A text of the record as it was written, marked with its language where that is not the page's. `known`: of the source it quotes. */
export function Text({ children, known = null }: { children: string; known?: string | null }) {
  const lang = useTextLanguage(children, known)
  return lang === undefined ? children : <span lang={lang}>{children}</span>
}
