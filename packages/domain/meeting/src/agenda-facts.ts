import type { Rating } from '@waymark/assessment/agreement'
import type { Level, State } from '@waymark/assessment/level'
import type { Day, PartialDate } from '@waymark/kernel/partial-date'
import type { LinkageRole } from '@waymark/linkage/linkage'
import type { CaseStatusKind, HearingKind, Sensitivity } from '@waymark/recommendation/case'
import type { Item } from './meeting.ts'
import type { Cut } from './reason.ts'

/** A published finding as an agenda needs it: a level, or the state in its place. `id` tells it from others that say the same. */
export type FindingFact = {
  readonly id: number
  readonly effective: PartialDate
  readonly level: Level | null
  readonly state: State | null
  readonly contrary: boolean
}

/** A recommendation at one cut, where it is in force. `reviewMonths`: how long a finding on it is good for. */
export type RecommendationFacts = {
  readonly area: string
  readonly reviewMonths: number
  readonly finding: FindingFact | null
}

/** A recommendation at both cuts; null where it is not in force. */
export type RecommendationPair = {
  readonly ref: string
  readonly from: RecommendationFacts | null
  readonly to: RecommendationFacts | null
}

/** What is recorded of a recommendation at an instant. */
type Recorded = { readonly ref: string; readonly recordedAt: string }

/** Evidence that was published with a finding. */
export type EvidenceFact = Recorded & { readonly stance: 'supports' | 'contradicts' }

/** A second rating beside the first; what of the two is a state has no level. */
export type RatingFact = Recorded & {
  readonly first: Rating & { readonly state: State | null }
  readonly second: Rating & { readonly state: State | null }
}

export type ClaimFact = Recorded & { readonly date: PartialDate; readonly level: Level | null }

/** A link at the later cut to a milestone that lies ahead of it and was not cancelled. `waived`: on that day. */
export type GateFact = {
  readonly ref: string
  readonly milestone: string
  readonly planned: PartialDate
  readonly role: LinkageRole
  readonly required: Level | null
  readonly waived: boolean
}

export type CaseStatusFact = { readonly status: CaseStatusKind; readonly date: PartialDate }

/** A case: the status in force at each cut, and its hearings as known at the later one. */
export type CaseFact = {
  readonly key: string
  readonly sensitivity: Sensitivity
  readonly from: CaseStatusFact | null
  readonly to: CaseStatusFact | null
  readonly hearings: readonly { readonly kind: HearingKind; readonly date: PartialDate }[]
}

/** An open action point of the series. */
export type ActionFact = {
  readonly id: string
  readonly due: Day
  readonly snoozedUntil: Day | null
  readonly sensitivity: Sensitivity
}

/** A decision of the series that holds, and the day on which it is to be looked at again. */
export type DecisionFact = {
  readonly id: string
  readonly reviewOn: Day
  readonly sensitivity: Sensitivity
}

/** Everything that an agenda is built from. */
export type AgendaFacts = {
  readonly since: Cut
  readonly until: Cut
  readonly heldOn: Day
  readonly aheadDays: number
  readonly recommendations: readonly RecommendationPair[]
  readonly evidence: readonly EvidenceFact[]
  readonly ratings: readonly RatingFact[]
  readonly claims: readonly ClaimFact[]
  readonly gates: readonly GateFact[]
  readonly cases: readonly CaseFact[]
  readonly actions: readonly ActionFact[]
  readonly decisions: readonly DecisionFact[]
  /** The meeting of the series that was held last, and then those that were cancelled since its agenda was built. */
  readonly left: readonly LeftMeeting[]
}

/** A meeting that ended, with its items as it left them. */
export type LeftMeeting = { readonly meeting: number; readonly items: readonly Item[] }
