import type { Run, Text } from '@waymark/exchange/documents/document'
import type { Basis, Fact } from '@waymark/meeting/briefing/fact'
import { briefingMessages } from '@waymark/messages/briefing'
import { formatInstant } from '@waymark/messages/dates'
import type { Language } from '@waymark/messages/language'
import type { PublicText } from '../../common/cut.ts'
import { getBriefWords } from '../brief/brief-words.ts'
import type { ListedCase } from './list-cases.query.ts'

export type WordsOf = {
  readonly language: Language
  /** What the record has in the language. */
  readonly texts: readonly PublicText[]
  readonly basis: Basis
  /** The cases that may be named at this moment. */
  readonly cases: readonly ListedCase[]
}

/** Everything a briefing says in a language, and how it writes what the record says. For one document: it remembers what it has told. */
export function getBriefingWords({ language, texts, basis, cases }: WordsOf) {
  const words = getBriefWords(language, texts)
  const d = briefingMessages[language]
  const sayBasis = ({ asOf, knownAt, method }: Basis) =>
    d.basis(words.formatDate(asOf), formatInstant(knownAt, language), method)
  return {
    ...words,
    d,
    cases: new Map(cases.map((one) => [one.key, one])),
    formatInstant: (instant: string) => formatInstant(instant, language),
    /** That there are translations in what was said so far. */
    noteTranslations: (): Text =>
      words.buildTranslationNote('').map((run) => ({ ...run, text: ` ${run.text}` })),
    /** The note of a sentence that holds a figure: the method, the date and the cut-off that it is of. */
    noteBasis: ({ at }: Pick<Fact, 'at'>): { readonly note: Text } => ({
      note: [{ text: at === undefined ? sayBasis(basis) : `${sayBasis(at)} ${d.kept}` }],
    }),
  }
}
export type BriefingWords = ReturnType<typeof getBriefingWords>

/** A sentence around words of the record, each in its own language: `say` is given marks that stand for them. */
export function sayAround(runs: readonly Run[], say: (...marks: string[]) => string): Run[] {
  // Private-use characters, of which the record has none: they stand in the sentence where the words go.
  const marks = runs.map((_, i) => String.fromCharCode(0xe000 + i))
  return say(...marks)
    .split(/([\ue000-\ue0ff])/)
    .flatMap((part): Run[] => {
      if (part === '') return []
      const run = runs[marks.indexOf(part)]
      return [marks.includes(part) && run !== undefined ? run : { text: part }]
    })
}

/** Runs of a list, a separator between each two. */
export const joinRuns = (items: readonly (readonly Run[])[], separator: string): Run[] =>
  items.flatMap((item, i) => (i === 0 ? [...item] : [{ text: separator }, ...item]))
