import { getMeetingHead, listHiddenNames } from '@waymark/db/queries/meeting.query'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { buildMeetingView } from './get-meeting.query.ts'
import { loadMeeting } from './load-meeting.ts'
import { buildMask } from './mask-names.ts'
import type { MeetingTarget } from './meeting.input.ts'
import type { ItemView } from './meeting.view.ts'
import type { ReasonView } from './reason.view.ts'
import type { WallItem, WallView } from './wall.view.ts'

/**
 * A meeting as it may stand on a wall, where people look over shoulders: no notes, no name of a case that is not public, also
 * not in what people wrote, and no word about why such a case is on the agenda. Refusals: `not-found`.
 */
export async function getWall(
  ctx: Context & { readonly actor: AccountActor },
  { dossier, meeting: id }: MeetingTarget,
): Promise<WallView> {
  const head = await getMeetingHead(ctx.record.app, dossier, id)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  const meeting = await buildMeetingView(ctx, head, await loadMeeting(ctx.record.app, id))
  const mask = buildMask(await listHiddenNames(ctx.record.app, head.dossierId))
  const { state, seq, current, series, number, plan } = meeting
  return {
    dossier: meeting.dossier,
    meeting: id,
    title: mask(plan?.title ?? series.title),
    number,
    state,
    seq,
    current,
    items: meeting.items
      .filter(({ standing }) => standing.kind === 'on')
      .map((item) => buildItem(item, mask)),
  }
}

/** A milestone's title is free text like any other. */
const maskReason = (reason: ReasonView, mask: (text: string) => string): ReasonView =>
  reason.kind === 'gate-due'
    ? {
        ...reason,
        title: reason.title && mask(reason.title),
        translations: Object.fromEntries(
          Object.entries(reason.translations).map(([language, text]) => [language, mask(text)]),
        ),
      }
    : reason

function buildItem(item: ItemView, mask: (text: string) => string): WallItem {
  const isHidden = item.subject.kind === 'case' && item.sensitivity !== 'public'
  const entries = isHidden ? [] : item.entries.filter(({ removed }) => !removed)
  return {
    id: item.id,
    kind: item.subject.kind,
    title: isHidden || item.title === null ? null : mask(item.title),
    hidden: isHidden,
    reasons: isHidden ? [] : item.reasons.map((reason) => maskReason(reason, mask)),
    minutes: item.minutes,
    spentSeconds: item.spentSeconds,
    settled: item.done || item.sealedBy !== null,
    decisions: entries.flatMap(({ id, kind, text }) =>
      kind === 'decision' ? [{ id, text: mask(text), sealed: id === item.sealedBy }] : [],
    ),
    actions: entries.flatMap(({ id, kind, text, action }) =>
      kind === 'action'
        ? [{ id, text: mask(text), owner: action?.owner.name ?? null, due: action?.due ?? null }]
        : [],
    ),
  }
}
