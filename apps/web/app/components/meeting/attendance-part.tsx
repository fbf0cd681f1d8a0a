import { presences } from '@waymark/meeting/event'
import { InputField } from '@waymark/ui/field'
import { ChoiceField, FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { MeetingPage } from './meeting-page.ts'

/** Who comes, who does not, and the form that notes it. */
export function AttendancePart({ page, mayEdit }: { page: MeetingPage; mayEdit: boolean }) {
  const { t } = useDeskWords()
  const copy = t.meeting.people
  const state = getFormState('attendance', { presence: 'present' }, page.outcome)
  const { attendance } = page.meeting
  return (
    <section className="part" aria-labelledby="attendance">
      <h2 id="attendance">{copy.heading}</h2>
      {attendance.length === 0 && <p className="quiet">{copy.none}</p>}
      <ul className="dots">
        {attendance.map(({ attendee, presence }) => (
          <li key={`${attendee.kind} ${attendee.name}`}>
            {attendee.name}
            {attendee.kind === 'guest' && ` (${copy.guestTag})`}: {copy.presences[presence]}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <FormFrame folded state={state} label={copy.note}>
          <ChoiceField
            state={state}
            name="who"
            label={copy.who}
            choices={page.people.map(({ id, name }) => ({ key: id, title: name }))}
            empty={copy.choose}
          />
          <InputField autoComplete="off" label={copy.guest} {...getControl(state, 'guest')} />
          <ChoiceField
            state={state}
            name="presence"
            label={copy.presence}
            choices={presences.map((key) => ({ key, title: copy.presences[key] }))}
          />
        </FormFrame>
      )}
    </section>
  )
}
