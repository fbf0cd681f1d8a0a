import type { MilestoneView } from '@waymark/api/common/refs.view'
import type { milestoneList } from '@waymark/api/features/milestone/milestone.view'
import { lastDay } from '@waymark/kernel/partial-date'
import type { GateState } from '@waymark/linkage/gate'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { MilestoneLine } from '@waymark/ui/milestone-line'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { formatGateCounts, formatStepDate, getRequiredTotal } from './gate-parts.tsx'
import { isPast, type PageFrame, PublicPage } from './public-page.tsx'
import { SourceCite } from './source-cite.tsx'
import { getStepTitle } from './step-title.ts'
import { Text } from './text.tsx'
import { useWords } from './use-words.ts'

export type MilestoneList = z.infer<typeof milestoneList>

/** The gravest state among a step's required gates; nothing when nothing hangs on it. */
export function getGravestState({ occurred, required }: MilestoneView): GateState | undefined {
  const passed = occurred !== null
  if (required.unmet > 0) return passed ? 'passed-while-unmet' : 'unmet'
  if (required.unknown > 0) return passed ? 'passed-while-unknown' : 'unknown'
  if (required.met > 0) return passed ? 'met-at-passage' : 'met'
  return required.waived > 0 ? 'waived' : undefined
}

const unforeseen = new Set(['round', 'council-meeting', 'committee-meeting', 'statement'])

/**
 * False for a meeting or statement that still lay ahead, was not announced and had nothing tied to it: on that day
 * nobody could know of it. The steps of an agreement are foreseeable as such.
 */
export function isForeseeable({
  kind,
  occurred,
  planned,
  required,
  listed,
}: Pick<MilestoneView, 'kind' | 'occurred' | 'planned' | 'required' | 'listed'>): boolean {
  if (occurred !== null || planned !== null || !unforeseen.has(kind)) return true
  return getRequiredTotal(required) + listed > 0
}

/** Tracks in the order of their first step. */
function listTracks(milestones: readonly MilestoneView[]) {
  const tracks = new Map(milestones.map(({ track }) => [track.key, track]))
  return [...tracks.values()].map((track) => ({
    ...track,
    milestones: milestones.filter((milestone) => milestone.track.key === track.key),
  }))
}

/** The agreement's life: one line, then a table a track. */
export function MilestonesPage({ view, asked, origin }: { view: MilestoneList } & Omit<PageFrame, 'frame'>) {
  const words = useWords()
  const { buildPlace, formatDate, getMilestoneKindWord, t } = words
  const { frame } = view
  const past = isPast(frame)
  const milestones = view.milestones.filter((milestone) => !past || isForeseeable(milestone))
  const dossier = frame.dossier.key
  const occurred = milestones.filter((milestone) => milestone.occurred !== null).length
  const href = (key: string) => buildPlace(dossier, asked, `milestones/${key}`)
  const columns: readonly Column<MilestoneView>[] = [
    {
      key: 'milestone',
      header: t.milestones.milestone,
      cell: (milestone) => (
        <>
          <a href={href(milestone.key)}>
            <Text>{getStepTitle(words, milestone, frame)}</Text>
          </a>
          <span className="tiny quiet line">{getMilestoneKindWord(milestone.kind)}</span>
        </>
      ),
    },
    { key: 'date', header: t.milestones.date, cell: (one) => formatStepDate(words, one) },
    {
      key: 'gates',
      header: t.milestones.gates,
      narrowLabel: t.milestones.gates,
      cell: (milestone) => (
        <span className={getRequiredTotal(milestone.required) === 0 ? 'quiet' : undefined}>
          {formatGateCounts(words, milestone)}
        </span>
      ),
    },
    {
      key: 'source',
      header: t.milestones.source,
      // The source of a step is the report that it was taken: on a past day, one that did not exist yet.
      cell: ({ source, locator, occurred: day }) =>
        day === null && past ? null : (
          <span className="tiny">
            <SourceCite source={source} locator={locator} dossier={dossier} asked={asked} />
          </span>
        ),
    },
  ]
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="milestones"
      place="milestones"
      page={t.milestones.page}
      formats={['csv', 'xlsx', 'json']}
      over={t.milestones.over}
      title={
        milestones.length === 0
          ? t.milestones.none(past)
          : t.milestones.h1(occurred, milestones.length - occurred, past)
      }
    >
      {milestones.length > 0 && (
        <Section id="timeline" title={t.milestones.timeline} layout="full">
          <MilestoneLine
            asOf={frame.cut.asOf}
            steps={milestones.map((milestone) => {
              const gate = getGravestState(milestone)
              return {
                key: milestone.key,
                at: milestone.occurred === null ? null : lastDay(milestone.occurred),
                title: getStepTitle(words, milestone, frame),
                date: formatStepDate(words, milestone),
                href: href(milestone.key),
                ...(gate === undefined
                  ? {}
                  : { gate, note: t.milestones.short(milestone.required, milestone.occurred !== null) }),
              }
            })}
            words={{
              label: t.milestones.timeline,
              asOf: formatDate(frame.cut.asOf),
              ahead: t.milestones.ahead,
            }}
          />
        </Section>
      )}
      {listTracks(milestones).map((track) => (
        <Section key={track.key} id={`track-${track.key}`} title={<Text>{track.title}</Text>} layout="full">
          <DataTable
            caption={t.milestones.caption(track.title)}
            hideCaption
            columns={columns}
            rows={track.milestones}
            getKey={({ key }) => key}
          />
        </Section>
      ))}
    </PublicPage>
  )
}
