import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  type KeyedTitle,
  listRecommendationChoices,
  listRecommendationVersions,
} from '@waymark/db/queries/desk-recommendation.query'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import type { PreviewManyInput } from './correct.input.ts'
import type { ManyPreview, RecommendationForm, recommendationChoices } from './correct.view.ts'
import { listFieldChanges, listResponsible, readChange } from './shared-change.ts'

const listChoices = (choices: readonly KeyedTitle[]) => choices.map(({ key, title }) => ({ key, title }))

async function readDossierId(ctx: Context, dossier: string): Promise<number> {
  const dossierId = await getDossierId(ctx.record.app, dossier)
  if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
  return dossierId
}

/** The areas and actors that recommendations can be put to. Refusals: `not-found`. */
export async function getRecommendationChoices(
  ctx: Context,
  dossier: string,
): Promise<z.infer<typeof recommendationChoices>> {
  const { areas, actors } = await listRecommendationChoices(ctx.record.app, await readDossierId(ctx, dossier))
  return { areas: listChoices(areas), actors: listChoices(actors) }
}

/** A recommendation in its latest version, as a correction begins. Refusals: `not-found`. */
export async function getRecommendationForm(
  ctx: Context,
  { dossier, ref }: { readonly dossier: string; readonly ref: string },
): Promise<RecommendationForm> {
  const dossierId = await readDossierId(ctx, dossier)
  const [[now], { areas, actors }] = await Promise.all([
    listRecommendationVersions(ctx.record.app, dossierId, [ref]),
    listRecommendationChoices(ctx.record.app, dossierId),
  ])
  if (now === undefined) throw buildRefusalError({ code: 'not-found' })
  return {
    ref,
    version: now.versionId,
    title: now.title,
    text: now.text,
    area: now.areaKey,
    criterion: now.criterion,
    reviewEveryMonths: now.reviewMonths,
    responsible: listResponsible(now).map(({ key }) => key),
    areas: listChoices(areas),
    actors: listChoices(actors),
  }
}

/**
 * What a change of many would do, row by row and field by field; writes nothing.
 * Refusals: `not-found` (dossier, or any of the recommendations), `not-in-dossier` (area, actor).
 */
export async function getManyPreview(ctx: Context, input: PreviewManyInput): Promise<ManyPreview> {
  const dossierId = await readDossierId(ctx, input.dossier)
  const refs = [...new Set(input.refs)]
  const found = await listRecommendationVersions(ctx.record.app, dossierId, refs)
  if (found.length < refs.length) throw buildRefusalError({ code: 'not-found', path: 'refs' })
  const change = acceptResult(await readChange(ctx.record.app, dossierId, input))
  const rows = found.map((now) => ({
    ref: now.ref,
    title: now.title,
    version: now.versionId,
    changes: listFieldChanges(now, change),
  }))
  return {
    rows: rows.filter(({ changes }) => changes.length > 0),
    unchanged: rows.filter(({ changes }) => changes.length === 0).map(({ ref }) => ref),
  }
}
