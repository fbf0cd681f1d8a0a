import type { AfterRound } from '@waymark/api/features/briefing/briefing.view'
import { ErrorSummary } from '@waymark/ui/error-summary'
import { InputField } from '@waymark/ui/field'
import type { AfterOutcome } from '../../routes/meeting/briefing-after.tsx'
import {
  DateField,
  type FormState,
  getControl,
  getFormState,
  SourceFields,
  SourceList,
} from '../desk/form-frame.tsx'
import type { SourceChoice } from '../desk/submit-form.ts'
import { useDeskWords } from '../desk/use-desk-words.ts'

const kinds = ['raised', 'stated', 'adopted', 'committed'] as const

/** What a round brought, for every recommendation of a briefing, in one form. */
export function AfterRoundForm({
  after,
  sources,
  mayWrite,
  id,
  recorded,
  outcome,
  back,
}: {
  after: AfterRound
  sources: readonly SourceChoice[]
  mayWrite: boolean
  id: string
  recorded: number | null
  outcome: AfterOutcome | undefined
  back: { readonly href: string; readonly label: string }
}) {
  const { t, formatDate, formatInstant } = useDeskWords()
  const copy = t.briefing.after
  const { round, rows, outcomes } = after
  const state = getFormState('after', { date: round.date, forum: round.title }, outcome)
  const preview = outcome?.preview ?? null
  return (
    <main id="main" className="deskpage briefing">
      <ErrorSummary id="errors" title={t.linkage.errorsHeading} errors={outcome?.summary ?? []} />
      <p className="ref">
        <a href={back.href}>{back.label}</a>
      </p>
      <h1>{copy.title}</h1>
      <p className="quiet">
        {round.title}, {formatDate(round.date)}
      </p>
      {recorded !== null && outcome === undefined && (
        <p className="done" role="status">
          {copy.done(recorded)}
        </p>
      )}
      <p>{copy.lead}</p>
      {outcomes.length > 0 && (
        <section className="part" aria-labelledby="before">
          <h2 id="before">{copy.before}</h2>
          <ul>
            {outcomes.map(({ id: key, events, by, at }) => (
              <li key={key}>{copy.line(events, by, formatInstant(at))}</li>
            ))}
          </ul>
        </section>
      )}
      {rows.length === 0 && <p className="quiet">{copy.empty}</p>}
      {mayWrite && rows.length > 0 && (
        <form method="post" noValidate aria-label={copy.title} key={JSON.stringify(state.typed)}>
          <input type="hidden" name="id" value={state.typed.id ?? id} />
          <SourceList choices={sources} />
          <div className="pair">
            <DateField state={state} name="date" label={copy.date} />
            <InputField label={copy.forum} {...getControl(state, 'forum')} />
          </div>
          <SourceFields state={state} />
          {rows.map((row) => (
            <OutcomeRow key={row.ref} row={row} state={state} />
          ))}
          {preview !== null && (
            <p className="done" role="status">
              {copy.preview(preview.events)} {preview.newRound && copy.newRound}
            </p>
          )}
          <div className="acts">
            <button type="submit" name="intent" value="check">
              {copy.check}
            </button>
            <button type="submit" name="intent" value="record" className="btn-main">
              {copy.record}
            </button>
          </div>
        </form>
      )}
    </main>
  )
}

function OutcomeRow({ row, state }: { row: AfterRound['rows'][number]; state: FormState }) {
  const { t } = useDeskWords()
  const copy = t.briefing.after
  const { ref, title, ask, recorded } = row
  const ticked = (state.typed[`kinds.${ref}`] ?? '').split(' ')
  return (
    <fieldset className="outcome">
      <legend>
        {ref} {title}
      </legend>
      {ask !== '' && ask !== title && <p className="quiet">{ask}</p>}
      <div className="brought">
        {kinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name={`kinds.${ref}`}
              value={kind}
              defaultChecked={ticked.includes(kind)}
              aria-label={copy.row(copy.kinds[kind], ref)}
            />
            {copy.kinds[kind]}
            {recorded.includes(kind) && <span className="hint">({copy.recorded})</span>}
          </label>
        ))}
      </div>
      <details
        className="more"
        open={(state.typed[`note.${ref}`] ?? state.typed[`place.${ref}`] ?? '') !== ''}
      >
        <summary>{copy.note}</summary>
        <div className="pair">
          <InputField label={copy.note} {...getControl(state, `note.${ref}`)} />
          <InputField label={copy.place} {...getControl(state, `place.${ref}`)} />
        </div>
      </details>
      <input type="hidden" name="ref" value={ref} />
    </fieldset>
  )
}
