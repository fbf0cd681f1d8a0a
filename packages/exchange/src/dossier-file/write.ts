import type { DossierFile } from './schema.ts'
import { dossierFile, dossierFormat, tableNames } from './schema.ts'

/**
 * The text of a dossier file: tables and fields in the order of the format, one space a level, a line feed at the end.
 * The same dossier gives the same bytes; what `parseDossierFile` reads from it equals what went in. Fields without a
 * value are left out.
 *
 * @throws ZodError when the dossier is not one: what we cannot read again is never written
 */
export function formatDossierFile(file: DossierFile): string {
  // Parsing puts the fields of every row in the order of its schema.
  const ordered = dossierFile.parse(file)
  const parts = { format: dossierFormat, dossier: ordered.dossier }
  for (const table of tableNames) Object.assign(parts, { [table]: ordered[table] })
  return `${JSON.stringify(parts, null, 1)}\n`
}
