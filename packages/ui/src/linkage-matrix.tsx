import type { GateState } from '@waymark/linkage/gate'
import { Fragment, type ReactNode } from 'react'
import { getGateMark, Mark, MarkWord } from './marks.tsx'

/** A cell: a required gate, or a link that is listed and not counted. Nothing at all where there is no link. */
export type MatrixCell = {
  readonly href: string
  /** The whole state as a sentence: the cell's name. */
  readonly name: string
  /** The word of the list form: "passed while unmet". */
  readonly word: string
} & (
  | {
      readonly kind: 'gate'
      readonly state: GateState
      /** Short word in the cell, with the sign of what came since: "unmet =". */
      readonly short: string
    }
  | { readonly kind: 'listed' }
)

export type MatrixColumn = {
  readonly key: string
  readonly title: string
  readonly href: string
  readonly date: string
  /** The count under the column, "8 of 18 passed while unmet". */
  readonly foot: ReactNode
}

export type MatrixRow = {
  readonly key: string
  readonly ref: string
  readonly title: ReactNode
  readonly href: string
  readonly cells: Readonly<Record<string, MatrixCell>>
}

/** Rows under their concern area; the heading of a group may be left out for a short matrix. */
export type MatrixGroup = {
  readonly key: string
  readonly title?: ReactNode
  readonly rows: readonly MatrixRow[]
}

export type MatrixWords = {
  /** Names the matrix; should say what an empty cell means. */
  readonly caption: string
  readonly recommendation: string
  readonly foot: string
}

/** More columns than this scroll sideways, with the recommendations staying in sight. */
const mostInPage = 6

/**
 * Recommendations × milestones. "Passed while unmet" fills its cell. An empty cell is empty: in a large matrix most are,
 * and nothing is sent for them. Under 960 px the same as a list.
 */
export function LinkageMatrix({
  columns,
  groups,
  words,
}: {
  columns: readonly MatrixColumn[]
  groups: readonly MatrixGroup[]
  words: MatrixWords
}) {
  const table = <MatrixTable columns={columns} groups={groups} words={words} />
  return (
    <>
      {columns.length > mostInPage ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="mxw wide" tabIndex={0} aria-label={words.caption}>
          {table}
        </section>
      ) : (
        <div className="mxw">{table}</div>
      )}
      <ol className="mxl">
        {groups.map((group) => (
          <Fragment key={group.key}>
            {group.title !== undefined && <li className="grp">{group.title}</li>}
            {group.rows.map((row) => (
              <li key={row.key}>
                <a href={row.href}>{row.title}</a> <span className="ref">{row.ref}</span>
                <ul>
                  {columns.map(({ key, title, date }) => {
                    const cell = row.cells[key]
                    return cell && <ListCell key={key} cell={cell} step={`${title}, ${date}`} />
                  })}
                </ul>
              </li>
            ))}
          </Fragment>
        ))}
      </ol>
    </>
  )
}

function MatrixTable({
  columns,
  groups,
  words,
}: {
  columns: readonly MatrixColumn[]
  groups: readonly MatrixGroup[]
  words: MatrixWords
}) {
  return (
    <table className="mx">
      <caption className="vh">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.recommendation}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              <a href={column.href}>{column.title}</a>
              <span>{column.date}</span>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          {group.title !== undefined && (
            <tr className="grp">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span>{group.title}</span>
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <div className="rt">
                  <span className="ref">{row.ref}</span> <a href={row.href}>{row.title}</a>
                </div>
              </th>
              {columns.map(({ key }) => {
                const cell = row.cells[key]
                return cell === undefined ? <td key={key} /> : <Cell key={key} cell={cell} />
              })}
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{words.foot}</th>
          {columns.map(({ key, foot }) => (
            <td key={key}>{foot}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

const cellClass: Partial<Record<GateState, string>> = {
  'passed-while-unmet': 'pu',
  'passed-while-unknown': 'pk',
}

function Cell({ cell }: { cell: MatrixCell }) {
  return (
    <td className={cell.kind === 'gate' ? cellClass[cell.state] : undefined}>
      <a href={cell.href} title={cell.name}>
        {cell.kind === 'gate' ? (
          <>
            <Mark id={getGateMark(cell.state)} />
            <span aria-hidden="true">{cell.short}</span>
          </>
        ) : (
          <span className="dot" aria-hidden="true" />
        )}
        <span className="vh">{cell.name}</span>
      </a>
    </td>
  )
}

function ListCell({ cell, step }: { cell: MatrixCell; step: string }) {
  const word = (
    <a href={cell.href}>
      {step}: <b>{cell.word}</b>
    </a>
  )
  return (
    <li>
      {cell.kind === 'gate' ? (
        <MarkWord mark={getGateMark(cell.state)} word={word} />
      ) : (
        <span className="word quiet">
          <span className="dot" aria-hidden="true" />
          <span>{word}</span>
        </span>
      )}
    </li>
  )
}
