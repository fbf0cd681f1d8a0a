import { useDocumentScope } from '../../document-scope.ts'
import { getWords } from './get-words.ts'
import type { Words } from './words.ts'

/** The words of the page's language. */
export const useWords = (): Words => getWords(useDocumentScope().language)
