import { getDossierId, listDeskCommitments } from '@waymark/db/queries/desk-linkage.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { deskCommitments } from './commitment.view.ts'

/** Commitments in their latest versions, latest first. Refusals: `not-found`. */
export async function listCommitmentsAtDesk(
  ctx: Context,
  dossier: string,
): Promise<z.infer<typeof deskCommitments>> {
  const dossierId = await getDossierId(ctx.record.app, dossier)
  if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
  const rows = await listDeskCommitments(ctx.record.app, dossierId)
  return rows.map((c) => ({
    key: c.key,
    version: c.versionId,
    actor: { key: c.actorKey, name: c.actorName },
    date: c.date,
    summary: c.summary,
    source: { key: c.sourceKey, title: c.sourceTitle },
    locator: c.locator,
    links: c.links,
  }))
}
