import { listMilestones, type MilestoneRow } from '@waymark/db/queries/gate.query'
import {
  getTimelineEnds,
  listTimelineChanges,
  listTimelineCommitments,
  listTimelineRounds,
  listTimelineUptake,
} from '@waymark/db/queries/timeline.query'
import { lastDay } from '@waymark/kernel/partial-date'
import { buildSpan, getBucketEnd, getWhole, parseMonths, type Span } from '@waymark/kernel/span'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { TimelineInput } from './timeline.input.ts'
import type { Timeline } from './timeline.view.ts'

/** How many statements of a kind a bucket names one by one, and up to how many in all every one is named. */
const named = { each: 2, most: 40 }

/** What is dated in a dossier, in a span. Refusals: `not-found`, `unknown-method`, `from-after-to`. */
export async function getTimeline(ctx: Context, { from, to, ...input }: TimelineInput): Promise<Timeline> {
  const resolved = await getCut(ctx, input)
  const { record } = resolved
  const db = ctx.record.public
  const ends = await getTimelineEnds(db, record)
  const whole = getWhole(ends.first, ends.lastPlanned, record.asOf)
  const months = parseMonths({ from, to }, whole)
  if (months === null) throw buildRefusalError({ code: 'from-after-to', path: 'from' })
  const span = buildSpan(months)
  const [frame, rounds, milestones, commitments, uptake, changes] = await Promise.all([
    getFrame(ctx, resolved),
    listTimelineRounds(db, record, span),
    listMilestones(db, record),
    listTimelineCommitments(db, record, span),
    listTimelineUptake(db, record, span, named),
    listTimelineChanges(db, record, span),
  ])
  const withBucket = <R extends { readonly bucket: string }>({ bucket, ...row }: R) => ({
    from: bucket,
    to: getBucketEnd(bucket, span.unit),
    ...row,
  })
  return {
    frame,
    span: { ...months, unit: span.unit },
    whole,
    rounds,
    milestones: listDated(milestones, span),
    commitments,
    uptake: uptake.map(withBucket),
    changes: changes.map(withBucket),
  }
}

/** Milestones with a day in the span: the one on which they occurred, else the one for which they are planned. */
function listDated(milestones: readonly MilestoneRow[], span: Span): Timeline['milestones'] {
  return milestones
    .flatMap(({ key, trackKey, trackTitle, kind, title, planned, occurred, cancelled }) => {
      const date = occurred ?? planned
      if (date === null) return []
      const day = lastDay(date)
      if (day < span.from || day > span.to) return []
      const state =
        occurred !== null
          ? ('occurred' as const)
          : cancelled === null
            ? ('planned' as const)
            : ('cancelled' as const)
      return [{ key, track: { key: trackKey, title: trackTitle }, kind, title, date, state }]
    })
    .sort((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : lastDay(a.date) > lastDay(b.date) ? 1 : 0))
}
