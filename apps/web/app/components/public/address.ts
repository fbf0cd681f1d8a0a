/**
 * Addresses of the public pages. The address is the state: every link keeps the cut (`asOf`, `knownAt`, `method`)
 * that the reader chose, and only that.
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

/** Path and parameters as one address; parameters that are empty are left out, the rest keep their order. */
export function buildHref(path: string, ...parts: readonly Parameters[]): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(Object.assign({}, ...parts) as Parameters)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  // A colon may stand in a query as it is (RFC 3986, 3.4): instants stay readable.
  const query = search.toString().replaceAll('%3A', ':')
  return query === '' ? path : `${path}?${query}`
}

/** A page of a dossier, at the reader's cut. `place` is what follows the dossier's key, without a leading slash. */
export function buildPlace(
  dossier: string,
  asked: AskedCut,
  place = '',
  parameters: Parameters = {},
): string {
  const path = place === '' ? `/${dossier}` : `/${dossier}/${place}`
  return buildHref(path, parameters, getCut(asked))
}
