import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { type BriefingTemplateRow, getBriefingTemplate } from '@waymark/db/queries/briefing.query'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { type TemplateParts, templateParts } from '@waymark/exchange/formats/docx-template'
import { maxFileBytes } from '@waymark/files/inspect-file'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Context } from '../../context.ts'
import { buildFileName } from '../file/file.command.ts'
import type { SetTemplateInput } from './briefing.input.ts'

type Place = Pick<Context, 'record' | 'files'>

export const buildTemplateView = ({ name, sha256, bytes, author, recordedAt }: BriefingTemplateRow) => ({
  name,
  sha256,
  bytes,
  by: author,
  at: recordedAt,
})
type Written = { readonly template: ReturnType<typeof buildTemplateView> | null }

/**
 * Sets the Word template of a dossier, or takes it away. The file is looked at in a process of its own; it and what was read of it are kept
 * in the file store, before the row that names them.
 * Refusals: `not-found`, `file-missing`, `file-too-large`, those of `inspectTemplate`.
 */
export async function setTemplate(
  ctx: Place,
  act: Act,
  { dossier, file }: SetTemplateInput,
): Promise<Result<Written>> {
  if ((await getDossierId(ctx.record.app, dossier)) === null) return refused({ code: 'not-found' })
  const kept = file === null ? ok(none) : await keepTemplate(ctx, file)
  if (!kept.ok) return kept
  return inTransaction<Written, Refusal>(ctx.record.app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    await createRows(w.trx, 'briefing_template', [
      {
        id: await w.reserveIds(1),
        dossier_id: dossierId,
        ...kept.value,
        author_id: w.act.id,
        author_name: w.act.name,
        entry: w.entry,
        recorded_at: w.recordedAt,
      },
    ])
    const now = await getBriefingTemplate(w.trx, dossierId)
    return ok({
      value: { template: now && buildTemplateView(now) },
      account: {
        action: file === null ? 'briefing-template.remove' : 'briefing-template.set',
        subject: { kind: 'dossier', dossier, key: dossier },
        after: { sha256: kept.value.sha256 },
      },
    })
  })
}

type Kept = {
  readonly name: string | null
  readonly sha256: string | null
  readonly bytes: number | null
  readonly parts_sha256: string | null
}
const none: Kept = { name: null, sha256: null, bytes: null, parts_sha256: null }

async function keepTemplate(
  ctx: Place,
  { name, base64 }: NonNullable<SetTemplateInput['file']>,
): Promise<Result<Kept>> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  if (bytes.length === 0) return refused({ code: 'file-missing' })
  if (bytes.length > maxFileBytes) return refused({ code: 'file-too-large' })
  const read = await ctx.files.readTemplate(bytes)
  if (!read.ok) return read
  const { store } = ctx.files
  const { sha256 } = await store.create(bytes)
  const parts = await store.create(new TextEncoder().encode(JSON.stringify(read.value)))
  return ok({ name: buildFileName(name), sha256, bytes: bytes.length, parts_sha256: parts.sha256 })
}

/** What the template of a dossier says of styles and pages; null where there is none. A damaged one is an error: nobody gets another look unasked. */
export async function readTemplateParts(
  ctx: Place,
  dossierId: number,
): Promise<{ readonly parts: TemplateParts; readonly sha256: string } | null> {
  const row = await getBriefingTemplate(ctx.record.app, dossierId)
  if (row === null) return null
  const bytes = await ctx.files.store.get(row.partsSha256)
  return { parts: templateParts.parse(JSON.parse(new TextDecoder().decode(bytes))), sha256: row.sha256 }
}
