import { type EditionRow, getEditionZip, listEditions } from '@waymark/db/queries/edition.query'
import { editionFiles, readEditionFile } from '@waymark/ledger/edition'
import type { z } from 'zod'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { compareContents } from './compare-contents.ts'
import type { CompareInput, EditionInput } from './edition.input.ts'
import type { EditionView, editionComparison, editionDetail, editionList } from './edition.view.ts'
import { type EditionContent, editionContent } from './edition-content.ts'
import { listFigures, listTableCounts } from './edition-figures.ts'

const buildView = ({ corrects, correctsWhat, ...row }: EditionRow): EditionView => ({
  ...row,
  corrects: corrects === null || correctsWhat === null ? null : { id: corrects, what: correctsWhat },
})

/** The published editions of a dossier, the latest first. Refusals: `not-found`. */
export async function listPublicEditions(
  ctx: Context,
  { dossier }: { readonly dossier: string },
): Promise<z.infer<typeof editionList>> {
  const resolved = await getCut(ctx, { dossier })
  const [frame, rows] = await Promise.all([
    getFrame(ctx, resolved),
    listEditions(ctx.record.public, resolved.head.id),
  ])
  return { frame, editions: rows.map(buildView), key: ctx.editions.key?.verifier ?? null }
}

/** One edition as it was published. Refusals: `not-found`, also before its embargo is over. */
export async function getPublicEdition(
  ctx: Context,
  { dossier, id }: EditionInput,
): Promise<z.infer<typeof editionDetail>> {
  const { rows, edition, content } = await findEdition(ctx, dossier, id)
  const frame = await getEditionFrame(ctx, dossier, edition)
  return {
    frame,
    edition,
    correctedBy: rows
      .filter((row) => row.corrects === id)
      .map((row) => ({ ...nameOf(row), what: row.correctsWhat ?? '', issuedAt: row.issuedAt })),
    figures: listFigures(content),
    tables: listTableCounts(content),
    others: rows.filter((row) => row.id !== id).map(nameOf),
  }
}

/** Two editions beside each other, as they were published. Refusals: `not-found`. */
export async function compareEditions(
  ctx: Context,
  { dossier, id, with: other }: CompareInput,
): Promise<z.infer<typeof editionComparison>> {
  const [to, from] = [await findEdition(ctx, dossier, id), await findEdition(ctx, dossier, other)]
  return {
    frame: await getEditionFrame(ctx, dossier, to.edition),
    from: from.edition,
    to: to.edition,
    ...compareContents(from.content, to.content),
    others: to.rows.filter((row) => row.id !== id).map(nameOf),
  }
}

const nameOf = ({ id, title, asOf }: EditionRow) => ({ id, title, asOf })

const getEditionFrame = async (ctx: Context, dossier: string, { asOf, knownAt, method }: EditionView) =>
  getFrame(ctx, await getCut(ctx, { dossier, asOf, knownAt, method }))

async function findEdition(ctx: Context, dossier: string, id: string) {
  const { head } = await getCut(ctx, { dossier })
  const [rows, zip] = await Promise.all([
    listEditions(ctx.record.public, head.id),
    getEditionZip(ctx.record.public, head.id, id),
  ])
  const row = rows.find((one) => one.id === id)
  if (row === undefined || zip === null) throw buildRefusalError({ code: 'not-found' })
  return { rows, edition: buildView(row), content: readContent(zip) }
}

/** What a zip of ours says. */
export function readContent(zip: Uint8Array): EditionContent {
  const json = readEditionFile(zip, editionFiles.data)
  if (json === null) throw new Error('an edition in the database without its data: run waymark verify')
  return editionContent.parse(JSON.parse(Buffer.from(json).toString('utf8')))
}

/** The bytes of one file of an edition, or of its zip where no path is named; null where there is none (yet). Refusals: `not-found`. */
export async function getEditionFile(
  ctx: Context,
  { dossier, id }: EditionInput,
  path: string | null,
): Promise<Uint8Array | null> {
  const { head } = await getCut(ctx, { dossier })
  const zip = await getEditionZip(ctx.record.public, head.id, id)
  return zip === null || path === null ? zip : readEditionFile(zip, path)
}
