/** Names that stand for this machine or its neighbours, whatever a resolver makes of them. */
const innerNames =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|invalid|test|example)\.?$/i

/** What a parser of addresses would leave out or turn round, and no address that somebody copied has in it. */
const dropped = /[\s\\\p{Cc}\p{Cf}\p{Z}]/u

/**
 * An address that may be fetched at all, or null: http or https on their ports, no name and password, a name with a dot in it,
 * nothing that a parser would quietly leave out. What it resolves to is looked at later. The part after # is cut off.
 */
export function parseWebAddress(text: string): URL | null {
  if (text.length > 2000 || dropped.test(text)) return null
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(text)) return null
  if (url.port !== '' && url.port !== '80' && url.port !== '443') return null
  if (innerNames.test(url.hostname)) return null
  if (!url.hostname.startsWith('[') && !/[^.]\.[^.]/.test(url.hostname)) return null
  url.hash = ''
  return url
}
