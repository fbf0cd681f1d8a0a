import type { ReactNode } from 'react'
import { Mark, type MarkId } from './marks.tsx'

/** One event of a life: its mark, its date as written, what kind it is and what happened. */
export type EventItem = {
  readonly key: string
  readonly mark: MarkId
  readonly date: ReactNode
  /** "Claim", "Finding", "Agreement". */
  readonly kind?: ReactNode
  readonly text: ReactNode
}

/** A dated column: what a timeline is on a narrow screen. Put it in the `list` of the timeline. */
export function EventList({ items }: { items: readonly EventItem[] }) {
  return (
    <ol className="evts">
      {items.map(({ key, mark, date, kind, text }) => (
        <li key={key}>
          <Mark id={mark} />
          <span>
            <span className="quiet">
              {date}
              {kind !== undefined && <> · {kind}</>}
            </span>
            <b className={mark === 'passed-while-unmet' ? 'bad' : undefined}>{text}</b>
          </span>
        </li>
      ))}
    </ol>
  )
}
