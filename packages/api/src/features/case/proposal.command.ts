import { createRows } from '@waymark/db/bulk-insert'
import { inTransaction, type Write } from '@waymark/db/in-transaction'
import type { CaseProposalRow } from '@waymark/db/queries/desk-case.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import type { ProposalTarget, ProposeInput, RefuseInput } from './case.input.ts'
import { applyChange } from './case-change.ts'
import { caseChange, type FoundCase } from './case-content.ts'
import { checkShown, createProposal } from './create-proposal.ts'
import { type CaseActor, findForWrite, getOpenProposal, type WrittenCase } from './find-case.ts'

type Db = Kysely<Database>

/**
 * Proposes to make a case public, to make it no longer confidential, or to erase what is personal of it. Another person
 * decides. Refusals: `not-found`, `record-moved-on` (also where it is so already), `consent-missing`, `real-name-shown`,
 * `proposed-already`.
 */
export function proposeCase(db: Db, actor: CaseActor, input: ProposeInput): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const { versionId, sensitivity } = found.value.row
    const isSo =
      (input.change === 'publish' && sensitivity === 'public') ||
      (input.change === 'unseal' && sensitivity !== 'confidential')
    if (versionId !== input.basedOn || isSo) return refused({ code: 'record-moved-on' })
    return createProposal(w, found.value, input.dossier, { change: input.change })
  })
}

/**
 * Carries out a proposal of somebody else.
 * Refusals: `not-found`, `not-proposed` (decided, or the case has changed since), `four-eyes`, `consent-missing`, `real-name-shown`.
 */
export function approveProposal(
  db: Db,
  actor: CaseActor,
  input: ProposalTarget,
): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const open = await findOpen(w, actor, input)
    if (!open.ok) return open
    const { found, proposal } = open.value
    if (proposal.proposerId === actor.act.id) return refused({ code: 'four-eyes' })
    const change = caseChange.parse(proposal.content)
    const fit = checkShown(found, change)
    if (!fit.ok) return fit
    await createDecision(w, proposal.id, 'approved', null)
    const after = await applyChange(w, found, change)
    return ok({
      value: { key: found.row.key, waits: false },
      account: {
        action: 'case.approve',
        subject: { kind: 'case', dossier: input.dossier, key: found.row.key },
        before: { version: found.row.versionId, sensitivity: found.row.sensitivity },
        after: { proposal: proposal.id, change: proposal.change, ...after },
      },
    })
  })
}

/** Says no to a proposal, with a comment. Refusals: `not-found`, `not-proposed`, `four-eyes` (one's own is taken back instead). */
export function refuseProposal(db: Db, actor: CaseActor, input: RefuseInput): Promise<Result<WrittenCase>> {
  return decide(db, actor, input, 'refused', input.comment)
}

/** Takes one's own proposal back. Refusals: `not-found` (also for somebody else's), `not-proposed`. */
export function retractProposal(
  db: Db,
  actor: CaseActor,
  input: ProposalTarget,
): Promise<Result<WrittenCase>> {
  return decide(db, actor, input, 'retracted', null)
}

function decide(
  db: Db,
  actor: CaseActor,
  input: ProposalTarget,
  outcome: 'refused' | 'retracted',
  comment: string | null,
): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const open = await findOpen(w, actor, input)
    if (!open.ok) return open
    const { found, proposal } = open.value
    const isOwn = proposal.proposerId === actor.act.id
    if (outcome === 'refused' && isOwn) return refused({ code: 'four-eyes' })
    if (outcome === 'retracted' && !isOwn) return refused({ code: 'not-found' })
    await createDecision(w, proposal.id, outcome, comment)
    return ok({
      value: { key: found.row.key, waits: false },
      account: {
        action: outcome === 'refused' ? 'case.refuse' : 'case.retract',
        subject: { kind: 'case', dossier: input.dossier, key: found.row.key },
        after: { proposal: proposal.id, change: proposal.change },
      },
    })
  })
}

async function findOpen(
  w: Write,
  actor: CaseActor,
  input: ProposalTarget,
): Promise<Result<{ found: FoundCase; proposal: CaseProposalRow }>> {
  const found = await findForWrite(w, actor, input)
  if (!found.ok) return found
  const proposal = await getOpenProposal(w.trx, found.value)
  if (proposal === null || proposal.id !== input.proposal) return refused({ code: 'not-proposed' })
  return ok({ found: found.value, proposal })
}

const createDecision = (
  w: Write,
  proposalId: number,
  outcome: 'approved' | 'refused' | 'retracted',
  comment: string | null,
) =>
  createRows(w.trx, 'case_decision', [
    {
      proposal_id: proposalId,
      outcome,
      comment,
      decider_id: w.act.id,
      decider_name: w.act.name,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])
