import type { deskUptake } from '@waymark/api/features/uptake/uptake.view'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { z } from 'zod'
import { CorrectionForm } from './correction-form.tsx'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import {
  ChoiceField,
  DateField,
  FormFrame,
  type FormState,
  getControl,
  getFormState,
  type KeyedChoice,
  ReasonField,
  SourceFields,
} from './form-frame.tsx'
import { citedConflict, newSourceFollows } from './source-fields.tsx'
import { buildSourceLabels, type SourceChoice } from './submit-form.ts'
import { formatDate, getUptakeWord } from './words.ts'
import type { Outcome } from './written-form.ts'

const copy = deskLinkage.uptake
const kinds = uptakeKinds.map((key) => ({ key, title: getUptakeWord(key) }))

export const uptakeFields = [
  'kind',
  'date',
  'round',
  'forum',
  'note',
  'source',
  'newSource',
  'locator',
] as const

/** The fields of a step in the words of a comparison, and the reason, which is the writer's own. */
export const buildUptakeConflict = (rounds: readonly KeyedChoice[]): ConflictingField[] => [
  { name: 'kind', label: copy.kind, format: getTitle(kinds) },
  { name: 'date', label: copy.date, format: formatDate },
  { name: 'round', label: copy.round, format: getTitle(rounds) },
  { name: 'forum', label: copy.forum },
  { name: 'note', label: copy.note },
  ...citedConflict,
]

/** One step by which a recommendation was taken up. */
export function UptakeFields({ state, rounds }: { state: FormState; rounds: readonly KeyedChoice[] }) {
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="kind" label={copy.kind} choices={kinds} />
        <DateField state={state} name="date" label={copy.date} />
      </div>
      <ChoiceField state={state} name="round" label={copy.round} choices={rounds} empty={copy.noRound} />
      <InputField label={copy.forum} hint={copy.forumHint} {...getControl(state, 'forum')} />
      <SourceFields state={state} />
      <TextAreaField label={copy.note} rows={2} {...getControl(state, 'note')} />
    </>
  )
}

type Event = z.infer<typeof deskUptake>[number]

/** One step on record, with the forms that correct it and take it back. */
export function UptakeItem({
  event,
  rounds,
  sources,
  mayWrite,
  outcome,
}: {
  event: Event
  rounds: readonly KeyedChoice[]
  sources: readonly SourceChoice[]
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const begin = {
    kind: event.kind,
    date: event.date,
    round: event.round ?? '',
    forum: event.forum ?? '',
    note: event.note ?? '',
    source: buildSourceLabels(sources).get(event.source.key) ?? event.source.key,
    locator: event.locator ?? '',
  }
  const mistake = getFormState(`void.${event.event}`, {}, outcome)
  const round = rounds.find(({ key }) => key === event.round)
  return (
    <li className="past">
      <h2>
        {getUptakeWord(event.kind)} <span className="quiet">{formatDate(event.date)}</span>
      </h2>
      <p>{[event.forum, round?.title].filter((part) => part !== null && part !== undefined).join('. ')}</p>
      {event.note !== null && <p>{event.note}</p>}
      <p className="hint">
        {event.source.title}
        {event.locator === null ? '' : `, ${event.locator}`}
      </p>
      {mayWrite && (
        <>
          <CorrectionForm
            folded
            outcome={outcome}
            intent={`correct.${event.event}`}
            version={event.version}
            begin={begin}
            fields={buildUptakeConflict(rounds)}
            followers={newSourceFollows}
            label={copy.correct}
            reasonHint={deskLinkage.reasonHint}
          >
            {(state) => <UptakeFields state={state} rounds={rounds} />}
          </CorrectionForm>
          <FormFrame folded state={mistake} label={copy.void} hidden={{ basedOn: event.version }}>
            <ReasonField state={mistake} label={copy.voidReason} />
          </FormFrame>
        </>
      )}
    </li>
  )
}
