import type { Run, Text } from '@waymark/exchange/documents/document'
import { getUtcDay } from '@waymark/kernel/instant'
import { briefMessages } from '@waymark/messages/brief'
import { formatPartialDate } from '@waymark/messages/dates'
import type { Language } from '@waymark/messages/language'
import { publicMessages } from '@waymark/messages/public'
import { getLanguageOfText } from '@waymark/recommendation/text-language'
import type { PublicText } from '../../common/cut.ts'
import type { SourceRef } from '../../common/refs.view.ts'

/**
 * How a brief writes the words of the record: in its own language where the record has them in it, else as they were written and
 * marked with the language they are in. A translation that is out of date says so in a footnote, where it first stands.
 *
 * @param texts what the record has in the language of the brief
 */
export function getBriefTexts(language: Language, texts: readonly PublicText[]) {
  const found = new Map(texts.map((text) => [text.original, text]))
  const [shown, told] = [new Set<string>(), new Set<string>()]

  /** Of an original: its language, where that is not the brief's. */
  const mark = (text: string, known?: string): { lang?: string } => {
    const lang = getLanguageOfText(text, known)
    return lang === null || lang === language ? {} : { lang }
  }
  const getWarning = (original: string): string | null => {
    const since = found.get(original)?.outdatedSince ?? null
    if (since === null) return null
    return publicMessages[language].translated.since(formatPartialDate(getUtcDay(since), language))
  }
  const tellOnce = (original: string): Text => {
    const warning = getWarning(original)
    if (warning === null || told.has(original)) return []
    told.add(original)
    return [{ text: warning }]
  }
  /** Words of the record: at most so many letters of them, with a footnote. */
  const quote = (original: string, { letters, note = [] }: { letters?: number; note?: Text } = {}): Run => {
    const { text, ...marked } = getTitle(original)
    const warning = tellOnce(original)
    const all = [...note, ...(note.length > 0 && warning.length > 0 ? [{ text: ' ' }] : []), ...warning]
    return {
      text: letters === undefined ? text : shorten(text, letters),
      ...marked,
      ...(all.length === 0 ? {} : { note: all }),
    }
  }
  /** The same without a footnote: for a title, a heading, a line that holds other words too. */
  const getTitle = (original: string): Run => {
    const translation = found.get(original)
    if (translation === undefined) return { text: original, ...mark(original) }
    shown.add(original)
    return { text: translation.text }
  }

  return {
    quote,
    getTitle,
    /** A sentence that says words of the record within it. */
    sayWith: (run: Run, say: (title: string) => string): Text => {
      const [before = '', ...rest] = say(run.text).split(run.text)
      return [{ text: before }, run, { text: rest.join(run.text) }].filter(({ text }) => text !== '')
    },
    buildSourceNote: (
      { publisher, title, date, url, language: known }: SourceRef,
      locator: string | null,
    ): Text => [
      { text: publisher, ...mark(publisher) },
      { text: ': ' },
      { text: title, ...mark(title, known) },
      { text: `, ${formatPartialDate(date, language)}` },
      ...(locator === null ? [] : [{ text: ', ' }, { text: locator, ...mark(locator) }]),
      ...(url === null ? [] : [{ text: ' ' }, { text: url, href: url }]),
      { text: '.' },
    ],
    /** That there are translations in what was built so far, and of the title of the brief whether it is an old one. */
    buildTranslationNote: (title: string): Text => {
      const warning = getWarning(title)
      return shown.size === 0
        ? []
        : [
            { text: `${briefMessages[language].translated} ` },
            ...(warning === null ? [] : [{ text: `${getTitle(title).text}: ${warning} ` }]),
          ]
    },
  }
}

/** A text cut to a length at a word, with an ellipsis where something is missing. */
function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:]+$/, '')}…`
}
