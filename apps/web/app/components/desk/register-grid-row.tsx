// biome-ignore-all lint/a11y/useSemanticElements: rows at computed places are no table; the roles of a grid say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, and what is in it

import type { RegisterColumn } from '@waymark/api/features/register/register.input'
import { memo } from 'react'
import { PageLink } from './page-link.tsx'
import { buildColumnSpecs, nothing } from './register-columns.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { RegisterRow } from './views.ts'

type RowProps = {
  index: number
  start: number
  /** Undefined while it is on its way. */
  row: RegisterRow | undefined
  template: string
  columns: readonly RegisterColumn[]
  dossier: string
  isActive: boolean
  isOpen: boolean
  isSelected: boolean
  mayAssess: boolean
  /** Where heights differ: what measures them. */
  measure: ((node: Element | null) => void) | null
  onFocus: (index: number) => void
  onToggle: (ref: string) => void
  onOpen: (ref: string) => void
}

/** One row of the grid, at its place. Only the active one and what is in it can be reached by Tab. */
function Row(props: RowProps) {
  const { t } = useDeskWords()
  const copy = t.register
  const { index, start, row, template, isActive, isOpen, isSelected, measure, onFocus } = props
  return (
    <div
      ref={measure}
      role="row"
      className={isOpen ? 'vrow on' : 'vrow'}
      data-index={index}
      data-ref={row?.ref}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined ? true : undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
      onFocus={() => onFocus(index)}
    >
      {row === undefined ? (
        <span role="gridcell" className="quiet">
          {copy.loading}
        </span>
      ) : (
        <Cells {...props} row={row} />
      )}
    </div>
  )
}

export const GridRow = memo(Row)

function Cells({
  row,
  columns,
  dossier,
  isActive,
  isSelected,
  mayAssess,
  onToggle,
  onOpen,
}: RowProps & { row: RegisterRow }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.register
  const tabIndex = isActive ? 0 : -1
  const href = `/desk/${dossier}/recommendations/${row.ref}`
  return (
    <>
      <span role="gridcell" className="choose">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          checked={isSelected}
          onChange={() => onToggle(row.ref)}
          aria-label={copy.select(row.ref)}
        />
      </span>
      <span role="gridcell" className="quiet">
        {row.ref}
      </span>
      <span role="rowheader" className="ttl">
        <PageLink href={href} tabIndex={tabIndex}>
          {row.title}
        </PageLink>{' '}
        {row.left && <span className="badge">{t.desk.register.left}</span>}
      </span>
      {columns.map((column) => {
        const spec = buildColumnSpecs(words)[column]
        const shown = spec.render(row)
        const kinds = [spec.isNumber ? 'num' : '', shown === null ? 'nil' : ''].filter((one) => one !== '')
        return (
          <span
            key={column}
            role="gridcell"
            className={kinds.join(' ') || undefined}
            data-l={copy.columns[column]}
          >
            {shown ?? nothing}
          </span>
        )
      })}
      {mayAssess && (
        <span role="gridcell">
          <PageLink
            href={`${href}/assess`}
            tabIndex={tabIndex}
            aria-label={t.desk.register.assessLabel(row.ref)}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
              event.preventDefault()
              onOpen(row.ref)
            }}
          >
            {t.desk.register.assess}
          </PageLink>
        </span>
      )}
    </>
  )
}
