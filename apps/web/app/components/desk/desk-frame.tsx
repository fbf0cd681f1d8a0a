import { may, type Permission } from '@waymark/access/permission'
import { desk } from '@waymark/messages/en/desk'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { MarkSprite } from '@waymark/ui/marks'
import type { ReactNode } from 'react'
import type { Role } from './views.ts'

/** How many items wait in each part of the queue. */
export type QueueCounts = {
  readonly toReview: number
  readonly returnedToMe: number
  readonly mineInReview: number
  readonly drafts: number
}

type Person = { readonly name: string; readonly role: Role }
type Link = {
  readonly href: string
  readonly label: string
  readonly permission?: Permission
  readonly count?: number
}

const listAllowed = (links: readonly Link[], role: Role): Link[] =>
  links.filter(({ permission }) => permission === undefined || may(role, permission))

// A link is current on its own page and on what lies below it, unless a sibling fits better.
const getCurrent = (links: readonly Link[], path: string): string | null => {
  const fitting = links.filter(({ href }) => path === href || path.startsWith(`${href}/`))
  return fitting.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null
}

function LinkList({
  links,
  current,
  path,
}: {
  links: readonly Link[]
  current: string | null
  path: string
}) {
  return (
    <ul>
      {links.map(({ href, label, count }) => (
        <li key={label}>
          <a href={href} aria-current={href === current ? (href === path ? 'page' : 'true') : undefined}>
            {label}
            {count !== undefined && <span className="n">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The bar on top of the desk: where one can go with one's role, who one is, and the way out. */
export function DeskBar({ person, dossier, path }: { person: Person; dossier: string | null; path: string }) {
  const links: Link[] = [
    { href: dossier === null ? '/desk' : `/desk/${dossier}`, label: desk.name },
    ...(dossier === null ? [] : [{ href: `/${dossier}`, label: desk.nav.publicSite }]),
    { href: '/desk/users', label: desk.nav.users, permission: 'user.manage' },
    { href: '/account', label: desk.nav.account },
  ]
  const allowed = listAllowed(links, person.role)
  return (
    <header className="dbar">
      <a className="brand" href="/">
        <svg viewBox="0 0 13 18" aria-hidden="true">
          <path d="M0 0H13V3.2H0ZM0 4.9H13V8.1H0ZM0 9.8H13V13H0Z" fill="currentColor" opacity=".32" />
          <path d="M0 9.8H13V13H0ZM0 14.7H13V17.9H0Z" fill="currentColor" />
        </svg>
        Waymark
      </a>
      <nav aria-label={desk.nav.label}>
        <LinkList links={allowed} current={getCurrent(allowed, path)} path={path} />
      </nav>
      <div className="end">
        <span className="quiet">{person.name}</span>
        <form method="post" action="/sign-out">
          <button type="submit" className="plainly">
            {desk.nav.signOut}
          </button>
        </form>
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
  counts: QueueCounts | null
  path: string
}) {
  const base = `/desk/${dossier}`
  const needs: Link[] = [
    {
      href: `${base}#to-review`,
      label: desk.nav.toReview,
      permission: 'assessment.review',
      count: counts?.toReview ?? 0,
    },
    {
      href: `${base}#returned`,
      label: desk.nav.returnedToMe,
      permission: 'assessment.submit',
      count: counts?.returnedToMe ?? 0,
    },
    {
      href: `${base}#in-review`,
      label: desk.nav.mineInReview,
      permission: 'assessment.submit',
      count: counts?.mineInReview ?? 0,
    },
    { href: `${base}#drafts`, label: desk.nav.drafts, permission: 'draft.write', count: counts?.drafts ?? 0 },
  ]
  const places: Link[] = [
    { href: base, label: desk.nav.queue },
    { href: `${base}/register`, label: desk.nav.register },
    { href: `${base}/linkage`, label: deskLinkage.nav.linkage },
    { href: `${base}/milestones`, label: deskLinkage.nav.milestones },
    { href: `${base}/commitments`, label: deskLinkage.nav.commitments },
    { href: `${base}/audit`, label: desk.nav.audit, permission: 'audit.read' },
  ]
  const mine = listAllowed(needs, person.role)
  const allowed = listAllowed(places, person.role)
  // A record, its form and its review belong to the register.
  const at = path.startsWith(`${base}/recommendations/`) ? `${base}/register/` : path
  return (
    <nav className="q" aria-label={desk.nav.dossierLabel}>
      {mine.length > 0 && counts !== null && (
        <>
          <h2>{desk.nav.needsMe}</h2>
          <LinkList links={mine} current={null} path={path} />
        </>
      )}
      <h2>{desk.nav.record}</h2>
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
