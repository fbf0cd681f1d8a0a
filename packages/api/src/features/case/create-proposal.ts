import { createRows } from '@waymark/db/bulk-insert'
import type { Write, Written } from '@waymark/db/in-transaction'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { createPersonal } from '../../common/personal-data.ts'
import { type CaseChange, type FoundCase, getShownAfter, hasRealName } from './case-content.ts'
import { getOpenProposal, type WrittenCase } from './find-case.ts'

/** Keeps a change for a second person to decide. One at a time, so that what is approved is what was looked at. */
export async function createProposal(
  w: Write,
  found: FoundCase,
  dossier: string,
  change: CaseChange,
): Promise<Result<Written<WrittenCase>>> {
  const { row } = found
  if ((await getOpenProposal(w.trx, found)) !== null) return refused({ code: 'proposed-already' })
  const fit = checkShown(found, change)
  if (!fit.ok) return fit
  const id = await w.reserveIds(1)
  const sha256 = await createPersonal(w, id, change)
  await createRows(w.trx, 'case_proposal', [
    {
      id,
      dossier_id: row.dossierId,
      case_id: row.id,
      based_on: row.versionId,
      change: change.change,
      personal_sha256: sha256,
      proposer_id: w.act.id,
      proposer_name: w.act.name,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])
  return ok({
    value: { key: row.key, waits: true },
    account: {
      action: 'case.propose',
      subject: { kind: 'case', dossier, key: row.key },
      before: { version: row.versionId, sensitivity: row.sensitivity },
      after: { proposal: id, change: change.change, personalSha256: sha256 },
    },
  })
}

/** What readers would be shown must rest on a basis, and must not name whom a pseudonym hides. */
export function checkShown(found: FoundCase, change: CaseChange): Result<null> {
  const shown = getShownAfter(found, change)
  if (shown === null) return ok(null)
  const said = change.change === 'correct' ? change.content : found.row
  if ((said.consentBasis ?? '').trim() === '')
    return refused({ code: 'consent-missing', path: 'consentBasis' })
  if (hasRealName(shown, said.realName)) return refused({ code: 'real-name-shown' })
  return ok(null)
}
