import type { ChangeData } from '@waymark/api/features/change/change.view'
import type { Standing } from '@waymark/assessment/standing'
import { listItems, type Model } from '@waymark/kit/model'
import { getGateChange } from '@waymark/linkage/gate-change'
import { hasOccurred } from '@waymark/linkage/milestone'
import { getReadiness } from '@waymark/linkage/readiness'
import { getChange, type ItemOnDay } from '@waymark/scoring/changes'
import { getDecomposition, type Snapshot } from '@waymark/scoring/decompose'
import type { Method } from '@waymark/scoring/method'
import { listModelGates } from './model-gates.ts'

type Moment = { readonly asOf: string; readonly knownAt: string }

/** What `change.get` must answer of two moments, by the pure rules. */
export function getModelChanges(
  model: Model,
  moments: { readonly from: Moment; readonly to: Moment },
  methods: { readonly from: Method; readonly to: Method },
): Pick<ChangeData, 'items' | 'decomposition' | 'milestones' | 'gates'> {
  const then = listItems(model, 'partner', moments.from, methods.to)
  const now = listItems(model, 'partner', moments.to, methods.to)
  const snapshot = (method: Method, items: readonly ItemOnDay[]): Snapshot => ({ method, items })
  return {
    items: listChangedItems(then, now),
    decomposition: getDecomposition({
      from: snapshot(methods.from, listItems(model, 'partner', moments.from, methods.from)),
      recounted: snapshot(methods.to, then),
      to: snapshot(methods.to, now),
    }),
    ...listChangedGates(model, moments),
  }
}

function listChangedItems(then: readonly ItemOnDay[], now: readonly ItemOnDay[]): ChangeData['items'] {
  const [before, after] = [then, now].map((items) => new Map(items.map((item) => [item.ref, item])))
  const refs = [...new Set([...then, ...now].map((item) => item.ref))].sort()
  return refs.flatMap((ref) => {
    const [from, to] = [before?.get(ref) ?? null, after?.get(ref) ?? null]
    const change = getChange(from, to)
    return change === null
      ? []
      : [
          {
            recommendation: ref,
            from: from && getWord(from.standing),
            to: to && getWord(to.standing),
            change: change.kind,
          },
        ]
  })
}

function getWord(standing: Standing) {
  if (standing.kind === 'outside') return standing.state
  if (standing.kind === 'unknown') return standing.reason
  return standing.contrary ? ('contrary' as const) : standing.level
}

function listChangedGates(
  model: Model,
  { from, to }: { readonly from: Moment; readonly to: Moment },
): Pick<ChangeData, 'milestones' | 'gates'> {
  const before = listModelGates(model, from).filter(({ counted }) => counted)
  const after = listModelGates(model, to).filter(({ counted }) => counted)
  const stateOf = new Map(
    before.map(({ link, gate }) => [`${link.recommendation} ${link.milestone}`, gate.state]),
  )
  return {
    milestones: model.file.milestones
      .flatMap(({ key, occurred }) =>
        occurred === undefined || !hasOccurred(occurred, to.asOf) || hasOccurred(occurred, from.asOf)
          ? []
          : [
              {
                key,
                occurred,
                required: getReadiness(
                  after.filter((one) => one.link.milestone === key).map(({ gate }) => gate),
                ),
              },
            ],
      )
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    gates: after
      .flatMap(({ link, gate }) => {
        const state = stateOf.get(`${link.recommendation} ${link.milestone}`)
        const change = state && getGateChange(state, gate.state)
        if (state === undefined || !change) return []
        const { recommendation, milestone, required = null } = link
        return [{ recommendation, milestone, required, from: state, to: gate.state, change }]
      })
      .sort(byGate),
  }
}

const byGate = (
  a: { recommendation: string; milestone: string },
  b: { recommendation: string; milestone: string },
) => (`${a.recommendation} ${a.milestone}` < `${b.recommendation} ${b.milestone}` ? -1 : 1)

/** An answer of `change.get` in the order of {@link getModelChanges}. */
export const sortChanges = ({ items, decomposition, milestones, gates }: ChangeData) => ({
  items: [...items].sort((a, b) => (a.recommendation < b.recommendation ? -1 : 1)),
  decomposition,
  milestones: [...milestones].sort((a, b) => (a.key < b.key ? -1 : 1)),
  gates: [...gates].sort(byGate),
})
