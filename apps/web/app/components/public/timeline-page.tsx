import type { Timeline } from '@waymark/api/features/timeline/timeline.view'
import { firstDay, lastDay } from '@waymark/kernel/partial-date'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { DossierTimeline } from '@waymark/ui/dossier-timeline'
import { Section } from '@waymark/ui/section'
import { t } from './messages.ts'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { buildBars, buildGroup, buildRows, type TimelineEntry } from './timeline-marks.ts'
import { TimelineZoom } from './timeline-zoom.tsx'
import { formatDate } from './words.ts'

const words = t.timeline

/** A month or, where a span begins or ends with a year, the year. */
const formatEnd = (month: string, whole: '01' | '12'): string =>
  formatDate(month.endsWith(whole) ? month.slice(0, 4) : month)

const formatMonth = (month: number): string =>
  formatDate(`2000-${String(month).padStart(2, '0')}`).slice(0, 3)

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
  const { frame, span, changes } = view
  const { rows, entries } = buildRows(view, asked)
  const isYears = span.from.endsWith('01') && span.to.endsWith('12')
  const [from, to] = isYears
    ? [formatEnd(span.from, '01'), formatEnd(span.to, '12')]
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
      page={words.page}
      formats={['csv', 'xlsx', 'json']}
      over={words.over}
      title={words.h1(from, to)}
      lead={words.lead(totals, isPast(frame))}
    >
      <Section id="picture" title={words.picture} layout="full">
        <TimelineZoom view={view} asked={asked} />
        {entries.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <DossierTimeline
            data={{
              from: firstDay(span.from),
              to: lastDay(span.to),
              asOf: frame.cut.asOf,
              rows,
              bars: buildBars(view, asked),
              buildGroup: buildGroup(view, asked),
            }}
            words={{
              label: words.h1(from, to),
              region: words.region,
              asOf: formatDate(frame.cut.asOf),
              changes: words.rows.changes,
              advanced: words.advanced,
              regressed: words.regressed,
              contrary: words.contrary,
              formatMonth,
            }}
            caption={words.caption}
          />
        )}
      </Section>
      {entries.length > 0 && (
        <Section id="list" title={words.list} note={words.listHelp} layout="full">
          <DataTable
            caption={words.list}
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

const columns: readonly Column<TimelineEntry>[] = [
  { key: 'date', header: words.date, nowrap: true, cell: ({ date }) => date },
  { key: 'kind', header: words.kind, quiet: true, cell: ({ what }) => what },
  { key: 'entry', header: words.entry, cell: ({ text, href }) => <a href={href}>{text}</a> },
]
