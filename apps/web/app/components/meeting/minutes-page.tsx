import { isCarriedOver } from '@waymark/meeting/meeting'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { getItemTitle } from './item-name.tsx'
import { MeetingHead } from './meeting-head.tsx'
import { buildActionsHref, buildDecisionsHref, buildMeetingHref } from './meeting-href.ts'
import type { AfterMeeting, MeetingPage } from './meeting-page.ts'
import { MinutesApproval } from './minutes-approval.tsx'
import { MinutesFiles } from './minutes-files.tsx'
import { MinutesItem } from './minutes-item.tsx'
import { MinutesPhases } from './minutes-phases.tsx'

type Shown = { page: MeetingPage; after: AfterMeeting }

/** A meeting that is over: its minutes, whole or as others get them, and their way to approval. */
export function MinutesPage({ page, after }: Shown) {
  const { t } = useDeskWords()
  const copy = t.minutes
  const { minutes } = after
  const isWhole = minutes.audience === 'internal'
  return (
    <main id="main" className="deskpage">
      <MeetingHead page={page} />
      <MinutesPhases meeting={page.meeting} />
      <Preview page={page} after={after} />
      <Attendance after={after} />
      <section className="part" aria-labelledby="minutes">
        <h2 id="minutes">{copy.minutes}</h2>
        {minutes.items.length === 0 ? (
          <p className="quiet">{isWhole ? copy.empty : copy.preview.nothing}</p>
        ) : (
          <ol className="minutes">
            {minutes.items.map((item) => (
              <MinutesItem key={item.id} page={page} item={item} isWhole={isWhole} />
            ))}
          </ol>
        )}
      </section>
      {isWhole && <MinutesApproval page={page} after={after} />}
      <MinutesFiles meeting={page.meeting} audience={minutes.audience} />
      {isWhole && <WhatComesBack page={page} after={after} />}
    </main>
  )
}

function Preview({ page, after }: Shown) {
  const { t } = useDeskWords()
  const copy = t.minutes.preview
  const { audience } = after.minutes
  const { dossier, meeting } = page.meeting
  const href = buildMeetingHref({ dossier: dossier.key, meeting })
  return (
    <section className="part" aria-labelledby="preview">
      <h2 id="preview">{copy.heading}</h2>
      <ul className="choices">
        {(['internal', 'partner', 'delegation'] as const).map((one) => (
          <li key={one}>
            <PageLink
              href={one === 'internal' ? href : `${href}?as=${one}`}
              aria-current={one === audience ? 'page' : undefined}
            >
              {copy[one]}
            </PageLink>
          </li>
        ))}
      </ul>
      {audience !== 'internal' && (
        <p className="done">{audience === 'partner' ? copy.partnerIs : copy.delegationIs}</p>
      )}
    </section>
  )
}

function Attendance({ after }: { after: AfterMeeting }) {
  const { t } = useDeskWords()
  const copy = t.meeting.people
  const { attendance } = after.minutes.minutes
  if (attendance.length === 0) return null
  return (
    <section className="part" aria-labelledby="attendance">
      <h2 id="attendance">{copy.heading}</h2>
      <ul className="attendance">
        {attendance.map(({ name, presence }) => (
          <li key={`${name} ${presence}`}>
            {name} <span className="quiet">{copy.presences[presence]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the meeting left open, and where it is taken up again. */
function WhatComesBack({ page, after }: Shown) {
  const words = useDeskWords()
  const { t, formatDate } = words
  const copy = t.minutes.next
  const { dossier, items } = page.meeting
  const back = items.filter(isCarriedOver)
  const { next } = after
  return (
    <section className="part" aria-labelledby="back">
      <h2 id="back">{copy.heading}</h2>
      <p>{back.length === 0 ? copy.none : copy.lead(back.length)}</p>
      {back.length > 0 && (
        <ul className="plain-list">
          {back.map((item) => (
            <li key={item.id}>{getItemTitle(words, item)}</li>
          ))}
        </ul>
      )}
      <p className="hint">{copy.open}</p>
      <p>
        {next === null ? (
          copy.notPlanned
        ) : (
          <>
            {copy.meeting}:{' '}
            <PageLink
              className="alone"
              href={buildMeetingHref({ dossier: dossier.key, meeting: next.meeting })}
            >
              {next.title ?? t.meeting.number(next.number)}
            </PageLink>
            {next.heldOn !== null && `, ${formatDate(next.heldOn)}`}
          </>
        )}
      </p>
      <p className="toolbar">
        <PageLink href={buildActionsHref(dossier.key)}>{copy.actions}</PageLink>{' '}
        <PageLink href={buildDecisionsHref(dossier.key)}>{copy.decisions}</PageLink>
      </p>
    </section>
  )
}
