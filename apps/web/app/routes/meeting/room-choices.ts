import type { AppLoadContext } from '@remix-run/server-runtime'
import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import type { MeetingPage } from '../../components/meeting/meeting-page.ts'

/** What a decision in the room can rest on and stand in the place of. Nothing where nobody decides. */
export async function readRoomChoices(
  { api }: Pick<AppLoadContext, 'api'>,
  { state, dossier: { key: dossier } }: Pick<MeetingView, 'state' | 'dossier'>,
): Promise<Pick<MeetingPage, 'evidence' | 'decisions'>> {
  if (state !== 'in-progress') return { evidence: [], decisions: [] }
  const [items, { decisions }] = await Promise.all([
    api.evidenceItem.choices.query({ dossier }),
    api.decision.list.query({ dossier }),
  ])
  return {
    evidence: items.map(({ id, source, locator, excerpt }) => ({
      id,
      label: [source.title, locator, excerpt].filter((part) => part !== null).join(' · '),
    })),
    decisions: decisions
      .filter(({ supersededBy }) => supersededBy === null)
      .map(({ id, text }) => ({ id, text })),
  }
}
