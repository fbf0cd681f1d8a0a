import type { EntryView, ItemView } from '@waymark/api/features/meeting/meeting.view'
import { InputField, SelectField } from '@waymark/ui/field'
import { FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { MeetingPage } from './meeting-page.ts'

/** Who does it, until when. */
export function ActionForm({ page, item, entry }: { page: MeetingPage; item: ItemView; entry: EntryView }) {
  const { t } = useDeskWords()
  const copy = t.room.action
  const begin = { owner: entry.action?.owner.id ?? page.me.id, due: entry.action?.due ?? '' }
  const state = getFormState(`own.${entry.id}`, begin, page.outcome)
  return (
    <FormFrame
      state={state}
      label={copy.heading}
      submit={copy.save}
      hidden={{ item: item.id, basedOn: entry.rev }}
    >
      <SelectField
        {...getControl(state, 'owner')}
        label={copy.owner}
        options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <InputField {...getControl(state, 'due')} label={copy.due} hint={copy.dueHint} short />
    </FormFrame>
  )
}
