import { useDocumentScope } from '../../document-scope.ts'
import type { DeskWords } from './desk-words.ts'
import { getDeskWords } from './get-desk-words.ts'

/** The words of the desk in the page's language. */
export const useDeskWords = (): DeskWords => getDeskWords(useDocumentScope().language)
