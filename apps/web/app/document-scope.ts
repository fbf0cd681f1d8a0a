import { createContext, useContext } from 'react'

/** What the document needs besides its content. */
export type DocumentScope = {
  readonly language: string
  readonly nonce: string
  /** True when one of the matched routes exports `handle = { script: true }`. */
  readonly script: boolean
}

// In the browser the document is already there: hydration reads back what the server wrote.
const written: DocumentScope =
  typeof document === 'undefined'
    ? { language: 'en', nonce: '', script: false }
    : { language: document.documentElement.lang, nonce: '', script: true }

export const DocumentContext = createContext<DocumentScope>(written)

export const useDocumentScope = (): DocumentScope => useContext(DocumentContext)
