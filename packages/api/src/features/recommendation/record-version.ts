import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import type { DeskRecommendationVersion } from '@waymark/db/queries/desk-recommendation.query'
import { buildVersion } from '../../common/record-sources.ts'
import { listResponsible, type ResolvedChange } from './shared-change.ts'

/** What the new version says otherwise than the one before it. */
export type Corrected = ResolvedChange & {
  readonly title?: string
  readonly text?: string
  readonly criterion?: string | null
}

/**
 * Puts a new version in the place of each of these. What is not corrected goes on as it stood, also who issued it, whom it is
 * addressed to, and what it continues: those rows belong to a version, so they are written anew. Version ids, in order.
 */
export async function recordVersions(
  w: Write,
  dossierId: number,
  corrections: readonly { readonly now: DeskRecommendationVersion; readonly corrected: Corrected }[],
  reason: string,
): Promise<number[]> {
  const first = await w.reserveIds(corrections.length)
  const placed = corrections.map((one, i) => ({ ...one, id: first + i }))
  await createRows(
    w.trx,
    'recommendation',
    placed.map(({ id, now, corrected }) => ({
      ...buildVersion(w, id, { rootId: now.id, versionId: now.versionId, reason }),
      dossier_id: dossierId,
      key: now.ref,
      area_id: corrected.area?.id ?? now.areaId,
      title: corrected.title ?? now.title,
      text: corrected.text ?? now.text,
      basis: now.basis,
      wording: now.wording,
      source_id: now.sourceId,
      locator: now.locator,
      issued: now.issued,
      criterion: corrected.criterion === undefined ? now.criterion : corrected.criterion,
      review_months: corrected.reviewEveryMonths ?? now.reviewMonths,
    })),
  )
  await createRows(
    w.trx,
    'recommendation_actor',
    placed.flatMap(({ id, now, corrected }) => {
      const responsible = corrected.responsible ?? listResponsible(now)
      const ofRole = (role: string, actors: readonly { readonly id: number }[]) =>
        actors.map((actor, position) => ({
          version_id: id,
          role,
          position,
          actor_id: actor.id,
          entry: w.entry,
        }))
      return [
        ...(['issued-by', 'addressee'] as const).flatMap((role) =>
          ofRole(
            role,
            now.actors.filter((actor) => actor.role === role),
          ),
        ),
        ...ofRole('responsible', responsible),
      ]
    }),
  )
  await createRows(
    w.trx,
    'recommendation_lineage',
    placed.flatMap(({ id, now }) =>
      now.lineage.map(({ kind, targetId }, position) => ({
        version_id: id,
        position,
        kind,
        target_id: targetId,
        entry: w.entry,
      })),
    ),
  )
  return placed.map(({ id }) => id)
}
