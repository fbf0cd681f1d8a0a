import { formatInstant } from '@waymark/kernel/instant'
import { lastDay } from '@waymark/kernel/partial-date'
import { getEnded, getOccurred, listEvents, listWaivers, noDeskActs } from '@waymark/kit/desk-acts'
import type { Model } from '@waymark/kit/model'
import { getCancelled, getPlanned, hasOccurred } from '@waymark/linkage/milestone'
import { hasEnded, isWaived } from '@waymark/linkage/waiver'
import type { History } from '@waymark/meeting/testing/agenda-history'
import { getLeavingDay } from '@waymark/recommendation/lifetime'
import { defaultReviewMonths } from '@waymark/recommendation/recommendation'
import { assessSide } from '@waymark/recommendation/side'

type Moment = { readonly asOf: string; readonly knownAt: string }

/** A dossier file with what was recorded after its import, as the plain history that the model of agendas reads. */
export function buildHistory(
  model: Model,
  beginsAt: string,
  { since, until, aheadDays }: { since: Moment; until: Moment; aheadDays: number },
): History {
  const { file } = model
  return {
    recommendations: file.recommendations.map(({ ref, issued, area, reviewEveryMonths }) => ({
      ref,
      issued: lastDay(issued),
      leftOn: getLeavingDay(ref, file.recommendations),
      reviewMonths: reviewEveryMonths ?? defaultReviewMonths,
      area,
      moved: null,
    })),
    findings: listFindings(model),
    ratings: [],
    claims: file.claims.map(({ recommendation: ref, date, level = null }) => ({
      ref,
      date,
      level,
      recordedAt: beginsAt,
    })),
    links: listLinks(model, until),
    cases: file.cases.map(({ key, sensitivity, statuses }) => ({
      key,
      sensitivity,
      statuses: statuses.map(({ status, date }) => ({ status, date, recordedAt: beginsAt })),
      hearings: [],
    })),
    since,
    until,
    aheadDays,
  }
}

function listFindings({ file, importedAt, withdrawals }: Model): History['findings'] {
  const recordedAt = (row: Model['file']['assessments'][number]) => formatInstant(row.recorded ?? importedAt)
  return file.assessments.flatMap((row, index) => {
    if (row.step !== undefined) return []
    const corrected = file.assessments.find((one) => one.key !== undefined && one.key === row.supersedes)
    const known = new Set(
      corrected?.evidence.map(({ source, stance, locator }) => `${source} ${stance} ${locator}`),
    )
    const count = (stance: string) =>
      row.evidence.filter(
        (one) => one.stance === stance && !known.has(`${one.source} ${one.stance} ${one.locator}`),
      ).length
    const ends = [
      ...file.assessments
        .filter((one) => one.supersedes === row.key && row.key !== undefined)
        .map(recordedAt),
      ...(withdrawals?.has(row.key ?? '') ? [withdrawals.get(row.key ?? '') ?? ''] : []),
    ].sort()
    return [
      {
        id: index + 1,
        ref: row.recommendation,
        effective: row.effective,
        recordedAt: recordedAt(row),
        level: row.level ?? null,
        state: row.state ?? null,
        contrary: row.contrary ?? false,
        withdrawnAt: ends[0] ?? null,
        for: count('supports'),
        against: count('contradicts'),
      },
    ]
  })
}

/** Links of the partner's side that hold, to milestones that lie ahead and were not cancelled. */
function listLinks({ file, desk = noDeskActs }: Model, { asOf, knownAt }: Moment): History['links'] {
  const kinds = new Map(file.actors.map((actor) => [actor.key, actor.kind]))
  return file.linkages.flatMap((link) => {
    const ask = file.recommendations.find(({ ref }) => ref === link.recommendation)
    const milestone = file.milestones.find(({ key }) => key === link.milestone)
    if (ask === undefined || milestone === undefined) return []
    const events = listEvents(desk, milestone.key, knownAt)
    const planned = getPlanned(milestone.planned ?? null, events, asOf)
    const isAhead =
      planned !== null &&
      getCancelled(events, asOf) === null &&
      !hasOccurred(getOccurred(desk, milestone, knownAt), asOf)
    const isPartners = assessSide(ask.addressees.flatMap((key) => kinds.get(key) ?? [])) === 'partner'
    if (!isAhead || !isPartners || hasEnded(getEnded(desk, link, knownAt), asOf)) return []
    return [
      {
        ref: link.recommendation,
        milestone: link.milestone,
        planned,
        role: link.role,
        required: link.required ?? null,
        waived: isWaived(listWaivers(desk, link, knownAt), asOf),
      },
    ]
  })
}
