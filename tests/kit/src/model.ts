import { type AssessmentFact, getInForce, type Moment } from '@waymark/assessment/as-of'
import { assessStanding, type Standing } from '@waymark/assessment/standing'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { formatInstant } from '@waymark/kernel/instant'
import type { Day } from '@waymark/kernel/partial-date'
import { evaluateGate, type Gate, getGateDay } from '@waymark/linkage/gate'
import type { Linkage } from '@waymark/linkage/linkage'
import { isWaived } from '@waymark/linkage/waiver'
import { getLeavingDay, isInForce } from '@waymark/recommendation/lifetime'
import { defaultReviewMonths } from '@waymark/recommendation/recommendation'
import { assessSide, type Side } from '@waymark/recommendation/side'
import type { ItemOnDay } from '@waymark/scoring/changes'
import { type Figures, getFigures, getScorecard, type Scorecard } from '@waymark/scoring/figures'
import { getReviewMonths, type Method } from '@waymark/scoring/method'
import { m1 } from '@waymark/scoring/methods/m1'
import { type DeskActs, getOccurred, listWaivers, noDeskActs } from './desk-acts.ts'

/**
 * A dossier file read by the pure rules alone: what a database that loaded it must say, too. Plain and slow on
 * purpose. Rows that do not say when they were recorded were so at `importedAt`.
 */
export type Model = {
  readonly file: DossierFile
  readonly importedAt: string
  /** When assessments were withdrawn after the import, by their key. */
  readonly withdrawals?: ReadonlyMap<string, string>
  /** What the desk recorded of links and milestones after the import. */
  readonly desk?: DeskActs
}

/** The published facts of one recommendation, without those of its progress steps. Ids are places in the file, from 1. */
export function listFacts({ file, importedAt, withdrawals }: Model, ref: string): AssessmentFact[] {
  const ids = new Map(file.assessments.map((row, i) => [row.key, i + 1]))
  return file.assessments.flatMap((row, i) => {
    if (row.recommendation !== ref || row.step !== undefined) return []
    const finding = row.state
      ? { state: row.state }
      : { level: row.level ?? 'none', contrary: row.contrary ?? false }
    return {
      id: i + 1,
      effective: row.effective,
      recordedAt: formatInstant(row.recorded ?? importedAt),
      finding,
      supersedes: row.supersedes === undefined ? null : (ids.get(row.supersedes) ?? null),
      withdrawnAt: withdrawals?.get(row.key ?? '') ?? null,
    }
  })
}

/** Where a recommendation stands on a day, as known at an instant, and the finding in force on it. */
function getItem(model: Model, ref: string, { asOf, knownAt }: Moment, method: Method) {
  const recommendation = model.file.recommendations.find((one) => one.ref === ref)
  const fact = getInForce(listFacts(model, ref), { asOf, knownAt })
  const months = getReviewMonths(method, recommendation?.reviewEveryMonths ?? defaultReviewMonths)
  return { standing: assessStanding(fact, months, asOf), finding: fact?.id ?? null }
}

/** Where a recommendation stands on a day, as known at an instant, by its own review interval: as gates see it. */
export const getStanding = (model: Model, ref: string, moment: Moment): Standing =>
  getItem(model, ref, moment, m1).standing

/** The recommendations of one side in force on a day, with their standing by a method. */
export function listItems(model: Model, side: Side, moment: Moment, method: Method = m1): ItemOnDay[] {
  const { actors, recommendations } = model.file
  const kinds = new Map(actors.map((actor) => [actor.key, actor.kind]))
  return recommendations
    .filter((one) => assessSide(one.addressees.flatMap((key) => kinds.get(key) ?? [])) === side)
    .filter((one) =>
      isInForce({ issued: one.issued, leftOn: getLeavingDay(one.ref, recommendations) }, moment.asOf),
    )
    .map((one) => ({ ref: one.ref, area: one.area, ...getItem(model, one.ref, moment, method) }))
}

/** The scorecard by a method: the partner's side, and the figures of the EU's side. */
export function getModelScorecard(
  model: Model,
  moment: Moment,
  method: Method = m1,
): Scorecard & { readonly euSide: Figures } {
  const areas = [...model.file.areas].sort((a, b) => a.order - b.order).map((area) => area.key)
  const card = getScorecard(method, areas, listItems(model, 'partner', moment, method))
  return { ...card, euSide: getFigures(method, listItems(model, 'eu', moment, method)) }
}

/** One linkage of the file evaluated at a moment, whether or not it still held. */
export function evaluateLinkage(model: Model, link: Linkage, { asOf, knownAt }: Moment): Gate {
  const { file, desk = noDeskActs } = model
  const milestone = file.milestones.find((one) => one.key === link.milestone) ?? { key: link.milestone }
  const occurred = getOccurred(desk, milestone, knownAt)
  const waived = isWaived(listWaivers(desk, link, knownAt), getGateDay(occurred, asOf))
  const standingAt = (day: Day) => getStanding(model, link.recommendation, { asOf: day, knownAt })
  const { role, required = null } = link
  return evaluateGate({ role, required, waived, occurred, standingAt }, asOf)
}
