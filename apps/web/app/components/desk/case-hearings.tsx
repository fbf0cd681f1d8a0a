import { hearingKinds } from '@waymark/recommendation/case'
import { getPrivateSeen } from './case-parts.tsx'
import type { DeskCase } from './case-shown.tsx'
import {
  ChoiceField,
  DateField,
  FormFrame,
  type FormState,
  getFormState,
  SourceFields,
} from './form-frame.tsx'
import { buildSourceLabels, type SourceChoice } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import { VisibilityBadge } from './visibility.tsx'
import type { Outcome } from './written-form.ts'

export const hearingFields = ['kind', 'date', 'source', 'newSource'] as const

/** Days in court, the next or latest first, each with the forms that correct it and take it back; and the form that adds one. */
export function CaseHearings({
  one,
  sources,
  mayWrite,
  outcome,
}: {
  one: DeskCase
  sources: readonly SourceChoice[]
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { formatDate, t } = useDeskWords()
  const copy = t.meeting.hearings
  const labels = buildSourceLabels(sources)
  const add = getFormState('record-hearing', { kind: 'trial' }, outcome)
  return (
    <section className="part" aria-labelledby="hearings">
      <h2 id="hearings">{copy.heading}</h2>
      <p className="hint">{copy.hint}</p>
      {one.hearings.length === 0 && <p className="quiet">{copy.none}</p>}
      <ol className="history">
        {one.hearings.map(({ version, kind, date, source }) => {
          const begin = { kind, date, source: source === null ? '' : (labels.get(source.key) ?? source.key) }
          const correct = getFormState(`correct-hearing.${version}`, begin, outcome)
          return (
            <li className="past" key={version}>
              <h3>
                {t.meeting.hearingKinds[kind]} <span className="quiet">{formatDate(date)}</span>{' '}
                <VisibilityBadge seen={getPrivateSeen(one.sensitivity)} />
              </h3>
              {source !== null && <p className="hint">{source.title}</p>}
              {mayWrite && (
                <>
                  <FormFrame folded state={correct} label={copy.correct}>
                    <HearingFields state={correct} />
                  </FormFrame>
                  <FormFrame
                    folded
                    state={getFormState(`void-hearing.${version}`, {}, outcome)}
                    label={copy.void}
                  />
                </>
              )}
            </li>
          )
        })}
      </ol>
      {mayWrite && (
        <FormFrame folded state={add} label={copy.add}>
          <HearingFields state={add} />
        </FormFrame>
      )}
    </section>
  )
}

function HearingFields({ state }: { state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.meeting
  return (
    <>
      <ChoiceField
        state={state}
        name="kind"
        label={copy.hearings.kind}
        choices={hearingKinds.map((key) => ({ key, title: copy.hearingKinds[key] }))}
      />
      <DateField state={state} name="date" label={copy.hearings.date} />
      <SourceFields state={state} withPlace={false} />
    </>
  )
}
