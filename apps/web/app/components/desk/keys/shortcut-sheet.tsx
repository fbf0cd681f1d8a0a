import { useEffect, useRef, useState } from 'react'
import { useDeskWords } from '../use-desk-words.ts'
import { hasSingleKeys, recordSingleKeys, shortcuts } from './shortcuts.ts'

/** Every shortcut there is, and the switch for those of a single key. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useDeskWords()
  const copy = t.keys.sheet
  const dialog = useRef<HTMLDialogElement>(null)
  const [single, setSingle] = useState(hasSingleKeys)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const choose = (wanted: boolean) => {
    recordSingleKeys(wanted)
    setSingle(wanted)
  }
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="shortcuts" onClose={onClose}>
      <h2 id="shortcuts">{copy.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{copy.keys}</th>
            <th scope="col">{copy.does}</th>
            <th scope="col">{copy.where}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ keys, does, where }) => (
            <tr key={`${where} ${does} ${keys[0]}`}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <th scope="row">{t.keys.does[does]}</th>
              <td className="quiet">{t.keys.where[where]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <fieldset>
        <legend>{copy.single}</legend>
        <p className="hint">{copy.singleHint}</p>
        {[true, false].map((wanted) => (
          <label key={String(wanted)}>
            <input
              type="radio"
              name="single-keys"
              checked={single === wanted}
              onChange={() => choose(wanted)}
            />{' '}
            {wanted ? copy.on : copy.off}
          </label>
        ))}
      </fieldset>
      <form method="dialog">
        <button type="submit">{copy.close}</button>
      </form>
    </dialog>
  )
}
