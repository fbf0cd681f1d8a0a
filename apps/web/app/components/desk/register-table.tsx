import type { RegisterColumn } from '@waymark/api/features/register/register.input'
import { PageLink } from './page-link.tsx'
import { buildColumnSpecs, nothing } from './register-columns.tsx'
import { buildSortHref, getSortState, type RegisterQuery } from './register-query.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { RegisterRow } from './views.ts'

/** A column's head: a link that sorts by it, the other way when it is sorted so already. */
function Head({ query, column }: { query: RegisterQuery; column: RegisterColumn | 'ref' | 'title' }) {
  const words = useDeskWords()
  const { t } = words
  const spec = column === 'ref' || column === 'title' ? { sort: column } : buildColumnSpecs(words)[column]
  const label = t.register.columns[column]
  const className = 'isNumber' in spec ? 'num' : undefined
  if (spec.sort === undefined)
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    )
  const sort = getSortState(query, spec.sort)
  return (
    <th scope="col" className={className} aria-sort={sort === 'none' ? undefined : sort}>
      <PageLink href={buildSortHref(query, spec.sort)}>
        {label}
        {sort !== 'none' && <span aria-hidden="true">{sort === 'ascending' ? ' ↑' : ' ↓'}</span>}
      </PageLink>
    </th>
  )
}

function Row({
  row,
  query,
  columns,
  mayAssess,
}: {
  row: RegisterRow
  query: RegisterQuery
  columns: readonly RegisterColumn[]
  mayAssess: boolean
}) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.desk.register
  const href = `/desk/${query.dossier}/recommendations/${row.ref}`
  return (
    <tr className={query.assess === row.ref ? 'on' : undefined}>
      <td className="choose">
        <input
          type="checkbox"
          name="sel"
          value={row.ref}
          defaultChecked={query.sel?.includes(row.ref)}
          aria-label={t.register.select(row.ref)}
        />
      </td>
      <td className="nowrap quiet">{row.ref}</td>
      <th scope="row">
        <PageLink href={href}>{row.title}</PageLink> {row.left && <span className="badge">{copy.left}</span>}
      </th>
      {columns.map((column) => {
        const spec = buildColumnSpecs(words)[column]
        const shown = spec.render(row)
        const kinds = [spec.isNumber ? 'num' : '', shown === null ? 'nil' : ''].filter((one) => one !== '')
        return (
          <td key={column} className={kinds.join(' ') || undefined} data-l={t.register.columns[column]}>
            {shown ?? nothing}
          </td>
        )
      })}
      {mayAssess && (
        <td>
          <PageLink href={`${href}/assess`} aria-label={copy.assessLabel(row.ref)}>
            {copy.assess}
          </PageLink>
        </td>
      )}
    </tr>
  )
}

/** A page of the register's rows, without script. On a wide page a table that sorts by its heads; on a narrow one, a block a row. */
export function RegisterTable({
  query,
  rows,
  columns,
  mayAssess,
}: {
  query: RegisterQuery
  rows: readonly RegisterRow[]
  columns: readonly RegisterColumn[]
  mayAssess: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.desk.register
  if (rows.length === 0) return <p className="pad">{copy.none}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={copy.tableLabel}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t.register.select('')}</span>
            </th>
            {(['ref', 'title', ...columns] as const).map((column) => (
              <Head key={column} query={query} column={column} />
            ))}
            {mayAssess && (
              <th scope="col">
                <span className="vh">{copy.columns.act}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.ref} row={row} query={query} columns={columns} mayAssess={mayAssess} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
