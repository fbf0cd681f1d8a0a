import type { FindingView, standing } from '@waymark/api/common/refs.view'
import type { Scorecard } from '@waymark/api/features/score/score.view'
import type { Confidence, Level } from '@waymark/assessment/level'
import type { GateState } from '@waymark/linkage/gate'
import { formatInstant, formatMonthShort, formatPartialDate } from '@waymark/messages/dates'
import type { PublicMessages } from '@waymark/messages/en/public'
import { buildHeadline, type Headline } from '@waymark/messages/headline'
import type { Language } from '@waymark/messages/language'
import { lowerFirst } from '@waymark/messages/lower-first'
import { vocabulary } from '@waymark/messages/vocabulary'
import { type DistributionCounts, type DistributionKey, distributionOrder } from '@waymark/ui/distribution'
import type { MarkId } from '@waymark/ui/marks'
import type { z } from 'zod'
import { type AskedCut, buildPlace, localisePath, type Parameters } from './address.ts'

export type Standing = z.infer<typeof standing>

/** A view gives some keys as plain text; one that has no word is shown as it is. */
const getLabel = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key

/**
 * Everything a public page says in one language: its copy `t`, what the keys of the views are called, dates, and addresses, which
 * keep the language. Components have it from `useWords`, functions as their first argument; nothing has it when a module is loaded.
 */
export function buildWords(language: Language, t: PublicMessages) {
  const words = vocabulary[language]
  const formatDate = (date: string): string => formatPartialDate(date, language)
  const getLevelWord = (level: Level): string => words.levels[level].label
  const getPlaceWords = (): Readonly<Record<Level | 'contrary', string>> => ({
    none: getLevelWord('none'),
    limited: getLevelWord('limited'),
    some: getLevelWord('some'),
    substantial: getLevelWord('substantial'),
    full: getLevelWord('full'),
    contrary: words.contrary.label,
  })
  const getDistributionWords = (): Readonly<Record<DistributionKey, string>> => ({
    ...getPlaceWords(),
    unknown: words.unknown.label,
  })
  return {
    language,
    t,
    /** "27 November 2013", "October 2013" or "2013": as precisely as the source says. */
    formatDate,
    /** "24 November 2026, 03:33 UTC". */
    formatInstantWords: (instant: string): string => formatInstant(instant, language),
    /** "Nov": a month of the year, 1 to 12, where room is short. */
    formatMonthShort: (month: number): string => formatMonthShort(month, language),
    /** A whole number as it is grouped in the language: "1,234", "1 234". */
    formatNumber: (n: number): string => getNumberFormat(language).format(n),
    /** Titles in the order of the language's alphabet. */
    compareTitles: (a: string, b: string): number => getCollator(language).compare(a, b),
    /** A page of a dossier in this language; see `buildPlace`. */
    buildPlace: (dossier: string, asked: AskedCut, place?: string, parameters?: Parameters): string =>
      localisePath(buildPlace(dossier, asked, place, parameters), language),
    /** An address of this site in this language. */
    localise: (path: string): string => localisePath(path, language),
    /** A label inside a sentence. */
    lowerFirst: (label: string): string => lowerFirst(label, language),
    getLevelWord,
    getGateWords: (): Readonly<Record<GateState, string>> => words.gateStates,
    getGateWord: (state: GateState): string => words.gateStates[state],
    getRoleWords: (): Readonly<Record<string, string>> => words.linkageRoles,
    getStepKindWord: (kind: keyof typeof words.stepKinds): string => words.stepKinds[kind],
    getConfidenceWord: (confidence: Confidence): string =>
      lowerFirst(words.confidences[confidence], language),
    getUptakeWord: (kind: string): string => getLabel(words.uptakeKinds, kind),
    getCaseStatusWord: (status: string): string => getLabel(words.caseStatuses, status),
    getMilestoneKindWord: (kind: string): string => getLabel(words.milestoneKinds, kind),
    getEvidenceKindWord: (kind: string): string => getLabel(words.evidenceKinds, kind),
    getOriginWord: (origin: string): string => getLabel(words.origins, origin),
    getSourceKindWord: (kind: string): string => getLabel(words.sourceKinds, kind),
    getStanceWord: (stance: string): string => getLabel(words.stances, stance),
    getStandingWord: (standing: Standing): string => {
      if (standing.kind === 'known')
        return standing.contrary ? words.contrary.label : getLevelWord(standing.level)
      if (standing.kind === 'outside') return words.states[standing.state]
      return standing.reason === 'stale' ? words.stale.label : words.states[standing.reason]
    },
    getFindingWord: ({ level, state, contrary }: FindingView): string => {
      if (contrary) return words.contrary.label
      return level === null ? words.states[state ?? 'not-assessed'] : getLevelWord(level)
    },
    getPlaceWords,
    /** The places of a distribution, in words: "Going backwards" … "No current finding". */
    getDistributionWords,
    /** What one can filter the list by: a place of the distribution, or one of the things beside it. */
    getStandingFilterWords: (): Readonly<Record<string, string>> => ({
      ...getDistributionWords(),
      stale: words.stale.label,
      outside: t.recommendations.outside,
    }),
    /** "3 going backwards, 2 no progress, 2 no current finding": what is zero is left out. */
    formatDistribution: (counts: DistributionCounts): string => {
      const places = getDistributionWords()
      const parts = distributionOrder
        .filter((key) => counts[key] > 0)
        .map((key) => t.scorecard.counted(counts[key], lowerFirst(places[key], language)))
      return parts.length === 0 ? t.scorecard.notApplicable : parts.join(', ')
    },
    /** The scorecard's finding as a sentence with its date, and what must be said at once. */
    getHeadline: ({ asOf, overall }: Scorecard, today: string): Headline =>
      buildHeadline(
        { distribution: overall.distribution, applicable: overall.coverage.applicable },
        { asOf, today, language },
      ),
    /** The language's name where it is not the page's; null where it is, or where it is not certain. */
    getLanguageName: (code: string): string | null =>
      code === 'und' || code === language
        ? null
        : (new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code),
  }
}

export type Words = ReturnType<typeof buildWords>

const numberFormats = new Map<Language, Intl.NumberFormat>()
function getNumberFormat(language: Language): Intl.NumberFormat {
  const format = numberFormats.get(language) ?? new Intl.NumberFormat(language)
  numberFormats.set(language, format)
  return format
}

const collators = new Map<Language, Intl.Collator>()
function getCollator(language: Language): Intl.Collator {
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true })
  collators.set(language, collator)
  return collator
}

export function getStandingMark(standing: Standing): MarkId {
  if (standing.kind === 'known') return standing.contrary ? 'contrary' : standing.level
  return standing.kind === 'unknown' ? standing.reason : standing.state
}

export function getFindingMark({ level, state, contrary }: FindingView): MarkId {
  return contrary ? 'contrary' : (level ?? state ?? 'not-assessed')
}

/** The language of a title or excerpt as an attribute; none where it is not certain. */
export const getTextLanguage = (code: string): string | undefined => (code === 'und' ? undefined : code)
