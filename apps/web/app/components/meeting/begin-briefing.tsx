import type { BriefingList } from '@waymark/api/features/briefing/briefing.view'
import { InputField, SelectField } from '@waymark/ui/field'
import { getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { Outcome } from '../desk/written-form.ts'

/** Begins a briefing: for which round, in which language, and for whom. */
export function BeginBriefing({
  rounds,
  outcome,
}: {
  rounds: BriefingList['rounds']
  outcome: Outcome | undefined
}) {
  const { t, formatDate, language } = useDeskWords()
  const copy = t.briefing.begin
  const first = rounds[0]?.key ?? ''
  const state = getFormState(
    'create',
    { round: first, language, audience: 'delegation', suggested: 'yes' },
    outcome,
  )
  const control = (name: string) => getControl(state, name)
  return (
    <section className="part" aria-labelledby="begin">
      <h2 id="begin">{copy.heading}</h2>
      <form method="post" noValidate aria-labelledby="begin" key={JSON.stringify(state.typed)}>
        <input type="hidden" name="intent" value="create" />
        <InputField label={copy.fields.title} autoComplete="off" {...control('title')} />
        <SelectField
          label={copy.fields.round}
          options={[
            ...rounds.map(({ key, title, date }) => ({ value: key, label: `${title}, ${formatDate(date)}` })),
            { value: '', label: copy.planned },
          ]}
          {...control('round')}
        />
        <details className="more" open={state.typed.round === ''}>
          <summary>{copy.fields.plannedTitle}</summary>
          <InputField label={copy.fields.plannedTitle} autoComplete="off" {...control('plannedTitle')} />
          <div className="pair">
            <InputField
              label={copy.fields.plannedDate}
              hint={copy.hints.plannedDate}
              autoComplete="off"
              {...control('plannedDate')}
            />
            <InputField label={copy.fields.plannedPlace} autoComplete="off" {...control('plannedPlace')} />
          </div>
        </details>
        <SelectField
          label={copy.fields.audience}
          hint={copy.hints.audience}
          options={(['delegation', 'partner', 'internal'] as const).map((value) => ({
            value,
            label: t.briefing.audiences[value],
          }))}
          {...control('audience')}
        />
        <div className="pair">
          <SelectField
            label={copy.fields.language}
            options={(['en', 'ru', 'kk'] as const).map((value) => ({
              value,
              label: t.briefing.languages[value],
            }))}
            {...control('language')}
          />
          <InputField
            label={copy.fields.asOf}
            hint={copy.hints.asOf}
            autoComplete="off"
            {...control('asOf')}
          />
        </div>
        <SelectField
          label={copy.fields.suggested}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: copy.suggested[value] }))}
          {...control('suggested')}
        />
        <div className="acts bare">
          <button type="submit" className="btn-main">
            {copy.submit}
          </button>
        </div>
      </form>
    </section>
  )
}
