import type { GateState } from '@waymark/linkage/gate'
import { Fragment, type ReactNode } from 'react'
import { getGateMark, Mark, MarkWord } from './marks.tsx'

/** A cell: a required gate, or a link that is listed and not counted. Nothing at all where there is no link. */
export type MatrixCell =
  | {
      readonly kind: 'gate'
      readonly state: GateState
      readonly href: string
      /** Short word in the cell, with the sign of what came since: "unmet =". */
      readonly short: string
      /** The whole state as a sentence: the link's name. */
      readonly name: string
      /** The word of the list view: "passed while unmet". */
      readonly word: string
    }
  | { readonly kind: 'listed'; readonly name: string }

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
  readonly title: string
  readonly href: string
  readonly cells: Readonly<Record<string, MatrixCell>>
}

/** Rows under their concern area; the heading of a group may be left out for a short matrix. */
export type MatrixGroup = {
  readonly key: string
  readonly title?: string
  readonly rows: readonly MatrixRow[]
}

export type MatrixWords = {
  readonly caption: string
  readonly recommendation: string
  readonly noLink: string
  readonly foot: string
}

/** Recommendations × milestones. "Passed while unmet" fills its cell. Under 960 px the same as a list. */
export function LinkageMatrix({
  columns,
  groups,
  words,
}: {
  columns: readonly MatrixColumn[]
  groups: readonly MatrixGroup[]
  words: MatrixWords
}) {
  return (
    <>
      <div className="mxw">
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
                    {group.title}
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
                  {columns.map((column) => (
                    <Cell key={column.key} cell={row.cells[column.key]} noLink={words.noLink} />
                  ))}
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
      </div>
      <ol className="mxl">
        {groups.map((group) => (
          <Fragment key={group.key}>
            {group.rows.map((row) => (
              <li key={row.key}>
                <a href={row.href}>{row.title}</a> <span className="ref">{row.ref}</span>
                <ul>
                  {columns.map(({ key, title, date }) => {
                    const cell = row.cells[key]
                    if (cell === undefined || cell.kind === 'listed') return null
                    return (
                      <li key={key}>
                        <MarkWord
                          mark={getGateMark(cell.state)}
                          word={
                            <>
                              {title}, {date}: <b>{cell.word}</b>
                            </>
                          }
                        />
                      </li>
                    )
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

const cellClass: Partial<Record<GateState, string>> = {
  'passed-while-unmet': 'pu',
  'passed-while-unknown': 'pk',
}

function Cell({ cell, noLink }: { cell: MatrixCell | undefined; noLink: string }) {
  if (cell === undefined) {
    return (
      <td>
        <span className="vh">{noLink}</span>
      </td>
    )
  }
  if (cell.kind === 'listed') {
    return (
      <td>
        <span className="dot" aria-hidden="true" />
        <span className="vh">{cell.name}</span>
      </td>
    )
  }
  return (
    <td className={cellClass[cell.state]}>
      <a href={cell.href} title={cell.name}>
        <Mark id={getGateMark(cell.state)} />
        <span aria-hidden="true">{cell.short}</span>
        <span className="vh">{cell.name}</span>
      </a>
    </td>
  )
}
