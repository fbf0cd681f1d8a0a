import { type Level, levels } from '@waymark/assessment/level'
import { type BarPart, type Block, plain, type Run, type Text } from '@waymark/exchange/documents/document'
import { briefMessages } from '@waymark/messages/brief'
import { formatPartialDate } from '@waymark/messages/dates'
import type { Language } from '@waymark/messages/language'
import { lowerFirst } from '@waymark/messages/lower-first'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { SourceRef } from '../../common/refs.view.ts'
import type { StandingWord } from '../change/change.view.ts'
import type { Scorecard } from '../score/score.view.ts'

type Distribution = Scorecard['overall']['distribution']

/** The language in which the texts of the record are written (docs/decisions/0007). */
const recordLanguage = 'en'

/** What a place is called, in its order in a distribution, with the colours of the site's scale. */
const places = [
  ['contrary', '#b03410'],
  ['full', '#0a2639'],
  ['substantial', '#1d4c68'],
  ['some', '#40748f'],
  ['limited', '#7199ad'],
  ['none', '#c9cfd2'],
  ['unknown', '#ffffff'],
] as const satisfies readonly (readonly [keyof Distribution, string])[]

const isLevel = (word: string): word is Level => (levels as readonly string[]).includes(word)

/** Everything a brief says in a language, and how it writes what the record says. */
export function getBriefWords(language: Language) {
  const b = briefMessages[language]
  const v = vocabulary[language]
  const lower = (label: string) => lowerFirst(label, language)
  const formatDate = (date: string) => formatPartialDate(date, language)

  const getPlaceLabel = (place: keyof Distribution): string =>
    place === 'contrary' || place === 'unknown' ? v[place].label : v.levels[place].label
  const getStandingLabel = (word: StandingWord | null): string => {
    if (word === null) return b.notCounted
    if (isLevel(word)) return v.levels[word].label
    if (word === 'contrary' || word === 'stale') return v[word].label
    return v.states[word]
  }
  return {
    language,
    b,
    v,
    formatDate,
    getStanding: (word: StandingWord | null) => lower(getStandingLabel(word)),
    /** `going backwards 2 · limited progress 3`; empty where there is nothing. */
    formatDistribution: (distribution: Distribution) =>
      places
        .filter(([place]) => distribution[place] > 0)
        .map(([place]) => `${lower(getPlaceLabel(place))} ${distribution[place]}`)
        .join(' · '),
    lower,
    /** Words of the record: marked with the record's language where the brief is in another. */
    quote: (text: string, note?: Text): Run => ({
      text,
      ...(language === recordLanguage ? {} : { lang: recordLanguage }),
      ...(note === undefined ? {} : { note }),
    }),
    buildSourceNote: ({ publisher, title, date, url }: SourceRef, locator: string | null): Text => [
      { text: `${publisher}: ${title}`, lang: recordLanguage },
      { text: `, ${formatDate(date)}${locator === null ? '' : `, ${locator}`}` },
      ...(url === null ? [] : [{ text: ' ' }, { text: url, href: url }]),
      { text: '.' },
    ],
  }
}
export type BriefWords = ReturnType<typeof getBriefWords>

export const buildBarParts = (distribution: Distribution): BarPart[] =>
  places.map(([place, colour]) => ({ count: distribution[place], colour }))

/** A text cut to a length at a word, with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:]+$/, '')}…`
}

/** Says how many were left out, where some were. */
export const buildRest = (left: number, say: (n: number) => string): Block[] =>
  left <= 0 ? [] : [{ kind: 'paragraph', style: 'small', text: plain(say(left)) }]
