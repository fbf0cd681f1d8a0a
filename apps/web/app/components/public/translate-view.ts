import { hasWords } from '@waymark/recommendation/translatable'

/** A text of an answer in the language of the page, as the record has it; `original` is what stands in the answer. */
type Translation = { readonly original: string; readonly text: string }

/** The translations that came with an answer, in its cut; none where no language was asked for. */
export function getTranslations(view: unknown): readonly Translation[] {
  const cut = getObject(getObject(view, 'frame'), 'cut')
  const texts = getObject(cut, 'texts')
  return Array.isArray(texts) ? texts : []
}

/**
 * The answer with its texts in the language of the page, where the record has them in it. What may be a key or a reference is left
 * alone, unless it stands where words do: no text is mistaken for the name of another thing. The cut itself stays as it came.
 */
export function translateView<View>(view: View): View {
  const texts = new Map(getTranslations(view).map(({ original, text }) => [original, text]))
  return texts.size === 0 ? view : (translate(view, texts, '') as View)
}

const isName = (text: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(text)

function translate(value: unknown, texts: ReadonlyMap<string, string>, name: string): unknown {
  if (typeof value === 'string') return isName(value) && !hasWords(name) ? value : (texts.get(value) ?? value)
  if (Array.isArray(value)) return value.map((one) => translate(one, texts, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'cut' ? one : translate(one, texts, key)]),
  )
}

function getObject(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}
