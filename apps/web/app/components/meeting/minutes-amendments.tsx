import type { MeetingView, MinutesView } from '@waymark/api/features/meeting/meeting.view'
import { InputField } from '@waymark/ui/field'
import { getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { MeetingPage } from './meeting-page.ts'

type Amendment = MeetingView['amendments'][number]

/** Amendments to an item: those that became part of the minutes, and in the whole minutes all others too, to be settled. */
export function MinutesAmendments({
  page,
  item,
  isWhole,
}: {
  page: MeetingPage
  item: MinutesView['items'][number]
  isWhole: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.minutes.amendments
  const own = isWhole ? page.meeting.amendments.filter((one) => one.item === item.id) : []
  if (own.length === 0 && (isWhole || item.amendments.length === 0)) return null
  return (
    <>
      <p className="hint">{copy.heading}</p>
      <ul className="plain-list">
        {isWhole
          ? own.map((one) => <Proposed key={one.id} page={page} amendment={one} />)
          : item.amendments.map(({ text, by, comment }) => (
              <li key={`${by} ${text}`}>
                <span className="said">{text}</span>{' '}
                <span className="quiet">
                  {copy.by(by)}
                  {comment !== null && `. ${comment}`}
                </span>
              </li>
            ))}
      </ul>
    </>
  )
}

function Proposed({ page, amendment }: { page: MeetingPage; amendment: Amendment }) {
  const { t } = useDeskWords()
  const copy = t.minutes.amendments
  const { id, text, by, settled } = amendment
  const judged =
    settled === null
      ? null
      : settled.accepted
        ? copy.accepted(settled.by.name)
        : copy.declined(settled.by.name)
  return (
    <li>
      <p className="said">{text}</p>
      <p className="quiet">
        {[copy.by(by.name), judged, settled?.comment ?? null].filter((part) => part !== null).join(' · ')}
      </p>
      {settled === null && <p>{copy.waiting}</p>}
      {settled === null && page.may.write && <Settle page={page} id={id} text={text} />}
    </li>
  )
}

function Settle({ page, id, text }: { page: MeetingPage; id: string; text: string }) {
  const { t } = useDeskWords()
  const copy = t.minutes.amendments
  const state = getFormState(`settle.${id}`, {}, page.outcome)
  return (
    <form method="post" noValidate aria-label={`${copy.accept}, ${copy.decline}: ${text.slice(0, 80)}`}>
      <input type="hidden" name="intent" value={state.intent} />
      <InputField label={copy.comment} autoComplete="off" {...getControl(state, 'comment')} />
      <div className="acts bare">
        <button type="submit" name="accepted" value="yes">
          {copy.accept}
        </button>
        <button type="submit" name="accepted" value="no">
          {copy.decline}
        </button>
      </div>
    </form>
  )
}
