import type { Timeline } from '@waymark/api/features/timeline/timeline.view'
import { lastDay } from '@waymark/kernel/partial-date'
import { getBucketEnd, getDayBefore } from '@waymark/kernel/span'
import type { TimelineBar, TimelineMark, TimelineRow } from '@waymark/ui/dossier-timeline'
import type { AskedCut } from './address.ts'
import { getStepTitle } from './step-title.ts'
import type { Words } from './words.ts'

/** "2013", "2013, quarter 4" or "November 2013". */
export function formatPeriod(words: Words, from: string, unit: Timeline['span']['unit']): string {
  const { formatDate, t } = words
  const copy = t.timeline
  return unit === 'month' ? formatDate(from.slice(0, 7)) : copy.periods[unit](from)
}

/** The address of the timeline for some months. */
export const buildSpanHref = (
  words: Words,
  { frame }: Timeline,
  asked: AskedCut,
  { from, to }: { readonly from: string; readonly to: string },
): string => words.buildPlace(frame.dossier.key, asked, 'timeline', { from, to })

/** One entry of the list beside the picture: what the marks of the picture say, in order of time. */
export type TimelineEntry = {
  readonly key: string
  readonly day: string
  readonly date: string
  readonly what: string
  readonly text: string
  readonly href: string
}

/** The rows of the picture, a kind of thing each, and the same as entries of a list. */
export function buildRows(
  words: Words,
  view: Timeline,
  asked: AskedCut,
): { readonly rows: TimelineRow[]; readonly entries: TimelineEntry[] } {
  const { buildPlace, formatDate, getMilestoneKindWord, t } = words
  const copy = t.timeline
  const { frame, span } = view
  const place = (path: string) => buildPlace(frame.dossier.key, asked, path)
  const entries: TimelineEntry[] = []
  const note = (
    what: string,
    date: string,
    text: string,
    mark: Pick<TimelineMark, 'key' | 'at' | 'mark' | 'href' | 'label' | 'count'>,
  ): TimelineMark => {
    entries.push({ key: mark.key, day: mark.at, date, what, text, href: mark.href })
    return { ...mark, name: `${what}: ${text}, ${date}` }
  }
  const rounds = view.rounds.map(({ key, title, date }) =>
    note(copy.round, formatDate(date), title, {
      key: `round-${key}`,
      at: lastDay(date),
      mark: 'round',
      href: `${place('rounds')}#${key}`,
    }),
  )
  const tracks = new Map(view.milestones.map(({ track }) => [track.key, track.title]))
  const milestones = [...tracks].map(([key, title]) => ({
    key: `track-${key}`,
    title,
    marks: view.milestones
      .filter(({ track }) => track.key === key)
      .map((step) => {
        const occurred = step.state === 'occurred'
        const date = occurred
          ? formatDate(step.date)
          : step.state === 'planned'
            ? copy.plannedFor(formatDate(step.date))
            : `${copy.plannedFor(formatDate(step.date))}, ${copy.cancelled}`
        const name = getStepTitle(
          words,
          { ...step, track: title, occurred: occurred ? step.date : null },
          frame,
        )
        const short = t.stepShorts[step.kind] ?? getMilestoneKindWord(step.kind)
        return note(`${copy.milestone}, ${title}`, date, name, {
          key: `step-${step.key}`,
          at: lastDay(step.date),
          mark: occurred ? 'milestone' : 'milestone-ahead',
          href: place(`milestones/${step.key}`),
          label: occurred ? short : `${short} (${copy[step.state === 'planned' ? 'planned' : 'cancelled']})`,
        })
      }),
  }))
  const commitments = view.commitments.map(({ key, date, actor, summary }) =>
    note(copy.commitment, formatDate(date), `${actor}: ${summary}`, {
      key: `statement-${key}`,
      at: lastDay(date),
      mark: 'claim',
      href: `${place('consistency')}#statement-${key}`,
    }),
  )
  const uptake = view.uptake.flatMap(({ from, to, kind, count, events }) =>
    events.length === 0
      ? [
          note(
            copy.kindTitles[kind],
            formatPeriod(words, from, span.unit),
            copy.uptakeGroup(count, copy.kinds[kind]),
            {
              key: `${kind}-${from}`,
              at: getMiddle(from, to),
              mark: 'uptake',
              count,
              href: buildSpanHref(words, view, asked, { from: from.slice(0, 7), to: to.slice(0, 7) }),
            },
          ),
        ]
      : events.map(({ ref, title, date }, index) =>
          note(copy.kindTitles[kind], formatDate(date), `${ref}, ${title}`, {
            key: `${kind}-${from}-${index}`,
            at: lastDay(date),
            mark: 'uptake',
            href: place(`recommendations/${ref}`),
          }),
        ),
  )
  for (const bar of buildBars(words, view, asked))
    entries.push({
      key: bar.key,
      day: bar.to,
      date: formatPeriod(words, bar.from, span.unit),
      what: copy.changes,
      text: copy.changesOf(bar, formatPeriod(words, bar.from, span.unit)),
      href: bar.href,
    })
  return {
    rows: [
      { key: 'rounds', title: copy.rows.rounds, marks: rounds },
      ...milestones,
      { key: 'commitments', title: copy.rows.commitments, marks: commitments },
      { key: 'uptake', title: copy.rows.uptake, marks: uptake },
    ].filter(({ marks }) => marks.length > 0),
    entries: entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  }
}

/** The bars of the picture; each leads to what changed in its days. */
export function buildBars(words: Words, { frame, span, changes }: Timeline, asked: AskedCut): TimelineBar[] {
  const { buildPlace, t } = words
  const copy = t.timeline
  const { asOf } = frame.cut
  return changes.map(({ from, to, advanced, regressed, contrary }) => ({
    key: `changes-${from}`,
    from,
    to,
    advanced,
    regressed,
    contrary,
    name: copy.changesOf({ advanced, regressed, contrary }, formatPeriod(words, from, span.unit)),
    href: buildPlace(frame.dossier.key, asked, 'changes', {
      from: getDayBefore(from),
      to: [to, asOf].sort()[0],
    }),
  }))
}

/** Marks without room of their own: how many they stand for, from when to when, and the address that shows them closer. */
export function buildGroup(
  words: Words,
  view: Timeline,
  asked: AskedCut,
): (marks: readonly TimelineMark[]) => { name: string; href: string } {
  const { formatDate, t } = words
  const copy = t.timeline
  return (marks) => {
    const days = marks.map(({ at }) => at).sort()
    const [from = '', to = ''] = [days[0]?.slice(0, 7), days.at(-1)?.slice(0, 7)]
    const count = marks.reduce((sum, one) => sum + (one.count ?? 1), 0)
    const period = from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`
    return { name: copy.group(count, period), href: buildSpanHref(words, view, asked, { from, to }) }
  }
}

function getMiddle(from: string, to: string): string {
  const [a, b] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  const month = `${from.slice(0, 4)}-${String(Math.floor((a + b) / 2)).padStart(2, '0')}`
  return a === b ? `${month}-15` : getBucketEnd(`${month}-01`, 'month')
}
