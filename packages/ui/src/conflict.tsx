import type { ReactNode } from 'react'

export type ConflictField = {
  readonly key: string
  readonly label: ReactNode
  /** The record as it stands now. */
  readonly theirs: ReactNode
  /** What was typed. */
  readonly yours: ReactNode
  readonly differs: boolean
}

export type ConflictWords = {
  readonly caption: string
  readonly theirs: string
  readonly theirsNote: ReactNode
  readonly yours: string
  readonly yoursNote: ReactNode
  /** Told with each field that differs. */
  readonly differs: string
}

/** Two versions side by side after a refused write, field by field. What differs stands out by a rule and by a word. */
export function Conflict({ fields, words }: { fields: readonly ConflictField[]; words: ConflictWords }) {
  return (
    <table className="versions stack">
      <caption className="vh">{words.caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">
            {words.theirs} <small>{words.theirsNote}</small>
          </th>
          <th scope="col">
            {words.yours} <small>{words.yoursNote}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ key, label, theirs, yours, differs }) => (
          <tr key={key} className={differs ? 'differs' : undefined}>
            <th scope="row">
              {label} {differs && <span className="badge">{words.differs}</span>}
            </th>
            <td data-l={words.theirs}>{theirs}</td>
            <td data-l={words.yours}>{yours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
