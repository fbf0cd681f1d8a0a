import { listAuditEntries, verifyChain } from '@waymark/db/queries/audit.query'
import { listBlindAmong, listHeldTalk } from '@waymark/db/queries/coding.query'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import type { AuditEntry } from '@waymark/ledger/chain'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { auditListInput } from './audit.input.ts'
import { auditList, verification } from './audit.view.ts'

const pageSize = 50

/** The assessment that an entry speaks of, if it speaks of one. */
const getAssessmentId = ({ after }: Pick<AuditEntry, 'after'>): number | [] => {
  const id = after !== null && typeof after === 'object' && 'assessment' in after ? after.assessment : null
  return typeof id === 'number' ? id : []
}

/** An entry as one sees it who has yet to rate the assessment that it is about: that it was written, not what it says. */
function withoutRating<E extends Pick<AuditEntry, 'after'>>(entry: E, blind: ReadonlySet<number>): E {
  const assessment = getAssessmentId(entry)
  return typeof assessment === 'number' && blind.has(assessment) ? { ...entry, after: { assessment } } : entry
}
const read = procedureFor('audit.read')

export const auditRouter = router({
  list: read
    .input(auditListInput)
    .output(auditList)
    .query(async ({ ctx, input }) => {
      if (input.dossier !== undefined && (await getDossierHead(ctx.record.public, input.dossier)) === null)
        throw buildRefusalError({ code: 'not-found' })
      const held = { reader: ctx.actor.id, records: await listHeldTalk(ctx.record.app, ctx.actor.id) }
      const { entries, total } = await listAuditEntries(ctx.record.app, {
        ...input,
        limit: pageSize + 1,
        held,
      })
      const shown = entries.slice(0, pageSize)
      const blind = new Set(
        await listBlindAmong(ctx.record.app, shown.flatMap(getAssessmentId), ctx.actor.id),
      )
      return {
        entries: shown.map(({ previous: _, ...entry }) => withoutRating(entry, blind)),
        total,
        next: entries.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
      }
    }),
  verify: read
    .input(z.strictObject({}))
    .output(verification)
    .query(async ({ ctx }) => {
      const { ok, entries, head, faults } = await verifyChain(ctx.record.app)
      return { ok, entries, head: head.hash, faults: faults.slice(0, 100) }
    }),
})
