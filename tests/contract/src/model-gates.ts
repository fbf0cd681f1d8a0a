import { lastDay } from '@waymark/kernel/partial-date'
import { evaluateLinkage, type Model } from '@waymark/kit/model'
import type { Gate } from '@waymark/linkage/gate'
import type { Linkage } from '@waymark/linkage/linkage'
import { getReadiness } from '@waymark/linkage/readiness'
import { getLeavingDay } from '@waymark/recommendation/lifetime'
import { assessSide } from '@waymark/recommendation/side'

type Moment = { readonly asOf: string; readonly knownAt: string }

export type ModelGate = { readonly link: Linkage; readonly gate: Gate; readonly counted: boolean }

/**
 * The gates of a dossier by the pure rules: every linkage of a recommendation that has been issued by `asOf` and had
 * not left the counts by the day on which the gate is evaluated. Counted are the required ones of the partner's side.
 */
export function listModelGates(model: Model, moment: Moment): ModelGate[] {
  const { linkages, recommendations, actors } = model.file
  const kinds = new Map(actors.map((actor) => [actor.key, actor.kind]))
  return linkages.flatMap((link) => {
    const ask = recommendations.find((one) => one.ref === link.recommendation)
    if (!ask || lastDay(ask.issued) > moment.asOf) return []
    const gate = evaluateLinkage(model, link, moment)
    const leaves = getLeavingDay(ask.ref, recommendations)
    if (leaves !== null && leaves <= gate.at) return []
    const side = assessSide(ask.addressees.flatMap((key) => kinds.get(key) ?? []))
    return [{ link, gate, counted: link.role === 'required' && side === 'partner' }]
  })
}

/** What `linkage.get` must answer: its gates by recommendation and milestone, and the counts of each milestone by key. */
export function getModelLinkage(model: Model, moment: Moment) {
  const gates = listModelGates(model, moment)
  return {
    gates: gates
      .map(({ link, gate }) => ({
        recommendation: link.recommendation,
        milestone: link.milestone,
        role: link.role,
        required: link.required ?? null,
        state: gate.state,
        since: gate.since,
        commitments: link.commitments,
      }))
      .sort(byNames),
    milestones: model.file.milestones
      .map(({ key, occurred }) => ({
        key,
        occurred: occurred !== undefined && lastDay(occurred) <= moment.asOf ? occurred : null,
        required: getReadiness(
          gates.filter(({ link, counted }) => counted && link.milestone === key).map(({ gate }) => gate),
        ),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

const byNames = (
  a: { recommendation: string; milestone: string },
  b: { recommendation: string; milestone: string },
) => (`${a.recommendation} ${a.milestone}` < `${b.recommendation} ${b.milestone}` ? -1 : 1)

/** An answer of `linkage.get` in the order of {@link getModelLinkage}. */
export const sortLinkage = <
  G extends { recommendation: string; milestone: string },
  M extends { key: string },
>({
  gates,
  milestones,
}: {
  readonly gates: readonly G[]
  readonly milestones: readonly M[]
}) => ({
  gates: [...gates].sort(byNames),
  milestones: [...milestones].sort((a, b) => (a.key < b.key ? -1 : 1)),
})
