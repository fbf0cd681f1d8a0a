import type { Timeline } from '../features/timeline/timeline.view.ts'
import type { Rows } from './tables.ts'

export const timelineHeaders = [
  'kind',
  'from',
  'to',
  'date',
  'key',
  'title',
  'track',
  'state',
  'count',
  'advanced',
  'regressed',
  'contrary',
] as const

type Mark = { readonly kind: string } & {
  readonly [header in (typeof timelineHeaders)[number]]?: string | number
}

/** One row a mark: what has a date of its own by `date`, what is counted by the days `from` and `to` of its bucket. */
export function listTimelineRows(t: Timeline): Rows {
  const marks: readonly Mark[] = [
    ...t.rounds.map((round) => ({ kind: 'round', ...round })),
    ...t.milestones.map(({ kind, track, ...m }) => ({ kind: `milestone: ${kind}`, track: track.key, ...m })),
    ...t.commitments.map(({ key, date, actor, summary }) => ({
      kind: 'commitment',
      date,
      key,
      title: `${actor}: ${summary}`,
    })),
    ...t.uptake.flatMap(({ from, to, kind, count, events }): Mark[] =>
      events.length === 0
        ? [{ kind, from, to, count }]
        : events.map(({ ref, title, date }) => ({ kind, from, to, date, key: ref, title, count: 1 })),
    ),
    ...t.changes.map((changes) => ({ kind: 'changes', ...changes })),
  ]
  const { asOf, knownAt, method } = t.frame.cut
  return marks.map((mark) => ({
    ...Object.fromEntries(timelineHeaders.map((header) => [header, mark[header] ?? null])),
    asOf,
    knownAt,
    method,
  }))
}
