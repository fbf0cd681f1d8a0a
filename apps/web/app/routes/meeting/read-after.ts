import type { AppLoadContext } from '@remix-run/server-runtime'
import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { audience } from '@waymark/meeting/event'
import type { AfterMeeting } from '../../components/meeting/meeting-page.ts'

/**
 * The minutes of a meeting that is over, as those get them whom the address names (`?as=partner`), else whole; and the meeting of the
 * series that comes after it. Null for a meeting that is not over.
 */
export async function readAfter(
  { api }: AppLoadContext,
  request: Request,
  { dossier: { key: dossier }, meeting, state, series, plan, number }: MeetingView,
): Promise<AfterMeeting | null> {
  if (state !== 'closed' && state !== 'approved') return null
  const as = audience.safeParse(new URL(request.url).searchParams.get('as'))
  const [minutes, { meetings }] = await Promise.all([
    api.meeting.minutes.query({ dossier, meeting, audience: as.success ? as.data : 'internal' }),
    api.meeting.list.query({ dossier, series: series.id, page: 1 }),
  ])
  const heldOn = plan?.heldOn ?? ''
  const later = meetings.filter(
    (one) =>
      one.state !== 'cancelled' &&
      ((one.heldOn ?? '') > heldOn || (one.heldOn === heldOn && one.number > number)),
  )
  // The latest day comes first in the list.
  return { minutes, next: later.at(-1) ?? null }
}
