import { isLanguage, type Language } from '@waymark/messages/language'
import { createContext, useContext } from 'react'

/** What the document needs besides its content. */
export type DocumentScope = {
  readonly language: Language
  /** Path and search of the page without its language. */
  readonly address: string
  /** Scheme and host where the page is one of the public ones and was found: it names itself in each language. */
  readonly origin: string | null
  readonly nonce: string
  /** True when one of the matched routes exports `handle = { script: true }`. */
  readonly script: boolean
}

// In the browser the document is already there: hydration reads back what the server wrote.
export const readLanguage = (): Language => {
  const { lang } = document.documentElement
  return isLanguage(lang) ? lang : 'en'
}
const written: DocumentScope =
  typeof document === 'undefined'
    ? { language: 'en', address: '/', origin: null, nonce: '', script: false }
    : { language: readLanguage(), address: '/', origin: null, nonce: '', script: true }

export const DocumentContext = createContext<DocumentScope>(written)

export const useDocumentScope = (): DocumentScope => useContext(DocumentContext)
