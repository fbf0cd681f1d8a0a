import {
  type ItemRow,
  listItems,
  listItemsById,
  listItemUses,
  listItemVersions,
} from '@waymark/db/queries/evidence-item.query'
import { getFile, listCustody } from '@waymark/db/queries/file.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { buildFileView, getDossier, parseWords } from '../file/file.query.ts'
import type { ItemView, itemChoices, itemDetail, itemList } from './evidence-item.view.ts'

const pageSize = 50
const choiceCount = 500
const shownExcerpt = 200

const buildItemView = (row: ItemRow): ItemView => {
  const { versionId, sourceKey, sourceTitle, sourceIsPublic, fileId, fileName, ...item } = row
  return {
    ...item,
    version: versionId,
    source: { key: sourceKey, title: sourceTitle, isPublic: sourceIsPublic },
    file: fileId === null || fileName === null ? null : { id: fileId, name: fileName },
  }
}

/** A page of the items of a dossier, the latest first. Refusals: `not-found`. */
export async function listDeskItems(
  ctx: Context,
  { dossier, q, page }: { readonly dossier: string; readonly q?: string | undefined; readonly page: number },
): Promise<z.infer<typeof itemList>> {
  const { items, total } = await listItems(ctx.record.app, await getDossier(ctx, dossier), {
    words: parseWords(q),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  return { items: items.map(buildItemView), total, page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

/** What an assessment can rest on. Refusals: `not-found`. */
export async function listItemChoices(ctx: Context, dossier: string): Promise<z.infer<typeof itemChoices>> {
  const { items } = await listItems(ctx.record.app, await getDossier(ctx, dossier), {
    words: [],
    limit: choiceCount,
    offset: 0,
  })
  return items.map(({ id, sourceKey, sourceTitle, locator, kind, origin, factDate, excerpt }) => ({
    id,
    source: { key: sourceKey, title: sourceTitle },
    locator,
    kind,
    origin,
    factDate,
    excerpt: excerpt === null ? null : [...excerpt].slice(0, shownExcerpt).join(''),
  }))
}

/** An item with its file, its history, what rests on it, and the chain of custody of both. Refusals: `not-found`. */
export async function getDeskItem(
  ctx: Context,
  { dossier, id }: { readonly dossier: string; readonly id: number },
): Promise<z.infer<typeof itemDetail>> {
  const db = ctx.record.app
  const dossierId = await getDossier(ctx, dossier)
  const latest = (await listItemsById(db, dossierId, [id])).get(id)
  if (latest === undefined) throw buildRefusalError({ code: 'not-found' })
  const [file, versions, uses, custody] = await Promise.all([
    latest.fileId === null ? null : getFile(db, dossierId, latest.fileId),
    listItemVersions(db, id),
    listItemUses(db, id),
    listCustody(db, dossier, { file: latest.fileId, item: id }),
  ])
  return {
    item: buildItemView(latest),
    file: file && buildFileView(file),
    versions: versions.map(buildItemView),
    uses: uses.map(({ versionId, ...use }) => ({ ...use, earlier: versionId !== latest.versionId })),
    custody,
  }
}
