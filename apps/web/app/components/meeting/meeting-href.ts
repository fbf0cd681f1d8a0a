import type { ItemView } from '@waymark/api/features/meeting/meeting.view'

type Cut = { readonly asOf: string; readonly knownAt: string }
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
  { asOf, knownAt }: Cut,
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

export const buildActionsHref = (dossier: string): string => `/meetings/${dossier}/actions`
export const buildDecisionsHref = (dossier: string): string => `/meetings/${dossier}/decisions`

/** An item on the page of the meeting that talked about it. */
export const buildItemOfMeetingHref = (place: Place, item: string): string =>
  `${buildMeetingHref(place)}#${buildItemAnchor(item)}`

/** What readers see of the changes between the two cuts of an agenda. */
export const buildChangesHref = (
  dossier: string,
  { since, until }: { readonly since: { readonly asOf: string }; readonly until: Cut },
): string => `/${dossier}/changes?from=${since.asOf}&to=${until.asOf}&knownAt=${until.knownAt}`
