import type { Stance } from '@waymark/assessment/evidence'
import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'
import { Mark } from './marks.tsx'

export type Evidence = {
  readonly key: string
  readonly title: ReactNode
  readonly href: string
  readonly excerpt?: ReactNode
  /** Language of the excerpt where it is not the page's. */
  readonly excerptLang?: string
  /** Publisher, date, language; then kind, origin, date of the fact, archived copy: a line each. */
  readonly meta: readonly ReactNode[]
}

/** One item of evidence, from its source. */
export function EvidenceCard({ evidence }: { evidence: Evidence }) {
  const { title, href, excerpt, excerptLang, meta } = evidence
  return (
    <article className="card">
      <p className="t">
        <a href={href}>{title}</a>
      </p>
      {excerpt !== undefined && <blockquote lang={excerptLang}>{excerpt}</blockquote>}
      <p className="m">
        {meta.map((line, index) => (
          <span key={index} className="line">
            {line}
          </span>
        ))}
      </p>
    </article>
  )
}

export type EvidenceGroup = {
  readonly stance: Stance
  readonly id: string
  readonly title: ReactNode
  readonly items: readonly Evidence[]
}

/** What speaks for the finding beside what speaks against it; context under the second. Empty groups are left out. */
export function EvidenceColumns({
  groups,
  level = 3,
}: {
  groups: readonly EvidenceGroup[]
  level?: HeadingLevel
}) {
  const full = groups.filter(({ items }) => items.length > 0)
  const left = full.filter(({ stance }) => stance === 'supports')
  const right = full.filter(({ stance }) => stance !== 'supports')
  return (
    <div className="ev">
      {[left, right]
        .filter((column) => column.length > 0)
        .map((column) => (
          <div key={column.map(({ id }) => id).join()}>
            {column.map(({ stance, id, title, items }) => (
              <section key={id} aria-labelledby={id}>
                <Heading level={level} id={id} className="st">
                  <Mark id={stance} /> {title}
                </Heading>
                {items.map((item) => (
                  <EvidenceCard key={item.key} evidence={item} />
                ))}
              </section>
            ))}
          </div>
        ))}
    </div>
  )
}
