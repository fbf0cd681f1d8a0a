import { milestoneKinds } from '@waymark/linkage/linkage'
import { InputField, TextAreaField } from '@waymark/ui/field'
import { CorrectionForm } from './correction-form.tsx'
import type { DeskWords } from './desk-words.ts'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import {
  ChoiceField,
  DateField,
  FormFrame,
  getControl,
  getFormState,
  type KeyedChoice,
  SourceFields,
} from './form-frame.tsx'
import { listCitedConflict, newSourceFollows } from './source-fields.tsx'
import type { Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

const listKinds = ({ getMilestoneKindWord }: DeskWords): readonly KeyedChoice[] =>
  milestoneKinds.map((key) => ({ key, title: getMilestoneKindWord(key) }))
const cited = ['source', 'newSource', 'locator'] as const

/** The fields of each of the forms of a milestone, by what the form does. */
export const milestoneFields = {
  plan: ['track', 'kind', 'title', 'planned', 'key', ...cited],
  occur: ['occurred', ...cited],
  move: ['effective', 'planned', 'note', ...cited],
  cancel: ['effective', 'note', ...cited],
  correct: ['kind', 'title', 'planned', 'occurred', 'reason', ...cited],
  void: ['reason'],
} as const

export function PlanForm({
  outcome,
  tracks,
}: {
  outcome: Outcome | undefined
  tracks: readonly KeyedChoice[]
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.linkage.milestones
  const state = getFormState('plan', {}, outcome)
  return (
    <FormFrame state={state} label={copy.plan} hint={t.linkage.publicAtOnce} main>
      <ChoiceField state={state} name="track" label={copy.track} choices={tracks} />
      <ChoiceField state={state} name="kind" label={copy.kind} choices={listKinds(words)} />
      <InputField label={copy.name} {...getControl(state, 'title')} />
      <DateField state={state} name="planned" label={copy.planned} hint={copy.plannedHint} />
      <SourceFields state={state} />
      <InputField label={copy.key} hint={copy.keyHint} autoCapitalize="none" {...getControl(state, 'key')} />
    </FormFrame>
  )
}

const listConflicting = (words: DeskWords): readonly ConflictingField[] => [
  { name: 'kind', label: words.t.linkage.milestones.kind, format: getTitle(listKinds(words)) },
  { name: 'title', label: words.t.linkage.milestones.name },
  { name: 'planned', label: words.t.linkage.milestones.planned },
  { name: 'occurred', label: words.t.linkage.milestones.occurredCorrect },
  ...listCitedConflict(words),
]

/** What can be recorded of one milestone, each folded away: occurrence, a move, a cancellation, a correction. */
export function MilestoneForms({
  outcome,
  version,
  begin,
  isOpen,
}: {
  outcome: Outcome | undefined
  version: number
  /** What the record says now: where a correction begins. */
  begin: Typed
  /** True while it has neither occurred nor been cancelled. */
  isOpen: boolean
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.linkage.milestones
  const [occur, move, cancel] = (['occur', 'move', 'cancel'] as const).map((intent) =>
    getFormState(intent, {}, outcome),
  )
  return (
    <>
      {isOpen && occur && move && cancel && (
        <>
          <FormFrame
            folded
            state={occur}
            label={copy.occur}
            hint={copy.occurHint}
            hidden={{ basedOn: version }}
          >
            <DateField state={occur} name="occurred" label={copy.occurred} />
            <SourceFields state={occur} />
          </FormFrame>
          <FormFrame folded state={move} label={copy.move} hint={copy.moveHint}>
            <DateField state={move} name="effective" label={copy.effective} />
            <DateField state={move} name="planned" label={copy.newDate} />
            <TextAreaField label={copy.note} rows={2} {...getControl(move, 'note')} />
            <SourceFields state={move} />
          </FormFrame>
          <FormFrame folded state={cancel} label={copy.cancel} hint={copy.cancelHint}>
            <DateField state={cancel} name="effective" label={copy.effective} />
            <TextAreaField label={copy.note} rows={2} {...getControl(cancel, 'note')} />
            <SourceFields state={cancel} />
          </FormFrame>
        </>
      )}
      <CorrectionForm
        folded
        outcome={outcome}
        intent="correct"
        version={version}
        begin={begin}
        fields={listConflicting(words)}
        followers={newSourceFollows}
        label={copy.correct}
        hint={copy.correctHint}
        reasonHint={t.linkage.reasonHint}
      >
        {(state) => (
          <>
            <ChoiceField state={state} name="kind" label={copy.kind} choices={listKinds(words)} />
            <InputField label={copy.name} {...getControl(state, 'title')} />
            <DateField state={state} name="planned" label={copy.planned} hint={copy.plannedHint} />
            <DateField
              state={state}
              name="occurred"
              label={copy.occurredCorrect}
              hint={copy.occurredCorrectHint}
            />
            <SourceFields state={state} />
          </>
        )}
      </CorrectionForm>
    </>
  )
}
