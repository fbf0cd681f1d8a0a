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
  const address = permalink.replace(/^\/(?:(ru|kk)\/)?/, (_, language?: string) =>
    language === undefined ? '/embed/' : `/${language}/embed/`,
  )
  return `<iframe src="${escapeAttribute(origin + address)}" title="${escapeAttribute(title)}" width="100%" height="320" loading="lazy"></iframe>`
}
