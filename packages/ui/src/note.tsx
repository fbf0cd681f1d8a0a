import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'

/** The dossier's editorial note, shown wherever the dossier is. Ink and a rule: a note is no warning. */
export function Note({
  id,
  title,
  lang,
  level = 2,
  children,
}: {
  id: string
  title: ReactNode
  lang?: string
  level?: HeadingLevel
  children: ReactNode
}) {
  return (
    <aside className="note" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {title}
      </Heading>
      <div lang={lang}>{children}</div>
    </aside>
  )
}
