import type { ItemView } from '@waymark/api/features/meeting/meeting.view'
import { audiences } from '@waymark/meeting/event'
import { InputField, TextAreaField } from '@waymark/ui/field'
import { ChoiceField, DateField, FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { IntentButton } from './intent-button.tsx'
import type { MeetingPage } from './meeting-page.ts'

/** What can be done to one item of an agenda, a form each. */
export function ItemForms({ page, item }: { page: MeetingPage; item: ItemView }) {
  const { t } = useDeskWords()
  const copy = t.meeting.agenda
  const { outcome, people } = page
  const state = (intent: string, begin: Record<string, string> = {}) =>
    getFormState(`${intent}.${item.id}`, begin, outcome)
  const colleagues = people.map(({ id, name }) => ({ key: id, title: name }))
  const drop = state('drop')
  const snooze = state('snooze')
  const time = state('time', {
    minutes: item.minutes === null ? '' : String(item.minutes),
    presenter: item.presenter?.kind === 'user' ? item.presenter.id : '',
  })
  const audience = state('audience', { audience: item.audience })
  const recuse = state('recuse')
  const retitle = state('retitle', { title: item.title ?? '' })
  return (
    <div className="itemforms">
      {item.standing.kind === 'on' && (
        <>
          <FormFrame state={drop} label={copy.drop}>
            <TextAreaField rows={2} label={copy.dropReason} {...getControl(drop, 'reason')} />
          </FormFrame>
          <FormFrame state={snooze} label={copy.snooze}>
            <DateField state={snooze} name="until" label={copy.snoozeUntil} hint={copy.snoozeHint} />
          </FormFrame>
        </>
      )}
      <FormFrame state={time} label={copy.time}>
        <InputField
          short
          inputMode="numeric"
          autoComplete="off"
          label={copy.minutesField}
          {...getControl(time, 'minutes')}
        />
        <ChoiceField
          state={time}
          name="presenter"
          label={copy.presenterField}
          choices={colleagues}
          empty={copy.nobody}
        />
      </FormFrame>
      <FormFrame state={audience} label={copy.audience}>
        <ChoiceField
          state={audience}
          name="audience"
          label={copy.audienceField}
          choices={audiences.map((key) => ({ key, title: copy.audiences[key] }))}
        />
      </FormFrame>
      <FormFrame state={recuse} label={copy.recuse}>
        <ChoiceField
          state={recuse}
          name="who"
          label={copy.recuseWho}
          choices={colleagues}
          empty={t.meeting.people.choose}
        />
        <InputField autoComplete="off" label={copy.recuseReason} {...getControl(recuse, 'reason')} />
      </FormFrame>
      {item.recusals.map(({ attendee }) =>
        attendee.kind === 'user' ? (
          <IntentButton
            key={attendee.id}
            intent={`unrecuse.${item.id}`}
            label={copy.unrecuse(attendee.name)}
            fields={{ who: attendee.id }}
          />
        ) : null,
      )}
      {item.subject.kind === 'topic' && (
        <FormFrame state={retitle} label={copy.retitle}>
          <InputField autoComplete="off" label={copy.retitleField} {...getControl(retitle, 'title')} />
        </FormFrame>
      )}
    </div>
  )
}
