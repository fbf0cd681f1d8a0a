import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'
import { Mark, type MarkId } from './marks.tsx'

/**
 * The finding in force: mark, word, reason.
 *
 * @param title the heading, "The finding, in force on 30 June 2017"
 * @param terms effective date, confidence, how long it holds, what it was before
 */
export function Finding({
  id,
  title,
  mark,
  word,
  reason,
  terms,
  level = 2,
}: {
  id: string
  title: ReactNode
  mark: MarkId
  word: ReactNode
  reason?: ReactNode
  terms?: ReactNode
  level?: HeadingLevel
}) {
  return (
    <section className="finding" aria-labelledby={id}>
      <Heading level={level} id={id} className="cap">
        {title}
      </Heading>
      <p className="lvl">
        <Mark id={mark} />
        <span>{word}</span>
      </p>
      {reason !== undefined && <p className="why">{reason}</p>}
      {terms !== undefined && <p className="terms small quiet">{terms}</p>}
    </section>
  )
}
