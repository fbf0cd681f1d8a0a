import type { KnownSecrecy } from '@waymark/db/queries/known.query'

type Sensitivity = KnownSecrecy['sensitivity']

const order: readonly Sensitivity[] = ['public', 'internal', 'confidential']

/** True when fewer people see the one than the other. */
export const isMoreSecret = (one: Sensitivity, other: Sensitivity): boolean =>
  order.indexOf(one) > order.indexOf(other)

/**
 * How secret a case is after the import of a file into a dossier that is there already: as secret as it was, or as the file
 * says where that is more. A case that is new arrives internal at the most, and one that the desk keeps from the public stays as it
 * is. To show more of a case takes two people, and whoever imports is one.
 * @param known what the case is on record; null for a new one
 */
export function getImportedSensitivity(said: Sensitivity, known: KnownSecrecy | null): Sensitivity {
  if (known === null) return isMoreSecret(said, 'internal') ? said : 'internal'
  if (known.isDesk && known.sensitivity !== 'public') return known.sensitivity
  return isMoreSecret(said, known.sensitivity) ? said : known.sensitivity
}
