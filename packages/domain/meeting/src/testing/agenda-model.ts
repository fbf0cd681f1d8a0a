import type { History } from './agenda-history.ts'

/**
 * The rules of an agenda once more, as plainly as can be and sharing no code with what is tested: dates are counted with the
 * clock's own calendar, levels looked up in a line of words, and every row looked at for every question.
 */

type Cut = History['since']
const line = ['contrary', 'none', 'limited', 'some', 'substantial', 'full']
const dayMs = 86_400_000

/** First and last millisecond-free day of what a date may mean, as numbers. */
function range(date: string): [number, number] {
  const [y = 0, m, d] = date.split('-').map(Number)
  if (m === undefined) return [Date.UTC(y, 0, 1), Date.UTC(y, 11, 31)]
  if (d === undefined) return [Date.UTC(y, m - 1, 1), Date.UTC(y, m, 0)]
  return [Date.UTC(y, m - 1, d), Date.UTC(y, m - 1, d)]
}
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The last day on which a finding is fresh. */
function freshUntil(effective: string, months: number): number {
  const last = new Date(range(effective)[1])
  const target = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + months, 1))
  const length = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  return Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(last.getUTCDate(), length))
}

const known = (recordedAt: string, cut: Cut) => Date.parse(recordedAt) <= Date.parse(cut.knownAt)
const between = (recordedAt: string, { since, until }: History) =>
  known(recordedAt, until) && !known(recordedAt, since)

/** The finding in force at a cut: the latest by day, then by recording, then by id. */
export function inForce(history: History, ref: string, cut: Cut) {
  let best: History['findings'][number] | null = null
  for (const one of history.findings) {
    if (one.ref !== ref || !known(one.recordedAt, cut)) continue
    if (one.withdrawnAt !== null && known(one.withdrawnAt, cut)) continue
    if (range(one.effective)[1] > Date.parse(cut.asOf)) continue
    const key = (f: typeof one) => [range(f.effective)[1], Date.parse(f.recordedAt), f.id]
    const [a, b] = [key(one), best === null ? [-1, -1, -1] : key(best)]
    const at = a.findIndex((value, index) => value !== b[index])
    if (at !== -1 && (a[at] ?? 0) > (b[at] ?? 0)) best = one
  }
  return best
}

/** A recommendation at a cut: not there, outside, or a word with its area and finding. */
function look(history: History, ref: string, cut: Cut) {
  const r = history.recommendations.find((one) => one.ref === ref)
  if (r === undefined || Date.parse(r.issued) > Date.parse(cut.asOf)) return null
  if (r.leftOn !== null && Date.parse(r.leftOn) <= Date.parse(cut.asOf)) return null
  const area = r.moved !== null && known(r.moved.recordedAt, cut) ? r.moved.area : r.area
  const f = inForce(history, ref, cut)
  const old = f?.level != null && Date.parse(cut.asOf) > freshUntil(f.effective, r.reviewMonths)
  const word =
    f === null
      ? 'not-assessed'
      : f.level === null
        ? (f.state ?? '')
        : old
          ? 'stale'
          : f.contrary
            ? 'contrary'
            : f.level
  return { area, word, f, r, old }
}
type Look = ReturnType<typeof look>

function changeOf(then: Look, now: Look): string | null {
  const isOut = (l: Look) => l === null || l.word === 'not-applicable' || l.word === 'withdrawn'
  if (isOut(then)) return isOut(now) ? null : 'added'
  if (isOut(now) || then === null || now === null) return 'withdrawn'
  const [a, b] = [line.indexOf(then.word), line.indexOf(now.word)]
  if (a === -1 && b !== -1) return then.word === 'stale' ? 'refreshed' : 'newly-assessed'
  if (a !== -1 && b === -1) return now.word === 'stale' ? 'gone-stale' : 'no-longer-assessed'
  if (a !== b && a !== -1) return now.word === 'contrary' ? 'contrary' : b > a ? 'advanced' : 'regressed'
  if (then.area !== now.area) return 'moved'
  return a !== -1 && then.f?.id !== now.f?.id ? 'refreshed' : null
}

const short = (l: Look) =>
  l?.f ? { level: l.f.level, contrary: l.f.contrary, effective: l.f.effective } : null

/** Every reason that has to stand on the agenda, as “item reason”. */
export function listExpected(history: History): string[] {
  const { since, until, aheadDays } = history
  const expected: string[] = []
  const say = (item: string, reason: Record<string, unknown>) =>
    expected.push(`${item} ${formatReason(reason)}`)
  const end = Date.parse(until.asOf) + aheadDays * dayMs
  const isAhead = (date: string) => range(date)[0] <= end && range(date)[1] >= Date.parse(until.asOf)
  for (const { ref } of history.recommendations) {
    const item = `recommendation:${ref}`
    const [then, now] = [look(history, ref, since), look(history, ref, until)]
    if (then === null && now === null) continue
    const change = changeOf(then, now)
    if (change !== null) say(item, { kind: 'level-change', change, from: short(then), to: short(now) })
    if (now?.old && now.f !== null)
      say(item, { kind: 'stale', since: dayOf(freshUntil(now.f.effective, now.r.reviewMonths) + dayMs) })
    const added = history.findings.filter(
      (f) =>
        f.ref === ref &&
        between(f.recordedAt, history) &&
        !(f.withdrawnAt !== null && known(f.withdrawnAt, until)),
    )
    for (const [stance, count] of [
      ['supports', added.reduce((sum, f) => sum + f.for, 0)],
      ['contradicts', added.reduce((sum, f) => sum + f.against, 0)],
    ] as const)
      if (count > 0) say(item, { kind: 'evidence', stance, count })
    const disagreeing = history.ratings.filter(
      (r) =>
        r.ref === ref &&
        between(r.recordedAt, history) &&
        JSON.stringify(r.first) !== JSON.stringify(r.second),
    ).length
    if (disagreeing > 0) say(item, { kind: 'disagreement', count: disagreeing })
    for (const claim of history.claims) {
      const found = now?.f
      if (claim.ref !== ref || claim.level === null || found?.level == null) continue
      const foundWord = found.contrary ? 'contrary' : found.level
      if (between(claim.recordedAt, history) && claim.level !== foundWord)
        say(item, {
          kind: 'claim-against-finding',
          claimed: claim.level,
          found: found.level,
          contrary: found.contrary,
          date: claim.date,
        })
    }
    for (const link of history.links) {
      if (link.ref !== ref || now === null || link.role !== 'required' || link.waived) continue
      if (!isAhead(link.planned) || ['not-applicable', 'withdrawn'].includes(now.word)) continue
      const rank = line.indexOf(now.word)
      const state =
        rank === -1 || link.required === null
          ? 'unknown'
          : rank >= line.indexOf(link.required)
            ? 'met'
            : 'unmet'
      if (state !== 'met')
        say(item, { kind: 'gate-due', milestone: link.milestone, planned: link.planned, state })
    }
  }
  for (const one of history.cases) {
    const statusAt = (cut: Cut) =>
      [...one.statuses.entries()]
        .filter(([, s]) => known(s.recordedAt, cut) && range(s.date)[1] <= Date.parse(cut.asOf))
        .sort(
          ([i, a], [j, b]) =>
            range(b.date)[1] - range(a.date)[1] ||
            Date.parse(b.recordedAt) - Date.parse(a.recordedAt) ||
            j - i,
        )[0]?.[1]
    const [then, now] = [statusAt(since), statusAt(until)]
    if (now !== undefined && `${then?.status} ${then?.date}` !== `${now.status} ${now.date}`)
      say(`case:${one.key}`, { kind: 'case-status', status: now.status, date: now.date })
    for (const { kind, date } of one.hearings)
      if (isAhead(date)) say(`case:${one.key}`, { kind: 'hearing', hearing: kind, date })
  }
  return expected.sort()
}

/** A reason as one line, whatever the order of its fields. */
export const formatReason = (reason: object): string =>
  JSON.stringify(reason, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
