import { InputField, SelectField } from '@waymark/ui/field'
import type { DeskWords } from './desk-words.ts'
import { newSourceFields } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'

const buildEmptyChoice = ({ t }: DeskWords) => ({ value: '', label: t.desk.assess.choose })

/** The parts of a new source, which go with the choice of a source: see `Followers`. */
export const newSourceFollows: Readonly<Record<string, string>> = Object.fromEntries(
  newSourceFields.map((field) => [`newSource.${field}`, 'source']),
)

/** A source and the place in it in the words of a comparison. */
export const listCitedConflict = ({ t }: DeskWords) =>
  [
    { name: 'source', label: t.linkage.source },
    { name: 'locator', label: t.linkage.locator },
  ] as const

/** What ties one control to what was typed in it and what is wrong with it. */
export type Control = {
  readonly id: string
  readonly name: string
  readonly defaultValue: string
  readonly error?: string
}

/** A source that is not yet on record. Open when something is typed in it or wrong with it. */
export function NewSourceFields({ getControl }: { getControl: (field: string) => Control }) {
  const words = useDeskWords()
  const { options, t } = words
  const copy = t.desk.assess
  const isOpen = newSourceFields.some((field) => {
    const { defaultValue, error } = getControl(field)
    return defaultValue.trim() !== '' || error !== undefined
  })
  return (
    <details className="fld more" open={isOpen}>
      <summary>{copy.newSource}</summary>
      <InputField label={copy.newTitle} {...getControl('title')} />
      <div className="pair">
        <InputField label={copy.newPublisher} {...getControl('publisher')} />
        <SelectField
          label={copy.newKind}
          options={[buildEmptyChoice(words), ...options.sourceKind]}
          {...getControl('kind')}
        />
      </div>
      <div className="pair">
        <InputField label={copy.newDate} hint={copy.newDateHint} {...getControl('date')} />
        <InputField
          label={copy.newLanguage}
          hint={copy.newLanguageHint}
          {...getControl('language')}
          autoCapitalize="none"
        />
      </div>
      <InputField label={copy.newUrl} inputMode="url" {...getControl('url')} />
    </details>
  )
}
