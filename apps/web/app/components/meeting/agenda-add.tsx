import { InputField } from '@waymark/ui/field'
import { ChoiceField, FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { AgendaFind, type Found } from './agenda-find.tsx'
import type { MeetingPage } from './meeting-page.ts'

const addedKinds = ['recommendation', 'case', 'milestone'] as const

/** Puts something on an agenda by hand: a topic of its own, or a record, found by its words or named by what it goes by. */
export function AgendaAdd({ page, found }: { page: MeetingPage; found: Found }) {
  const { t } = useDeskWords()
  const copy = t.meeting.agenda
  const topic = getFormState('add-topic', {}, page.outcome)
  const record = getFormState('add-record', { kind: 'recommendation' }, page.outcome)
  return (
    <>
      <div className="pair">
        <FormFrame state={topic} label={copy.addTopic}>
          <InputField autoComplete="off" label={copy.topic} {...getControl(topic, 'title')} />
        </FormFrame>
        <FormFrame state={record} label={copy.addRecord}>
          <ChoiceField
            state={record}
            name="kind"
            label={copy.addRecordKind}
            choices={addedKinds.map((key) => ({ key, title: copy.kinds[key] }))}
          />
          <InputField
            autoComplete="off"
            label={copy.recordField}
            hint={copy.recordHint}
            {...getControl(record, 'key')}
          />
        </FormFrame>
      </div>
      <AgendaFind page={page} found={found} />
    </>
  )
}
