import { levels } from '@waymark/assessment/level'
import { linkageRoles } from '@waymark/linkage/linkage'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { TextAreaField } from '@waymark/ui/field'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import { ChoiceField, type FormState, getControl } from './form-frame.tsx'
import { formatDate, getLevelWord, getRoleOfLinkWord } from './words.ts'

const copy = deskLinkage.link

export const linkFields = ['role', 'required', 'commitments[]', 'note'] as const

export type CommitmentChoice = {
  readonly key: string
  readonly title: string
  readonly actor: string
  readonly date: string
}

const roles = linkageRoles.map((key) => ({ key, title: getRoleOfLinkWord(key) }))
const levelChoices = levels.map((key) => ({ key, title: getLevelWord(key) }))

/** The fields of a link in the words of a comparison. */
export const buildLinkConflict = (commitments: readonly CommitmentChoice[]): ConflictingField[] => [
  { name: 'role', label: copy.role, format: getTitle(roles) },
  { name: 'required', label: copy.required, format: getTitle(levelChoices) },
  {
    name: 'commitments[]',
    label: copy.commitments,
    format: (keys) => keys.split('\n').map(getTitle(commitments)).join('\n'),
  },
  { name: 'note', label: copy.note },
]

/** What a link says: its role, the level, the statements that it rests on. */
export function LinkFields({
  state,
  commitments,
}: {
  state: FormState
  commitments: readonly CommitmentChoice[]
}) {
  const chosen = new Set((state.typed['commitments[]'] ?? '').split('\n'))
  const error = state.errors.commitments
  return (
    <>
      <div className="pair">
        <ChoiceField state={state} name="role" label={copy.role} hint={copy.roleHint} choices={roles} />
        <ChoiceField
          state={state}
          name="required"
          label={copy.required}
          hint={copy.requiredHint}
          choices={levelChoices}
          empty={copy.noLevel}
        />
      </div>
      <fieldset
        className={error === undefined ? 'item' : 'item fld wrong'}
        id={`${state.intent}-commitments`}
      >
        <legend>{copy.commitments}</legend>
        <p className="hint">{copy.commitmentsHint}</p>
        {error !== undefined && <p className="err">{error}</p>}
        {commitments.map(({ key, title, actor, date }) => (
          <label className="tick" key={key}>
            <input type="checkbox" name="commitments[]" value={key} defaultChecked={chosen.has(key)} />
            <span>
              {title}{' '}
              <small className="quiet">
                {actor}, {formatDate(date)}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <TextAreaField label={copy.note} rows={2} {...getControl(state, 'note')} />
    </>
  )
}
