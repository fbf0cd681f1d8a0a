import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { getDeskLink, getLinkageChoices, getLinkPreview, listCandidates } from './desk-link.query.ts'
import { correctLink, endLink, linkRecommendations } from './link.command.ts'
import {
  candidatesInput,
  correctLinkInput,
  endLinkInput,
  endWaiverInput,
  linkInput,
  linkTarget,
  waiveInput,
} from './link.input.ts'
import {
  deskLink,
  linkageChoices,
  linkCandidates,
  linked,
  linkPreview,
  linkVersion,
  writtenWaiver,
} from './link.view.ts'
import { endWaiver, waiveLink } from './waive.command.ts'

const read = procedureFor('read.desk')
const write = procedureFor('linkage.write')

/** Links as the desk works on them. What readers see of them is in the linkage router. */
export const linkRouter = router({
  choices: read
    .input(z.strictObject({ dossier: key }))
    .output(linkageChoices)
    .query(({ ctx, input }) => getLinkageChoices(ctx, input.dossier)),
  get: read
    .input(linkTarget)
    .output(deskLink)
    .query(({ ctx, input }) => getDeskLink(ctx, input)),
  candidates: read
    .input(candidatesInput)
    .output(linkCandidates)
    .query(({ ctx, input }) => listCandidates(ctx, input)),
  preview: read
    .input(linkInput)
    .output(linkPreview)
    .query(({ ctx, input }) => getLinkPreview(ctx, input)),
  create: write
    .input(linkInput)
    .output(linked)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await linkRecommendations(ctx.record.app, ctx.act, input)),
    ),
  correct: write
    .input(correctLinkInput)
    .output(linkVersion)
    .mutation(async ({ ctx, input }) => acceptResult(await correctLink(ctx.record.app, ctx.act, input))),
  end: write
    .input(endLinkInput)
    .output(linkVersion)
    .mutation(async ({ ctx, input }) => acceptResult(await endLink(ctx.record.app, ctx.act, input))),
  waive: write
    .input(waiveInput)
    .output(writtenWaiver)
    .mutation(async ({ ctx, input }) => acceptResult(await waiveLink(ctx.record.app, ctx.act, input))),
  endWaiver: write
    .input(endWaiverInput)
    .output(writtenWaiver)
    .mutation(async ({ ctx, input }) => acceptResult(await endWaiver(ctx.record.app, ctx.act, input))),
})
