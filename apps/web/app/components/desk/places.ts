import { may, type Permission } from '@waymark/access/permission'
import type { workCounts } from '@waymark/api/features/queue/queue.view'
import { desk } from '@waymark/messages/en/desk'
import { deskCases } from '@waymark/messages/en/desk-cases'
import { deskCoding } from '@waymark/messages/en/desk-coding'
import { deskEdition } from '@waymark/messages/en/desk-edition'
import { deskEvidence } from '@waymark/messages/en/desk-evidence'
import { deskExchange } from '@waymark/messages/en/desk-exchange'
import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { deskQueue } from '@waymark/messages/en/desk-queue'
import { deskTogether } from '@waymark/messages/en/desk-together'
import { deskTranslation } from '@waymark/messages/en/desk-translation'
import type { z } from 'zod'
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
export const listDeskPlaces = (dossier: string | null, unread = 0): Place[] => [
  { href: dossier === null ? '/desk' : `/desk/${dossier}`, label: desk.name },
  ...(dossier === null ? [] : [{ href: `/${dossier}`, label: desk.nav.publicSite }]),
  {
    href: '/desk/notifications',
    label: deskTogether.notifications.nav,
    ...(unread === 0 ? {} : { count: unread }),
  },
  { href: '/desk/users', label: desk.nav.users, permission: 'user.manage' },
  { href: '/account', label: desk.nav.account },
]

/** Pages that only the palette leads to. */
export const palettePlaces: readonly Place[] = [{ href: '/desk/gallery', label: desk.nav.gallery }]

/** The pages of a dossier's desk. The navigation and the palette are made of it. */
export function listPlaces(dossier: string): Place[] {
  const base = `/desk/${dossier}`
  return [
    { href: base, label: desk.nav.queue },
    { href: `${base}/register`, label: desk.nav.register },
    { href: `${base}/evidence`, label: deskEvidence.title, permission: 'evidence.write' },
    { href: `${base}/linkage`, label: deskLinkage.nav.linkage },
    { href: `${base}/milestones`, label: deskLinkage.nav.milestones },
    { href: `${base}/commitments`, label: deskLinkage.nav.commitments },
    { href: `${base}/cases`, label: deskCases.cases.nav },
    { href: `${base}/editions`, label: deskEdition.nav },
    { href: `${base}/translations`, label: deskTranslation.nav },
    { href: `${base}/exchange`, label: deskExchange.nav, permission: 'table.exchange' },
    { href: `${base}/code`, label: deskCoding.title, permission: 'coding.write' },
    { href: `${base}/audit`, label: desk.nav.audit, permission: 'audit.read' },
  ]
}

/** What waits for the person, with its number: parts of the queue. */
export function listNeeds(dossier: string, counts: WorkCounts): Place[] {
  const part = (id: string, label: string, count: number, permission: Permission): Place => ({
    href: `/desk/${dossier}#${id}`,
    label,
    count,
    permission,
  })
  return [
    part('to-review', desk.nav.toReview, counts.toReview, 'assessment.review'),
    part('assigned', deskQueue.assigned.title, counts.assigned, 'colleague.write'),
    part('returned', desk.nav.returnedToMe, counts.returnedToMe, 'assessment.submit'),
    part('in-review', desk.nav.mineInReview, counts.mineInReview, 'assessment.submit'),
    part('drafts', desk.nav.drafts, counts.drafts, 'draft.write'),
  ]
}

/** What needs work in the dossier, whoever does it; kinds of which there is nothing are left out. */
export function listWork(dossier: string, counts: WorkCounts): Place[] {
  const part = (id: keyof typeof deskQueue.nav, count: number): Place => ({
    href: `/desk/${dossier}#${id}`,
    label: deskQueue.nav[id],
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
