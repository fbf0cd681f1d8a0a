import { deskCases } from '@waymark/messages/en/desk-cases'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { vocabulary } from '@waymark/messages/vocabulary'
import { caseKinds, caseStatuses, namings } from '@waymark/recommendation/case'
import { InputField, TextAreaField } from '@waymark/ui/field'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import { ChoiceField, DateField, type FormState, getControl, SourceFields } from './form-frame.tsx'
import { formatDate } from './words.ts'

const copy = deskCases.cases
const words = vocabulary.en

const kinds = caseKinds.map((key) => ({ key, title: words.caseKinds[key] }))
const statuses = caseStatuses.map((key) => ({ key, title: words.caseStatuses[key] }))
const names = namings.map((key) => ({ key, title: copy.namings[key] }))

/** `recommendations` is there for what the record refuses; what is typed is the list. */
export const caseFields = [
  'kind',
  'publicName',
  'naming',
  'realName',
  'summary',
  'consentBasis',
  'recommendations',
  'recommendations[]',
] as const
export const statusFields = ['status', 'date', 'note', 'source', 'newSource'] as const

/** The fields of a case in the words of a comparison. */
export const buildCaseConflict = (): ConflictingField[] => [
  { name: 'kind', label: copy.kind, format: getTitle(kinds) },
  { name: 'publicName', label: copy.publicName },
  { name: 'naming', label: copy.naming, format: getTitle(names) },
  { name: 'realName', label: copy.realName },
  { name: 'summary', label: copy.summary },
  { name: 'consentBasis', label: copy.consentBasis },
  { name: 'recommendations[]', label: copy.recommendations },
]

/** The fields of a status in the words of a comparison. */
export const buildStatusConflict = (): ConflictingField[] => [
  { name: 'status', label: copy.status, format: getTitle(statuses) },
  { name: 'date', label: copy.date, format: formatDate },
  { name: 'note', label: copy.note },
  { name: 'source', label: deskLinkage.source },
]

/** What a case says. */
export function CaseFields({ state }: { state: FormState }) {
  const refs = getControl(state, 'recommendations')
  return (
    <>
      <ChoiceField state={state} name="kind" label={copy.kind} choices={kinds} />
      <InputField
        label={copy.publicName}
        hint={copy.publicNameHint}
        autoComplete="off"
        {...getControl(state, 'publicName')}
      />
      <ChoiceField state={state} name="naming" label={copy.naming} choices={names} />
      <InputField
        label={copy.realName}
        hint={copy.realNameHint}
        autoComplete="off"
        {...getControl(state, 'realName')}
      />
      <TextAreaField
        label={copy.summary}
        hint={copy.summaryHint}
        rows={4}
        {...getControl(state, 'summary')}
      />
      <TextAreaField
        label={copy.consentBasis}
        hint={copy.consentHint}
        rows={2}
        {...getControl(state, 'consentBasis')}
      />
      <TextAreaField
        label={copy.recommendations}
        hint={copy.recommendationsHint}
        rows={3}
        {...refs}
        name="recommendations[]"
        defaultValue={state.typed['recommendations[]'] ?? ''}
      />
    </>
  )
}

/** What a status of a case says. */
export function StatusFields({ state }: { state: FormState }) {
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="status" label={copy.status} choices={statuses} />
        <DateField state={state} name="date" label={copy.date} />
      </div>
      <TextAreaField label={copy.note} rows={2} {...getControl(state, 'note')} />
      <SourceFields state={state} withPlace={false} />
    </>
  )
}
