import { may } from '@waymark/access/permission'
import { listReadableSensitivities } from '@waymark/access/visibility'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  type HitRow,
  type Sought,
  searchAssessments,
  searchCases,
  searchEvidence,
  searchFiles,
  searchItems,
  searchRecommendations,
} from '@waymark/db/queries/search.query'
import { countLetters, fewestLetters } from '@waymark/db/queries/words'
import { parseWords } from '../../common/parse-words.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { DeskContext } from '../assessment/desk-assessment.query.ts'
import { buildSnippet } from './fold.ts'
import type { SearchInput } from './search.input.ts'
import { hitKinds, type SearchResult } from './search.view.ts'

const shown = 20

/**
 * Looks for words in everything of a dossier that the reader may see: what they may not is left out by the queries themselves,
 * and leaves no trace in the answer. One query a kind.
 */
export async function search(ctx: DeskContext, { dossier, q }: SearchInput): Promise<SearchResult> {
  const app = ctx.record.app
  const dossierId = await getDossierId(app, dossier)
  if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
  const words = parseWords(q)
  if (!words.some((word) => countLetters(word) >= fewestLetters)) return { searched: false, groups: [] }
  const sought: Sought = {
    dossierId,
    userId: ctx.actor.id,
    words,
    sensitivities: listReadableSensitivities(ctx.actor.role),
    limit: shown + 1,
  }
  // Files and items are read by those who may also write them.
  const mayReadEvidence = may(ctx.actor.role, 'evidence.write')
  const kinds: Readonly<Record<(typeof hitKinds)[number], Promise<HitRow[]> | []>> = {
    recommendation: searchRecommendations(app, sought),
    assessment: searchAssessments(app, sought),
    evidence: searchEvidence(app, sought),
    item: mayReadEvidence ? searchItems(app, sought) : [],
    file: mayReadEvidence ? searchFiles(app, sought) : [],
    case: searchCases(app, sought),
  }
  const found = await Promise.all(hitKinds.map(async (kind) => [kind, await kinds[kind]] as const))
  return {
    searched: true,
    groups: found.flatMap(([kind, rows]) =>
      rows.length === 0
        ? []
        : [
            {
              kind,
              hits: rows
                .slice(0, shown)
                .map(({ text, ...hit }) => ({ ...hit, snippet: buildSnippet(text, words) })),
              more: rows.length > shown,
            },
          ],
    ),
  }
}
