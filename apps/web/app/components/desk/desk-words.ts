import { type AccountRole, accountRoles } from '@waymark/access/role'
import type { FindingView, standing } from '@waymark/api/common/refs.view'
import { evidenceKinds, origins, type Stance, stances } from '@waymark/assessment/evidence'
import { type Confidence, confidences, type Level, levels, states } from '@waymark/assessment/level'
import { isPartialDate } from '@waymark/kernel/partial-date'
import type { Refusal, RefusalCode } from '@waymark/kernel/refusal'
import type { GateState } from '@waymark/linkage/gate'
import { formatInstant, formatPartialDate } from '@waymark/messages/dates'
import type { DeskCatalogue } from '@waymark/messages/desk/catalogue'
import { getLanguageName } from '@waymark/messages/language-names'
import { lowerFirst } from '@waymark/messages/lower-first'
import { sourceKinds } from '@waymark/recommendation/source'
import type { LevelOption, Option } from '@waymark/ui/field'
import type { MarkId } from '@waymark/ui/marks'
import type { z } from 'zod'
import { localisePath } from '../public/address.ts'
import type { Typed } from './submit-form.ts'

type Standing = z.infer<typeof standing>
/** A mark with its word, as `MarkWord` takes them. */
type Marked = { readonly mark: MarkId; readonly word: string }

/** A view gives some keys as plain text; one that has no word is shown as it is. */
const getLabel = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key

const buildOptions = (keys: readonly string[], labels: Readonly<Record<string, string>>): Option[] =>
  keys.map((key) => ({ value: key, label: getLabel(labels, key) }))

/**
 * Everything a page of the desk or of an account says in one language: its copy `t`, what the keys of the record are called, dates
 * and the choices of forms. Components have it from `useDeskWords`, functions as their first argument; nothing has it when a module
 * is loaded.
 */
export function buildDeskWords({ language, t, vocabulary, refusals }: DeskCatalogue) {
  const getFindingWord = ({ level, state, contrary }: FindingView): Marked => {
    if (contrary) return { mark: 'contrary', word: vocabulary.contrary.label }
    if (level !== null) return { mark: level, word: vocabulary.levels[level].label }
    return { mark: state ?? 'not-assessed', word: vocabulary.states[state ?? 'not-assessed'] }
  }
  // Grouped alike; not every browser knows Kazakh.
  const numbers = new Intl.NumberFormat(language === 'kk' ? 'ru' : language)
  return {
    language,
    t,
    vocabulary,
    /** “27 November 2013”, “October 2013” or “2013”: as precisely as it was written; what is no date, as it was typed. */
    formatDate: (date: string): string => (isPartialDate(date) ? formatPartialDate(date, language) : date),
    /** “24 November 2026, 03:33 UTC”. The reader's own zone is not known without script. */
    formatInstant: (instant: string): string => formatInstant(instant, language),
    /** A whole number as it is grouped in the language: “1,234”, “1 234”. */
    formatNumber: (n: number): string => numbers.format(n),
    /** A label inside a sentence. */
    lowerFirst: (label: string): string => lowerFirst(label, language),
    /** An address of this site in this language. */
    localise: (path: string): string => localisePath(path, language),
    /** A refusal as a sentence. */
    formatRefusal: ({ code, path, params }: Refusal): string => refusals[code]({ ...params, path }),
    /** The sentence of a refusal that has not happened yet. */
    formatRefusalCode: (code: RefusalCode): string => refusals[code]({}),
    /** What an assessment says. Contrary takes the place of the level. */
    getFindingWord,
    /** How a recommendation stands. */
    getStandingWord: (standing: Standing): Marked => {
      if (standing.kind === 'known') return getFindingWord({ ...standing, state: null })
      if (standing.kind === 'outside')
        return { mark: standing.state, word: vocabulary.states[standing.state] }
      const { reason } = standing
      return { mark: reason, word: reason === 'stale' ? vocabulary.stale.label : vocabulary.states[reason] }
    },
    /** The finding that a form says, or null while none is chosen. */
    getTypedFinding: (typed: Typed): Marked | null => {
      const level = levels.find((key) => key === typed.finding)
      const state = states.find((key) => key === typed.finding)
      if (level === undefined && state === undefined) return null
      return getFindingWord({
        level: level ?? null,
        state: state ?? null,
        contrary: level !== undefined && typed.contrary === 'on',
      })
    },
    /** Inside a sentence. */
    getConfidenceWord: (confidence: Confidence): string =>
      lowerFirst(vocabulary.confidences[confidence], language),
    getTypedConfidenceWord: (typed: string): string => getLabel(vocabulary.confidences, typed),
    getStanceWord: (stance: Stance): string => vocabulary.stances[stance],
    getEvidenceKindWord: (kind: string): string => getLabel(vocabulary.evidenceKinds, kind),
    getOriginWord: (origin: string): string => getLabel(vocabulary.origins, origin),
    getLevelWord: (level: Level): string => vocabulary.levels[level].label,
    getGateWord: (state: GateState): string => vocabulary.gateStates[state],
    getRoleOfLinkWord: (role: string): string => getLabel(vocabulary.linkageRoles, role),
    getMilestoneKindWord: (kind: string): string => getLabel(vocabulary.milestoneKinds, kind),
    getUptakeWord: (kind: string): string => getLabel(vocabulary.uptakeKinds, kind),
    getRoleWord: (role: AccountRole): string => vocabulary.roles[role],
    /** The name of a language where it is not the page's; null where it is, or where it is not certain. */
    getLanguageWord: (code: string): string | null =>
      code === 'und' || code === language ? null : getLanguageName(code, language),
    /** The choices of forms. */
    options: {
      confidence: buildOptions(confidences, vocabulary.confidences),
      stance: buildOptions(stances, vocabulary.stances),
      evidenceKind: buildOptions(evidenceKinds, vocabulary.evidenceKinds),
      origin: buildOptions(origins, vocabulary.origins),
      sourceKind: buildOptions(sourceKinds, vocabulary.sourceKinds),
      role: buildOptions(accountRoles, vocabulary.roles),
      /** What the register can be narrowed to: levels, and what stands beside them. */
      standingFilter: [
        ...levels.map((level): Option => ({ value: level, label: vocabulary.levels[level].label })),
        ...buildOptions(Object.keys(t.desk.standingFilter), t.desk.standingFilter),
      ],
      /** The levels with their rules, then what stands in the place of a level. */
      finding: [
        ...levels.map(
          (level): LevelOption => ({
            value: level,
            mark: level,
            label: vocabulary.levels[level].label,
            hint: vocabulary.levels[level].rule,
          }),
        ),
        ...states.map(
          (state): LevelOption => ({
            value: state,
            mark: state,
            label: vocabulary.states[state],
            hint: t.desk.assess.stateRules[state],
          }),
        ),
      ],
    },
  }
}

export type DeskWords = ReturnType<typeof buildDeskWords>
