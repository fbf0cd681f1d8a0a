import type { ActionView } from '@waymark/api/features/action-point/action-point.view'
import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import { FormFrame, getControl, getFormState } from '../desk/form-frame.tsx'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import type { Outcome } from '../desk/written-form.ts'
import { openKinds } from './action-kinds.ts'
import { buildItemOfMeetingHref } from './meeting-href.ts'

type Person = { readonly id: string; readonly name: string }

/** One action point: what is to be done, by whom and when, which meeting asked for it, and what became of it. */
export function ActionItem({
  action,
  people,
  mayWrite,
  outcome,
}: {
  action: ActionView
  people: readonly Person[]
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { t, formatDate } = useDeskWords()
  const copy = t.minutes.action
  const { id, text, owner, due, state, overdue, snoozedUntil, closedBecause, dossier, meeting, item } = action
  return (
    <li id={`action-${id}`}>
      <p className="said">{text}</p>
      <p className="quiet">
        {copy.owner(owner)} ·{' '}
        {state === 'open' ? (
          <span className={overdue ? 'overdue' : undefined}>
            {(overdue ? copy.overdue : copy.due)(formatDate(due))}
          </span>
        ) : (
          copy.states[state]
        )}
        {snoozedUntil !== null && ` · ${copy.snoozed(formatDate(snoozedUntil))}`}
        {closedBecause !== null && ` · ${copy.because(closedBecause)}`}
      </p>
      <p className="quiet">
        {copy.from}:{' '}
        <PageLink className="alone" href={buildItemOfMeetingHref({ dossier, meeting }, item)}>
          {action.meetingTitle ?? t.meeting.title}
          {action.heldOn !== null && `, ${formatDate(action.heldOn)}`}
        </PageLink>
      </p>
      {mayWrite && <ActionForm action={action} people={people} outcome={outcome} />}
    </li>
  )
}

function ActionForm({
  action,
  people,
  outcome,
}: {
  action: ActionView
  people: readonly Person[]
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.minutes.action
  const isOpen = action.state === 'open'
  const kinds = isOpen ? openKinds : (['reopened'] as const)
  const begin = { kind: kinds[0], owner: action.ownerId }
  const state = getFormState(`act.${action.id}`, begin, outcome)
  const name = action.text.length > 60 ? `${action.text.slice(0, 60)}…` : action.text
  return (
    <FormFrame
      folded
      state={state}
      label={copy.changeOf(name)}
      submit={copy.save}
      hidden={{ basedOn: action.rev }}
    >
      <SelectField
        label={copy.what}
        options={kinds.map((value) => ({ value, label: copy.kinds[value] }))}
        {...getControl(state, 'kind')}
      />
      <TextAreaField label={copy.note} hint={copy.noteHint} rows={2} {...getControl(state, 'note')} />
      {isOpen && (
        <>
          <InputField
            label={copy.day}
            hint={copy.dayHint}
            short
            autoComplete="off"
            {...getControl(state, 'day')}
          />
          <SelectField
            label={copy.newOwner}
            options={people.map(({ id, name: label }) => ({ value: id, label }))}
            {...getControl(state, 'owner')}
          />
        </>
      )}
    </FormFrame>
  )
}
