import { type GateState, gateStates } from '@waymark/linkage/gate'
import type { ReactNode } from 'react'
import { Heading, type HeadingLevel } from './heading.tsx'
import { getGateMark, Mark, type MarkId, MarkWord } from './marks.tsx'

/** The required gates of a milestone, by state. A state left out counts none. */
export type GateCounts = Readonly<Partial<Record<GateState, number>>>

/** Graver first, so that a row of marks reads from what is wrong to what is done. */
const order: readonly GateState[] = [
  'passed-while-unmet',
  'unmet',
  'passed-while-unknown',
  'unknown',
  'waived',
  'met-at-passage',
  'met',
]

/** One mark a required gate, with the count as a sentence. Never an average. */
export function GateRow({ counts, sentence }: { counts: GateCounts; sentence: string }) {
  const marks = order.flatMap((state) => Array.from({ length: counts[state] ?? 0 }, (_, n) => ({ state, n })))
  if (marks.length === 0) return null
  return (
    <div className="gates" role="img" aria-label={sentence}>
      {marks.map(({ state, n }) => (
        <svg key={`${state}-${n}`} viewBox="0 0 20 20" aria-hidden="true">
          <use href={`#m-${getGateMark(state)}`} />
        </svg>
      ))}
    </div>
  )
}

export type MilestoneGates = {
  readonly key: string
  /** As written, or "ahead, no date set". */
  readonly date: ReactNode
  readonly title: ReactNode
  readonly href: string
  readonly counts: GateCounts
  /** "0 of 18 required gates met, 17 unmet, 1 unknown." */
  readonly sentence: string
  /** "Closed." */
  readonly verdict?: ReactNode
}

/** Milestones with their gates, one under the other. */
export function MilestoneGatesList({
  items,
  level = 3,
}: {
  items: readonly MilestoneGates[]
  level?: HeadingLevel
}) {
  return (
    <ul className="ahead">
      {items.map(({ key, date, title, href, counts, sentence, verdict }) => (
        <li key={key}>
          <span className="small quiet">{date}</span>
          <div>
            <Heading level={level}>
              <a href={href}>{title}</a>
            </Heading>
            <GateRow counts={counts} sentence={sentence} />
            <p className="small">
              {verdict !== undefined && (
                <>
                  <b>{verdict}</b>{' '}
                </>
              )}
              {sentence}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

export type GateTableRow = {
  readonly key: string
  readonly milestone: ReactNode
  readonly date: ReactNode
  readonly required: ReactNode
  /** A gate's state, or the mark of a link that is listed and not counted. */
  readonly gate: { readonly state: GateState } | { readonly mark: MarkId }
  readonly gateWord: ReactNode
  readonly standing: ReactNode
}

/** The gates of one recommendation as a table; stacked on narrow screens. */
export function GateTable({
  rows,
  words,
}: {
  rows: readonly GateTableRow[]
  words: Readonly<Record<'caption' | 'milestone' | 'date' | 'required' | 'gate' | 'standing', string>>
}) {
  return (
    <table className="plain stack">
      <caption className="vh">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.milestone}</th>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.required}</th>
          <th scope="col">{words.gate}</th>
          <th scope="col">{words.standing}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.milestone}</th>
            <td>{row.date}</td>
            <td data-l={words.required}>{row.required}</td>
            <td>
              <MarkWord
                mark={'state' in row.gate ? getGateMark(row.gate.state) : row.gate.mark}
                word={row.gateWord}
              />
            </td>
            <td className="quiet">{row.standing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Every gate's mark with its word, for the head of a matrix. */
export function GateLegend({
  words,
  extra,
}: {
  words: Readonly<Record<GateState, string>>
  extra?: ReactNode
}) {
  return (
    <ul className="leg">
      {gateStates.map((state) => (
        <li key={state} className="word">
          <Mark id={getGateMark(state)} />
          <span>{words[state]}</span>
        </li>
      ))}
      {extra}
    </ul>
  )
}
