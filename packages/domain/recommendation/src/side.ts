import type { ActorKind } from './actor.ts'

export const sides = ['partner', 'eu', 'other'] as const
/** Whose task a recommendation is. The scorecard, areas and gates count the partner's side; the EU's side has figures of its own. */
export type Side = (typeof sides)[number]

const partnerKinds: readonly ActorKind[] = ['state-body', 'court']

/**
 * The side of a recommendation, from the kinds of all its addressees: one state body or court is enough for the
 * partner's side, so an ask addressed to both sides is counted as the partner's.
 */
export function assessSide(kinds: readonly ActorKind[]): Side {
  if (kinds.some((kind) => partnerKinds.includes(kind))) return 'partner'
  return kinds.includes('eu-institution') ? 'eu' : 'other'
}
