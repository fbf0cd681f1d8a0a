import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { Mark, type MarkId } from './marks.tsx'

type FieldProps = {
  /** Unique on the page; also the target of the error summary. */
  readonly id: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
}

/** What ties a control to its hint and its error. The ids are `<id>-hint` and `<id>-error`. */
export function getFieldAttributes({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const described = [hint === undefined ? [] : `${id}-hint`, error === undefined ? [] : `${id}-error`].flat()
  return {
    id,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': true as const }),
  }
}

/** Label, hint, error, then the control, which takes `getFieldAttributes`. */
export function Field({
  id,
  label,
  hint,
  error,
  short,
  children,
}: FieldProps & { short?: boolean; children: ReactNode }) {
  const kind = error === undefined ? 'fld' : 'fld wrong'
  return (
    <div className={short ? `${kind} short` : kind}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

type Own<T> = FieldProps & Omit<T, keyof FieldProps | 'children'> & { readonly short?: boolean }

export function InputField({
  id,
  label,
  hint,
  error,
  short = false,
  ...rest
}: Own<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ id, label, hint, error, short }}>
      <input {...rest} {...getFieldAttributes({ id, hint, error })} />
    </Field>
  )
}

export function TextAreaField({
  id,
  label,
  hint,
  error,
  short = false,
  ...rest
}: Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ id, label, hint, error, short }}>
      <textarea {...rest} {...getFieldAttributes({ id, hint, error })} />
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: string }

export function SelectField({
  id,
  label,
  hint,
  error,
  short = false,
  options,
  ...rest
}: Own<SelectHTMLAttributes<HTMLSelectElement>> & { readonly options: readonly Option[] }) {
  return (
    <Field {...{ id, label, hint, error, short }}>
      <select {...rest} {...getFieldAttributes({ id, hint, error })}>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A box to tick, the mark of what it means beside the words. */
export function CheckField({
  id,
  label,
  mark,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'> &
  Pick<FieldProps, 'id' | 'label'> & { readonly mark?: MarkId }) {
  return (
    <label className="tick" htmlFor={id}>
      <input {...rest} id={id} type="checkbox" />
      {mark !== undefined && <Mark id={mark} />}
      <span>{label}</span>
    </label>
  )
}

export type LevelOption = {
  readonly value: string
  readonly mark: MarkId
  readonly label: string
  readonly hint?: string
  readonly shortcut?: string
}

/** One level out of a scale: marks with words, the shortcut at the end. `id` is the first option's, so that an error can lead there. */
export function LevelField({
  id,
  name,
  legend,
  error,
  options,
  defaultValue,
}: {
  id: string
  name: string
  legend: ReactNode
  error?: ReactNode
  options: readonly LevelOption[]
  defaultValue?: string
}) {
  const described = error === undefined ? {} : { 'aria-describedby': `${id}-error` }
  return (
    <fieldset className={error === undefined ? 'lvls' : 'lvls fld wrong'} {...described}>
      <legend>
        {legend}
        {error !== undefined && (
          <span className="err" id={`${id}-error`}>
            {error}
          </span>
        )}
      </legend>
      {options.map(({ value, mark, label, hint, shortcut }, index) => (
        <label className="o" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            id={index === 0 ? id : undefined}
            defaultChecked={value === defaultValue}
          />
          <Mark id={mark} />
          <span>
            {label} {hint !== undefined && <small>{hint}</small>}
          </span>
          {shortcut !== undefined && <kbd>{shortcut}</kbd>}
        </label>
      ))}
    </fieldset>
  )
}
