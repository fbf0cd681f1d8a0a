// In every runtime that this runs on, but not in the language's own library, which is all that domain code may see.
declare const URL: {
  canParse(address: string): boolean
  new (
    address: string,
  ): {
    readonly protocol: string
    readonly hostname: string
    readonly port: string
    readonly pathname: string
    readonly search: string
  }
}

/** True for what can only be meant as the address of a page. */
export const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text)

// Said to the site by whoever passed the address on; the page is the same without.
const isTracking = (parameter: string) =>
  /^(?:utm_[a-z]+|fbclid|gclid|yclid|mc_cid|mc_eid)(?:=|$)/i.test(parameter)

/** The site of an address without a leading `www.`; empty where it is none. */
export function getSite(address: string): string {
  if (!isAddress(address)) return ''
  return new URL(address).hostname.replace(/^www\./, '')
}

/**
 * One writing for the addresses of one page, to find a source again by what somebody pastes: without protocol, `www.`,
 * fragment, tracking parameters and a slash at the end. For comparing only: the address itself is kept as it was given.
 * What is no address stays as it is.
 */
export function formatAddress(address: string): string {
  if (!isAddress(address)) return address
  const url = new URL(address)
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter))
  const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  const port = url.port === '' ? '' : `:${url.port}`
  return `${getSite(address)}${port}${url.pathname.replace(/\/+$/, '')}${search}`
}
