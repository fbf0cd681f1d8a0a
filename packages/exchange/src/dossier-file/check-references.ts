import { ErrorList, type FileErrors } from './file-error.ts'
import { listHistoryErrors } from './history.ts'
import type { DossierContext } from './known.ts'
import { listLineageErrors } from './lineage.ts'
import { listLinkageErrors } from './linkage-rules.ts'
import { listReferenceErrors } from './references.ts'
import type { LooseDossierFile } from './schema.ts'
import { listUniquenessErrors } from './uniqueness.ts'

/**
 * Everything that is wrong between the rows of a dossier file, all at once: keys given twice, references that lead
 * nowhere, circles of lineage, corrections of something else, dates in the future, levels that their evidence does not
 * carry, links to steps already taken, times of recording that cannot be. Takes a parsed file, or the draft of one
 * that was refused. A file is good when this and `parseDossierFile` find nothing.
 */
export function listDossierErrors(file: LooseDossierFile, context: DossierContext): FileErrors {
  const known = context.known ?? {}
  const errors = new ErrorList()
  for (const list of [
    listUniquenessErrors(file),
    listReferenceErrors(file, known),
    listLineageErrors(file, known),
    listLinkageErrors(file, context),
    listHistoryErrors(file, context),
  ]) {
    for (const error of list) errors.add(error)
  }
  return errors.value
}
