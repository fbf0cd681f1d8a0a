import type { DecisionsBehind } from '@waymark/api/features/decision/decision.router'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildItemOfMeetingHref } from './meeting-href.ts'

/** By which decisions of meetings assessments of a recommendation were proposed; nothing where by none. */
export function ProposedBy({ dossier, decisions }: { dossier: string; decisions: DecisionsBehind }) {
  const { t, formatDate } = useDeskWords()
  const copy = t.minutes.behind
  return decisions.map(({ assessment, meeting, meetingTitle, heldOn, item }) => (
    <p className="done" key={assessment}>
      {copy.proposed}:{' '}
      <PageLink className="alone" href={buildItemOfMeetingHref({ dossier, meeting }, item)}>
        {copy.meeting(meetingTitle ?? t.meeting.title, heldOn === null ? '' : formatDate(heldOn))}
      </PageLink>{' '}
      ({copy.assessment(assessment)})
    </p>
  ))
}
