import { MarkSprite } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch.tsx'
import { PageForm, PageLink } from './page-link.tsx'
import {
  listAllowed,
  listDeskPlaces,
  listNeeds,
  listPlaces,
  listWork,
  type Place,
  type WorkCounts,
} from './places.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { Role } from './views.ts'

type Person = { readonly name: string; readonly role: Role }

// A link is current on its own page and on what lies below it, unless a sibling fits better.
const getCurrent = (links: readonly Place[], path: string): string | null => {
  const fitting = links.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  return fitting.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null
}

function LinkList({
  links,
  current,
  path,
}: {
  links: readonly Place[]
  current: string | null
  path: string
}) {
  return (
    <ul>
      {links.map(({ href, label, count }) => (
        <li key={label}>
          <PageLink
            href={href}
            aria-current={href === current ? (href === path ? 'page' : 'true') : undefined}
          >
            {label}
            {count !== undefined && <span className="n">{count}</span>}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}

/** The bar on top of the desk: where one can go with one's role, who one is, and the way out. */
export function DeskBar({
  person,
  dossier,
  path,
  address = path,
  find,
  unread = 0,
}: {
  person: Person
  dossier: string | null
  path: string
  /** Path and query of the page, for the same page in another language; both without their language. */
  address?: string
  /** How one finds a page or a record from here. */
  find?: ReactNode
  /** Notifications that the person has not read. */
  unread?: number
}) {
  const words = useDeskWords()
  const { t } = words
  const allowed = listAllowed(listDeskPlaces(words, dossier, unread), person.role)
  return (
    <header className="dbar">
      <PageLink className="brand" href="/">
        <svg viewBox="0 0 13 18" aria-hidden="true">
          <path d="M0 0H13V3.2H0ZM0 4.9H13V8.1H0ZM0 9.8H13V13H0Z" fill="currentColor" opacity=".32" />
          <path d="M0 9.8H13V13H0ZM0 14.7H13V17.9H0Z" fill="currentColor" />
        </svg>
        Waymark
      </PageLink>
      <nav aria-label={t.desk.nav.label}>
        <LinkList links={allowed} current={getCurrent(allowed, path)} path={path} />
      </nav>
      <div className="end">
        {find}
        <LanguageSwitch address={address} />
        <span className="quiet">{person.name}</span>
        <PageForm method="post" action="/sign-out">
          <button type="submit" className="plainly">
            {t.desk.nav.signOut}
          </button>
        </PageForm>
      </div>
    </header>
  )
}

/** The side of the desk: what needs me, and the places of this dossier, as far as the role goes. */
export function DeskSide({
  person,
  dossier,
  counts,
  path,
}: {
  person: Person
  dossier: string
  counts: WorkCounts | null
  path: string
}) {
  const words = useDeskWords()
  const { t } = words
  const base = `/desk/${dossier}`
  const mine = counts === null ? [] : listAllowed(listNeeds(words, dossier, counts), person.role)
  const work = counts === null ? [] : listWork(words, dossier, counts)
  const allowed = listAllowed(listPlaces(words, dossier), person.role)
  // A record, its form and its review belong to the register.
  const at = path.startsWith(`${base}/recommendations/`) ? `${base}/register/` : path
  return (
    <nav className="q" aria-label={t.desk.nav.dossierLabel}>
      {mine.length > 0 && (
        <>
          <h2>{t.desk.nav.needsMe}</h2>
          <LinkList links={mine} current={null} path={path} />
        </>
      )}
      {work.length > 0 && (
        <>
          <h2>{t.queue.work}</h2>
          <LinkList links={work} current={null} path={path} />
        </>
      )}
      <h2>{t.desk.nav.record}</h2>
      <LinkList links={allowed} current={getCurrent(allowed, at)} path={path} />
    </nav>
  )
}

/** Everything around a page of the desk. */
export function DeskFrame({
  bar,
  side,
  children,
}: {
  bar: ReactNode
  side: ReactNode | null
  children: ReactNode
}) {
  return (
    <div className="desk">
      <MarkSprite />
      {bar}
      {side === null ? (
        children
      ) : (
        <div className="panes">
          {side}
          {children}
        </div>
      )}
    </div>
  )
}
