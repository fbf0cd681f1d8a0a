import { InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { acceptedFiles } from './evidence-form.tsx'
import { NewSourceFields } from './source-fields.tsx'
import { buildFieldName, type Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'

const buildEmptyChoice = ({ t }: DeskWords) => ({ value: '', label: t.desk.assess.choose })

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

/**
 * A file that shows it: chosen or dropped, kept as soon as the form is sent, and made an item of evidence with what the row says.
 */
function FileField(props: RowProps) {
  const { t } = useDeskWords()
  const copyOfFile = t.assess.file
  const { typed, row } = props
  const [file, name] = ['file', 'fileName'].map((field) => typed[buildFieldName(row, field)] ?? '')
  const { defaultValue: _, ...upload } = getControl(props, 'upload')
  return (
    <details className="fld more" open={file !== '' || upload.error !== undefined}>
      <summary>{copyOfFile.summary}</summary>
      {file === '' ? (
        <InputField
          label={t.evidence.upload}
          hint={copyOfFile.hint}
          type="file"
          accept={acceptedFiles}
          {...upload}
        />
      ) : (
        <p>
          <input type="hidden" name={buildFieldName(row, 'file')} value={file} />
          <input type="hidden" name={buildFieldName(row, 'fileName')} value={name} />
          {copyOfFile.kept(name ?? '')}
        </p>
      )}
      <div className="acts bare">
        <button
          type="submit"
          name="intent"
          value={`attach.${row}`}
          formAction={`#item-${row}`}
          className="quietly"
        >
          {copyOfFile.attach}
        </button>
        {file !== '' && (
          <button
            type="submit"
            name="intent"
            value={`detach.${row}`}
            formAction={`#item-${row}`}
            className="quietly"
          >
            {copyOfFile.detach}
          </button>
        )}
      </div>
    </details>
  )
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
  const words = useDeskWords()
  const { options, t } = words
  const copy = t.desk.assess
  const { row } = props
  const stance = getControl(props, 'stance')
  return (
    <fieldset className="item" id={`item-${row}`}>
      <legend>{copy.item(position)}</legend>
      <InputField
        label={copy.source}
        hint={t.assess.sourceHint(sources, items)}
        list="sources"
        autoComplete="off"
        {...getControl(props, 'source')}
      />
      <p className="hint named" data-row={row} />
      <NewSourceFields getControl={(field) => getControl(props, `newSource.${field}`)} />
      <div className="pair">
        <SelectField
          label={copy.stance}
          options={options.stance}
          {...stance}
          defaultValue={stance.defaultValue === '' ? 'supports' : stance.defaultValue}
        />
        <SelectField
          label={copy.kind}
          options={[buildEmptyChoice(words), ...options.evidenceKind]}
          {...getControl(props, 'kind')}
        />
        <SelectField
          label={copy.origin}
          options={[buildEmptyChoice(words), ...options.origin]}
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
      <FileField {...props} />
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
