import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { type FileRow, getFile, getServed, listCustody, listFiles } from '@waymark/db/queries/file.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { type FileView, type fileDetail, type fileList, served } from './file.view.ts'

const pageSize = 50

/** The words of a search, each to be found. */
export const parseWords = (q: string | undefined): string[] =>
  (q ?? '').split(/\s+/).filter(Boolean).slice(0, 10)

/** Root id of a dossier. Refusals: `not-found`. */
export async function getDossier(ctx: Pick<Context, 'record'>, dossier: string): Promise<number> {
  const id = await getDossierId(ctx.record.app, dossier)
  if (id === null) throw buildRefusalError({ code: 'not-found' })
  return id
}

export const buildFileView = (row: FileRow): FileView => {
  const { workingSha256, workingBytes, workingType, checkedAt, fault, ...file } = row
  return {
    ...file,
    working:
      workingSha256 === null || workingBytes === null || workingType === null
        ? null
        : { sha256: workingSha256, bytes: workingBytes, mediaType: workingType },
    check: checkedAt === null ? null : { at: checkedAt, fault },
  }
}

/** A page of the files of a dossier. Refusals: `not-found`. */
export async function listDeskFiles(
  ctx: Context,
  { dossier, q, page }: { readonly dossier: string; readonly q?: string | undefined; readonly page: number },
): Promise<z.infer<typeof fileList>> {
  const { files, total } = await listFiles(ctx.record.app, await getDossier(ctx, dossier), {
    words: parseWords(q),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  return { files: files.map(buildFileView), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

/** A file with its chain of custody. Refusals: `not-found`. */
export async function getDeskFile(
  ctx: Context,
  { dossier, id }: { readonly dossier: string; readonly id: number },
): Promise<z.infer<typeof fileDetail>> {
  const row = await getFile(ctx.record.app, await getDossier(ctx, dossier), id)
  if (row === null) throw buildRefusalError({ code: 'not-found' })
  return {
    file: buildFileView(row),
    served: row.how === 'capture' ? served.parse(await getServed(ctx.record.app, id)) : null,
    custody: await listCustody(ctx.record.app, dossier, { file: id, item: null }),
  }
}
