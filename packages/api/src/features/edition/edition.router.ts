import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { procedureFor, publicProcedure, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { publishEdition, retractEdition, returnEdition } from './decide.command.ts'
import { getPreview, getReview, listEditionsForDesk } from './desk-edition.query.ts'
import {
  compareInput,
  editionInput,
  editionTarget,
  previewInput,
  proposeEditionInput,
  returnEditionInput,
} from './edition.input.ts'
import {
  decidedEdition,
  deskEditionList,
  editionComparison,
  editionDetail,
  editionList,
  editionPreview,
  editionReview,
  publishedEdition,
  writtenEdition,
} from './edition.view.ts'
import { compareEditions, getPublicEdition, listPublicEditions } from './get-edition.query.ts'
import { proposeEdition } from './propose.command.ts'

const propose = procedureFor('edition.propose')
const decide = procedureFor('edition.publish')

export const editionRouter = router({
  list: publicProcedure
    .input(z.strictObject({ dossier: key }))
    .output(editionList)
    .query(({ ctx, input }) => listPublicEditions(ctx, input)),
  get: publicProcedure
    .input(editionInput)
    .output(editionDetail)
    .query(({ ctx, input }) => getPublicEdition(ctx, input)),
  compare: publicProcedure
    .input(compareInput)
    .output(editionComparison)
    .query(({ ctx, input }) => compareEditions(ctx, input)),
  desk: procedureFor('read.desk')
    .input(z.strictObject({ dossier: key }))
    .output(deskEditionList)
    .query(({ ctx, input }) => listEditionsForDesk({ ctx, userId: ctx.actor.id }, input.dossier)),
  preview: propose
    .input(previewInput)
    .output(editionPreview)
    .query(({ ctx, input }) => getPreview(ctx, input)),
  review: procedureFor('read.desk')
    .input(editionTarget)
    .output(editionReview)
    .query(({ ctx, input }) => getReview({ ctx, userId: ctx.actor.id }, input)),
  propose: propose
    .input(proposeEditionInput)
    .output(writtenEdition)
    .mutation(async ({ ctx, input }) => acceptResult(await proposeEdition(ctx, ctx.act, input))),
  retract: propose
    .input(editionTarget)
    .output(decidedEdition)
    .mutation(async ({ ctx, input }) => acceptResult(await retractEdition(ctx, ctx.act, input))),
  publish: decide
    .input(editionTarget)
    .output(publishedEdition)
    .mutation(async ({ ctx, input }) => acceptResult(await publishEdition(ctx, ctx.act, input))),
  return: decide
    .input(returnEditionInput)
    .output(decidedEdition)
    .mutation(async ({ ctx, input }) => acceptResult(await returnEdition(ctx, ctx.act, input))),
})
