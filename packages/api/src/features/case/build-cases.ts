import type { CaseStatusRow } from '@waymark/db/queries/case.query'
import type { SourceRow } from '@waymark/db/queries/source.query'
import type { z } from 'zod'
import { buildSourceRef } from '../../common/build-refs.ts'
import type { caseView } from './case.view.ts'

type Parts = {
  readonly statuses: readonly CaseStatusRow[]
  readonly recommendations: readonly {
    readonly versionId: number
    readonly ref: string
    readonly title: string
  }[]
  readonly sources: ReadonlyMap<number, SourceRow>
}

/** What hangs on a case: its statuses, latest first, and the recommendations that it bears on. */
export function getCaseParts({ statuses, recommendations, sources }: Parts) {
  const statusesOf = Map.groupBy(statuses, (s) => s.caseId)
  const recommendationsOf = Map.groupBy(recommendations, (r) => r.versionId)
  return (of: {
    readonly id: number
    readonly versionId: number
  }): Pick<z.infer<typeof caseView>, 'statuses' | 'recommendations'> => ({
    recommendations: (recommendationsOf.get(of.versionId) ?? []).map(({ ref, title }) => ({ ref, title })),
    statuses: (statusesOf.get(of.id) ?? []).map((s) => ({
      status: s.status,
      date: s.date,
      source: buildSourceRef(sources, s.sourceId),
      note: s.note,
    })),
  })
}
