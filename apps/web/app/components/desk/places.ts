import { may, type Permission } from '@waymark/access/permission'
import type { workCounts } from '@waymark/api/features/queue/queue.view'
import type { DeskMessages } from '@waymark/messages/desk/catalogue'
import type { z } from 'zod'
import type { DeskWords } from './desk-words.ts'
import type { Role } from './views.ts'

export type WorkCounts = z.infer<typeof workCounts>

/** A place of the desk: an address, what it is called, and who may go there. */
export type Place = {
  readonly href: string
  readonly label: string
  readonly permission?: Permission
  readonly count?: number
}

/** Those places that a role may go to. */
export const listAllowed = (places: readonly Place[], role: Role): Place[] =>
  places.filter(({ permission }) => permission === undefined || may(role, permission))

/** What the bar on top of the desk leads to. `unread`: notifications that the person has not read. */
export const listDeskPlaces = ({ t }: DeskWords, dossier: string | null, unread = 0): Place[] => [
  { href: dossier === null ? '/desk' : `/desk/${dossier}`, label: t.desk.name },
  ...(dossier === null ? [] : [{ href: `/${dossier}`, label: t.desk.nav.publicSite }]),
  {
    href: dossier === null ? '/meetings' : `/meetings/${dossier}`,
    label: t.meeting.nav,
    permission: 'meeting.read',
  },
  {
    href: '/desk/notifications',
    label: t.together.notifications.nav,
    ...(unread === 0 ? {} : { count: unread }),
  },
  { href: '/desk/users', label: t.desk.nav.users, permission: 'user.manage' },
  { href: '/account', label: t.desk.nav.account },
]

/** Pages that only the palette leads to. */
export const listPalettePlaces = ({ t }: DeskWords): readonly Place[] => [
  { href: '/desk/gallery', label: t.desk.nav.gallery },
]

/** The pages of a dossier's desk. The navigation and the palette are made of it. */
export function listPlaces({ t }: DeskWords, dossier: string): Place[] {
  const base = `/desk/${dossier}`
  return [
    { href: base, label: t.desk.nav.queue },
    { href: `${base}/register`, label: t.desk.nav.register },
    { href: `${base}/evidence`, label: t.evidence.title, permission: 'evidence.write' },
    { href: `${base}/linkage`, label: t.linkage.nav.linkage },
    { href: `${base}/milestones`, label: t.linkage.nav.milestones },
    { href: `${base}/commitments`, label: t.linkage.nav.commitments },
    { href: `${base}/cases`, label: t.cases.cases.nav },
    { href: `${base}/editions`, label: t.edition.nav },
    { href: `${base}/translations`, label: t.translation.nav },
    { href: `${base}/exchange`, label: t.exchange.nav, permission: 'table.exchange' },
    { href: `${base}/code`, label: t.coding.title, permission: 'coding.write' },
    { href: `${base}/audit`, label: t.desk.nav.audit, permission: 'audit.read' },
  ]
}

/** What waits for the person, with its number: parts of the queue. */
export function listNeeds({ t }: DeskWords, dossier: string, counts: WorkCounts): Place[] {
  const part = (id: string, label: string, count: number, permission: Permission): Place => ({
    href: `/desk/${dossier}#${id}`,
    label,
    count,
    permission,
  })
  return [
    part('to-review', t.desk.nav.toReview, counts.toReview, 'assessment.review'),
    part('assigned', t.queue.assigned.title, counts.assigned, 'colleague.write'),
    part('returned', t.desk.nav.returnedToMe, counts.returnedToMe, 'assessment.submit'),
    part('in-review', t.desk.nav.mineInReview, counts.mineInReview, 'assessment.submit'),
    part('drafts', t.desk.nav.drafts, counts.drafts, 'draft.write'),
  ]
}

/** What needs work in the dossier, whoever does it; kinds of which there is nothing are left out. */
export function listWork({ t }: DeskWords, dossier: string, counts: WorkCounts): Place[] {
  const part = (id: keyof DeskMessages['queue']['nav'], count: number): Place => ({
    href: `/desk/${dossier}#${id}`,
    label: t.queue.nav[id],
    count,
  })
  return [
    part('leverage', counts.milestones),
    part('contradicted', counts.contradicted),
    part('stale', counts.stale),
    part('dead-links', counts.deadLinks),
    part('faulty-files', counts.faultyFiles),
    part('outdated', counts.outdated),
  ].filter(({ count }) => count !== 0)
}
