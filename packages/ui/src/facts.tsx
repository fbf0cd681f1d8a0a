import type { ReactNode } from 'react'

export type Fact = { readonly key: string; readonly term: ReactNode; readonly text: ReactNode }

/** A definition list: terms in the margin, texts beside them. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ key, term, text }) => (
        <div className="fact" key={key}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
