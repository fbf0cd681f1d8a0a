import { desk } from '@waymark/messages/en/desk'
import { deskAssess } from '@waymark/messages/en/desk-assess'
import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import { NewSourceFields } from './source-fields.tsx'
import { buildFieldName, type Typed } from './submit-form.ts'
import { evidenceKindOptions, originOptions, stanceOptions } from './words.ts'

const copy = desk.assess
const choose = { value: '', label: copy.choose }

type RowProps = {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly row: number
}

/** What ties one control of one item to what was typed in it and what is wrong with it. */
const getControl = ({ typed, errors, row }: RowProps, field: string) => {
  const name = buildFieldName(row, field)
  const error = errors[name]
  return { id: name, name, defaultValue: typed[name] ?? '', ...(error === undefined ? {} : { error }) }
}

/** One item of evidence: its source, the place in it, and what it speaks for. */
export function EvidenceItemFields({
  position,
  removable,
  sources,
  items,
  ...props
}: RowProps & {
  readonly position: number
  readonly removable: boolean
  readonly sources: number
  readonly items: number
}) {
  const { row } = props
  const stance = getControl(props, 'stance')
  return (
    <fieldset className="item" id={`item-${row}`}>
      <legend>{copy.item(position)}</legend>
      <InputField
        label={copy.source}
        hint={deskAssess.sourceHint(sources, items)}
        list="sources"
        autoComplete="off"
        {...getControl(props, 'source')}
      />
      <p className="hint named" data-row={row} />
      <NewSourceFields getControl={(field) => getControl(props, `newSource.${field}`)} />
      <div className="pair">
        <SelectField
          label={copy.stance}
          options={stanceOptions}
          {...stance}
          defaultValue={stance.defaultValue === '' ? 'supports' : stance.defaultValue}
        />
        <SelectField
          label={copy.kind}
          options={[choose, ...evidenceKindOptions]}
          {...getControl(props, 'kind')}
        />
        <SelectField
          label={copy.origin}
          options={[choose, ...originOptions]}
          {...getControl(props, 'origin')}
        />
      </div>
      <div className="pair">
        <InputField label={copy.locator} hint={copy.locatorHint} {...getControl(props, 'locator')} />
        <InputField label={copy.factDate} hint={copy.newDateHint} {...getControl(props, 'factDate')} />
      </div>
      <TextAreaField
        label={copy.excerpt}
        hint={copy.excerptHint}
        rows={3}
        {...getControl(props, 'excerpt')}
      />
      {removable && (
        <button
          type="submit"
          name="intent"
          value={`remove-evidence.${row}`}
          formAction="#evidence"
          formNoValidate
          className="quietly"
        >
          {copy.remove(position)}
        </button>
      )}
    </fieldset>
  )
}
