import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { type Fact, Facts } from '@waymark/ui/facts'
import type { DeskWords } from '../desk/desk-words.ts'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildChangesHref, buildMeetingHref, buildMeetingsHref, buildSeriesHref } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'

/** What a meeting is called in titles and links. */
export const getMeetingTitle = (
  { t }: DeskWords,
  { plan, number }: Pick<MeetingView, 'plan' | 'number'>,
): string => plan?.title ?? t.meeting.number(number)

/** What stands on top of every page of a meeting: where it belongs, what was just done, and what it is. */
export function MeetingHead({ page }: { page: MeetingPage }) {
  const words = useDeskWords()
  const { t } = words
  const { meeting, done, outcome } = page
  const { dossier, series } = meeting
  return (
    <>
      <ErrorSummary id="errors" title={t.desk.assess.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <PageLink href={buildMeetingsHref(dossier.key)}>{t.meeting.title}</PageLink> ·{' '}
        <PageLink href={buildSeriesHref(dossier.key, series.id)}>{series.title}</PageLink> ·{' '}
        {t.meeting.number(meeting.number)}
      </p>
      <h1>{getMeetingTitle(words, meeting)}</h1>
      {done !== null && outcome === undefined && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <Facts facts={listHeadFacts(words, meeting)} />
    </>
  )
}

function listHeadFacts(words: DeskWords, meeting: MeetingView): Fact[] {
  const { t, formatDate } = words
  const { plan, agenda, state, dossier } = meeting
  const copy = t.meeting.head
  const time = plan?.startsAt == null ? '' : `, ${copy.time(plan.startsAt, plan.zone)}`
  return [
    { key: 'state', term: copy.state, text: t.meeting.states[state] },
    ...(plan === null ? [] : [{ key: 'day', term: copy.day, text: `${formatDate(plan.heldOn)}${time}` }]),
    ...(plan?.place == null ? [] : [{ key: 'place', term: copy.place, text: plan.place }]),
    {
      key: 'agenda',
      term: copy.agenda,
      text:
        agenda === null ? (
          copy.notBuilt
        ) : (
          <>
            {copy.between(formatDate(agenda.since.asOf), formatDate(agenda.until.asOf))}{' '}
            {agenda.previous === null ? (
              copy.first
            ) : (
              <>
                {copy.afterPrevious}{' '}
                <PageLink
                  className="alone"
                  href={buildMeetingHref({ dossier: dossier.key, meeting: agenda.previous })}
                >
                  {copy.previous}
                </PageLink>
              </>
            )}{' '}
            {formatFreezing(words, meeting)}{' '}
            <PageLink className="alone" href={buildChangesHref(dossier.key, agenda)}>
              {copy.changes}
            </PageLink>
          </>
        ),
    },
  ]
}

/** When the agenda is frozen, or since when. */
function formatFreezing({ t, formatInstant }: DeskWords, { plan, frozen, state }: MeetingView): string {
  const copy = t.meeting.head
  const at = plan?.freezeAt ?? null
  if (at === null) return state === 'draft' || state === 'open' ? copy.freezesAtStart : ''
  return frozen ? copy.frozenSince(formatInstant(at)) : copy.freezesAt(formatInstant(at))
}
