import type { FindingView, standing } from '@waymark/api/common/refs.view'
import type { Scorecard } from '@waymark/api/features/score/score.view'
import type { Confidence, Level } from '@waymark/assessment/level'
import type { GateState } from '@waymark/linkage/gate'
import { formatInstant, formatPartialDate } from '@waymark/messages/dates'
import { buildHeadline, type Headline } from '@waymark/messages/headline'
import { vocabulary } from '@waymark/messages/vocabulary'
import { type DistributionCounts, type DistributionKey, distributionOrder } from '@waymark/ui/distribution'
import type { MarkId } from '@waymark/ui/marks'
import type { z } from 'zod'
import { t } from './messages.ts'

/** What the keys of the views are called on the public pages. One language so far. */

const language = 'en'
const words = vocabulary[language]

export type Standing = z.infer<typeof standing>

/** "27 November 2013", "October 2013" or "2013": as precisely as the source says. */
export const formatDate = (date: string): string => formatPartialDate(date, language)

/** "24 November 2026, 03:33 UTC". */
export const formatInstantWords = (instant: string): string => formatInstant(instant, language)

/** A label inside a sentence. Abbreviations and names at its beginning keep their capitals. */
export const lowerFirst = (label: string): string =>
  /^(?:\p{Lu}{2}|European|United)/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)

/** A view gives some keys as plain text; one that has no word is shown as it is. */
const getLabel = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key

export const getLevelWord = (level: Level): string => words.levels[level].label
export const getGateWords = (): Readonly<Record<GateState, string>> => words.gateStates
export const getGateWord = (state: GateState): string => words.gateStates[state]
export const getRoleWords = (): Readonly<Record<string, string>> => words.linkageRoles
export const getStepKindWord = (kind: keyof typeof words.stepKinds): string => words.stepKinds[kind]
export const getConfidenceWord = (confidence: Confidence): string => lowerFirst(words.confidences[confidence])
export const getUptakeWord = (kind: string): string => getLabel(words.uptakeKinds, kind)
export const getCaseStatusWord = (status: string): string => getLabel(words.caseStatuses, status)
export const getMilestoneKindWord = (kind: string): string => getLabel(words.milestoneKinds, kind)
export const getEvidenceKindWord = (kind: string): string => getLabel(words.evidenceKinds, kind)
export const getOriginWord = (origin: string): string => getLabel(words.origins, origin)
export const getSourceKindWord = (kind: string): string => getLabel(words.sourceKinds, kind)
export const getStanceWord = (stance: string): string => getLabel(words.stances, stance)

export function getStandingMark(standing: Standing): MarkId {
  if (standing.kind === 'known') return standing.contrary ? 'contrary' : standing.level
  return standing.kind === 'unknown' ? standing.reason : standing.state
}

export function getStandingWord(standing: Standing): string {
  if (standing.kind === 'known')
    return standing.contrary ? words.contrary.label : getLevelWord(standing.level)
  if (standing.kind === 'outside') return words.states[standing.state]
  return standing.reason === 'stale' ? words.stale.label : words.states[standing.reason]
}

export function getFindingMark({ level, state, contrary }: FindingView): MarkId {
  return contrary ? 'contrary' : (level ?? state ?? 'not-assessed')
}

export function getFindingWord({ level, state, contrary }: FindingView): string {
  if (contrary) return words.contrary.label
  return level === null ? words.states[state ?? 'not-assessed'] : getLevelWord(level)
}

export const getPlaceWords = (): Readonly<Record<Level | 'contrary', string>> => ({
  none: getLevelWord('none'),
  limited: getLevelWord('limited'),
  some: getLevelWord('some'),
  substantial: getLevelWord('substantial'),
  full: getLevelWord('full'),
  contrary: words.contrary.label,
})

/** The places of a distribution, in words: "Going backwards" … "No current finding". */
export const getDistributionWords = (): Readonly<Record<DistributionKey, string>> => ({
  ...getPlaceWords(),
  unknown: words.unknown.label,
})

/** What one can filter the list by: a place of the distribution, or one of the things beside it. */
export const getStandingFilterWords = (): Readonly<Record<string, string>> => ({
  ...getDistributionWords(),
  stale: words.stale.label,
  outside: t.recommendations.outside,
})

/** "3 going backwards, 2 no progress, 2 no current finding": what is zero is left out. */
export function formatDistribution(counts: DistributionCounts): string {
  const places = getDistributionWords()
  const parts = distributionOrder
    .filter((key) => counts[key] > 0)
    .map((key) => `${counts[key]} ${lowerFirst(places[key])}`)
  return parts.length === 0 ? t.scorecard.notApplicable : parts.join(', ')
}

/** The scorecard's finding as a sentence with its date, and what must be said at once. */
export const getHeadline = ({ asOf, overall }: Scorecard, today: string): Headline =>
  buildHeadline(
    { distribution: overall.distribution, applicable: overall.coverage.applicable },
    { asOf, today, language },
  )

/** The language of a title or excerpt as an attribute; none where it is not certain. */
export const getTextLanguage = (code: string): string | undefined => (code === 'und' ? undefined : code)

/** The language's name where it is not the page's; null where it is, or where it is not certain. */
export function getLanguageName(code: string): string | null {
  if (code === 'und' || code === language) return null
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
}
