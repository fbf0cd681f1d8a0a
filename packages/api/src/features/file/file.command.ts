import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { findFile, getFile } from '@waymark/db/queries/file.query'
import { DamagedFileError, type FileStore } from '@waymark/files/file-store'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Context } from '../../context.ts'
import { type FileCopy, maxFileBytes } from './file.input.ts'
import type { KeptFile } from './file.view.ts'
import type { FileAccess } from './file-access.ts'

type Place = Pick<Context, 'record' | 'files'>
type Inspected = Extract<Awaited<ReturnType<FileAccess['inspect']>>, { readonly ok: true }>['value']
type Captured = Extract<Awaited<ReturnType<FileAccess['capture']>>, { readonly ok: true }>['value']

/**
 * Takes in a file that somebody chose. The bytes are kept first and the row comes after them, so that no row names bytes
 * that are not there; bytes that the dossier has already are the file that has them.
 * Refusals: `not-found`, `file-missing`, `file-too-large`, those of `inspectFile`.
 */
export async function uploadFile(
  ctx: Place,
  act: Act,
  { dossier, bytes, name }: { readonly dossier: string; readonly bytes: Uint8Array; readonly name: string },
): Promise<Result<KeptFile, Refusal>> {
  if ((await getDossierId(ctx.record.app, dossier)) === null) return refused({ code: 'not-found' })
  if (bytes.length === 0) return refused({ code: 'file-missing' })
  if (bytes.length > maxFileBytes) return refused({ code: 'file-too-large' })
  const inspected = await ctx.files.inspect(bytes)
  if (!inspected.ok) return inspected
  return keepFile(ctx, act, {
    dossier,
    bytes,
    name: buildFileName(name),
    inspected: inspected.value,
    captured: null,
  })
}

/**
 * Takes in a page as it is served now, with its headers.
 * Refusals: `not-found`, those of `captureUrl` and `inspectFile`.
 */
export async function captureFile(
  ctx: Place,
  act: Act,
  { dossier, url }: { readonly dossier: string; readonly url: string },
): Promise<Result<KeptFile, Refusal>> {
  if ((await getDossierId(ctx.record.app, dossier)) === null) return refused({ code: 'not-found' })
  const captured = await ctx.files.capture(url)
  if (!captured.ok) return captured
  const { bytes, file, ...page } = captured.value
  return keepFile(ctx, act, {
    dossier,
    bytes,
    name: buildPageName(page.url),
    inspected: file,
    captured: { asked: url, ...page },
  })
}

type Incoming = {
  readonly dossier: string
  readonly bytes: Uint8Array
  readonly name: string
  readonly inspected: Inspected
  readonly captured: (Omit<Captured, 'bytes' | 'file'> & { readonly asked: string }) | null
}

async function keepFile(ctx: Place, act: Act, incoming: Incoming): Promise<Result<KeptFile, Refusal>> {
  const { bytes, dossier, captured, inspected } = incoming
  const { sha256 } = await ctx.files.store.create(bytes)
  const { working } = inspected
  const workingSha256 = working && (await ctx.files.store.create(working.bytes)).sha256
  return inTransaction<KeptFile, Refusal>(ctx.record.app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    // Writes take turns: of two who send the same bytes at once, the second finds the file of the first.
    const known = await findFile(w.trx, dossierId, sha256)
    if (known !== null) return ok({ value: { id: known.id, known: true }, account: null })
    const id = await recordFile(w, dossierId, { ...incoming, sha256, workingSha256 })
    return ok({
      value: { id, known: false },
      account: {
        action: captured === null ? 'file.upload' : 'file.capture',
        subject: { kind: 'file', dossier, key: String(id) },
        after: {
          sha256,
          bytes: bytes.length,
          mediaType: inspected.mediaType,
          workingSha256,
          ...(captured === null ? {} : { status: captured.status }),
        },
      },
    })
  })
}

async function recordFile(
  w: Write,
  dossierId: number,
  file: Incoming & {
    readonly sha256: string
    readonly workingSha256: string | null
  },
): Promise<number> {
  const { captured, inspected } = file
  const id = await w.reserveIds(1)
  await w.trx
    .insertInto('file')
    .values({
      id,
      dossier_id: dossierId,
      sha256: file.sha256,
      bytes: file.bytes.length,
      media_type: inspected.mediaType,
      name: file.name,
      how: captured === null ? 'upload' : 'capture',
      url: captured?.asked ?? null,
      final_url: captured?.url ?? null,
      http_status: captured?.status ?? null,
      headers: captured === null ? null : JSON.stringify(buildTold(captured)),
      tool: captured === null ? 'waymark upload/1' : 'waymark capture/1',
      collected_at: w.recordedAt,
      collector_id: w.act.id,
      collector_name: w.act.name,
      working_sha256: file.workingSha256,
      working_bytes: inspected.working?.bytes.length ?? null,
      working_type: inspected.working?.mediaType ?? null,
      entry: w.entry,
      recorded_at: w.recordedAt,
    })
    .execute()
  const text = (inspected.text ?? '').replaceAll('\u0000', '').toWellFormed()
  if (text.trim() !== '') await w.trx.insertInto('file_text').values({ file_id: id, text }).execute()
  return id
}

export type ReadFile = {
  readonly id: number
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * The bytes of a file, compared with their hash. Each reading is an entry of the audit trail (`file.view`, or `file.export`
 * for the original), written before anything is given out.
 * Refusals: `not-found` (also where no safe working copy could be made), `file-damaged`.
 */
export async function readFile(
  ctx: Place,
  act: Act,
  { dossier, id, copy }: { readonly dossier: string; readonly id: number; readonly copy: FileCopy },
): Promise<Result<ReadFile, Refusal>> {
  const dossierId = await getDossierId(ctx.record.app, dossier)
  const file = dossierId === null ? null : await getFile(ctx.record.app, dossierId, id)
  if (file === null) return refused({ code: 'not-found' })
  const [sha256, mediaType] =
    copy === 'original' ? [file.sha256, file.mediaType] : [file.workingSha256, file.workingType]
  if (sha256 === null || mediaType === null) return refused({ code: 'not-found' })
  const bytes = await getWhole(ctx.files.store, sha256)
  if (bytes === null) return refused({ code: 'file-damaged' })
  const noted = await inTransaction<null, Refusal>(ctx.record.app, act, async () =>
    ok({
      value: null,
      account: {
        action: copy === 'original' ? 'file.export' : 'file.view',
        subject: { kind: 'file', dossier, key: String(id) },
        after: { sha256 },
      },
    }),
  )
  if (!noted.ok) return noted
  return ok({ id, name: file.name, mediaType, bytes })
}

async function getWhole(store: FileStore, sha256: string): Promise<Uint8Array | null> {
  try {
    return await store.get(sha256)
  } catch (error) {
    if (error instanceof DamagedFileError) return null
    throw error
  }
}

/** A file's name as people know it: without folders, control characters and directions of writing that would disguise it. */
export const buildFileName = (name: string): string =>
  (name.toWellFormed().split(/[/\\]/).at(-1) ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, 200) || 'file'

/** What the server said beside the page: its headers, the way to it, and its certificate. */
const buildTold = ({ headers, chain, tls }: NonNullable<Incoming['captured']>) => ({ headers, chain, tls })

const buildPageName = (url: string): string => {
  const { hostname, pathname } = new URL(url)
  return buildFileName(`${hostname} ${pathname.split('/').filter(Boolean).at(-1) ?? ''}`.trim())
}
