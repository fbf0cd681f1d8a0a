import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'

/**
 * A section under an ink rule: its name and a note in the margin, the matter beside it.
 *
 * @param id the heading's id; the section is named by it
 * @param layout `side` puts the name in the margin on wide pages, `full` above matter that needs the width
 * @param hideTitle keeps the heading for assistive technology only, under a faint rule
 */
export function Section({
  id,
  title,
  note,
  layout = 'side',
  level = 2,
  hideTitle = false,
  children,
}: {
  id: string
  title: ReactNode
  note?: ReactNode
  layout?: 'side' | 'full'
  level?: HeadingLevel
  hideTitle?: boolean
  children: ReactNode
}) {
  const kind = layout === 'side' && !hideTitle ? 'sec side' : 'sec'
  return (
    <section className={hideTitle ? `${kind} faint` : kind} aria-labelledby={id}>
      <div className="lab">
        <Heading level={level} id={id} {...(hideTitle ? { className: 'vh' } : {})}>
          {title}
        </Heading>
        {note !== undefined && <p>{note}</p>}
      </div>
      <div className="mat">{children}</div>
    </section>
  )
}

/** The page's opening: a line above, the finding as a sentence, what else must be said at once. */
export function PageHead({ over, title, lead }: { over?: ReactNode; title: ReactNode; lead?: ReactNode }) {
  return (
    <div className="head">
      {over !== undefined && <p className="over">{over}</p>}
      <h1>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  )
}
