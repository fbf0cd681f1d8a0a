import { assignmentTasks } from '@waymark/api/features/assignment/assignment.input'
import type { Assignment } from '@waymark/api/features/assignment/assignment.view'
import { InputField, TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { ChoiceField, FormFrame, type FormState, getControl, getFormState } from './form-frame.tsx'
import { PageForm } from './page-link.tsx'
import type { Person, Talk } from './record-talk.tsx'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

const listTasks = ({ t }: DeskWords) =>
  assignmentTasks.map((key) => ({ key, title: t.together.assignment.tasks[key] }))

/** The fields of a form that asks somebody, or asks anew. */
export const assignmentFields = ['assignee', 'task', 'dueOn', 'note'] as const

/** What was assigned on a record, and the form that asks somebody. */
export function AssignmentPart({
  talk: { assignments, colleagues },
  action,
  outcome,
}: {
  talk: Talk
  action: string
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.together.assignment
  const ask = getFormState('assign', {}, outcome)
  return (
    <section className="part talk" aria-labelledby="assignments">
      <h2 id="assignments">{copy.title}</h2>
      {assignments.length === 0 ? (
        <p className="quiet">{copy.empty}</p>
      ) : (
        <ul className="comments">
          {assignments.map((one) => (
            <li key={one.id}>
              <AssignmentLine assignment={one} />
              {one.mayChange && (
                <AssignmentForms assignment={one} colleagues={colleagues} action={action} outcome={outcome} />
              )}
            </li>
          ))}
        </ul>
      )}
      <FormFrame folded state={ask} label={copy.ask} submit={copy.submit} action={action}>
        <AssignmentFields state={ask} colleagues={colleagues} />
      </FormFrame>
    </section>
  )
}

/** Who was asked to do what, by whom, by when. */
export function AssignmentLine({ assignment }: { assignment: Assignment }) {
  const { formatDate, formatInstant, t } = useDeskWords()
  const copy = t.together.assignment
  const { task, assignee, assigner, createdAt, dueOn, doneAt, overdue, note } = assignment
  const state =
    doneAt !== null
      ? copy.doneOn(formatInstant(doneAt))
      : dueOn === null
        ? null
        : (overdue ? copy.overdue : copy.dueOn)(formatDate(dueOn))
  return (
    <>
      <p className="who">
        <strong>{copy.line(copy.tasks[task], assignee.name)}</strong>{' '}
        {state !== null && <span className={overdue ? 'badge' : undefined}>{state}</span>}
      </p>
      {note !== null && <p className="words">{note}</p>}
      <p className="hint">{copy.asked(assigner.name, formatInstant(createdAt))}</p>
    </>
  )
}

function AssignmentForms({
  assignment,
  colleagues,
  action,
  outcome,
}: {
  assignment: Assignment
  colleagues: readonly Person[]
  action: string
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.together.assignment
  const { id, rev, assignee, task } = assignment
  const begin = {
    assignee: assignee.id,
    task,
    dueOn: assignment.dueOn ?? '',
    note: assignment.note ?? '',
  }
  const change = getFormState(`change.${id}`, begin, outcome)
  const word = copy.tasks[task]
  return (
    <>
      <PageForm method="post" action={action} className="acts bare">
        <input type="hidden" name="rev" value={rev} />
        <button
          type="submit"
          name="intent"
          value={`done.${id}`}
          aria-label={copy.doneLabel(word, assignee.name)}
        >
          {copy.done}
        </button>
        <button
          type="submit"
          name="intent"
          value={`drop.${id}`}
          className="plainly"
          aria-label={copy.dropLabel(word, assignee.name)}
        >
          {copy.drop}
        </button>
      </PageForm>
      <FormFrame
        folded
        state={change}
        label={copy.change}
        submit={copy.save}
        action={action}
        hidden={{ rev }}
      >
        <AssignmentFields state={change} colleagues={colleagues} />
      </FormFrame>
    </>
  )
}

/** Who is asked to do what, by when. */
export function AssignmentFields({ state, colleagues }: { state: FormState; colleagues: readonly Person[] }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.together.assignment
  const people = colleagues.map(({ id, name }) => ({ key: id, title: name }))
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="assignee" label={copy.assignee} choices={people} />
        <ChoiceField state={state} name="task" label={copy.task} choices={listTasks(words)} />
      </div>
      <InputField
        label={copy.due}
        hint={copy.dueHint}
        short
        autoComplete="off"
        {...getControl(state, 'dueOn')}
      />
      <TextAreaField label={copy.note} rows={2} {...getControl(state, 'note')} />
    </>
  )
}
