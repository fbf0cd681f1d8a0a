import type { Basis, Fact } from './fact.ts'
import { isSameValue } from './same-value.ts'

/** What another basis makes of a fact: it says something else, is new, or is no more. */
export type FactChange =
  | { readonly id: string; readonly kind: 'changed'; readonly before: Fact; readonly after: Fact }
  | { readonly id: string; readonly kind: 'appeared'; readonly before: null; readonly after: Fact }
  | { readonly id: string; readonly kind: 'gone'; readonly before: Fact; readonly after: null }

/** Every difference between the facts of two bases, in the order of the new ones; what is gone comes last. */
export function listFactChanges(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const old = new Map(before.map((one) => [one.id, one]))
  const now = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((fact): FactChange[] => {
      const { id } = fact
      const known = old.get(id)
      if (known === undefined) return [{ id, kind: 'appeared', before: null, after: fact }]
      return isSameValue(known.value, fact.value) ? [] : [{ id, kind: 'changed', before: known, after: fact }]
    }),
    ...before
      .filter(({ id }) => !now.has(id))
      .map((fact): FactChange => ({ id: fact.id, kind: 'gone', before: fact, after: null })),
  ]
}

/**
 * The facts of a new version: the new ones, but for those that its writer keeps as they are. What is kept says on which basis it still
 * is, and shows as a difference again at the next refresh.
 *
 * @param keep ids of changes that are not accepted
 * @param basis that of the version before
 */
export function acceptFacts(
  before: readonly Fact[],
  after: readonly Fact[],
  keep: ReadonlySet<string>,
  basis: Basis,
): Fact[] {
  const kept = new Map<string, Fact>()
  const left = new Set<string>()
  for (const change of listFactChanges(before, after)) {
    if (!keep.has(change.id)) continue
    if (change.before === null) left.add(change.id)
    else kept.set(change.id, { ...change.before, at: change.before.at ?? basis })
  }
  const merged = after.flatMap((fact) => (left.has(fact.id) ? [] : [kept.get(fact.id) ?? fact]))
  const there = new Set(merged.map(({ id }) => id))
  return [...merged, ...[...kept.values()].filter(({ id }) => !there.has(id))]
}
