import { desk } from '@waymark/messages/en/desk'
import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import { buildFieldName, hasNewSource, newSourceFields, type Typed } from './submit-form.ts'
import { evidenceKindOptions, originOptions, sourceKindOptions, stanceOptions } from './words.ts'

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

/** A source that is not yet on record. Open when something is typed in it or wrong with it. */
function NewSourceFields(props: RowProps) {
  const { typed, errors, row } = props
  const isOpen =
    hasNewSource(typed, row) ||
    newSourceFields.some((field) => errors[buildFieldName(row, `newSource.${field}`)] !== undefined)
  const control = (field: string) => getControl(props, `newSource.${field}`)
  return (
    <details className="fld more" open={isOpen}>
      <summary>{copy.newSource}</summary>
      <InputField label={copy.newTitle} {...control('title')} />
      <div className="pair">
        <InputField label={copy.newPublisher} {...control('publisher')} />
        <SelectField label={copy.newKind} options={[choose, ...sourceKindOptions]} {...control('kind')} />
      </div>
      <div className="pair">
        <InputField label={copy.newDate} hint={copy.newDateHint} {...control('date')} />
        <InputField
          label={copy.newLanguage}
          hint={copy.newLanguageHint}
          {...control('language')}
          autoCapitalize="none"
        />
      </div>
      <InputField label={copy.newUrl} inputMode="url" {...control('url')} />
    </details>
  )
}

/** One item of evidence: its source, the place in it, and what it speaks for. */
export function EvidenceItemFields({
  position,
  removable,
  sources,
  ...props
}: RowProps & { readonly position: number; readonly removable: boolean; readonly sources: number }) {
  const { row } = props
  const stance = getControl(props, 'stance')
  return (
    <fieldset className="item" id={`item-${row}`}>
      <legend>{copy.item(position)}</legend>
      <InputField
        label={copy.source}
        hint={copy.sourceHint(sources)}
        list="sources"
        autoComplete="off"
        {...getControl(props, 'source')}
      />
      <NewSourceFields {...props} />
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
