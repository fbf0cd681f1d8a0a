import { type Day, firstDay, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import { levelsAboveDraft } from './content.ts'
import type { EvidenceKind, Origin, Stance } from './evidence.ts'
import type { Level, State } from './level.ts'
import { getLastFreshDay } from './staleness.ts'

/** A form in whatever state it is: what is not yet typed, or makes no sense, is null. */
export type Unfinished = {
  readonly level: Level | null
  readonly state: State | null
  readonly contrary: boolean
  readonly effective: PartialDate | null
  readonly evidence: readonly {
    readonly stance: Stance | null
    readonly kind: EvidenceKind | null
    readonly origin: Origin | null
  }[]
}

/** What the form is written beside: the finding in force (null for none) and the review interval, in months. */
export type Beside = {
  readonly inForce: { readonly effective: PartialDate } | null
  readonly reviewMonths: number | null
  readonly today: Day
}

/**
 * One rule as it applies to what is typed. `stops`: the record would refuse it as it stands. `tells`: allowed, and worth
 * knowing before it is sent. Places count the items of evidence from 0.
 */
export type RuleNotice =
  | { readonly rule: 'draft-law-caps-at-limited'; readonly weight: Weight; readonly items: readonly number[] }
  | { readonly rule: 'full-needs-two-origins'; readonly weight: Weight; readonly origins: readonly Origin[] }
  | { readonly rule: 'contrary-goes-with-a-level'; readonly weight: 'stops' }
  | { readonly rule: 'effective-in-future'; readonly weight: 'stops'; readonly until: Day }
  | { readonly rule: 'counts-from-its-last-day'; readonly weight: 'tells'; readonly day: Day }
  | { readonly rule: 'older-than-in-force'; readonly weight: 'tells'; readonly inForce: PartialDate }
  | { readonly rule: 'stale-after'; readonly weight: 'tells'; readonly day: Day; readonly passed: boolean }
export type Weight = 'stops' | 'tells'

/**
 * The rules that apply to a form as it is being written, with what they rest on: the items that are draft laws, the
 * origins that count so far, the days that matter. Those that stop come first. A form without a `stops` may still be
 * refused for what is missing; a form with one is always refused ({@link mayAssert} and the schema of a submission).
 */
export function listRuleNotices(typed: Unfinished, beside: Beside): RuleNotice[] {
  const notices = [...listLevelNotices(typed), ...listDateNotices(typed, beside)]
  return [...notices.filter((n) => n.weight === 'stops'), ...notices.filter((n) => n.weight === 'tells')]
}

function listLevelNotices({ level, state, contrary, evidence }: Unfinished): RuleNotice[] {
  const notices: RuleNotice[] = []
  if (level === null)
    return state !== null && contrary ? [{ rule: 'contrary-goes-with-a-level', weight: 'stops' }] : []
  const support = evidence.flatMap((item, place) => (item.stance === 'supports' ? [{ ...item, place }] : []))
  const drafts = support.filter((item) => item.kind === 'draft-law')
  if (drafts.length > 0 && drafts.length === support.length) {
    const weight = levelsAboveDraft.includes(level) ? 'stops' : 'tells'
    notices.push({ rule: 'draft-law-caps-at-limited', weight, items: drafts.map(({ place }) => place) })
  }
  if (level === 'full') {
    const origins = [...new Set(support.flatMap(({ origin }) => origin ?? []))]
    notices.push({ rule: 'full-needs-two-origins', weight: origins.length < 2 ? 'stops' : 'tells', origins })
  }
  return notices
}

function listDateNotices(
  { level, effective }: Unfinished,
  { inForce, reviewMonths, today }: Beside,
): RuleNotice[] {
  if (effective === null) return []
  const first = firstDay(effective)
  if (first > today) return [{ rule: 'effective-in-future', weight: 'stops', until: first }]
  const notices: RuleNotice[] = []
  const day = lastDay(effective)
  if (day > today) notices.push({ rule: 'counts-from-its-last-day', weight: 'tells', day })
  if (inForce !== null && day < lastDay(inForce.effective))
    notices.push({ rule: 'older-than-in-force', weight: 'tells', inForce: inForce.effective })
  if (level !== null) {
    const fresh = getLastFreshDay(effective, reviewMonths)
    notices.push({ rule: 'stale-after', weight: 'tells', day: fresh, passed: today > fresh })
  }
  return notices
}
