import { FormFrame, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { AfterMeeting, MeetingPage } from './meeting-page.ts'

/** The way to approval: opening for amendments, approving what was read; or by whom and when it was done. */
export function MinutesApproval({ page, after }: { page: MeetingPage; after: AfterMeeting }) {
  const { t, formatInstant } = useDeskWords()
  const copy = t.minutes
  const { meeting, may, outcome } = page
  const { approval, closedBy, amending, amendments } = meeting
  const waiting = amendments.filter(({ settled }) => settled === null).length
  return (
    <section className="part" aria-labelledby="approval">
      <h2 id="approval">{approval === null ? copy.approve.heading : copy.phases.approved}</h2>
      {closedBy !== null && <p className="quiet">{copy.closedBy(closedBy.name)}</p>}
      {approval !== null && <p>{copy.approvedBy(approval.by.name, formatInstant(approval.at))}</p>}
      <p className="hash">
        {copy.hash}: <code>{after.minutes.sha256}</code>
      </p>
      <p className="hint">{copy.hashHint}</p>
      {approval === null && waiting > 0 && <p>{copy.amendments.waitingCount(waiting)}</p>}
      {approval === null && !amending && may.write && (
        <FormFrame
          state={getFormState('amendments-open', {}, outcome)}
          label={copy.amendments.open}
          hint={copy.approve.notYet}
        />
      )}
      {approval === null && amending && <Approve page={page} after={after} isReady={waiting === 0} />}
    </section>
  )
}

/** The form that approves the minutes as they stand here; or why it is not there. */
function Approve({
  page: { meeting, me, may, outcome },
  after,
  isReady,
}: {
  page: MeetingPage
  after: AfterMeeting
  isReady: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.minutes.approve
  if (!may.approve) return <p className="hint">{copy.role}</p>
  if (meeting.closedBy?.id === me.id) return <p className="hint">{copy.own}</p>
  if (!isReady) return <p className="hint">{copy.notYet}</p>
  return (
    <FormFrame
      main
      state={getFormState('approve', {}, outcome)}
      label={copy.heading}
      submit={copy.submit}
      hint={copy.hint}
      hidden={{ sha256: after.minutes.sha256 }}
    />
  )
}
