import { type Level, levels } from '@waymark/assessment/level'
import { type BarPart, type Block, plain } from '@waymark/exchange/documents/document'
import { briefMessages } from '@waymark/messages/brief'
import { formatPartialDate } from '@waymark/messages/dates'
import type { Language } from '@waymark/messages/language'
import { lowerFirst } from '@waymark/messages/lower-first'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { PublicText } from '../../common/cut.ts'
import type { StandingWord } from '../change/change.view.ts'
import type { Scorecard } from '../score/score.view.ts'
import { getBriefTexts } from './brief-texts.ts'

type Distribution = Scorecard['overall']['distribution']

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

/**
 * Everything a brief says in a language, and how it writes what the record says. For one document: it remembers what it has told.
 *
 * @param texts what the record has in the language of the brief
 */
export function getBriefWords(language: Language, texts: readonly PublicText[]) {
  const b = briefMessages[language]
  const v = vocabulary[language]
  const lower = (label: string) => lowerFirst(label, language)

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
    formatDate: (date: string) => formatPartialDate(date, language),
    getStanding: (word: StandingWord | null) => lower(getStandingLabel(word)),
    /** `going backwards 2 · limited progress 3`; empty where there is nothing. */
    formatDistribution: (distribution: Distribution) =>
      places
        .filter(([place]) => distribution[place] > 0)
        .map(([place]) => `${lower(getPlaceLabel(place))} ${distribution[place]}`)
        .join(' · '),
    lower,
    ...getBriefTexts(language, texts),
  }
}
export type BriefWords = ReturnType<typeof getBriefWords>

export const buildBarParts = (distribution: Distribution): BarPart[] =>
  places.map(([place, colour]) => ({ count: distribution[place], colour }))

/** Says how many were left out, where some were. */
export const buildRest = (left: number, say: (n: number) => string): Block[] =>
  left <= 0 ? [] : [{ kind: 'paragraph', style: 'small', text: plain(say(left)) }]
