import type { Cut } from '../common/cut.ts'

/** The address of a page with the whole cut; colons stay as they are (RFC 3986, 3.4), so that instants can be read. */
export function buildPermalink(page: URL, { asOf, knownAt, method }: Omit<Cut, 'dossier'>): string {
  const url = new URL(page)
  // Always last and in one order, so that the same view has the same address.
  for (const [name, value] of Object.entries({ asOf, knownAt, method })) {
    url.searchParams.delete(name)
    url.searchParams.append(name, value)
  }
  return url.href.replaceAll('%3A', ':')
}
