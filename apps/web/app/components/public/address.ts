import type { Language } from '@waymark/messages/language'

/**
 * Addresses of the public pages. The address is the state: every link keeps the cut (`asOf`, `knownAt`, `method`)
 * that the reader chose, and only that. English stands at the address itself, the other languages below a prefix.
 */

/** The cut as the reader asked for it. What is left out means today, everything recorded, the dossier's method. */
export type AskedCut = {
  readonly asOf?: string | undefined
  readonly knownAt?: string | undefined
  readonly method?: string | undefined
}

export type Parameters = Readonly<Record<string, string | number | undefined>>

/** The cut alone, out of everything asked for on a page. */
export const getCut = ({ asOf, knownAt, method }: AskedCut): Parameters => ({ asOf, knownAt, method })

/** What needs no encoding: keys, days, numbers; and the colon, which may stand in a query as it is (RFC 3986, 3.4). */
const plain = /^[\w.:-]*$/
const encode = (value: string): string =>
  plain.test(value) ? value : new URLSearchParams([['', value]]).toString().slice(1).replaceAll('%3A', ':')

/** Path and parameters as one address; parameters that are empty are left out, the rest keep their order. */
export function buildHref(path: string, ...parts: readonly Parameters[]): string {
  const given: Parameters = parts.length === 1 ? (parts[0] ?? {}) : Object.assign({}, ...parts)
  let query = ''
  for (const name in given) {
    const value = given[name]
    if (value === undefined || value === '') continue
    query += `${query === '' ? '?' : '&'}${name}=${encode(String(value))}`
  }
  return path + query
}

/** A path of this site in a language: `/utopia` is English, `/ru/utopia` Russian; `/` becomes `/ru`. */
export const localisePath = (path: string, language: Language): string =>
  language === 'en' ? path : `/${language}${path.replace(/^\/(?=$|[?#])/, '')}`

/**
 * A page of a dossier, at the reader's cut, without a language: what data are addressed by. `place` is what follows the dossier's
 * key, without a leading slash.
 */
export function buildPlace(
  dossier: string,
  asked: AskedCut,
  place = '',
  parameters: Parameters = {},
): string {
  const path = place === '' ? `/${dossier}` : `/${dossier}/${place}`
  return buildHref(path, parameters, getCut(asked))
}

/** What public pages take of their address. Others, such as those of newsletters, are left alone and not passed on. */
export const pageParameters = [
  'asOf',
  'knownAt',
  'method',
  'from',
  'to',
  'fromRound',
  'toRound',
  'fromMethod',
  'clock',
  'change',
  'area',
  'side',
  'standing',
  'q',
  'sort',
  'by',
  'role',
  'track',
  'milestone',
  'recommendation',
  'commitment',
  'actor',
  'rests',
  'state',
  'view',
  'with',
  'group',
  'page',
] as const

/** The address with the parameters that a page takes, in the order of this list, so that one view has one address. */
export function pickParameters(address: string): string {
  const [path = '', query = ''] = address.split('?', 2)
  const given = new URLSearchParams(query)
  return buildHref(
    path,
    Object.fromEntries(pageParameters.map((name) => [name, given.get(name) ?? undefined])),
  )
}
