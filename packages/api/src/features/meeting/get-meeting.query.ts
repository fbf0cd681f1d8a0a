import { mayReadCase } from '@waymark/access/visibility'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  getMeetingHead,
  listMeetings,
  listSeries,
  listWrittenItems,
  type MeetingHead,
} from '@waymark/db/queries/meeting.query'
import { listSubjects } from '@waymark/db/queries/subject.query'
import { isFrozen } from '@waymark/meeting/fold'
import { parseItemId } from '@waymark/meeting/item-id'
import type { Item, Meeting } from '@waymark/meeting/meeting'
import { rhythm, seriesTemplate } from '@waymark/meeting/series'
import { type Sensitivity, sensitivities } from '@waymark/recommendation/case'
import type { AccountActor } from '../../accounts/actor.ts'
import { getDossierTitle } from '../../common/dossier-title.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { loadMeeting } from './load-meeting.ts'
import type { ListMeetingsInput, MeetingTarget } from './meeting.input.ts'
import type { ItemView, MeetingList, MeetingView, SeriesView } from './meeting.view.ts'
import { readReasons } from './read-reasons.ts'

type Reading = Pick<Context, 'record' | 'now'> & { readonly actor: Pick<AccountActor, 'id' | 'role'> }

/** A meeting as its reader may see it. Refusals: `not-found`. */
export async function getMeeting(
  ctx: Reading,
  { dossier, meeting: id }: MeetingTarget,
): Promise<MeetingView> {
  const head = await getMeetingHead(ctx.record.app, dossier, id)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  return buildMeetingView(ctx, head, await loadMeeting(ctx.record.app, id))
}

/** The same of a meeting that is at hand. */
export async function buildMeetingView(
  ctx: Reading,
  head: MeetingHead,
  meeting: Meeting,
): Promise<MeetingView> {
  const items = await buildItemViews(ctx, head.dossierId, meeting.items)
  const there = new Set(items.map(({ id }) => id))
  const { seq, state, plan, agenda, attendance, current, amending, amendments, closedBy, approval } = meeting
  return {
    dossier: { key: head.dossier, title: head.dossierTitle },
    meeting: head.id,
    series: { id: head.seriesId, title: head.seriesTitle },
    number: head.number,
    seq,
    state,
    plan,
    frozen: isFrozen(meeting, ctx.now()),
    agenda,
    items,
    attendance: [...attendance],
    current: current !== null && there.has(current.item) ? current : null,
    amending,
    amendments: amendments.filter(({ item }) => there.has(item)),
    closedBy,
    approval,
  }
}

/** Items as a reader may see them: those about what they may not know of are not there. */
export async function buildItemViews(
  { record, actor }: Pick<Reading, 'record' | 'actor'>,
  dossierId: number,
  items: readonly Item[],
): Promise<ItemView[]> {
  const names = await readNames(record.app, dossierId, items)
  const readReason = await readReasons(record.app, dossierId, items)
  return items.flatMap((item): ItemView[] => {
    const subject = parseItemId(item.id)
    const named = names.get(item.id)
    const sensitivity = getStricter(item.sensitivity, named?.sensitivity ?? 'public')
    if (subject === null || (sensitivity !== 'public' && !mayReadCase(actor.role, sensitivity))) return []
    const { touched: _, ...shown } = item
    return [
      {
        ...shown,
        subject,
        sensitivity,
        title: item.title ?? named?.title ?? null,
        reasons: item.reasons.map(readReason),
        recusals: [...item.recusals],
        entries: [...item.entries],
      },
    ]
  })
}

export const getStricter = (a: Sensitivity, b: Sensitivity): Sensitivity =>
  sensitivities.indexOf(a) > sensitivities.indexOf(b) ? a : b

type Named = { readonly title: string; readonly sensitivity: Sensitivity | null }

/** What the record calls the items, in a query a kind. */
export async function readNames(
  db: Context['record']['app'],
  dossierId: number,
  items: readonly Item[],
): Promise<Map<string, Named>> {
  const names = new Map<string, Named>()
  for (const kind of ['recommendation', 'case', 'milestone'] as const) {
    const keys = items.flatMap(({ id }) => {
      const subject = parseItemId(id)
      return subject?.kind === kind ? [subject.key] : []
    })
    if (keys.length === 0) continue
    for (const { key, ...named } of await listSubjects(db, dossierId, kind, keys))
      names.set(`${kind}:${key}`, named)
  }
  const written = items.map(({ id }) => id).filter((id) => /^(action|decision):/.test(id))
  for (const { id, title, sensitivity } of await listWrittenItems(db, dossierId, written))
    names.set(id, { title, sensitivity })
  return names
}

const pageSize = 50

/** The meetings of a dossier, the latest day first. Refusals: `not-found`. */
export async function listMeetingsOf(
  { record }: Pick<Context, 'record'>,
  { dossier, series, page }: ListMeetingsInput,
): Promise<MeetingList> {
  const { id: dossierId, title } = await getDossierTitle(record.app, dossier)
  const rows = await listMeetings(record.app, dossierId, {
    series: series ?? null,
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  })
  const meetings = rows
    .slice(0, pageSize)
    .map(({ seq: _seq, agendaAsOf: _asOf, agendaKnownAt: _knownAt, ...line }) => line)
  return { dossier: { key: dossier, title }, meetings, page, more: rows.length > pageSize }
}

/** The series of a dossier as they stand. Refusals: `not-found`. */
export async function listSeriesOf(
  { record }: Pick<Context, 'record'>,
  { dossier }: { readonly dossier: string },
): Promise<{ dossier: string; series: SeriesView[] }> {
  const dossierId = await getDossierId(record.app, dossier)
  if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
  const series = (await listSeries(record.app, dossierId)).map((row) => ({
    series: row.series,
    version: row.version,
    title: row.title,
    rhythm: rhythm.parse(row.rhythm),
    template: seriesTemplate.parse(row.template),
    ended: row.ended,
  }))
  return { dossier, series }
}
