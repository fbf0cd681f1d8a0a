import { listDeskClaims } from '@waymark/db/queries/desk-claim.query'
import { getDossierId, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import { claimCommands } from './claim.command.ts'
import { claimTarget, correctClaimInput, recordClaimInput, voidClaimInput } from './claim.input.ts'
import { deskClaims, writtenClaim } from './claim.view.ts'

const write = procedureFor('claim.write')

/** Claims on a recommendation, latest first, each beside the finding at its date. Refusals: `not-found`. */
async function listClaimsAtDesk(
  ctx: Context,
  { dossier, ref }: z.infer<typeof claimTarget>,
): Promise<z.infer<typeof deskClaims>> {
  const { app } = ctx.record
  const dossierId = await getDossierId(app, dossier)
  const id =
    dossierId === null ? undefined : (await listRootIds(app, 'recommendation', dossierId, [ref])).get(ref)
  if (dossierId === null || id === undefined) throw buildRefusalError({ code: 'not-found' })
  return (await listDeskClaims(app, dossierId, id)).map((c) => ({
    claim: c.id,
    version: c.versionId,
    actor: { key: c.actorKey, name: c.actorName },
    date: c.date,
    level: c.level,
    text: c.text,
    source: { key: c.sourceKey, title: c.sourceTitle },
    locator: c.locator,
    finding: c.finding,
  }))
}

export const claimRouter = router({
  desk: procedureFor('read.desk')
    .input(claimTarget)
    .output(deskClaims)
    .query(({ ctx, input }) => listClaimsAtDesk(ctx, input)),
  record: write
    .input(recordClaimInput)
    .output(writtenClaim)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await claimCommands.record(ctx.record.app, ctx.act, input)),
    ),
  correct: write
    .input(correctClaimInput)
    .output(writtenClaim)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await claimCommands.correct(ctx.record.app, ctx.act, input)),
    ),
  void: write
    .input(voidClaimInput)
    .output(writtenClaim)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await claimCommands.takeBack(ctx.record.app, ctx.act, input)),
    ),
})
