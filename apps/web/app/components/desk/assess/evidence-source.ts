import { formatAddress, getSite, isAddress } from '@waymark/recommendation/address'
import {
  buildFieldName,
  buildSourceLabels,
  listEvidenceRows,
  parseItemName,
  type SourceChoice,
  type Typed,
} from '../submit-form.ts'

/** A source on record with what the form can take over from it. */
export type KnownSource = SourceChoice & {
  readonly url: string | null
  readonly kind: string
  readonly language: string
  readonly use: { readonly kind: string; readonly origin: string } | null
}

/** What the one field of an item of evidence names: a source or an item on record, a page that is not, or none. */
export type Named =
  | { readonly is: 'source'; readonly source: KnownSource }
  | { readonly is: 'item'; readonly id: number }
  | { readonly is: 'page'; readonly address: string; readonly site: string }
  | { readonly is: 'other' }

/** Finds a source by its label, its key or the address of its page. */
export function findSource(text: string, choices: readonly KnownSource[]): Named {
  const asked = text.trim()
  const labels = buildSourceLabels(choices)
  const address = isAddress(asked) ? formatAddress(asked) : null
  const source = choices.find(
    (choice) =>
      choice.key === asked ||
      labels.get(choice.key) === asked ||
      (address !== null && choice.url !== null && formatAddress(choice.url) === address),
  )
  if (source !== undefined) return { is: 'source', source }
  const id = parseItemName(asked)
  if (id !== undefined) return { is: 'item', id }
  return address === null ? { is: 'other' } : { is: 'page', address: asked, site: getSite(asked) }
}

/**
 * What can be said of an item from what was pasted or chosen, by field: from a source on record, as what it was last
 * used; for a page that is not on record, what the last source of the same site was, today as its date, and `und` for a
 * language that nothing tells. The title is never guessed.
 */
export function buildSuggestions(
  text: string,
  choices: readonly KnownSource[],
  today: string,
): Readonly<Record<string, string>> {
  const named = findSource(text, choices)
  if (named.is === 'other' || named.is === 'item') return {}
  if (named.is === 'source') return { ...named.source.use }
  const siblings = choices.filter(({ url }) => url !== null && getSite(url) === named.site)
  const sibling = siblings.find(({ use }) => use !== null) ?? siblings[0]
  return {
    'newSource.url': named.address,
    'newSource.publisher': sibling?.publisher ?? named.site,
    'newSource.date': today,
    'newSource.language': sibling?.language ?? 'und',
    ...(sibling === undefined ? {} : { 'newSource.kind': sibling.kind }),
    ...sibling?.use,
  }
}

/** The form with every suggestion in the fields that were left empty. */
export function buildCompleted(typed: Typed, choices: readonly KnownSource[], today: string): Typed {
  const added = listEvidenceRows(typed).flatMap((row) =>
    Object.entries(buildSuggestions(typed[buildFieldName(row, 'source')] ?? '', choices, today)).flatMap(
      ([field, value]): [string, string][] => {
        const name = buildFieldName(row, field)
        return (typed[name] ?? '').trim() === '' ? [[name, value]] : []
      },
    ),
  )
  return { ...typed, ...Object.fromEntries(added) }
}
