/** Letters that Kazakh and its neighbours have beyond Russian, and those that people type in their place. */
const replaced = 'әғқңөұүһіў'
const by = 'агкноуухиу'

/**
 * The form in which texts are searched: the same as the database's function `waymark.fold`, which a test demands. Lower case,
 * without accents, Kazakh letters as their Russian neighbours.
 */
export const fold = (text: string): string =>
  [
    ...text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, ''),
  ]
    .map((letter) => {
      const place = replaced.indexOf(letter)
      return place < 0 ? letter : (by[place] ?? letter)
    })
    .join('')

/** A text cut where words were found: `hit` says which parts. */
export type Part = { readonly text: string; readonly hit: boolean }

const around = 90

/** The folded text, and for each of its letters the place in the original that it comes from. */
function foldWithPlaces(text: string) {
  let folded = ''
  const places: number[] = []
  let place = 0
  for (const letter of text) {
    const one = fold(letter)
    folded += one
    for (let i = 0; i < one.length; i += 1) places.push(place)
    place += letter.length
  }
  return { folded, places: [...places, text.length] }
}

/** Where the words stand in a text: ranges of the original, in order, without overlaps. */
function listRanges(text: string, words: readonly string[]): { start: number; end: number }[] {
  const { folded, places } = foldWithPlaces(text)
  const found = words.map(fold).flatMap((word) => {
    const ranges: { start: number; end: number }[] = []
    for (
      let at = word === '' ? -1 : folded.indexOf(word);
      at >= 0;
      at = folded.indexOf(word, at + word.length)
    )
      ranges.push({ start: places[at] ?? 0, end: places[at + word.length] ?? text.length })
    return ranges
  })
  const ranges: { start: number; end: number }[] = []
  for (const range of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = ranges.at(-1)
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else ranges.push({ ...range })
  }
  return ranges
}

/** The surroundings of the first word that was found, with every hit in them marked. */
export function buildSnippet(text: string, words: readonly string[]): Part[] {
  const ranges = listRanges(text, words)
  const first = ranges[0]?.start ?? 0
  const begin = first <= around ? 0 : text.indexOf(' ', first - around) + 1 || first
  const end = Math.min(text.length, Math.max(begin, first) + 2 * around)
  const parts: Part[] = begin > 0 ? [{ text: '… ', hit: false }] : []
  let at = begin
  for (const range of ranges) {
    if (range.start < begin || range.end > end) continue
    if (range.start > at) parts.push({ text: text.slice(at, range.start), hit: false })
    parts.push({ text: text.slice(range.start, range.end), hit: true })
    at = range.end
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false })
  return end < text.length ? [...parts, { text: ' …', hit: false }] : parts
}
