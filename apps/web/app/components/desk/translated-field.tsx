import type { Translations } from '@waymark/api/features/translation/translation.view'
import { TextAreaField } from '@waymark/ui/field'
import { FormFrame, getControl, getFormState } from './form-frame.tsx'
import { useDeskWords } from './use-desk-words.ts'

import type { Outcome } from './written-form.ts'

type Field = Translations['fields'][number]
type Translation = Field['translations'][number]

/** One field of a recommendation: the original, and how it stands in each language, with the form that keeps it. */
export function TranslatedField({
  field: { field, original, translations },
  ofVersion,
  mayWrite,
  outcome,
}: {
  field: Field
  ofVersion: number
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { t } = useDeskWords()
  const copy = t.translation
  return (
    <section className="part" aria-labelledby={field}>
      <h2 id={field}>{copy.fields[field]}</h2>
      <p className="hint">{copy.original}</p>
      <p className="said">{original}</p>
      {translations.map((one) => (
        <TranslationPart
          key={one.language}
          field={field}
          translation={one}
          ofVersion={ofVersion}
          mayWrite={mayWrite}
          outcome={outcome}
        />
      ))}
    </section>
  )
}

function TranslationPart({
  field,
  translation: { language, state, text, translator, recordedAt, madeOf, version },
  ofVersion,
  mayWrite,
  outcome,
}: {
  field: Field['field']
  translation: Translation
  ofVersion: number
  mayWrite: boolean
  outcome: Outcome | undefined
}) {
  const { formatInstant, t } = useDeskWords()
  const copy = t.translation
  const form = getFormState(`record.${field}.${language}`, { text: text ?? '' }, outcome)
  const name = copy.into(copy.fields[field], copy.languages[language])
  return (
    <div className="translation">
      <h3>
        {copy.languages[language]}{' '}
        <span className={state === 'outdated' ? 'badge' : 'quiet'}>{copy.states[state]}</span>
      </h3>
      {text !== null && (
        <>
          <p className="said" lang={language}>
            {text}
          </p>
          <p className="hint">{copy.by(translator ?? '', formatInstant(recordedAt ?? ''))}</p>
        </>
      )}
      {madeOf !== null && (
        <div className="comment">
          <p className="hint">{copy.madeOf}</p>
          <p className="said">{madeOf}</p>
        </div>
      )}
      {mayWrite && (
        <FormFrame
          folded
          state={form}
          label={copy.label(copy.fields[field], copy.languages[language])}
          submit={copy.record(copy.languages[language])}
          hidden={{ ofVersion, basedOn: version }}
        >
          <TextAreaField label={name} rows={field === 'title' ? 2 : 5} {...getControl(form, 'text')} />
        </FormFrame>
      )}
    </div>
  )
}
