import { getDossierHead } from '@waymark/db/queries/cut.query'
import { type DeskEditionRow, listDeskEditions } from '@waymark/db/queries/desk-edition.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { formatCutOff } from './cut-off.ts'
import type { EditionTarget, PreviewInput } from './edition.input.ts'
import type { DeskEdition, deskEditionList, editionPreview, editionReview } from './edition.view.ts'
import { buildContent } from './edition-content.ts'
import { listFigures, listTableCounts } from './edition-figures.ts'

type Reading = { readonly ctx: Context; readonly userId: string }

/** Every edition of a dossier from the proposal on, the latest first. Refusals: `not-found`. */
export async function listEditionsForDesk(
  { ctx, userId }: Reading,
  dossier: string,
): Promise<z.infer<typeof deskEditionList>> {
  const head = await findDossier(ctx, dossier)
  const rows = await listDeskEditions(ctx.record.app, head.id)
  return {
    editions: rows.map((row) => buildDeskEdition(row, dossier, userId, ctx.now())),
    key: ctx.editions.key?.verifier ?? null,
  }
}

/** What would be frozen at a cut. Refusals: `not-found`, `unknown-method`. */
export async function getPreview(ctx: Context, input: PreviewInput): Promise<z.infer<typeof editionPreview>> {
  const cut = await formatCutOff(ctx, input)
  const { content, json, sha256 } = await buildContent(ctx, cut)
  return {
    cut,
    dataSha256: sha256,
    dataBytes: Buffer.byteLength(json),
    figures: listFigures(content),
    tables: listTableCounts(content),
  }
}

/** One edition with what the record says at its cut now. Refusals: `not-found`. */
export async function getReview(
  { ctx, userId }: Reading,
  { dossier, edition }: EditionTarget,
): Promise<z.infer<typeof editionReview>> {
  const head = await findDossier(ctx, dossier)
  const [row] = await listDeskEditions(ctx.record.app, head.id, edition)
  if (row === undefined) throw buildRefusalError({ code: 'not-found' })
  const { asOf, knownAt, method } = row
  const preview = await getPreview(ctx, { dossier, asOf, knownAt, method })
  return {
    edition: buildDeskEdition(row, dossier, userId, ctx.now()),
    preview,
    isSame: preview.dataSha256 === row.dataSha256,
  }
}

async function findDossier(ctx: Context, dossier: string) {
  const head = await getDossierHead(ctx.record.public, dossier)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  return head
}

function buildDeskEdition(row: DeskEditionRow, dossier: string, userId: string, now: string): DeskEdition {
  return {
    edition: row.id,
    title: row.title,
    note: row.note,
    cut: { dossier, asOf: row.asOf, knownAt: row.knownAt, method: row.method },
    embargoUntil: row.embargoUntil,
    corrects:
      row.corrects === null || row.correctsWhat === null
        ? null
        : { id: row.corrects, what: row.correctsWhat },
    dataSha256: row.dataSha256,
    proposer: row.proposer,
    proposedAt: row.proposedAt,
    state: getState(row, now),
    isOwn: row.proposerId === userId,
    comment: row.comment,
    decider: row.decider,
    decidedAt: row.decidedAt,
    id: row.slug,
    issuedAt: row.issuedAt,
  }
}

function getState({ outcome, issuedAt }: DeskEditionRow, now: string): DeskEdition['state'] {
  if (outcome === null) return 'proposed'
  return outcome === 'published' && issuedAt !== null && issuedAt > now ? 'embargoed' : outcome
}
