import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import { type FormState, getControl, SourceFields } from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** The fields of an item, as the input of its procedures names them. */
export const itemFields = [
  'source',
  'newSource',
  'locator',
  'kind',
  'origin',
  'factDate',
  'capturedOn',
  'language',
  'excerpt',
] as const

/** What a source shows: the source and the place in it, the words, and what kind of thing they are. */
export function EvidenceItemFields({ state }: { state: FormState }) {
  const { options, t } = useDeskWords()
  const copy = t.evidence
  const choose = { value: '', label: t.desk.assess.choose }
  return (
    <>
      <SourceFields state={state} />
      <TextAreaField
        label={copy.excerpt}
        hint={copy.excerptHint}
        rows={4}
        {...getControl(state, 'excerpt')}
      />
      <div className="pair">
        <SelectField
          label={copy.kind}
          options={[choose, ...options.evidenceKind]}
          {...getControl(state, 'kind')}
        />
        <SelectField
          label={copy.origin}
          options={[choose, ...options.origin]}
          {...getControl(state, 'origin')}
        />
        <InputField
          label={copy.language}
          hint={copy.languageHint}
          short
          autoCapitalize="none"
          {...getControl(state, 'language')}
        />
      </div>
      <div className="pair">
        <InputField
          label={copy.factDate}
          hint={copy.factDateHint}
          autoComplete="off"
          {...getControl(state, 'factDate')}
        />
        <InputField
          label={copy.capturedOn}
          hint={copy.capturedOnHint}
          autoComplete="off"
          {...getControl(state, 'capturedOn')}
        />
      </div>
    </>
  )
}
