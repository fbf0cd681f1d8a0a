import { TextAreaField } from '@waymark/ui/field'
import { type ChangeEvent, useRef, useState } from 'react'
import { FormFrame, getControl, getFormState } from './form-frame.tsx'
import { buildWithMention, listMentioned, listSuggested } from './mention.ts'
import type { Person } from './record-talk.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { Outcome } from './written-form.ts'

/**
 * The form of a comment. People are told by ticking their names; with script, a name typed after “@” is completed and
 * ticked.
 */
export function CommentForm({
  action,
  colleagues,
  outcome,
}: {
  action: string
  colleagues: readonly Person[]
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.together.talk
  const state = getFormState('comment', {}, outcome)
  const chosen = new Set((state.typed['mentions[]'] ?? '').split('\n'))
  const [suggested, setSuggested] = useState<readonly Person[]>([])
  const list = useRef<HTMLFieldSetElement>(null)

  const tick = (people: readonly Person[]) => {
    for (const { id } of people) {
      const box = list.current?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(id)}"]`)
      if (box) box.checked = true
    }
  }
  const read = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    setSuggested(listSuggested(target.value.slice(0, target.selectionStart), colleagues))
    tick(listMentioned(target.value, colleagues))
  }
  const complete = (person: Person) => {
    const box = document.querySelector<HTMLTextAreaElement>('#comment-text')
    if (!box) return
    const { text, caret } = buildWithMention(box.value, box.selectionStart, person)
    box.value = text
    box.focus()
    box.setSelectionRange(caret, caret)
    tick([person])
    setSuggested([])
  }
  return (
    <FormFrame state={state} label={copy.write} submit={copy.send} action={action}>
      <TextAreaField label={copy.text} rows={3} {...getControl(state, 'text')} onChange={read} />
      {suggested.length > 0 && (
        <ul className="suggested" aria-label={copy.complete}>
          {suggested.map((person) => (
            <li key={person.id}>
              <button type="button" onClick={() => complete(person)}>
                @{person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <fieldset className="item" id="comment-mentions" ref={list}>
        <legend>{copy.mentions}</legend>
        {state.errors.mentions !== undefined && <p className="err">{state.errors.mentions}</p>}
        {colleagues.length === 0 ? (
          <p className="quiet">{copy.nobody}</p>
        ) : (
          <>
            <p className="hint">{copy.mentionsHint}</p>
            <div className="people">
              {colleagues.map(({ id, name }) => (
                <label className="tick" key={id}>
                  <input type="checkbox" name="mentions[]" value={id} defaultChecked={chosen.has(id)} />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          </>
        )}
      </fieldset>
    </FormFrame>
  )
}
