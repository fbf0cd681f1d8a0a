import { FormFrame, getFormState, ReasonField } from './form-frame.tsx'
import { formatMilestoneDate } from './milestone-words.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { DeskMilestone } from './views.ts'

import type { Outcome } from './written-form.ts'

type Event = DeskMilestone['events'][number]

function EventItem({
  event,
  mayWrite,
  outcome,
}: {
  event: Event
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { formatDate, formatInstant, t } = useDeskWords()
  const copy = t.linkage.milestones
  // Each event has a form of its own; the number tells them apart.
  const state = getFormState(`void.${event.event}`, {}, outcome)
  return (
    <li className={event.void ? 'past over' : 'past'}>
      <h3>
        {event.kind === 'moved' ? copy.eventMoved(formatDate(event.planned ?? '')) : copy.eventCancelled}{' '}
        <span className="quiet">{copy.decided(formatDate(event.effective))}</span>
      </h3>
      {event.void && (
        <p>
          <span className="badge">{copy.eventVoid}</span> {event.reason}
        </p>
      )}
      {event.note !== null && <p>{event.note}</p>}
      <p className="hint">
        {event.source.title}. {formatInstant(event.recordedAt)}
      </p>
      {mayWrite && !event.void && (
        <FormFrame folded state={state} label={copy.void}>
          <ReasonField state={state} label={copy.voidReason} />
        </FormFrame>
      )}
    </li>
  )
}

/** Moves and cancellations, and the versions of the record. */
export function MilestoneHistory({
  milestone,
  mayWrite,
  outcome,
}: {
  milestone: DeskMilestone
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const words = useDeskWords()
  const { formatInstant, t } = words
  const copy = t.linkage.milestones
  return (
    <>
      <section className="part" aria-labelledby="events">
        <h2 id="events">{copy.events}</h2>
        {milestone.events.length === 0 ? (
          <p className="quiet">{copy.noEvents}</p>
        ) : (
          <ol className="history">
            {milestone.events.map((event) => (
              <EventItem key={event.event} event={event} mayWrite={mayWrite} outcome={outcome} />
            ))}
          </ol>
        )}
      </section>
      <section className="part" aria-labelledby="versions">
        <h2 id="versions">
          {t.linkage.history} <span className="quiet">{t.linkage.versions(milestone.versions.length)}</span>
        </h2>
        <ol className="history">
          {milestone.versions.map((version, index) => (
            <li key={version.version} className={index === 0 ? 'past' : 'past over'}>
              <h3>
                {version.title}{' '}
                <span className="quiet">{formatMilestoneDate(words, { ...version, cancelled: null })}</span>
              </h3>
              {version.reason !== null && <p>{version.reason}</p>}
              <p className="hint">
                {version.source.title}
                {version.locator === null ? '' : `, ${version.locator}`}. {formatInstant(version.recordedAt)}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
