import { listAuditEntries, verifyChain } from '@waymark/db/queries/audit.query'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { auditListInput } from './audit.input.ts'
import { auditList, verification } from './audit.view.ts'

const pageSize = 50
const read = procedureFor('audit.read')

export const auditRouter = router({
  list: read
    .input(auditListInput)
    .output(auditList)
    .query(async ({ ctx, input }) => {
      if (input.dossier !== undefined && (await getDossierHead(ctx.record.public, input.dossier)) === null)
        throw buildRefusalError({ code: 'not-found' })
      const { entries, total } = await listAuditEntries(ctx.record.app, { ...input, limit: pageSize + 1 })
      const shown = entries.slice(0, pageSize)
      return {
        entries: shown.map(({ previous: _, ...entry }) => entry),
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
