import type { PreviewReport } from '@waymark/api/features/table/table.view'
import { SelectField } from '@waymark/ui/field'
import { useDeskWords } from './use-desk-words.ts'

/** A table that a sheet can be, with its columns: given by the loader, so that no page carries the schemas. */
export type ShapeChoice = {
  readonly name: string
  readonly title: string
  readonly columns: readonly { readonly field: string; readonly head: string }[]
}

/** What each sheet is and which column is which field; sent, it makes a new preview and is remembered. */
export function SheetMapping({
  sheets,
  shapes,
  open,
}: {
  sheets: PreviewReport['sheets']
  shapes: readonly ShapeChoice[]
  open: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.exchange
  if (sheets.length === 0) return null
  return (
    <details className="more part" open={open}>
      <summary>{copy.sheets}</summary>
      <form method="post" aria-label={copy.sheets}>
        <input type="hidden" name="intent" value="again" />
        <p className="hint">{copy.sheetsLead}</p>
        {sheets.map((sheet, i) => (
          <fieldset key={sheet.name}>
            <legend>{copy.sheet(sheet.name)}</legend>
            <SelectField
              id={`shape-${i}`}
              name={`shape.${i}`}
              label={copy.shape}
              defaultValue={sheet.shape ?? 'skip'}
              options={[
                { value: 'skip', label: copy.skip },
                ...shapes.map(({ name, title }) => ({ value: name, label: title })),
              ]}
            />
            <div className="cols">
              {sheet.heads.map((head, c) => (
                <SelectField
                  key={`${c} ${head}`}
                  id={`map-${i}-${c}`}
                  name={`map.${i}.${c}`}
                  label={copy.column(head)}
                  defaultValue={sheet.mapping[c] ?? ''}
                  options={[
                    { value: '', label: copy.notRead },
                    ...(shapes.find(({ name }) => name === sheet.shape)?.columns ?? []).map((column) => ({
                      value: column.field,
                      label: column.head,
                    })),
                  ]}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div className="acts bare">
          <button type="submit">{copy.again}</button>
        </div>
      </form>
    </details>
  )
}

/** Where the recommendations of an export of the UN's index belong, and whom they address. */
export function UhriForm({ uhri }: { uhri: NonNullable<PreviewReport['uhri']> }) {
  const { t } = useDeskWords()
  const copy = t.exchange
  const areas = uhri.areas.map(({ key, title }) => ({ value: key, label: title }))
  const { area, addressee, themeAreas = {} } = uhri.choice ?? {}
  return (
    <section className="part" aria-labelledby="uhri">
      <h2 id="uhri">{copy.uhri}</h2>
      <p>{copy.uhriLead}</p>
      <form method="post" aria-label={copy.uhri}>
        <input type="hidden" name="intent" value="uhri" />
        <SelectField id="area" name="area" label={copy.area} options={areas} defaultValue={area} />
        <SelectField
          id="addressee"
          name="addressee"
          label={copy.addressee}
          hint={copy.addresseeHint}
          defaultValue={addressee}
          options={uhri.actors.map(({ key, name }) => ({ value: key, label: name }))}
        />
        {uhri.themes.length > 0 && (
          <details className="more">
            <summary>{copy.themes}</summary>
            <div className="cols">
              {uhri.themes.map((theme, i) => (
                <div key={theme}>
                  <input type="hidden" name={`theme.${i}`} value={theme} />
                  <SelectField
                    id={`theme-${i}`}
                    name={`themeArea.${i}`}
                    label={theme}
                    defaultValue={Object.hasOwn(themeAreas, theme) ? themeAreas[theme] : ''}
                    options={[{ value: '', label: copy.asAbove }, ...areas]}
                  />
                </div>
              ))}
            </div>
          </details>
        )}
        <div className="acts bare">
          <button type="submit">{copy.again}</button>
        </div>
      </form>
    </section>
  )
}
