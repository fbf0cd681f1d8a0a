import type { deskUptake } from '@waymark/api/features/uptake/uptake.view'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { z } from 'zod'
import { CorrectionForm } from './correction-form.tsx'
import type { DeskWords } from './desk-words.ts'
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
import { listCitedConflict, newSourceFollows } from './source-fields.tsx'
import { buildSourceLabels, type SourceChoice } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

const listKinds = ({ getUptakeWord }: DeskWords) =>
  uptakeKinds.map((key) => ({ key, title: getUptakeWord(key) }))

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
export const buildUptakeConflict = (words: DeskWords, rounds: readonly KeyedChoice[]): ConflictingField[] => [
  { name: 'kind', label: words.t.linkage.uptake.kind, format: getTitle(listKinds(words)) },
  { name: 'date', label: words.t.linkage.uptake.date, format: words.formatDate },
  { name: 'round', label: words.t.linkage.uptake.round, format: getTitle(rounds) },
  { name: 'forum', label: words.t.linkage.uptake.forum },
  { name: 'note', label: words.t.linkage.uptake.note },
  ...listCitedConflict(words),
]

/** One step by which a recommendation was taken up. */
export function UptakeFields({ state, rounds }: { state: FormState; rounds: readonly KeyedChoice[] }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.linkage.uptake
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="kind" label={copy.kind} choices={listKinds(words)} />
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
  const words = useDeskWords()
  const { formatDate, getUptakeWord, t } = words
  const copy = t.linkage.uptake
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
            fields={buildUptakeConflict(words, rounds)}
            followers={newSourceFollows}
            label={copy.correct}
            reasonHint={t.linkage.reasonHint}
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
