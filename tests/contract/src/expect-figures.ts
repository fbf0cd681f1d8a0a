import type { Scorecard as Answer } from '@waymark/api/features/score/score.view'
import type { getModelScorecard } from '@waymark/kit/model'
import { expect } from 'vitest'

/** Indexes are sums of fractions: the same but for the last bits. */
const near = (n: number) => Math.round(n * 1e9) / 1e9
const roundIndexes = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, v: unknown) => (typeof v === 'number' ? near(v) : v))

/** The scorecard of the database says what the pure rules say: every figure of every area, overall and of the EU's side. */
export function expectFigures(
  { overall, areas, euSide }: Answer,
  model: ReturnType<typeof getModelScorecard>,
): void {
  expect(roundIndexes({ overall, areas: areas.map(({ title: _, ...area }) => area), euSide })).toEqual(
    roundIndexes({ overall: model.overall, areas: model.areas, euSide: model.euSide }),
  )
}
