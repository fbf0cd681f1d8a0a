import type { GateState } from '@waymark/linkage/gate'
import { desk } from '@waymark/messages/en/desk'
import { getGateMark, Mark, MarkWord } from '@waymark/ui/marks'
import { buildSortHref, getSortState, type RegisterQuery, type SortColumn } from './register-query.ts'
import type { RegisterList } from './views.ts'
import { formatDate, getFindingWord, getStandingWord } from './words.ts'

const copy = desk.register
type Row = RegisterList['rows'][number]

/** A column's head: a link that sorts by it, the other way when it is sorted so already. */
function SortHead({ query, column }: { query: RegisterQuery; column: SortColumn }) {
  const sort = getSortState(query, column)
  return (
    <th scope="col" aria-sort={sort === 'none' ? undefined : sort}>
      <a href={buildSortHref(query, column)}>
        {copy.columns[column]}
        {sort !== 'none' && <span aria-hidden="true">{sort === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </a>
    </th>
  )
}

type GateCount = { readonly state: GateState; readonly count: number; readonly label: string }

/** The required gates of a row by how they stand, those passed while unmet apart from those still ahead. */
function listGates({ gates }: Row): GateCount[] {
  const ahead = gates.unmet - gates.passedWhileUnmet
  const all: GateCount[] = [
    {
      state: 'passed-while-unmet',
      count: gates.passedWhileUnmet,
      label: copy.passedUnmet(gates.passedWhileUnmet),
    },
    { state: 'unmet', count: ahead, label: copy.openUnmet(ahead) },
    { state: 'unknown', count: gates.unknown, label: copy.unknownGates(gates.unknown) },
    { state: 'met', count: gates.met, label: copy.metGates(gates.met) },
  ]
  return all.filter(({ count }) => count > 0)
}

function Gates({ gates }: { gates: readonly GateCount[] }) {
  if (gates.length === 0) {
    return (
      <span className="quiet">
        <span aria-hidden="true">–</span>
        <span className="vh">{copy.noGates}</span>
      </span>
    )
  }
  return gates.map(({ state, count, label }) => (
    <span key={state} className="gate">
      <Mark id={getGateMark(state)} />
      <span aria-hidden="true">{count}</span>
      <span className="vh">{label}</span>
    </span>
  ))
}

function RegisterRow({ row, dossier, mayAssess }: { row: Row; dossier: string; mayAssess: boolean }) {
  const href = `/desk/${dossier}/recommendations/${row.ref}`
  const gates = listGates(row)
  const stale = row.standing.kind === 'unknown' && row.standing.reason === 'stale'
  return (
    <tr>
      <td className="nowrap quiet">{row.ref}</td>
      <th scope="row">
        <a href={href}>{row.title}</a> {row.left && <span className="badge">{copy.left}</span>}
      </th>
      <td className="nowrap">
        <MarkWord {...getStandingWord(row.standing)} />
        {stale && row.finding !== null && ' '}
        {stale && row.finding !== null && (
          <span className="was">
            {copy.was} {getFindingWord(row.finding).word.toLowerCase()}
          </span>
        )}
      </td>
      <td className={row.finding === null ? 'nowrap nil' : 'nowrap'} data-l={copy.columns.effective}>
        {row.finding === null ? <span className="quiet">–</span> : formatDate(row.finding.effective)}
      </td>
      <td className={row.finding === null ? 'num nil' : 'num'} data-l={copy.evidenceInFull}>
        {row.finding?.evidence ?? <span className="quiet">–</span>}
      </td>
      <td className={gates.length === 0 ? 'nowrap nil' : 'nowrap'} data-l={copy.columns.gates}>
        <Gates gates={gates} />
      </td>
      <td className="nowrap quiet" data-l={copy.columns.issued}>
        {formatDate(row.issued)}
      </td>
      {mayAssess && (
        <td>
          <a href={`${href}/assess`} aria-label={copy.assessLabel(row.ref)}>
            {copy.assess}
          </a>
        </td>
      )}
    </tr>
  )
}

/** The register's rows. On a wide page a grid that sorts by its heads; on a narrow one, a block a row. */
export function RegisterTable({
  query,
  list,
  mayAssess,
}: {
  query: RegisterQuery
  list: RegisterList
  mayAssess: boolean
}) {
  if (list.rows.length === 0) return <p className="pad">{copy.none}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={copy.tableLabel}>
      <table className="grid">
        <thead>
          <tr>
            <SortHead query={query} column="ref" />
            <SortHead query={query} column="title" />
            <SortHead query={query} column="standing" />
            <SortHead query={query} column="effective" />
            <th scope="col" className="num">
              <abbr title={copy.evidenceInFull}>{copy.columns.evidence}</abbr>
            </th>
            <th scope="col">{copy.columns.gates}</th>
            <SortHead query={query} column="issued" />
            {mayAssess && (
              <th scope="col">
                <span className="vh">{copy.columns.act}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <RegisterRow key={row.ref} row={row} dossier={query.dossier} mayAssess={mayAssess} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
