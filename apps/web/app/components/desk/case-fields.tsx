import { caseKinds, caseStatuses, namings } from '@waymark/recommendation/case'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import { ChoiceField, DateField, type FormState, getControl, SourceFields } from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

const listKinds = ({ vocabulary }: DeskWords) =>
  caseKinds.map((key) => ({ key, title: vocabulary.caseKinds[key] }))
const listStatuses = ({ vocabulary }: DeskWords) =>
  caseStatuses.map((key) => ({ key, title: vocabulary.caseStatuses[key] }))
const listNamings = ({ t }: DeskWords) => namings.map((key) => ({ key, title: t.cases.cases.namings[key] }))

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
export const buildCaseConflict = (words: DeskWords): ConflictingField[] => [
  { name: 'kind', label: words.t.cases.cases.kind, format: getTitle(listKinds(words)) },
  { name: 'publicName', label: words.t.cases.cases.publicName },
  { name: 'naming', label: words.t.cases.cases.naming, format: getTitle(listNamings(words)) },
  { name: 'realName', label: words.t.cases.cases.realName },
  { name: 'summary', label: words.t.cases.cases.summary },
  { name: 'consentBasis', label: words.t.cases.cases.consentBasis },
  { name: 'recommendations[]', label: words.t.cases.cases.recommendations },
]

/** The fields of a status in the words of a comparison. */
export const buildStatusConflict = (words: DeskWords): ConflictingField[] => [
  { name: 'status', label: words.t.cases.cases.status, format: getTitle(listStatuses(words)) },
  { name: 'date', label: words.t.cases.cases.date, format: words.formatDate },
  { name: 'note', label: words.t.cases.cases.note },
  { name: 'source', label: words.t.linkage.source },
]

/** What a case says. */
export function CaseFields({ state }: { state: FormState }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.cases
  const refs = getControl(state, 'recommendations')
  return (
    <>
      <ChoiceField state={state} name="kind" label={copy.kind} choices={listKinds(words)} />
      <InputField
        label={copy.publicName}
        hint={copy.publicNameHint}
        autoComplete="off"
        {...getControl(state, 'publicName')}
      />
      <ChoiceField state={state} name="naming" label={copy.naming} choices={listNamings(words)} />
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
  const words = useDeskWords()
  const { t } = words
  const copy = t.cases.cases
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="status" label={copy.status} choices={listStatuses(words)} />
        <DateField state={state} name="date" label={copy.date} />
      </div>
      <TextAreaField label={copy.note} rows={2} {...getControl(state, 'note')} />
      <SourceFields state={state} withPlace={false} />
    </>
  )
}
