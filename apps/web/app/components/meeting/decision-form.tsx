import type { EntryView, ItemView } from '@waymark/api/features/meeting/meeting.view'
import type { Stance } from '@waymark/assessment/evidence'
import { levels } from '@waymark/assessment/level'
import {
  CheckField,
  Field,
  getFieldAttributes,
  InputField,
  SelectField,
  TextAreaField,
} from '@waymark/ui/field'
import { FormFrame, type FormState, getControl, getFormState } from '../desk/form-frame.tsx'
import type { Typed } from '../desk/submit-form.ts'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { IntentButton } from './intent-button.tsx'
import type { MeetingPage } from './meeting-page.ts'

type Proposed = NonNullable<EntryView['decision']>['finding']

const listItems = (finding: Proposed | undefined, stance: Stance): string =>
  (finding?.evidence ?? []).flatMap((one) => (one.stance === stance ? [one.item] : [])).join('\n')

const beginDecision = (entry: EntryView): Typed => {
  const { options = [], votes, dissent, reviewOn, supersedes, finding } = entry.decision ?? {}
  return {
    options: options.join('\n'),
    for: votes?.for.toString() ?? '',
    against: votes?.against.toString() ?? '',
    abstain: votes?.abstain.toString() ?? '',
    dissent: dissent ?? '',
    reviewOn: reviewOn ?? '',
    supersedes: supersedes ?? '',
    level: finding?.level ?? '',
    contrary: finding?.contrary === true ? 'on' : '',
    effective: finding?.effective ?? '',
    confidence: finding?.confidence ?? '',
    'evidence[]': listItems(finding, 'supports'),
    'against[]': listItems(finding, 'contradicts'),
  }
}

/** How a decision was taken, and what it says of the recommendation; then its seal. */
export function DecisionForm({ page, item, entry }: { page: MeetingPage; item: ItemView; entry: EntryView }) {
  const { t } = useDeskWords()
  const copy = t.room.decision
  const state = getFormState(`detail.${entry.id}`, beginDecision(entry), page.outcome)
  const named = { item: item.id, basedOn: entry.rev }
  const count = (name: 'for' | 'against' | 'abstain') => (
    <InputField {...getControl(state, name)} label={copy[name]} short inputMode="numeric" />
  )
  return (
    <>
      <FormFrame state={state} label={copy.heading} submit={copy.save} hidden={named}>
        <TextAreaField
          {...getControl(state, 'options')}
          label={copy.options}
          hint={copy.optionsHint}
          rows={3}
        />
        <p className="hint">{copy.votesHint}</p>
        <div className="row">
          {count('for')}
          {count('against')}
          {count('abstain')}
        </div>
        <TextAreaField {...getControl(state, 'dissent')} label={copy.dissent} rows={2} />
        <InputField {...getControl(state, 'reviewOn')} label={copy.reviewOn} hint={copy.reviewHint} short />
        {page.decisions.length > 0 && (
          <SelectField
            {...getControl(state, 'supersedes')}
            label={copy.supersedes}
            options={[
              { value: '', label: copy.noEarlier },
              ...page.decisions.map(({ id, text }) => ({ value: id, label: shorten(text) })),
            ]}
          />
        )}
        {item.subject.kind === 'recommendation' && <FindingFields state={state} page={page} />}
      </FormFrame>
      <p className="hint">{copy.sealHint}</p>
      <IntentButton intent={`seal.${entry.id}`} label={copy.seal} fields={named} main />
    </>
  )
}

/** A sentence in a list of choices, whole words of it. */
const shorten = (text: string): string =>
  text.length <= 100 ? text : `${text.slice(0, 100).replace(/\s\S*$/, '')} …`

function FindingFields({ state, page }: { state: FormState; page: MeetingPage }) {
  const { t, vocabulary, options } = useDeskWords()
  const copy = t.room.decision
  return (
    <fieldset>
      <legend>{copy.finding}</legend>
      <p className="hint">{copy.findingHint}</p>
      <SelectField
        {...getControl(state, 'level')}
        label={copy.level}
        options={[
          { value: '', label: copy.noFinding },
          ...levels.map((level) => ({ value: level, label: vocabulary.levels[level].label })),
        ]}
      />
      <CheckField
        id={getControl(state, 'contrary').id}
        name="contrary"
        label={copy.contrary}
        mark="contrary"
        defaultChecked={state.typed.contrary === 'on'}
      />
      <InputField {...getControl(state, 'effective')} label={copy.effective} short />
      <SelectField
        {...getControl(state, 'confidence')}
        label={copy.confidence}
        options={[{ value: '', label: '–' }, ...options.confidence]}
      />
      <EvidenceField state={state} page={page} name="evidence[]" label={copy.evidence} />
      <EvidenceField state={state} page={page} name="against[]" label={copy.contradicting} />
    </fieldset>
  )
}

function EvidenceField({
  state,
  page,
  name,
  label,
}: {
  state: FormState
  page: MeetingPage
  name: string
  label: string
}) {
  const { t } = useDeskWords()
  const { id, error } = getControl(state, name)
  const field = { id, hint: t.room.decision.evidenceHint, error }
  return (
    <Field {...field} label={label}>
      <select
        {...getFieldAttributes(field)}
        name={name}
        multiple
        size={5}
        defaultValue={(state.typed[name] ?? '').split('\n')}
      >
        {page.evidence.map((item) => (
          <option key={item.id} value={item.id}>
            {item.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
