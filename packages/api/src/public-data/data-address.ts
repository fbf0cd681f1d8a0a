/** What belongs to somebody, to the browser's own files, or to programs that act for a reader. */
const otherPlaces = /^\/(?:desk|account|meetings|sign-in|sign-out|trpc|assets|healthz)(?:[/.]|$)/
const endings = /\.(?:json|jsonld|csv|xlsx|atom|bib|zip|pdf|docx)$/

/**
 * True for an address that can only mean public data, whether there is anything or not: what is answered to it, refusals
 * too, may be read from any site and counts towards the limit of requests.
 */
export const isDataAddress = (pathname: string): boolean =>
  endings.test(pathname) && !otherPlaces.test(pathname)

/** True for the address of a drawn view: for other pages (`/embed/kazakhstan.svg`), or to go with a link (`/kazakhstan/card.png`). */
export const isPictureAddress = (pathname: string): boolean =>
  /^(?:\/(?:ru|kk))?\/(?:embed\/.+\.(?:svg|png)|.+\/card\.png)$/.test(pathname) && !otherPlaces.test(pathname)
