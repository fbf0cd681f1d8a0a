import { lastDay } from '@waymark/kernel/partial-date'
import { getEnded, getOccurred, listEvents, noDeskActs } from '@waymark/kit/desk-acts'
import { evaluateLinkage, type Model } from '@waymark/kit/model'
import type { Gate } from '@waymark/linkage/gate'
import { listLeverage } from '@waymark/linkage/leverage'
import type { Linkage } from '@waymark/linkage/linkage'
import { getCancelled, getPlanned } from '@waymark/linkage/milestone'
import { getReadiness } from '@waymark/linkage/readiness'
import { hasEnded } from '@waymark/linkage/waiver'
import { getLeavingDay } from '@waymark/recommendation/lifetime'
import { assessSide } from '@waymark/recommendation/side'

type Moment = { readonly asOf: string; readonly knownAt: string }

export type ModelGate = { readonly link: Linkage; readonly gate: Gate; readonly counted: boolean }

/**
 * The gates of a dossier by the pure rules: every linkage of a recommendation that has been issued by `asOf`, where
 * neither the link had ended nor the recommendation left the counts by the day on which the gate is evaluated. Counted are the required ones of the partner's side.
 */
export function listModelGates(model: Model, moment: Moment): ModelGate[] {
  const { file, desk = noDeskActs } = model
  const { linkages, recommendations, actors } = file
  const kinds = new Map(actors.map((actor) => [actor.key, actor.kind]))
  return linkages.flatMap((link) => {
    const ask = recommendations.find((one) => one.ref === link.recommendation)
    if (!ask || lastDay(ask.issued) > moment.asOf) return []
    const gate = evaluateLinkage(model, link, moment)
    if (hasEnded(getEnded(desk, link, moment.knownAt), gate.at)) return []
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
    milestones: listModelMilestones(model, moment)
      .map(({ key, occurred }) => ({
        key,
        occurred: occurred !== null && lastDay(occurred) <= moment.asOf ? occurred : null,
        required: getReadiness(
          gates.filter(({ link, counted }) => counted && link.milestone === key).map(({ gate }) => gate),
        ),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  }
}

/** The milestones of a dossier with their dates: the plan and the cancellation as of the day, the occurrence as known. */
const listModelMilestones = ({ file, desk = noDeskActs }: Model, { asOf, knownAt }: Moment) =>
  file.milestones.map((one) => {
    const events = listEvents(desk, one.key, knownAt)
    return {
      key: one.key,
      planned: getPlanned(one.planned ?? null, events, asOf),
      occurred: getOccurred(desk, one, knownAt),
      cancelled: getCancelled(events, asOf),
    }
  })

/** What `linkage.leverage` must answer: milestones ahead in order, each with its open gates. */
export function getModelLeverage(model: Model, moment: Moment) {
  const gates = listModelGates(model, moment)
    .filter(({ counted }) => counted)
    .map(({ link, gate }) => ({ ...link, state: gate.state }))
  const listRefs = (of: readonly { recommendation: string }[]) => of.map((one) => one.recommendation).sort()
  return listLeverage(listModelMilestones(model, moment), gates, moment.asOf).map((line) => ({
    milestone: line.milestone.key,
    planned: line.milestone.planned,
    overdue: line.overdue,
    unmet: listRefs(line.unmet),
    unknown: listRefs(line.unknown),
  }))
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
