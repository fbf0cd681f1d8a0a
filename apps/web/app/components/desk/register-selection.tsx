import type { ReactNode } from 'react'
import { PageForm, PageLink } from './page-link.tsx'
import { buildRegisterHref, keptFields, type RegisterQuery } from './register-query.ts'
import { useDeskWords } from './use-desk-words.ts'

const fields = ['q', 'area', 'side', 'standing', 'work', 'sort', ...keptFields] as const

/**
 * The form that the rows stand in: what is ticked goes on to the page that changes it. Rows that are selected on other pages
 * come along as hidden fields.
 */
export function SelectionForm({
  query,
  selected,
  shown,
  isScripted,
  mayWrite,
  onClear,
  children,
}: {
  query: RegisterQuery
  selected: readonly string[]
  /** References with a box of their own on the page. */
  shown: readonly string[]
  isScripted: boolean
  mayWrite: boolean
  onClear: () => void
  children: ReactNode
}) {
  const { t } = useDeskWords()
  const copy = t.register
  const base = `/desk/${query.dossier}`
  const elsewhere = isScripted ? selected : selected.filter((ref) => !shown.includes(ref))
  return (
    <PageForm method="get" action={`${base}/register`} className="selection">
      {fields.map((name) =>
        query[name] === undefined ? null : <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      {query.cols !== undefined && <input type="hidden" name="cols" value={query.cols.join(',')} />}
      {query.page !== undefined && <input type="hidden" name="page" value={query.page} />}
      {elsewhere.length > 0 && <input type="hidden" name="sel" value={elsewhere.join(',')} />}
      <div className="selbar">
        <span className="quiet" role="status">
          {selected.length === 0 ? copy.none : copy.selected(selected.length)}
        </span>
        {!isScripted && (
          <button type="submit" className="quietly">
            {copy.keep}
          </button>
        )}
        {mayWrite && (
          <button type="submit" formAction={`${base}/register/change`} className="quietly">
            {copy.change}
          </button>
        )}
        {selected.length > 0 && (
          <PageLink
            href={buildRegisterHref(query, { sel: undefined })}
            onClick={(event) => {
              if (!isScripted) return
              event.preventDefault()
              onClear()
            }}
          >
            {copy.clear}
          </PageLink>
        )}
        {mayWrite && <PageLink href={`${base}/register/paste`}>{copy.paste}</PageLink>}
      </div>
      {children}
    </PageForm>
  )
}
