import {
  type DeskRecommendationVersion,
  type KeyedTitle,
  listRecommendationChoices,
} from '@waymark/db/queries/desk-recommendation.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import type { SharedChange } from './correct.input.ts'
import type { FieldChange } from './correct.view.ts'

/** A change whose area and actors are on record; what is absent stays as it is. */
export type ResolvedChange = {
  readonly area?: KeyedTitle
  readonly reviewEveryMonths?: number
  readonly responsible?: readonly KeyedTitle[]
}

/** The area and actors that a change names. Refusals: `not-in-dossier`, at `area` or `responsible`. */
export async function readChange(
  app: Kysely<Database>,
  dossierId: number,
  { area, reviewEveryMonths, responsible }: SharedChange,
): Promise<Result<ResolvedChange>> {
  const { areas, actors } = await listRecommendationChoices(app, dossierId)
  const chosenArea = areas.find(({ key }) => key === area)
  if (area !== undefined && chosenArea === undefined)
    return refused({ code: 'not-in-dossier', path: 'area', params: { key: area } })
  const byKey = new Map(actors.map((actor) => [actor.key, actor]))
  const named = [...new Set(responsible ?? [])]
  const missing = named.find((key) => !byKey.has(key))
  if (missing !== undefined)
    return refused({ code: 'not-in-dossier', path: 'responsible', params: { key: missing } })
  return ok({
    ...(chosenArea === undefined ? {} : { area: chosenArea }),
    ...(reviewEveryMonths === undefined ? {} : { reviewEveryMonths }),
    ...(responsible === undefined ? {} : { responsible: named.flatMap((key) => byKey.get(key) ?? []) }),
  })
}

export const listResponsible = ({ actors }: DeskRecommendationVersion) =>
  actors.filter(({ role }) => role === 'responsible')

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** The fields in which a recommendation would say something else. Who is responsible is a set: order says nothing. */
export function listFieldChanges(now: DeskRecommendationVersion, change: ResolvedChange): FieldChange[] {
  const { area, reviewEveryMonths, responsible } = change
  const before = listResponsible(now)
  const keysOf = (actors: readonly { readonly key: string }[]) => actors.map(({ key }) => key)
  return [
    ...(area === undefined || area.id === now.areaId
      ? []
      : [{ field: 'area' as const, from: now.areaTitle, to: area.title }]),
    ...(reviewEveryMonths === undefined || reviewEveryMonths === now.reviewMonths
      ? []
      : [
          {
            field: 'reviewEveryMonths' as const,
            from: String(now.reviewMonths),
            to: String(reviewEveryMonths),
          },
        ]),
    ...(responsible === undefined || isSameSet(keysOf(before), keysOf(responsible))
      ? []
      : [
          {
            field: 'responsible' as const,
            from: before.map(({ name }) => name).join(', '),
            to: responsible.map(({ title }) => title).join(', '),
          },
        ]),
  ]
}
