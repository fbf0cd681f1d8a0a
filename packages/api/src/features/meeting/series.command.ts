import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  createMeetingEvents,
  getMeetingHead,
  getNextNumber,
  listSeries,
} from '@waymark/db/queries/meeting.query'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { foldMeeting } from '@waymark/meeting/fold'
import { type Series, seriesTemplate } from '@waymark/meeting/series'
import type { Context } from '../../context.ts'
import { listFirstEvents } from './build-agenda.command.ts'
import type { ChangeSeriesInput, CreateMeetingInput, SeriesInput } from './meeting.input.ts'
import { projectMeeting } from './project-meeting.ts'

type Record = Pick<Context, 'record'>

/** Begins a series of meetings. Refusals: `not-found`. */
export function createSeries(
  { record }: Record,
  act: Act,
  { dossier, ...series }: SeriesInput,
): Promise<Result<{ series: number }>> {
  return inTransaction<{ series: number }, Refusal>(record.app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const id = await w.reserveIds(1)
    await createVersion(w, { id, series: id, dossierId, supersedes: null, ended: false }, series)
    return ok({
      value: { series: id },
      account: {
        action: 'meeting-series.create',
        subject: { kind: 'meeting-series', dossier, key: String(id) },
      },
    })
  })
}

/** Changes or ends a series. Refusals: `not-found`, `record-moved-on`. */
export function changeSeries(
  { record }: Record,
  act: Act,
  { dossier, series, basedOn, ended, ...content }: ChangeSeriesInput,
): Promise<Result<{ series: number }>> {
  return inTransaction<{ series: number }, Refusal>(record.app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    const [row] = dossierId === null ? [] : await listSeries(w.trx, dossierId, series)
    if (dossierId === null || row === undefined) return refused({ code: 'not-found' })
    if (row.version !== basedOn) return refused({ code: 'record-moved-on' })
    const id = await w.reserveIds(1)
    await createVersion(w, { id, series, dossierId, supersedes: basedOn, ended }, content)
    return ok({
      value: { series },
      account: {
        action: 'meeting-series.change',
        subject: { kind: 'meeting-series', dossier, key: String(series) },
        after: { ended },
      },
    })
  })
}

type Version = {
  readonly id: number
  readonly series: number
  readonly dossierId: number
  readonly supersedes: number | null
  readonly ended: boolean
}

const createVersion = (w: Write, version: Version, { title, rhythm, template }: Series) =>
  createRows(w.trx, 'meeting_series', [
    {
      id: version.id,
      series_id: version.series,
      dossier_id: version.dossierId,
      title,
      rhythm,
      template,
      ended: version.ended,
      supersedes_id: version.supersedes,
      author_id: w.act.id,
      author_name: w.act.name,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])

/** Plans a meeting of a series that goes on, and builds its first agenda. Refusals: `not-found` (also of a series that ended). */
export function createMeeting(
  ctx: Pick<Context, 'record' | 'now'>,
  act: Act,
  { dossier, series, plan }: CreateMeetingInput,
): Promise<Result<{ meeting: number }>> {
  return inTransaction<{ meeting: number }, Refusal>(ctx.record.app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    const [row] = dossierId === null ? [] : await listSeries(w.trx, dossierId, series)
    if (dossierId === null || row === undefined || row.ended) return refused({ code: 'not-found' })
    const id = await w.reserveIds(1)
    const number = await getNextNumber(w.trx, series)
    await createRows(w.trx, 'meeting', [
      { id, dossier_id: dossierId, series_id: series, number, entry: w.entry, recorded_at: w.recordedAt },
    ])
    const head = await getMeetingHead(w.trx, dossier, id)
    if (head === null) throw new Error('a meeting that was just created is not there')
    const { topics } = seriesTemplate.parse(row.template)
    const events = await createMeetingEvents(w, id, 0, await listFirstEvents(w, ctx, head, plan, topics))
    await projectMeeting(w, head, foldMeeting(events), events)
    return ok({
      value: { meeting: id },
      account: {
        action: 'meeting.create',
        subject: { kind: 'meeting', dossier, key: String(id) },
        after: { series, number },
      },
    })
  })
}
