import { mayLink } from '@waymark/linkage/link'
import type { FileError } from './file-error.ts'
import { formatPath, formatQuoted } from './file-error.ts'
import type { DossierContext } from './known.ts'
import { entries } from './references.ts'
import type { LooseDossierFile } from './schema.ts'

/** Links that pretend that something hung on a step which had been taken before it was asked. */
export function listLinkageErrors(file: LooseDossierFile, { known }: DossierContext): FileError[] {
  const occurred = new Map<string, string | null | undefined>()
  for (const [key, row] of known?.milestones ?? []) occurred.set(key, row.occurred)
  for (const [, row] of entries(file.milestones))
    if (row.key !== undefined) occurred.set(row.key, row.occurred)
  const issued = new Map<string, string | undefined>()
  for (const [ref, row] of known?.recommendations ?? []) issued.set(ref, row.issued)
  for (const [, row] of entries(file.recommendations))
    if (row.ref !== undefined) issued.set(row.ref, row.issued)
  const errors: FileError[] = []
  for (const [i, row] of entries(file.linkages)) {
    const passed = occurred.get(row.milestone ?? '')
    const asked = issued.get(row.recommendation ?? '')
    if (!passed || asked === undefined || row.role === undefined) continue
    if (mayLink({ role: row.role, issued: asked, occurred: passed }).ok) continue
    const message = `${formatQuoted(row.milestone)} occurred (${passed}) before ${row.recommendation} was issued (${asked}), so nothing hung on it. Use the role “context”.`
    errors.push({ path: formatPath(['linkages', i, 'role']), message, code: 'invalid-input' })
  }
  return errors
}
