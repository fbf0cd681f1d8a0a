import { listReadableSensitivities } from '@waymark/access/visibility'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  type Sought,
  searchCases,
  searchMilestones,
  searchRecommendations,
} from '@waymark/db/queries/search.query'
import { countLetters, fewestLetters } from '@waymark/db/queries/words'
import { parseWords } from '../../common/parse-words.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { DeskContext } from '../assessment/desk-assessment.query.ts'
import type { SearchInput } from '../search/search.input.ts'
import type { FoundRecords } from './meeting-agenda.view.ts'

const shown = 20

/**
 * Records of a dossier that can be put on an agenda, by their words, as far as the reader may know of them: so many of each
 * kind. One query a kind. Refusals: `not-found`.
 */
export async function findRecords(ctx: DeskContext, { dossier, q }: SearchInput): Promise<FoundRecords> {
  const { app } = ctx.record
  const dossierId = await getDossierId(app, dossier)
  if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
  const words = parseWords(q)
  if (!words.some((word) => countLetters(word) >= fewestLetters))
    return { searched: false, records: [], more: false }
  const sought: Sought = {
    dossierId,
    userId: ctx.actor.id,
    words,
    sensitivities: listReadableSensitivities(ctx.actor.role),
    limit: shown + 1,
  }
  const found = await Promise.all([
    searchRecommendations(app, sought).then((rows) => ({ kind: 'recommendation' as const, rows })),
    searchCases(app, sought).then((rows) => ({ kind: 'case' as const, rows })),
    searchMilestones(app, sought).then((rows) => ({ kind: 'milestone' as const, rows })),
  ])
  return {
    searched: true,
    records: found.flatMap(({ kind, rows }) =>
      rows.slice(0, shown).map(({ key, title }) => ({ item: `${kind}:${key}`, kind, key, title })),
    ),
    more: found.some(({ rows }) => rows.length > shown),
  }
}
