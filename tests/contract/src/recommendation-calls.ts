import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const ref = 'XX-2012-01'
const reason = 'Invented reason.'

/** One recommendation corrected alone, and then with another one. */
export function listRecommendationCalls(record: TestRecord): Call[] {
  const { reviewer } = people(record)
  const get = (of: string) => reviewer.recommendation.form({ dossier, ref: of })
  return [
    [
      'recommendation.correct',
      'reviewer',
      async () => {
        const { version, title, text, area, reviewEveryMonths } = await get(ref)
        return reviewer.recommendation.correct({
          dossier,
          ref,
          basedOn: version,
          title: `${title} after all`,
          text,
          area,
          reviewEveryMonths,
          reason,
        })
      },
    ],
    [
      'recommendation.correct-many',
      'reviewer',
      async () => {
        const rows = await Promise.all(
          ['XX-2011-01', ref].map(async (of) => ({ ref: of, basedOn: (await get(of)).version })),
        )
        return reviewer.recommendation.correctMany({
          dossier,
          rows,
          reviewEveryMonths: 18,
          responsible: ['second-ministry'],
          reason,
        })
      },
    ],
  ]
}
