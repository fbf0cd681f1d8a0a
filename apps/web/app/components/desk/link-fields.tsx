import { levels } from '@waymark/assessment/level'
import { linkageRoles } from '@waymark/linkage/linkage'
import { TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { type ConflictingField, getTitle } from './field-conflict.tsx'
import { ChoiceField, type FormState, getControl } from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

export const linkFields = ['role', 'required', 'commitments[]', 'note'] as const

export type CommitmentChoice = {
  readonly key: string
  readonly title: string
  readonly actor: string
  readonly date: string
}

const listRoles = ({ getRoleOfLinkWord }: DeskWords) =>
  linkageRoles.map((key) => ({ key, title: getRoleOfLinkWord(key) }))
const listLevels = ({ getLevelWord }: DeskWords) => levels.map((key) => ({ key, title: getLevelWord(key) }))

/** The fields of a link in the words of a comparison. */
export const buildLinkConflict = (
  words: DeskWords,
  commitments: readonly CommitmentChoice[],
): ConflictingField[] => [
  { name: 'role', label: words.t.linkage.link.role, format: getTitle(listRoles(words)) },
  { name: 'required', label: words.t.linkage.link.required, format: getTitle(listLevels(words)) },
  {
    name: 'commitments[]',
    label: words.t.linkage.link.commitments,
    format: (keys) => keys.split('\n').map(getTitle(commitments)).join('\n'),
  },
  { name: 'note', label: words.t.linkage.link.note },
]

/** What a link says: its role, the level, the statements that it rests on. */
export function LinkFields({
  state,
  commitments,
}: {
  state: FormState
  commitments: readonly CommitmentChoice[]
}) {
  const words = useDeskWords()
  const { formatDate, t } = words
  const copy = t.linkage.link
  const chosen = new Set((state.typed['commitments[]'] ?? '').split('\n'))
  const error = state.errors.commitments
  return (
    <>
      <div className="pair">
        <ChoiceField
          state={state}
          name="role"
          label={copy.role}
          hint={copy.roleHint}
          choices={listRoles(words)}
        />
        <ChoiceField
          state={state}
          name="required"
          label={copy.required}
          hint={copy.requiredHint}
          choices={listLevels(words)}
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
