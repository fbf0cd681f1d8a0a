import { isLanguage, type Language } from './language.ts'

/**
 * The language to answer in, from an Accept-Language header: the one wanted most that we have, English where there is
 * none. `kk-Cyrl-KZ` is Kazakh. A header of any length or shape is read; at most 50 wishes count.
 */
export function parseLanguage(header: string | null | undefined): Language {
  let best: { language: Language; weight: number } | null = null
  for (const wish of (header ?? '').slice(0, 2000).split(',', 50)) {
    const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase())
    const language = tag.split('-', 1)[0] ?? ''
    if (!isLanguage(language)) continue
    const weight = getWeight(parameters)
    if (weight > (best?.weight ?? 0)) best = { language, weight }
  }
  return best?.language ?? 'en'
}

/** RFC 9110: q from 0 to 1; 1 where none is given; what cannot be read counts as not wanted. */
function getWeight(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  if (q === undefined) return 1
  return /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q.slice(2)) : 0
}
