import type { ItemView } from '@waymark/api/features/meeting/meeting.view'
import type { DeskWords } from '../desk/desk-words.ts'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildItemHref } from './meeting-href.ts'

/** What an item is called: by the record, by hand, or that its record is gone. */
export const getItemTitle = ({ t }: DeskWords, { title }: Pick<ItemView, 'title'>): string =>
  title ?? t.meeting.agenda.erased

/** What an item is called, as a link to its record where it has a page. */
export function ItemName({ dossier, item }: { dossier: string; item: Pick<ItemView, 'title' | 'subject'> }) {
  const words = useDeskWords()
  const href = buildItemHref(dossier, item.subject)
  const title = getItemTitle(words, item)
  return href === null || item.title === null ? title : <PageLink href={href}>{title}</PageLink>
}
