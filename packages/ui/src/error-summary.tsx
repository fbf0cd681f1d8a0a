import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'

/** One fault: what is wrong and what to do; `field` is the id of the field that it is about. */
export type FieldError = { readonly field?: string; readonly message: ReactNode }

/** All faults of a form, on top of it, each a link to its field. Nothing when there is none. */
export function ErrorSummary({
  id,
  title,
  errors,
  level = 2,
}: {
  id: string
  title: ReactNode
  errors: readonly FieldError[]
  level?: HeadingLevel
}) {
  if (errors.length === 0) return null
  return (
    <div className="errors" role="alert" tabIndex={-1} aria-labelledby={id}>
      <Heading level={level} id={id}>
        {title}
      </Heading>
      <ul>
        {errors.map(({ field, message }, index) => (
          <li key={index}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
