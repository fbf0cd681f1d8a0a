import type { Timeline } from '@waymark/api/features/timeline/timeline.view'
import { firstDay, lastDay } from '@waymark/kernel/partial-date'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { DossierTimeline } from '@waymark/ui/dossier-timeline'
import { Section } from '@waymark/ui/section'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { buildBars, buildGroup, buildRows, type TimelineEntry } from './timeline-marks.ts'
import { TimelineZoom } from './timeline-zoom.tsx'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

/** A month or, where a span begins or ends with a year, the year. */
const formatEnd = (words: Words, month: string, whole: '01' | '12'): string =>
  words.formatDate(month.endsWith(whole) ? month.slice(0, 4) : month)

/** One picture of the dossier on one clock, and the same as a list. */
export function TimelinePage({
  view,
  asked,
  origin,
}: {
  view: Timeline
  asked: PageFrame['asked'] & { readonly from?: string | undefined; readonly to?: string | undefined }
  origin: string
}) {
  const words = useWords()
  const { formatDate, formatMonthShort, t } = words
  const copy = t.timeline
  const columns: readonly Column<TimelineEntry>[] = [
    { key: 'date', header: copy.date, nowrap: true, cell: ({ date }) => date },
    { key: 'kind', header: copy.kind, quiet: true, cell: ({ what }) => what },
    { key: 'entry', header: copy.entry, cell: ({ text, href }) => <a href={href}>{text}</a> },
  ]
  const { frame, span, changes } = view
  const { rows, entries } = buildRows(words, view, asked)
  const isYears = span.from.endsWith('01') && span.to.endsWith('12')
  const [from, to] = isYears
    ? [formatEnd(words, span.from, '01'), formatEnd(words, span.to, '12')]
    : [formatDate(span.from), formatDate(span.to)]
  const sum = (pick: (one: Timeline['changes'][number]) => number) =>
    changes.reduce((all, one) => all + pick(one), 0)
  const totals = {
    advanced: sum((one) => one.advanced),
    regressed: sum((one) => one.regressed),
    contrary: sum((one) => one.contrary),
  }
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="timeline"
      place="timeline"
      kept={{ from: asked.from, to: asked.to }}
      page={copy.page}
      formats={['csv', 'xlsx', 'json']}
      over={copy.over}
      title={copy.h1(from, to)}
      lead={copy.lead(totals, isPast(frame))}
    >
      <Section id="picture" title={copy.picture} layout="full">
        <TimelineZoom view={view} asked={asked} />
        {entries.length === 0 ? (
          <p>{copy.none}</p>
        ) : (
          <DossierTimeline
            data={{
              from: firstDay(span.from),
              to: lastDay(span.to),
              asOf: frame.cut.asOf,
              rows,
              bars: buildBars(words, view, asked),
              buildGroup: buildGroup(words, view, asked),
            }}
            words={{
              label: copy.h1(from, to),
              region: copy.region,
              asOf: formatDate(frame.cut.asOf),
              changes: copy.rows.changes,
              advanced: copy.advanced,
              regressed: copy.regressed,
              contrary: copy.contrary,
              formatMonth: formatMonthShort,
            }}
            caption={copy.caption}
          />
        )}
      </Section>
      {entries.length > 0 && (
        <Section id="list" title={copy.list} note={copy.listHelp} layout="full">
          <DataTable
            caption={copy.list}
            hideCaption
            columns={columns}
            rows={entries}
            getKey={({ key }) => key}
          />
        </Section>
      )}
    </PublicPage>
  )
}
