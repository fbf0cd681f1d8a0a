import type { Cut } from '../common/cut.ts'

/** The address of a page with the whole cut; colons stay as they are (RFC 3986, 3.4), so that instants can be read. */
export function buildPermalink(page: URL, { asOf, knownAt, method }: Omit<Cut, 'dossier'>): string {
  const url = new URL(page)
  for (const [name, value] of Object.entries({ asOf, knownAt, method })) url.searchParams.set(name, value)
  return url.href.replaceAll('%3A', ':')
}
