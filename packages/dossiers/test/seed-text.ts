/** The statement of 2013 by its parts, as the locators of the dossier name them. */
export type SeedText = { readonly whole: string; readonly parts: ReadonlyMap<string, readonly string[]> }

const bullet = '·'

/** White space and typographic dots aside, the text is what the file has. */
export function parseSeedText(text: string): SeedText {
  const paragraphs = joinBrokenLine(text)
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
  const parts = new Map<string, readonly string[]>()
  const body = paragraphs.findIndex((line) => line.startsWith('This week'))
  const prose = paragraphs.slice(body).filter((line) => !line.startsWith(bullet))
  const bullets = paragraphs.filter((line) => line.startsWith(bullet))
  for (const [i, line] of bullets.entries()) parts.set(`bullet ${i + 1}`, listSentences(line.slice(1)))
  const named = [
    'paragraph 1',
    'paragraph 2',
    'paragraph after the bullets',
    'note',
    'background paragraph 1',
    'background paragraph 2',
  ]
  for (const [i, name] of named.entries()) parts.set(name, listSentences(prose[i] ?? ''))
  return { whole: tidy(text), parts }
}

/** The file breaks the second background paragraph in the middle of a sentence. */
const joinBrokenLine = (text: string) => text.replace(/\(PCA\)\s*\n/, '(PCA) ')

const tidy = (s: string) => s.replace(/\s+/g, ' ').trim()

const listSentences = (paragraph: string) =>
  tidy(paragraph)
    .split(/(?<=[a-z0-9”)]\.)\s+(?=[A-Z])/)
    .filter((s) => s !== '')

/** The sentence at `bullet 3, sentence 2`, or null where the text has none. */
export function getSentence(seed: SeedText, locator: string): string | null {
  const m = /^(.+), sentence (\d+)$/.exec(locator)
  return seed.parts.get(m?.[1] ?? '')?.[Number(m?.[2]) - 1] ?? null
}
