import type { ReactNode } from 'react'
import { type DistributionCounts, DistributionUnits, getDistributionScale } from './distribution.tsx'
import { IndexAxis, IndexInterval, type Interval } from './index-interval.tsx'

/** One concern area. Sentences are resolved; `interval` is null where nothing is applicable. */
export type AreaRow = {
  readonly key: string
  readonly title: ReactNode
  readonly href: string
  readonly counts: DistributionCounts
  /** "3 going backwards, 2 no progress, 2 unknown": shown under the drawing, and its name. */
  readonly distribution: string
  /** "5 of 7". */
  readonly coverage: string
  readonly interval: Interval | null
  /** "Index between 0 and 29 of 100": the bar's name. */
  readonly indexLabel: string
  readonly direction: ReactNode
}

/** All areas together, with the note on how the mean is taken. */
export type AreaTotal = Omit<AreaRow, 'key' | 'href' | 'counts'> & { readonly note: ReactNode }

export type AreaTableWords = {
  readonly caption: string
  readonly area: string
  readonly distribution: string
  readonly coverage: string
  readonly index: string
  readonly direction: string
  /** Stands where there is no index. */
  readonly notApplicable: string
}

/** The scorecard's table: a row an area, the ink line at one place in all rows. Under 960 px a list. */
export function AreaTable({
  rows,
  total,
  words,
}: {
  rows: readonly AreaRow[]
  total?: AreaTotal
  words: AreaTableWords
}) {
  const scale = getDistributionScale(rows.map((row) => row.counts))
  return (
    <table className="areas">
      <caption className="vh">{words.caption}</caption>
      <colgroup>
        <col className="ax1" />
        <col className="ax2" />
        <col className="ax3" />
        <col className="ax4" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{words.area}</th>
          <th scope="col">{words.distribution}</th>
          <th scope="col" className="num">
            {words.coverage}
          </th>
          <th scope="col">
            <IndexAxis title={words.index} />
          </th>
          <th scope="col">{words.direction}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <a href={row.href}>{row.title}</a>
            </th>
            <td>
              <DistributionUnits counts={row.counts} label={row.distribution} scale={scale} />
              {/* the same sentence for the eye; assistive technology has it as the drawing's name */}
              <p aria-hidden="true">{row.distribution}</p>
            </td>
            <Figures row={row} words={words} />
          </tr>
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot>
          <tr>
            <th scope="row">
              {total.title} <small>{total.note}</small>
            </th>
            <td>
              <small>{total.distribution}</small>
            </td>
            <Figures row={total} words={words} />
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Figures({
  row,
  words,
}: {
  row: Pick<AreaRow, 'coverage' | 'interval' | 'indexLabel' | 'direction'>
  words: AreaTableWords
}) {
  return (
    <>
      <td className="num" data-l={words.coverage}>
        <span>{row.coverage}</span>
      </td>
      <td data-l={words.index}>
        {row.interval === null ? (
          <span className="quiet">{words.notApplicable}</span>
        ) : (
          <IndexInterval interval={row.interval} label={row.indexLabel} />
        )}
      </td>
      <td className="tiny" data-l={words.direction}>
        <span>{row.direction}</span>
      </td>
    </>
  )
}
