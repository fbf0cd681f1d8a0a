/** The languages in which the interface can be offered. */
export type Language = 'en' | 'ru' | 'kk'

/** The languages that an installation offers; the first is the fallback. */
export type OfferedLanguages = readonly [Language, ...Language[]]

/**
 * The language of one answer: `?lang=` when it is one of those offered, else the reader's first accepted
 * one, else the first offered. `accepted` is the value of an Accept-Language header (RFC 9110, 12.5.4).
 */
export const parseLanguage = <L extends string>(
  asked: string | null,
  accepted: string | null,
  offered: readonly [L, ...L[]],
): L => {
  const chosen = offered.find((language) => language === asked)
  if (chosen) return chosen
  const ranges = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [range = '', ...params] = part.trim().toLowerCase().split(';')
      const q = params.find((param) => param.trim().startsWith('q='))
      return { primary: range.split('-', 1)[0], quality: q ? Number(q.trim().slice(2)) : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { primary } of ranges) {
    const found = offered.find((language) => language === primary)
    if (found) return found
  }
  return offered[0]
}

/** The language of the answer to a request. */
export const getRequestLanguage = (request: Request, offered: OfferedLanguages): Language =>
  parseLanguage(
    new URL(request.url).searchParams.get('lang'),
    request.headers.get('accept-language'),
    offered,
  )
