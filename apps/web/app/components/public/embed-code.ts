/** The places that can be shown in somebody else's page: the scorecard, one recommendation, one milestone. */
const embeddable = /^(?:|(?:recommendations|milestones)\/[^/]+)$/

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * The HTML that shows a page as a frame; null for a page that has no such view.
 *
 * @param place path of the page below the dossier
 * @param permalink the page's own address, from its first slash on
 */
export function buildEmbedCode(
  origin: string,
  place: string,
  permalink: string,
  title: string,
): string | null {
  if (!embeddable.test(place)) return null
  const address = buildEmbedAddress(permalink)
  return `<iframe src="${escapeAttribute(origin + address)}" title="${escapeAttribute(title)}" width="100%" height="320" loading="lazy"></iframe>`
}

/**
 * The HTML that shows a page as a picture, which leads to the page; null for a page that has no such view.
 *
 * @param alternative what the picture shows, in words
 */
export function buildPictureCode(
  origin: string,
  place: string,
  permalink: string,
  alternative: string,
): string | null {
  if (!embeddable.test(place)) return null
  const address = buildPictureAddress(permalink, 'svg')
  return `<a href="${escapeAttribute(origin + permalink)}"><img src="${escapeAttribute(origin + address)}" alt="${escapeAttribute(alternative)}" width="800"></a>`
}

/** The address of the frame that shows a page. */
const buildEmbedAddress = (permalink: string): string =>
  permalink.replace(/^\/(?:(ru|kk)\/)?/, (_, language?: string) =>
    language === undefined ? '/embed/' : `/${language}/embed/`,
  )

/** The address of the picture that shows a page. */
export const buildPictureAddress = (permalink: string, ending: 'svg' | 'png'): string =>
  buildEmbedAddress(permalink).replace(/(?=\?|$)/, `.${ending}`)
