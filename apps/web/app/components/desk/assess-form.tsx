import { CheckField, InputField, LevelField, SelectField, TextAreaField } from '@waymark/ui/field'
import type { ReactNode } from 'react'
import type { ItemChoice } from './assess/item-choice.ts'
import { EvidenceItemFields } from './evidence-fields.tsx'
import { SourceOptions } from './form-frame.tsx'
import { PageForm } from './page-link.tsx'
import { listEvidenceRows, type SourceChoice, type Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessForm } from './views.ts'

type FormProps = {
  readonly form: AssessForm
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly choices: readonly SourceChoice[]
  /** Items of evidence that may be named in place of a source. */
  readonly items?: readonly ItemChoice[]
  readonly draftRev: number | null
  /** The version to submit on top of, after the record moved on. */
  readonly newVersion: number | null
  /** The revision of a draft kept elsewhere, to be replaced by this one. */
  readonly draftMoved: number | null
  /** The page's own address, without a fragment: an old one would lead past the errors. */
  readonly action: string
  /** Where to go on after it was submitted, as an address of the desk; the record where it is left out. */
  readonly next?: string
  /** What stands above the buttons: the rules as they apply. */
  readonly notices: ReactNode
  /** True once a draft is kept that was not there when the page was made. */
  readonly keptNow?: boolean
}

const hidden = ['basedOn', 'from', 'supersedes'] as const

/** Finding, date, step, confidence, rationale. */
function FindingFields({ form, typed, errors }: Pick<FormProps, 'form' | 'typed' | 'errors'>) {
  const { options, t } = useDeskWords()
  const copy = t.desk.assess
  const control = (name: string) => ({
    id: name,
    name,
    defaultValue: typed[name] ?? '',
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  })
  const steps = [
    { value: '', label: copy.wholeRecommendation },
    ...form.steps.map(({ key, text }) => ({ value: key, label: text })),
  ]
  return (
    <>
      {typed.supersedes !== undefined && (
        <TextAreaField label={copy.reason} hint={copy.reasonHint} rows={2} {...control('reason')} />
      )}
      <LevelField
        id="finding"
        name="finding"
        legend={copy.finding}
        options={options.finding}
        {...(errors.finding === undefined ? {} : { error: errors.finding })}
        {...(typed.finding === undefined ? {} : { defaultValue: typed.finding })}
      />
      <div className={errors.contrary === undefined ? 'fld' : 'fld wrong'}>
        {errors.contrary !== undefined && <p className="err">{errors.contrary}</p>}
        <CheckField
          id="contrary"
          name="contrary"
          label={copy.contrary}
          mark="contrary"
          defaultChecked={typed.contrary === 'on'}
          aria-describedby="contrary-hint"
        />
        <p className="hint" id="contrary-hint">
          {copy.contraryHint}
        </p>
      </div>
      <InputField
        label={copy.effective}
        hint={copy.effectiveHint}
        short
        autoComplete="off"
        {...control('effective')}
      />
      {form.steps.length > 0 && (
        <SelectField label={copy.step} hint={copy.stepHint} options={steps} {...control('step')} />
      )}
      <SelectField
        label={copy.confidence}
        short
        options={[{ value: '', label: copy.choose }, ...options.confidence]}
        {...control('confidence')}
      />
      <TextAreaField label={copy.rationale} hint={copy.rationaleHint} rows={6} {...control('rationale')} />
    </>
  )
}

/**
 * The assess form. Every button sends the whole form, so that nothing typed is ever lost; the fragments in the
 * buttons' addresses bring the reader back to where they were.
 */
export function AssessFormFields({
  form,
  typed,
  errors,
  choices,
  items = [],
  draftRev,
  newVersion,
  draftMoved,
  action,
  next: nextPage,
  notices,
  keptNow = false,
}: FormProps) {
  const { t } = useDeskWords()
  const copy = t.desk.assess
  const rows = listEvidenceRows(typed)
  const next = (rows.at(-1) ?? 0) + 1
  return (
    <PageForm
      method="post"
      encType="multipart/form-data"
      action={action}
      noValidate
      className="assessing"
      aria-label={copy.title(form.ref)}
    >
      {/* Enter in a text field presses the first button of a form: this one, not “Remove”. */}
      <button type="submit" name="intent" value="submit" className="vh" tabIndex={-1} aria-hidden="true" />
      {hidden.map(
        (name) =>
          typed[name] !== undefined && <input key={name} type="hidden" name={name} value={typed[name]} />,
      )}
      {nextPage !== undefined && <input type="hidden" name="next" value={nextPage} />}
      <input type="hidden" name="draftRev" defaultValue={draftRev ?? ''} />
      <InputField
        id="line"
        name="line"
        label={t.assess.line}
        hint={t.assess.lineHint}
        autoComplete="off"
        defaultValue={typed.line ?? ''}
      />
      <FindingFields form={form} typed={typed} errors={errors} />
      <section aria-labelledby="evidence">
        <h2 id="evidence">{copy.evidence}</h2>
        <p className="hint">{copy.evidenceHint}</p>
        {rows.map((row, index) => (
          <EvidenceItemFields
            key={row}
            row={row}
            position={index + 1}
            removable={rows.length > 1}
            sources={choices.length}
            items={items.length}
            typed={typed}
            errors={errors}
          />
        ))}
        <button
          type="submit"
          name="intent"
          value="add-evidence"
          formAction={`#item-${next}`}
          className="quietly"
        >
          {copy.add}
        </button>
        <datalist id="sources">
          <SourceOptions choices={choices} />
          {items.map(({ id, label }) => (
            <option key={id} value={label} />
          ))}
        </datalist>
      </section>
      {notices}
      <div className="acts">
        {newVersion === null ? (
          <button type="submit" name="intent" value="submit" className="btn-main">
            {copy.submit}
          </button>
        ) : (
          <button type="submit" name="intent" value={`submit-on.${newVersion}`} className="btn-main">
            {copy.onTop}
          </button>
        )}
        <button
          type="submit"
          name="intent"
          value={draftMoved === null ? 'keep-draft' : `keep-draft-on.${draftMoved}`}
        >
          {draftMoved === null ? copy.keepDraft : copy.draftReplace}
        </button>
        {(form.draft !== null || keptNow) && (
          <button type="submit" name="intent" value="discard-draft">
            {copy.discardDraft}
          </button>
        )}
        <p className="hint">{t.assess.keys}</p>
        <p className="hint">
          {copy.basedOn(Number(typed.basedOn ?? form.version))}{' '}
          {form.dossier.selfPublication ? copy.selfNote : copy.reviewNote}
        </p>
      </div>
    </PageForm>
  )
}
