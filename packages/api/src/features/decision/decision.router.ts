import { listReadableSensitivities } from '@waymark/access/visibility'
import { listDecisions, listProposedBy } from '@waymark/db/queries/action-point.query'
import { key, reference } from '@waymark/kernel/key'
import { audience } from '@waymark/meeting/event'
import { sensitivity } from '@waymark/recommendation/case'
import { z } from 'zod'
import type { AccountActor } from '../../accounts/actor.ts'
import { getDossierTitle } from '../../common/dossier-title.ts'
import { plainText } from '../../common/plain-text.ts'
import type { Context } from '../../context.ts'
import { procedureFor, router } from '../../procedure.ts'

/** `q`: words that a decision must all have. */
const listInput = z.strictObject({
  dossier: key,
  q: plainText(200).default(''),
  page: z.int().min(1).max(10_000).default(1),
})

export const decisionList = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  q: z.string(),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      meeting: z.number(),
      meetingTitle: z.string().nullable(),
      heldOn: z.string().nullable(),
      item: z.string(),
      text: z.string(),
      sensitivity,
      audience,
      reviewOn: z.string().nullable(),
      supersededBy: z.string().nullable(),
      /** Where the decision in its place was taken, for those who may know of it. */
      successor: z
        .strictObject({ meeting: z.number(), item: z.string(), heldOn: z.string().nullable() })
        .nullable(),
      sealedAt: z.string(),
    }),
  ),
  page: z.number(),
  more: z.boolean(),
})
export type DecisionList = z.infer<typeof decisionList>

const pageSize = 50

/** Sealed decisions that a reader may know of, the latest first. Refusals: `not-found`. */
async function listDecisionsOf(
  ctx: Context & { readonly actor: AccountActor },
  { dossier, q, page }: z.infer<typeof listInput>,
): Promise<DecisionList> {
  const { id, title } = await getDossierTitle(ctx.record.app, dossier)
  const rows = await listDecisions(ctx.record.app, id, {
    words: q.split(/\s+/).filter((word) => word !== ''),
    sensitivities: listReadableSensitivities(ctx.actor.role),
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  })
  return {
    dossier: { key: dossier, title },
    q,
    decisions: rows.slice(0, pageSize),
    page,
    more: rows.length > pageSize,
  }
}

/** Assessments that a decision of a meeting proposed. */
const behindInput = z.strictObject({ dossier: key, ref: reference })
export const decisionsBehind = z.array(
  z.strictObject({
    assessment: z.number(),
    meeting: z.number(),
    meetingTitle: z.string().nullable(),
    heldOn: z.string().nullable(),
    item: z.string(),
  }),
)
export type DecisionsBehind = z.infer<typeof decisionsBehind>

/** The assessments of a recommendation that meetings decided on, of the decisions that a reader may know of. Refusals: `not-found`. */
async function listDecisionsBehind(
  ctx: Context & { readonly actor: AccountActor },
  { dossier, ref }: z.infer<typeof behindInput>,
): Promise<DecisionsBehind> {
  const { id: dossierId } = await getDossierTitle(ctx.record.app, dossier)
  const sensitivities = listReadableSensitivities(ctx.actor.role)
  return listProposedBy(ctx.record.app, { dossierId, ref, sensitivities })
}

export const decisionRouter = router({
  list: procedureFor('meeting.read')
    .input(listInput)
    .output(decisionList)
    .query(({ ctx, input }) => listDecisionsOf(ctx, input)),
  behind: procedureFor('meeting.read')
    .input(behindInput)
    .output(decisionsBehind)
    .query(({ ctx, input }) => listDecisionsBehind(ctx, input)),
})
