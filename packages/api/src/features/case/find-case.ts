import type { Role } from '@waymark/access/role'
import { listReadableSensitivities } from '@waymark/access/visibility'
import type { Act, Write } from '@waymark/db/in-transaction'
import {
  type CaseProposalRow,
  listCaseRefs,
  listDeskCaseStatuses,
  listDeskCases,
  listOpenProposals,
} from '@waymark/db/queries/desk-case.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import type { FoundCase } from './case-content.ts'

/**
 * A case that a role may know of, in its latest form; null else. The condition is one of the query, so that a case that is
 * hidden is answered as one that is not there, in the same time.
 */
export async function findCase(
  db: Kysely<Database>,
  role: Role,
  { dossier, key }: { readonly dossier: string; readonly key: string },
): Promise<FoundCase | null> {
  const [row] = await listDeskCases(db, dossier, listReadableSensitivities(role), key)
  if (row === undefined) return null
  const statuses = await listDeskCaseStatuses(db, [row.id])
  const recommendations = (await listCaseRefs(db, [row.versionId])).map(({ ref }) => ref)
  return { row, recommendations, statuses }
}

/** Who writes, and what they may read. */
export type CaseActor = { readonly act: Act; readonly role: Role }
/** `waits`: the case is public, and the change waits for a second person. */
export type WrittenCase = { readonly key: string; readonly waits: boolean }

/** As {@link findCase}, within a write. Refusals: `not-found`. */
export async function findForWrite(
  w: Write,
  { role }: CaseActor,
  target: { readonly dossier: string; readonly key: string },
): Promise<Result<FoundCase>> {
  const found = await findCase(w.trx, role, target)
  return found === null ? refused({ code: 'not-found' }) : ok(found)
}

/** The proposal on a case that waits for a second person, or null. */
export const getOpenProposal = async (
  db: Kysely<Database>,
  { row }: FoundCase,
): Promise<CaseProposalRow | null> => (await listOpenProposals(db, [row.id]))[0] ?? null
