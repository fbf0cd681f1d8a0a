import { type AccountRole, accountRoles } from '@waymark/access/role'
import type { FindingView, standing } from '@waymark/api/common/refs.view'
import { evidenceKinds, origins, type Stance, stances } from '@waymark/assessment/evidence'
import { type Confidence, confidences, type Level, levels, states } from '@waymark/assessment/level'
import { isPartialDate } from '@waymark/kernel/partial-date'
import type { RefusalCode } from '@waymark/kernel/refusal'
import type { GateState } from '@waymark/linkage/gate'
import { formatInstant as formatInstantIn, formatPartialDate } from '@waymark/messages/dates'
import { desk } from '@waymark/messages/en/desk'
import { formatRefusal } from '@waymark/messages/refusals'
import { vocabulary } from '@waymark/messages/vocabulary'
import { sourceKinds } from '@waymark/recommendation/source'
import type { LevelOption, Option } from '@waymark/ui/field'
import type { MarkId } from '@waymark/ui/marks'
import type { z } from 'zod'
import type { Typed } from './submit-form.ts'

type Standing = z.infer<typeof standing>
/** A mark with its word, as `MarkWord` takes them. */
type Marked = { readonly mark: MarkId; readonly word: string }

const words = vocabulary.en

const getLabel = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key

/** “27 November 2013”, “October 2013” or “2013”: as precisely as it was written; what is no date, as it was typed. */
export const formatDate = (date: string): string =>
  isPartialDate(date) ? formatPartialDate(date, 'en') : date

/** “24 November 2026, 03:33 UTC”. The reader's own zone is not known without script. */
export const formatInstant = (instant: string): string => formatInstantIn(instant, 'en')

/** What an assessment says. Contrary takes the place of the level. */
export function getFindingWord({ level, state, contrary }: FindingView): Marked {
  if (contrary) return { mark: 'contrary', word: words.contrary.label }
  if (level !== null) return { mark: level, word: words.levels[level].label }
  return { mark: state ?? 'not-assessed', word: words.states[state ?? 'not-assessed'] }
}

/** How a recommendation stands. */
export function getStandingWord(standing: Standing): Marked {
  if (standing.kind === 'known') return getFindingWord({ ...standing, state: null })
  if (standing.kind === 'unknown')
    return {
      mark: standing.reason,
      word: standing.reason === 'stale' ? words.stale.label : words.states[standing.reason],
    }
  return { mark: standing.state, word: words.states[standing.state] }
}

/** The finding that a form says, or null while none is chosen. */
export function getTypedFinding(typed: Typed): Marked | null {
  const level = levels.find((key) => key === typed.finding)
  const state = states.find((key) => key === typed.finding)
  if (level === undefined && state === undefined) return null
  return getFindingWord({
    level: level ?? null,
    state: state ?? null,
    contrary: level !== undefined && typed.contrary === 'on',
  })
}

/** Inside a sentence. */
export const getConfidenceWord = (confidence: Confidence): string =>
  words.confidences[confidence].toLowerCase()
export const getTypedConfidenceWord = (typed: string): string => getLabel(words.confidences, typed)
export const getStanceWord = (stance: Stance): string => words.stances[stance]
export const getEvidenceKindWord = (kind: string): string => getLabel(words.evidenceKinds, kind)
export const getOriginWord = (origin: string): string => getLabel(words.origins, origin)
export const getLevelWord = (level: Level): string => words.levels[level].label
export const getGateWord = (state: GateState): string => words.gateStates[state]
export const getRoleOfLinkWord = (role: string): string => getLabel(words.linkageRoles, role)
export const getMilestoneKindWord = (kind: string): string => getLabel(words.milestoneKinds, kind)
export const getUptakeWord = (kind: string): string => getLabel(words.uptakeKinds, kind)
export const getRoleWord = (role: AccountRole): string => words.roles[role]

/** The language's name where it is not the page's; null where it is, or where it is not certain. */
export function getLanguageWord(language: string): string | null {
  if (language === 'und' || language === 'en') return null
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}

/** The sentence of a refusal that has not happened yet. */
export const formatRefusalCode = (code: RefusalCode): string => formatRefusal({ code }, 'en')

const buildOptions = (keys: readonly string[], labels: Readonly<Record<string, string>>): Option[] =>
  keys.map((key) => ({ value: key, label: getLabel(labels, key) }))

export const confidenceOptions = buildOptions(confidences, words.confidences)
export const stanceOptions = buildOptions(stances, words.stances)
export const evidenceKindOptions = buildOptions(evidenceKinds, words.evidenceKinds)
export const originOptions = buildOptions(origins, words.origins)
export const sourceKindOptions = buildOptions(sourceKinds, words.sourceKinds)
export const roleOptions = buildOptions(accountRoles, words.roles)

/** What the register can be narrowed to: levels, and what stands beside them. */
export const standingFilterOptions: readonly Option[] = [
  ...levels.map((level) => ({ value: level, label: words.levels[level].label })),
  ...buildOptions(Object.keys(desk.standingFilter), desk.standingFilter),
]

/** The levels with their rules, then what stands in the place of a level. */
export const findingOptions: readonly LevelOption[] = [
  ...levels.map((level) => ({
    value: level,
    mark: level,
    label: words.levels[level].label,
    hint: words.levels[level].rule,
  })),
  ...states.map((state) => ({
    value: state,
    mark: state,
    label: words.states[state],
    hint: desk.assess.stateRules[state],
  })),
]
