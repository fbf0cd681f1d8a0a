import { useDeskWords } from '../desk/use-desk-words.ts'

/** The address at which a calendar program finds the meetings: made, shown once, renewed, taken away. */
export function CalendarPart({
  since,
  address,
  isRevoked,
}: {
  since: string | null
  /** The one that was just made. */
  address: string | null
  isRevoked: boolean
}) {
  const { t, formatInstant } = useDeskWords()
  const copy = t.minutes.calendar
  return (
    <section className="part narrow" aria-labelledby="calendar">
      <h2 id="calendar">{copy.heading}</h2>
      <p className="hint">{copy.lead}</p>
      <p className="hint">{copy.secret}</p>
      {address !== null && (
        <p className="done" role="status">
          {copy.yours}: <code className="secret">{address}</code>
        </p>
      )}
      {isRevoked && (
        <p className="done" role="status">
          {copy.revoked}
        </p>
      )}
      <p>{since === null ? copy.none : copy.since(formatInstant(since))}</p>
      <form method="post" className="inline">
        <div className="acts bare">
          <button type="submit" name="intent" value="calendar-renew">
            {since === null ? copy.make : copy.renew}
          </button>
          {since !== null && (
            <button type="submit" name="intent" value="calendar-revoke">
              {copy.revoke}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}
