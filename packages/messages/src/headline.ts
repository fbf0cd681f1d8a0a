import { type Level, levels } from '@waymark/assessment/level'
import { buildEnglish } from './headline/en.ts'
import { buildKazakh } from './headline/kk.ts'
import { buildRussian } from './headline/ru.ts'
import type { Language } from './language.ts'

/** The figures of a scorecard that its headline says. */
export type HeadlineFigures = {
  readonly distribution: Readonly<Record<Level | 'contrary' | 'unknown', number>>
  readonly applicable: number
}

export type Headline = { readonly headline: string; readonly lead: string }

/** What the sentences need, worked out once for all languages. */
export type Findings = {
  readonly asOf: string
  readonly isPast: boolean
  readonly applicable: number
  readonly full: number
  readonly contrary: number
  readonly unknown: number
  /** The highest level below full that any has reached, with how many stand there; null where none has a level, or some are full. */
  readonly furthest: { readonly level: Exclude<Level, 'full'>; readonly count: number } | null
}

const builders = {
  en: buildEnglish,
  ru: buildRussian,
  kk: buildKazakh,
} as const satisfies Record<Language, (findings: Findings) => Headline>

/**
 * The finding of a scorecard as sentences: how many are fully implemented and how many go backwards, then what is not
 * known and how far any has come. Past tense for past days. Only figures that the scorecard shows.
 *
 * @param asOf the day of the scorecard, `today` the day on which it is read
 */
export function buildHeadline(
  figures: HeadlineFigures,
  { asOf, today, language }: { readonly asOf: string; readonly today: string; readonly language: Language },
): Headline {
  const { distribution, applicable } = figures
  return builders[language]({
    asOf,
    isPast: asOf < today,
    applicable,
    full: distribution.full,
    contrary: distribution.contrary,
    unknown: distribution.unknown,
    furthest: getFurthest(distribution),
  })
}

function getFurthest(distribution: HeadlineFigures['distribution']): Findings['furthest'] {
  const level = levels.findLast((one) => distribution[one] > 0)
  return level === undefined || level === 'full' ? null : { level, count: distribution[level] }
}
