const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  '#x27': "'",
  '#39': "'",
}
const decode = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#x27|#39);/g, (_, name: string) => entities[name] ?? '')

/**
 * The addresses that a page of ours or a style sheet leads to, as they stand there. Those of a feed are left alone: it tells of
 * everything that was published, also after the cut that the pages around it show.
 */
export function listLinks(text: string, mediaType: string): string[] {
  if (/\bcss\b/.test(mediaType))
    return [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, url = '']) => url)
  if (!/\b(?:html|svg)\b/.test(mediaType)) return []
  const attributes = [...text.matchAll(/\s(?:href|src|data)="([^"]*)"/g)].map(([, url = '']) => decode(url))
  const sets = [...text.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set = '']) =>
    decode(set)
      .split(',')
      .map((one) => one.trim().split(/\s/, 1)[0] ?? ''),
  )
  // The picture that goes with a link to the page.
  const cards = [...text.matchAll(/<meta property="og:image" content="([^"]*)"/g)].map(([, url = '']) =>
    decode(url),
  )
  return [...attributes, ...sets, ...cards]
}
