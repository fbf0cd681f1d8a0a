import type { MetaFunction, UIMatch } from '@remix-run/react'
import { isLanguage, type Language } from '@waymark/messages/language'
import type { DeskWords } from '../../components/desk/desk-words.ts'
import { getDeskWords } from '../../components/desk/get-desk-words.ts'

type DataOf<L> = Parameters<MetaFunction<L>>[0]['data']

/** The language that the root's loader found in the address. Titles are made outside of what React renders. */
function getLanguage(matches: readonly Pick<UIMatch, 'id' | 'data'>[]): Language {
  const data = matches.find(({ id }) => id === 'root')?.data
  const language = typeof data === 'object' && data !== null && 'language' in data ? data.language : null
  return typeof language === 'string' && isLanguage(language) ? language : 'en'
}

// A page whose form came back says so first: it is what a reader with a screen reader hears.
const hasFailed = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'failed' in data && data.failed === true

/** The title of a page of the desk: its own name, the desk's, the product's. The page's data are not there when it failed. */
export const buildDeskMeta =
  <L = unknown>(getName: (words: DeskWords, page: DataOf<L>) => string): MetaFunction<L> =>
  ({ data, matches }) => {
    const words = getDeskWords(getLanguage(matches))
    const { desk } = words.t
    const title = desk.pageTitle(getName(words, data), desk.name)
    return [{ title: hasFailed(data) ? desk.errorTitle(title) : title }]
  }

/** The title of a page of an account. */
export const buildAccountMeta =
  <L = unknown>(getName: (words: DeskWords, page: DataOf<L>) => string): MetaFunction<L> =>
  ({ data, matches }) => {
    const words = getDeskWords(getLanguage(matches))
    return [{ title: words.t.account.pageTitle(getName(words, data), hasFailed(data)) }]
  }
