import { getRank } from '@waymark/assessment/direction'
import { type Decomposition, isApplicable, type ScoredItem } from './decompose.ts'

/** What can happen to one recommendation between two days. Each is one word; {@link getChange} says which. */
export const changeKinds = [
  'added',
  'withdrawn',
  'moved',
  'newly-assessed',
  'refreshed',
  'gone-stale',
  'no-longer-assessed',
  'contrary',
  'advanced',
  'regressed',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The parts of a decomposition that the items make. The fourth, method, is made by the way of counting. */
export type ChangePart = Exclude<keyof Decomposition, 'total' | 'method'>

/**
 * What happened, and the part of the decomposition in which it shows. A move to another area together with another
 * standing is told by the standing, and then moves the composition too.
 */
export type Change = { readonly kind: ChangeKind; readonly part: ChangePart | null }

/** A recommendation in force on a day. `finding` is the id of the finding in force on that day, stale or not. */
export type ItemOnDay = ScoredItem & { readonly finding: number | null }

/**
 * What happened to one recommendation between two days, both by the same method; null when nothing did.
 * - Whether it is counted: `added`, or `withdrawn` (replaced or merged, withdrawn, not applicable).
 * - Else its standing. `newly-assessed`: was not assessed or without information, and has a level now. `refreshed`: was
 *   out of date and has a level again. `gone-stale`: its level is out of date. `no-longer-assessed`: had a level, and
 *   no finding in force has one. `contrary`: measures go against it now and did not. `advanced`, `regressed`: another
 *   level.
 * - Else its area: `moved`.
 * - Else `refreshed` once more: another finding says the same as the one before. That moves no figure.
 *
 * From one way not to know to another is no change. Findings are compared by identity and not by order, since one that
 * was recorded earlier can be about a later day.
 *
 * @param from null: not in force on the first day
 * @param to null: not in force on the second
 */
export function getChange(from: ItemOnDay | null, to: ItemOnDay | null): Change | null {
  const [then, now] = [from && isApplicable(from) ? from : null, to && isApplicable(to) ? to : null]
  if (then === null) return now && composition('added')
  if (now === null) return composition('withdrawn')
  return (
    getStandingChange(then, now) ?? (then.area === now.area ? getRenewal(then, now) : composition('moved'))
  )
}

function getStandingChange({ standing: then }: ItemOnDay, { standing: now }: ItemOnDay): Change | null {
  if (then.kind === 'unknown' && now.kind === 'known')
    return freshness(then.reason === 'stale' ? 'refreshed' : 'newly-assessed')
  if (then.kind === 'known' && now.kind === 'unknown')
    return freshness(now.reason === 'stale' ? 'gone-stale' : 'no-longer-assessed')
  if (then.kind !== 'known' || now.kind !== 'known') return null
  const steps = getRank(now) - getRank(then)
  if (steps === 0) return null
  if (now.contrary) return real('contrary')
  return real(steps > 0 ? 'advanced' : 'regressed')
}

/** Two different findings that say the same of a recommendation. */
const getRenewal = (then: ItemOnDay, now: ItemOnDay): Change | null =>
  then.standing.kind === 'known' && now.standing.kind === 'known' && then.finding !== now.finding
    ? { kind: 'refreshed', part: null }
    : null

const composition = (kind: ChangeKind): Change => ({ kind, part: 'composition' })
const freshness = (kind: ChangeKind): Change => ({ kind, part: 'freshness' })
const real = (kind: ChangeKind): Change => ({ kind, part: 'real' })
