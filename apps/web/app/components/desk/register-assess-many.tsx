import { CheckField, InputField, SelectField, TextAreaField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { SourceList } from './form-frame.tsx'
import type { SourceChoice, Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'

const buildEmptyChoice = ({ t }: DeskWords) => ({ value: '', label: t.batch.change.choose })

/** One assessment for every selected row; nothing is submitted before its preview was confirmed. */
export function AssessSelection({
  count,
  versions,
  typed,
  sources,
}: {
  count: number
  /** The versions of the records that the writer saw. */
  versions: string
  typed: Typed
  sources: readonly SourceChoice[]
}) {
  const words = useDeskWords()
  const { options, t } = words
  const copy = t.batch
  return (
    <>
      <h2>{copy.change.title}</h2>
      <form method="post" aria-label={copy.change.title} key={JSON.stringify(typed)} noValidate>
        <input type="hidden" name="versions" value={versions} />
        <p>{copy.change.lead(count)}</p>
        <SelectField
          id="finding"
          name="finding"
          label={copy.change.finding}
          options={[
            buildEmptyChoice(words),
            ...options.finding.map(({ value, label }) => ({ value, label: String(label) })),
          ]}
          defaultValue={typed.finding ?? ''}
        />
        <CheckField
          id="contrary"
          name="contrary"
          label={copy.change.contrary}
          defaultChecked={typed.contrary === 'on'}
        />
        <InputField
          id="effective"
          name="effective"
          label={copy.effective}
          hint={copy.dateHint}
          short
          defaultValue={typed.effective ?? ''}
        />
        <TextAreaField
          id="rationale"
          name="rationale"
          label={copy.rationale}
          rows={4}
          defaultValue={typed.rationale ?? ''}
        />
        <SelectField
          id="confidence"
          name="confidence"
          label={copy.confidence}
          options={[buildEmptyChoice(words), ...options.confidence]}
          defaultValue={typed.confidence ?? ''}
        />
        <InputField
          id="source"
          name="source"
          label={copy.source}
          list="sources"
          autoComplete="off"
          defaultValue={typed.source ?? ''}
        />
        <InputField id="locator" name="locator" label={copy.locator} defaultValue={typed.locator ?? ''} />
        <SelectField
          id="stance"
          name="stance"
          label={copy.stance}
          options={options.stance}
          defaultValue={typed.stance ?? 'supports'}
        />
        <SelectField
          id="kind"
          name="kind"
          label={copy.kind}
          options={[buildEmptyChoice(words), ...options.evidenceKind]}
          defaultValue={typed.kind ?? ''}
        />
        <SelectField
          id="origin"
          name="origin"
          label={copy.origin}
          options={[buildEmptyChoice(words), ...options.origin]}
          defaultValue={typed.origin ?? ''}
        />
        <SourceList choices={sources} />
        <div className="acts bare">
          <button type="submit" name="intent" value="preview" className="btn-main">
            {copy.preview}
          </button>
        </div>
      </form>
    </>
  )
}
