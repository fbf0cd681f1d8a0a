import { getDossierId, listDeskUptake, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import { uptakeCommands } from './uptake.command.ts'
import { correctUptakeInput, recordUptakeInput, uptakeTarget, voidUptakeInput } from './uptake.input.ts'
import { deskUptake, writtenUptake } from './uptake.view.ts'

const write = procedureFor('uptake.write')

/** Uptake events of a recommendation, by date. Refusals: `not-found`. */
async function listUptakeAtDesk(
  ctx: Context,
  { dossier, ref }: z.infer<typeof uptakeTarget>,
): Promise<z.infer<typeof deskUptake>> {
  const { app } = ctx.record
  const dossierId = await getDossierId(app, dossier)
  const id =
    dossierId === null ? undefined : (await listRootIds(app, 'recommendation', dossierId, [ref])).get(ref)
  if (id === undefined) throw buildRefusalError({ code: 'not-found' })
  return (await listDeskUptake(app, id)).map((e) => ({
    event: e.id,
    version: e.versionId,
    kind: e.kind,
    date: e.date,
    round: e.round,
    forum: e.forum,
    source: { key: e.sourceKey, title: e.sourceTitle },
    locator: e.locator,
    note: e.note,
  }))
}

export const uptakeRouter = router({
  desk: procedureFor('read.desk')
    .input(uptakeTarget)
    .output(deskUptake)
    .query(({ ctx, input }) => listUptakeAtDesk(ctx, input)),
  record: write
    .input(recordUptakeInput)
    .output(writtenUptake)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await uptakeCommands.record(ctx.record.app, ctx.act, input)),
    ),
  correct: write
    .input(correctUptakeInput)
    .output(writtenUptake)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await uptakeCommands.correct(ctx.record.app, ctx.act, input)),
    ),
  void: write
    .input(voidUptakeInput)
    .output(writtenUptake)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await uptakeCommands.takeBack(ctx.record.app, ctx.act, input)),
    ),
})
