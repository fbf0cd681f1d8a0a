import { type KnownRow, listSecrecy } from '@waymark/db/queries/known.query'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { createSalt, hashPersonal } from '../../../common/personal-data.ts'
import { getImportedSensitivity, isMoreSecret } from './case-secrecy.ts'
import type { Roots } from './load-structure.ts'
import { addToTally, createRowsOf, getRoot, getRoots, type Loader, loadTable, type Placed } from './loader.ts'

type FileCase = DossierFile['cases'][number]

/**
 * Cases. What is personal goes to the erasable table; ledger and comparison keep salted hashes of it only.
 * A case whose personal data was erased is left as it is: an import does not bring a person's data back.
 * @param isNew the file founds the dossier
 * @returns how many cases the file would have shown to more people than they are shown to
 */
export async function loadCases(
  loader: Loader,
  file: DossierFile,
  roots: Roots,
  isNew: boolean,
): Promise<number> {
  const salts = new Map(loader.salts)
  const saltOf = (versionId: number) => {
    const salt = salts.get(versionId) ?? createSalt()
    salts.set(versionId, salt)
    return salt
  }
  const isSame = (row: unknown, known: KnownRow) => {
    const salt = loader.salts.get(known.fileId ?? known.headId)
    return salt === undefined || known.fileHash === hashPersonal(salt, row)
  }
  const hashOf = (row: unknown, versionId: number) => hashPersonal(saltOf(versionId), row)
  const personalOf = (row: FileCase) => ({
    publicName: row.publicName,
    summary: row.summary,
    consentBasis: row.consentBasis,
  })
  const withoutStatuses = ({ statuses: _, ...rest }: FileCase) => rest
  const secrecy = await listSecrecy(loader.w.trx, loader.dossierId)
  const getSensitivity = (one: FileCase) =>
    isNew ? one.sensitivity : getImportedSensitivity(one.sensitivity, secrecy.get(one.key) ?? null)
  const cases = await loadTable(loader, {
    table: 'case_record',
    rows: file.cases,
    keyOf: (c) => c.key,
    isSame: (c, known) => isSame(withoutStatuses(c), known),
    hashOf: (c, id) => hashOf(withoutStatuses(c), id),
    columnsOf: (c, { versionId }) => ({
      key: c.key,
      kind: c.kind,
      sensitivity: getSensitivity(c),
      personal_sha256: hashPersonal(saltOf(versionId), personalOf(c)),
    }),
  })
  const { entry } = loader.w
  const written = cases.filter((c) => c.outcome !== 'unchanged')
  await createRowsOf(
    loader,
    'case_recommendation',
    written.flatMap(({ row, versionId }) =>
      row.recommendations.map((ref, position) => ({
        version_id: versionId,
        position,
        recommendation_id: getRoot(roots.recommendation, ref),
        entry,
      })),
    ),
  )
  const caseRoots = await getRoots(
    loader,
    'case_record',
    cases.map((c) => ({ key: c.row.key, rootId: c.rootId })),
  )
  const erased = new Set(
    cases.filter((c) => c.outcome === 'unchanged' && !loader.salts.has(c.versionId)).map((c) => c.row.key),
  )
  const statuses = await loadTable(loader, {
    table: 'case_status',
    rows: file.cases
      .filter((c) => !erased.has(c.key))
      .flatMap((c) => c.statuses.map((s) => ({ case: c.key, ...s }))),
    keyOf: (s) => `${getRoot(caseRoots, s.case)}|${s.date}`,
    isSame,
    hashOf,
    columnsOf: (s, { versionId }) => ({
      case_id: getRoot(caseRoots, s.case),
      status: s.status,
      date: s.date,
      source_id: getRoot(roots.source, s.source),
      personal_sha256: hashPersonal(saltOf(versionId), { note: s.note ?? null }),
    }),
  })
  const personal = [
    ...written.map((c) => ({ row_id: c.versionId, salt: saltOf(c.versionId), content: personalOf(c.row) })),
    ...statuses
      .filter((s) => s.outcome !== 'unchanged')
      .map((s) => ({
        row_id: s.versionId,
        salt: saltOf(s.versionId),
        content: { note: s.row.note ?? null },
      })),
  ]
  await createRowsOf(loader, 'personal_data', personal)
  const touched = new Set(statuses.filter((s) => s.outcome !== 'unchanged').map((s) => s.row.case))
  addToTally(
    loader,
    cases.map((c: Placed<FileCase>) => ({
      outcome: c.outcome === 'unchanged' && touched.has(c.row.key) ? 'corrected' : c.outcome,
    })),
  )
  return written.filter(({ row }) => isMoreSecret(getSensitivity(row), row.sensitivity)).length
}
