import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import { hasPublicCaseChange, withdrawPersonalData } from '@waymark/db/queries/desk-case.query'
import { listRootIds } from '@waymark/db/queries/desk-linkage.query'
import { listTranslations } from '@waymark/db/queries/translation.query'
import type { Sensitivity } from '@waymark/recommendation/case'
import { createPersonal } from '../../common/personal-data.ts'
import { buildVersion, publishSources, recordPublicChange } from '../../common/record-sources.ts'
import { createTranslations } from '../translation/create-translations.ts'
import type { CaseChange, CaseContent, FoundCase, StatusContent } from './case-content.ts'

/** What the audit entry says of a change: ids and hashes, never names or texts. */
export type ChangeAccount = Readonly<Record<string, string | number | boolean>>

/** Carries out a change of a case, and moves what is public with it. */
export async function applyChange(w: Write, found: FoundCase, change: CaseChange): Promise<ChangeAccount> {
  const { row } = found
  const account = await writeChange(w, found, change)
  const becomesPublic = change.change === 'publish' || row.sensitivity === 'public'
  if (becomesPublic && change.change !== 'erase') await publishSources(w, listSourcesAfter(found, change))
  if ((change.change === 'erase' && row.sensitivity === 'public') || (await hasPublicCaseChange(w)))
    await recordPublicChange(w, row.dossierId)
  return account
}

const listSourcesAfter = ({ statuses }: FoundCase, change: CaseChange) => [
  ...statuses.map((one) => one.sourceId),
  ...('status' in change ? [change.status.sourceId] : []),
]

async function writeChange(w: Write, found: FoundCase, change: CaseChange): Promise<ChangeAccount> {
  const { row } = found
  switch (change.change) {
    case 'publish':
      return writeVersion(w, found, { sensitivity: 'public', content: getContent(found), reason: null })
    case 'unseal':
      return writeVersion(w, found, { sensitivity: 'internal', content: getContent(found), reason: null })
    case 'erase':
      await withdrawPersonalData(w, row)
      return { erased: true }
    case 'correct': {
      const { content, reason } = change
      return writeVersion(w, found, { sensitivity: row.sensitivity, content, reason })
    }
    case 'record-status':
      return writeStatus(w, found, { status: change.status, reason: null, head: null, isVoid: false })
    case 'correct-status':
    case 'void-status': {
      const before = found.statuses.find((one) => one.id === change.entry)
      if (before === undefined) throw new Error(`case ${row.key} has no status ${change.entry}`)
      const isVoid = change.change === 'void-status'
      const status = isVoid ? { ...before, note: null } : change.status
      return writeStatus(w, found, { status, reason: change.reason, head: before, isVoid })
    }
    case 'translate':
      return writeTranslation(w, found, change)
  }
}

async function writeTranslation(
  w: Write,
  { row }: FoundCase,
  { field, language, text }: Extract<CaseChange, { change: 'translate' }>,
): Promise<ChangeAccount> {
  const rows = await listTranslations(w.trx, row.dossierId, { kind: 'case', key: row.key, language })
  const before = rows.find((one) => one.field === field)
  if (before === undefined) throw new Error(`case ${row.key} has no ${field} that is public`)
  return { translation: await createTranslations(w, row.dossierId, [{ row: before, text }]), field, language }
}

export const getContent = ({ row, recommendations }: FoundCase): CaseContent => ({
  kind: row.kind,
  publicName: row.name,
  naming: row.naming,
  realName: row.realName,
  summary: row.summary,
  consentBasis: row.consentBasis,
  recommendations: [...recommendations],
})

type NewVersion = {
  readonly sensitivity: Sensitivity
  readonly content: CaseContent
  readonly reason: string | null
}

/** A further version of a case. Its reason is personal too: it may name somebody. */
export const writeVersion = (w: Write, { row }: FoundCase, version: NewVersion) =>
  createVersion(w, row.dossierId, row.key, version, { rootId: row.id, versionId: row.versionId })

/** Writes a version of a case: what is personal to the erasable table, the rest with a salted hash of it to the ledger. */
export async function createVersion(
  w: Write,
  dossierId: number,
  key: string,
  { sensitivity, content, reason }: NewVersion,
  head?: { readonly rootId: number; readonly versionId: number },
) {
  const { kind, recommendations, ...said } = content
  const id = await w.reserveIds(1)
  const sha256 = await createPersonal(w, id, { ...said, ...(reason === null ? {} : { reason }) })
  await createRows(w.trx, 'case_record', [
    {
      ...buildVersion(w, id),
      root_id: head?.rootId ?? id,
      supersedes_id: head?.versionId ?? null,
      dossier_id: dossierId,
      key,
      kind,
      sensitivity,
      personal_sha256: sha256,
    },
  ])
  const roots = await listRootIds(w.trx, 'recommendation', dossierId, recommendations)
  await createRows(
    w.trx,
    'case_recommendation',
    recommendations.flatMap((ref, position) => {
      const root = roots.get(ref)
      return root === undefined ? [] : [{ version_id: id, position, recommendation_id: root, entry: w.entry }]
    }),
  )
  return { version: id, sensitivity, personalSha256: sha256 }
}

async function writeStatus(
  w: Write,
  { row }: FoundCase,
  {
    status,
    reason,
    head,
    isVoid,
  }: {
    readonly status: StatusContent
    readonly reason: string | null
    readonly head: { readonly id: number; readonly versionId: number } | null
    readonly isVoid: boolean
  },
): Promise<ChangeAccount> {
  const id = await w.reserveIds(1)
  const said = { note: status.note, ...(reason === null ? {} : { reason }) }
  const sha256 = await createPersonal(w, id, said)
  await createRows(w.trx, 'case_status', [
    {
      ...buildVersion(w, id),
      root_id: head?.id ?? id,
      supersedes_id: head?.versionId ?? null,
      dossier_id: row.dossierId,
      case_id: row.id,
      status: status.status,
      date: status.date,
      source_id: status.sourceId,
      personal_sha256: sha256,
      void: isVoid,
    },
  ])
  return { entry: head?.id ?? id, version: id, personalSha256: sha256 }
}
