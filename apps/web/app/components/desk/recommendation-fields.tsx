import type { FormState, KeyedChoice } from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** The actors of the dossier, to tick those who are responsible. */
export function ResponsibleField({
  state,
  actors,
  hint,
  nobody,
}: {
  state: FormState
  actors: readonly KeyedChoice[]
  hint?: string
  /** What says that nobody is responsible, where ticking nobody says something else. */
  nobody?: string
}) {
  const { t } = useDeskWords()
  const chosen = new Set((state.typed['responsible[]'] ?? '').split('\n'))
  const error = state.errors.responsible
  return (
    <fieldset className={error === undefined ? 'item' : 'item fld wrong'} id={`${state.intent}-responsible`}>
      <legend>{t.edit.responsible}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error !== undefined && <p className="err">{error}</p>}
      {nobody !== undefined && (
        <label className="tick">
          <input type="checkbox" name="nobody" value="on" defaultChecked={state.typed.nobody === 'on'} />
          <span>{nobody}</span>
        </label>
      )}
      <div className="actors">
        {actors.map(({ key, title }) => (
          <label className="tick" key={key}>
            <input type="checkbox" name="responsible[]" value={key} defaultChecked={chosen.has(key)} />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A number of months as typed; undefined where it is no whole number. */
export const parseMonths = (typed: string | undefined): number | undefined =>
  /^\d{1,4}$/.test(typed?.trim() ?? '') ? Number(typed) : undefined
