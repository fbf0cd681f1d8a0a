import { getMeetingHead } from '@waymark/db/queries/meeting.query'
import { mergeAgenda } from '@waymark/meeting/agenda-order'
import { buildAgenda } from '@waymark/meeting/build-agenda'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { buildItemViews } from './get-meeting.query.ts'
import { loadMeeting } from './load-meeting.ts'
import type { MeetingTarget } from './meeting.input.ts'
import type { AgendaPreview } from './meeting-agenda.view.ts'
import { readAgendaFacts } from './read-agenda-facts.ts'

type Reading = Pick<Context, 'record' | 'now'> & { readonly actor: Pick<AccountActor, 'id' | 'role'> }

/** What a rebuild would put on the agenda and take off it, as far as the reader may know. Refusals: `not-found`, `meeting-unplanned`. */
export async function previewAgenda(
  ctx: Reading,
  { dossier, meeting: id }: MeetingTarget,
): Promise<AgendaPreview> {
  const { app } = ctx.record
  const head = await getMeetingHead(app, dossier, id)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  const meeting = await loadMeeting(app, id)
  if (meeting.plan === null) throw buildRefusalError({ code: 'meeting-unplanned' })
  const load = (ended: number) => loadMeeting(app, ended)
  const { facts } = await readAgendaFacts(app, load, head, meeting.plan, ctx.now())
  const merged = mergeAgenda(meeting.items, buildAgenda(facts), false)
  const [before, after] = [meeting.items, merged].map((items) => new Set(items.map((item) => item.id)))
  const added = merged.filter((item) => !before?.has(item.id))
  const removed = meeting.items.filter((item) => !after?.has(item.id))
  return {
    since: facts.since,
    until: facts.until,
    added: await buildItemViews(ctx, head.dossierId, added),
    removed: await buildItemViews(ctx, head.dossierId, removed),
  }
}
