import { randomInt } from 'node:crypto'
import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { type DeskEditionRow, listDeskEditions } from '@waymark/db/queries/desk-edition.query'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { buildEdition } from '@waymark/ledger/edition'
import { formatManifest } from '@waymark/ledger/edition-manifest'
import { sha256 } from '@waymark/ledger/hash'
import type { SigningKey } from '@waymark/ledger/signed-note'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { EditionTarget, ReturnEditionInput } from './edition.input.ts'
import type { decidedEdition, publishedEdition } from './edition.view.ts'
import { buildContent, type FrozenContent } from './edition-content.ts'
import { buildFiles } from './edition-files.ts'
import { buildLogCheckpoint, type LogCheckpoint } from './log-checkpoint.ts'

/**
 * Publishes what somebody else proposed: builds the content once more, seals it with a checkpoint of the log, and keeps
 * the zip. Refusals: `not-found`, `not-proposed` (decided already), `four-eyes`, `signing-key-missing`, `record-moved-on`
 * (the record no longer says what was proposed, which only a fault can bring about).
 */
export async function publishEdition(
  ctx: Context,
  act: Act,
  target: EditionTarget,
): Promise<Result<z.infer<typeof publishedEdition>>> {
  const { key, baseUrl } = ctx.editions
  if (key === null) return refused({ code: 'signing-key-missing' })
  const found = await findOpen(ctx, target)
  if (!found.ok) return found
  const { dossier } = target
  const { asOf, knownAt, method } = found.value
  // Beside the lock of writes: the cut is past, so nothing that is written meanwhile is in it.
  const frozen = await buildContent(ctx, { dossier, asOf, knownAt, method })
  if (frozen.sha256 !== found.value.dataSha256) return refused({ code: 'record-moved-on' })
  const checkpoint = await buildLogCheckpoint(ctx.record.app, key)
  return inTransaction(ctx.record.app, act, async (w) => {
    const open = await findOpen({ record: { ...ctx.record, app: w.trx } }, target)
    if (!open.ok) return open
    const row = open.value
    if (row.proposerId === act.id) return refused({ code: 'four-eyes' })
    const sealed = seal({ row, dossier, frozen, checkpoint, key, baseUrl, recordedAt: w.recordedAt })
    await createDecision(w, row.id, { outcome: 'published', comment: null, ...sealed.columns })
    // Of no help as JSON: megabytes of digits.
    await w.trx.insertInto('edition_archive').values({ edition_id: row.id, zip: sealed.zip }).execute()
    const { slug, issued_at, zip_sha256, manifest_sha256, tree_size } = sealed.columns
    return ok({
      value: { id: slug, issuedAt: issued_at, zipSha256: zip_sha256 },
      account: {
        action: 'edition.publish',
        subject: { kind: 'edition', dossier, key: String(row.id) },
        after: {
          id: slug,
          issuedAt: issued_at,
          dataSha256: row.dataSha256,
          manifestSha256: manifest_sha256,
          zipSha256: zip_sha256,
          treeSize: tree_size,
        },
      },
    })
  })
}

/** Gives a proposal back with a comment. Refusals: `not-found`, `not-proposed`, `four-eyes` (one's own is taken back instead). */
export const returnEdition = (ctx: Context, act: Act, { comment, ...target }: ReturnEditionInput) =>
  decide(ctx, act, target, 'returned', comment)

/** Takes one's own proposal back. Refusals: `not-found` (also for somebody else's), `not-proposed`. */
export const retractEdition = (ctx: Context, act: Act, target: EditionTarget) =>
  decide(ctx, act, target, 'retracted', null)

function decide(
  ctx: Context,
  act: Act,
  target: EditionTarget,
  outcome: 'returned' | 'retracted',
  comment: string | null,
): Promise<Result<z.infer<typeof decidedEdition>>> {
  return inTransaction(ctx.record.app, act, async (w) => {
    const open = await findOpen({ record: { ...ctx.record, app: w.trx } }, target)
    if (!open.ok) return open
    const isOwn = open.value.proposerId === act.id
    if (outcome === 'returned' && isOwn) return refused({ code: 'four-eyes' })
    if (outcome === 'retracted' && !isOwn) return refused({ code: 'not-found' })
    await createDecision(w, open.value.id, { outcome, comment })
    return ok({
      value: { edition: open.value.id },
      account: {
        action: outcome === 'returned' ? 'edition.return' : 'edition.retract',
        subject: { kind: 'edition', dossier: target.dossier, key: String(open.value.id) },
      },
    })
  })
}

async function findOpen(
  { record }: Pick<Context, 'record'>,
  { dossier, edition }: EditionTarget,
): Promise<Result<DeskEditionRow>> {
  const head = await getDossierHead(record.public, dossier)
  const [row] = head === null ? [] : await listDeskEditions(record.app, head.id, edition)
  if (row === undefined) return refused({ code: 'not-found' })
  return row.outcome === null ? ok(row) : refused({ code: 'not-proposed' })
}

const createDecision = (w: Write, editionId: number, columns: Record<string, unknown>) =>
  createRows(w.trx, 'edition_decision', [
    {
      edition_id: editionId,
      ...columns,
      decider_id: w.act.id,
      decider_name: w.act.name,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])

type Sealing = {
  readonly row: DeskEditionRow
  readonly dossier: string
  readonly frozen: FrozenContent
  readonly checkpoint: LogCheckpoint
  readonly key: SigningKey
  readonly baseUrl: string
  readonly recordedAt: string
}

function seal({ row, dossier, frozen, checkpoint, key, baseUrl, recordedAt }: Sealing) {
  const id = `${row.asOf}-${createLetters()}`
  const issuedAt = row.embargoUntil !== null && row.embargoUntil > recordedAt ? row.embargoUntil : recordedAt
  const parts = {
    id,
    title: row.title,
    note: row.note,
    issuedAt,
    address: `${baseUrl}/${dossier}/editions/${id}`,
    corrects:
      row.corrects === null || row.correctsWhat === null
        ? null
        : { id: row.corrects, what: row.correctsWhat },
  }
  const readme = { ...parts, key: key.verifier, dataSha256: frozen.sha256 }
  const { asOf, knownAt, method } = row
  const { zip, manifest, signature } = buildEdition(
    { ...parts, dossier: { key: dossier, title: frozen.content.dossier.title }, asOf, knownAt, method },
    buildFiles(frozen, checkpoint.note, readme),
    key,
  )
  return {
    zip: Buffer.from(zip),
    columns: {
      slug: id,
      issued_at: issuedAt,
      zip_sha256: sha256(zip),
      zip_bytes: zip.byteLength,
      manifest_sha256: sha256(formatManifest(manifest)),
      signature,
      key: key.verifier,
      checkpoint: checkpoint.note,
      tree_size: checkpoint.size,
    },
  }
}

/** Random, so that no gap in a numbering tells of what is under embargo. */
const createLetters = (): string =>
  Array.from({ length: 6 }, () => String.fromCharCode(97 + randomInt(26))).join('')
