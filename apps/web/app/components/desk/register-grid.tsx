// biome-ignore-all lint/a11y/useSemanticElements: rows at computed places are no table; the roles of a grid say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: one row at a time takes the focus, and what is in it

import { Link, useNavigate } from '@remix-run/react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { RegisterColumn } from '@waymark/api/features/register/register.input'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { hasSingleKeys } from './keys/shortcuts.ts'
import { buildColumnSpecs } from './register-columns.tsx'
import { onRowWanted } from './register-focus.ts'
import { GridRow } from './register-grid-row.tsx'
import { buildSortHref, getSortState, pageSize, type RegisterQuery } from './register-query.ts'
import { useRegisterWindows } from './register-windows.ts'
import { useActiveRow } from './use-active-row.ts'
import { useAddress } from './use-address.ts'
import { useDeskWords } from './use-desk-words.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import type { RegisterWindow } from './views.ts'

const rowHeight = 37

type GridProps = {
  query: RegisterQuery
  begin: RegisterWindow
  columns: readonly RegisterColumn[]
  selected: readonly string[]
  onSelect: (refs: readonly string[]) => void
  mayAssess: boolean
}

function GridHead({ query, column }: { query: RegisterQuery; column: RegisterColumn | 'ref' | 'title' }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.register
  const spec = column === 'ref' || column === 'title' ? { sort: column } : buildColumnSpecs(words)[column]
  const label = copy.columns[column]
  const sort = spec.sort === undefined ? 'none' : getSortState(query, spec.sort)
  return (
    <span
      role="columnheader"
      aria-sort={sort === 'none' ? undefined : sort}
      className={'isNumber' in spec ? 'num' : ''}
    >
      {spec.sort === undefined ? (
        label
      ) : (
        <Link to={buildSortHref(query, spec.sort)} preventScrollReset>
          {label}
          {sort !== 'none' && <span aria-hidden="true">{sort === 'ascending' ? ' ↑' : ' ↓'}</span>}
        </Link>
      )}
    </span>
  )
}

/** All rows of the register that match, as a grid that shows those in view: for whoever has script. */
export function RegisterGrid({ query, begin, columns, selected, onSelect, mayAssess }: GridProps) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.register
  const scroller = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const isNarrow = useIsNarrow()
  const { rows, total, show, hasFailed, key } = useRegisterWindows(query, begin)
  const { active, activate, hold } = useActiveRow(scroller, { total, key, first: begin.offset })
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? 190 : rowHeight),
    overscan: 12,
    initialOffset: begin.offset * rowHeight,
    // The row that has the focus stays in the page, however far one scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return shown.includes(active) || active >= total ? shown : [...shown, active].sort((a, b) => a - b)
    },
  })
  const items = virtual.getVirtualItems()
  const range = virtual.range
  const first = range?.startIndex ?? 0
  const end = range?.endIndex ?? 0
  useEffect(() => show(first, end), [show, first, end])
  useAddress({ page: Math.floor(first / pageSize) + 1, selected })

  const goTo = useCallback(
    (index: number) => {
      const place = Math.max(0, Math.min(total - 1, index))
      virtual.scrollToIndex(place, { align: 'auto' })
      hold(place)
    },
    [total, virtual, hold],
  )
  const isChosen = new Set(selected)
  const toggle = useCallback(
    (ref: string) =>
      onSelect(selected.includes(ref) ? selected.filter((one) => one !== ref) : [...selected, ref]),
    [onSelect, selected],
  )
  const open = useCallback(
    (ref: string) => {
      // The address in the bar holds the selection of this moment.
      const params = new URLSearchParams(window.location.search)
      params.set('assess', ref)
      const search = params.toString().replaceAll('%2C', ',')
      navigate(mayAssess ? `?${search}` : `/desk/${query.dossier}/recommendations/${ref}`, {
        preventScrollReset: true,
      })
    },
    [mayAssess, navigate, query.dossier],
  )
  useEffect(
    () =>
      onRowWanted(({ ref, step }) => {
        const found = [...rows].find(([, row]) => row.ref === ref)
        goTo(found === undefined ? active : found[0] + step)
      }),
    [rows, goTo, active],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const onRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row'
    if (!onRow) return
    const page = Math.max(1, end - first - 1)
    const row = rows.get(active)
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(active + 1),
      ArrowUp: () => goTo(active - 1),
      PageDown: () => goTo(active + page),
      PageUp: () => goTo(active - page),
      Home: () => goTo(0),
      End: () => goTo(total - 1),
      ' ': () => row && toggle(row.ref),
      Enter: () => row && open(row.ref),
      a: () => row && mayAssess && hasSingleKeys() && open(row.ref),
    }
    const act = acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey && row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const other = rows.get(event.key === 'ArrowDown' ? active + 1 : active - 1)
      onSelect([...new Set([...selected, row.ref, ...(other === undefined ? [] : [other.ref])])])
    }
    act()
  }

  const shownColumns = ['ref', 'title', ...columns] as const
  const template = `2.25rem 8rem minmax(16rem, 1fr) ${columns.map((column) => buildColumnSpecs(words)[column].width).join(' ')}${mayAssess ? ' 5rem' : ''}`
  return (
    <>
      <p className="hint gridhint" id="grid-hint">
        {mayAssess ? copy.gridHint : copy.gridHintReader}
      </p>
      {hasFailed && (
        <p className="gridhint" role="alert">
          {copy.failed}{' '}
          <button type="button" className="plainly" onClick={() => show(first, end)}>
            {copy.again}
          </button>
        </p>
      )}
      <div
        ref={scroller}
        className="vgrid"
        role="grid"
        aria-label={copy.gridLabel}
        aria-describedby="grid-hint"
        aria-rowcount={total + 1}
        aria-colcount={columns.length + (mayAssess ? 4 : 3)}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="vhead">
          <div role="row" aria-rowindex={1} className="vrow" style={{ gridTemplateColumns: template }}>
            <span role="columnheader">
              <span className="vh">{copy.select('')}</span>
            </span>
            {shownColumns.map((column) => (
              <GridHead key={column} query={query} column={column} />
            ))}
            {mayAssess && (
              <span role="columnheader">
                <span className="vh">{t.desk.register.columns.act}</span>
              </span>
            )}
          </div>
        </div>
        <div role="rowgroup" className="vbody" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.get(item.index)
            return (
              <GridRow
                key={item.index}
                index={item.index}
                start={item.start}
                row={row}
                template={template}
                columns={columns}
                dossier={query.dossier}
                isActive={item.index === active}
                isOpen={row !== undefined && row.ref === query.assess}
                isSelected={row !== undefined && isChosen.has(row.ref)}
                mayAssess={mayAssess}
                measure={isNarrow ? virtual.measureElement : null}
                onFocus={activate}
                onToggle={toggle}
                onOpen={open}
              />
            )
          })}
        </div>
      </div>
    </>
  )
}
