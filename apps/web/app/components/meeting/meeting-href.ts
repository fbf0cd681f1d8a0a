import type { ItemView } from '@waymark/api/features/meeting/meeting.view'

type Place = { readonly dossier: string; readonly meeting: number }

export const buildMeetingsHref = (dossier: string): string => `/meetings/${dossier}`
export const buildMeetingHref = ({ dossier, meeting }: Place): string => `/meetings/${dossier}/${meeting}`
export const buildSeriesHref = (dossier: string, series: number): string =>
  `/meetings/${dossier}/series/${series}`

/** Where the record of an item stands on the desk; null for what has no page of its own. */
export function buildItemHref(dossier: string, { kind, key }: ItemView['subject']): string | null {
  switch (kind) {
    case 'recommendation':
      return `/desk/${dossier}/recommendations/${key}`
    case 'case':
      return `/desk/${dossier}/cases/${key}`
    case 'milestone':
      return `/desk/${dossier}/milestones/${key}`
    default:
      return null
  }
}

/** The same as readers saw it at a cut; null for what they see nothing of. */
export function buildPinnedHref(
  dossier: string,
  { subject: { kind, key }, sensitivity }: Pick<ItemView, 'subject' | 'sensitivity'>,
  { asOf, knownAt }: { readonly asOf: string; readonly knownAt: string },
): string | null {
  const cut = `?asOf=${asOf}&knownAt=${knownAt}`
  switch (kind) {
    case 'recommendation':
      return `/${dossier}/recommendations/${key}${cut}`
    case 'case':
      return sensitivity === 'public' ? `/${dossier}/cases${cut}#${key}` : null
    case 'milestone':
      return `/${dossier}/milestones/${key}${cut}`
    default:
      return null
  }
}

/** Where an item stands on the page of its meeting: an id for the fragment of an address. */
export const buildItemAnchor = (item: string): string => `item-${item.replace(':', '-')}`
