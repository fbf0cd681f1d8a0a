import { getModelScorecard } from '@waymark/kit/model'
import { gateChanges } from '@waymark/linkage/gate-change'
import { changeKinds } from '@waymark/scoring/changes'
import type { Index } from '@waymark/scoring/figures'
import { type MethodId, methods } from '@waymark/scoring/methods/registry'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertUntil } from '../src/assert-until.ts'
import { expectFigures } from '../src/expect-figures.ts'
import { getModelChanges, sortChanges } from '../src/model-changes.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadHistory, randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

const ids = Object.keys(methods) as MethodId[]
const anyMethods = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) })

/** Sums of fractions may end in other last bits when they are summed in another order. */
const near = (figures: Record<string, Index> | null) =>
  figures &&
  Object.fromEntries(
    Object.entries(figures).map(([part, { low, high }]) => [
      part,
      { low: Math.round(low * 1e9) / 1e9 + 0, high: Math.round(high * 1e9) / 1e9 + 0 },
    ]),
  )

test('for random histories, what the database says changed between two moments is what the pure rules say: two days, two instants, both methods', async () => {
  const kinds = new Set<string>()
  const flips = new Set<string>()
  await assertUntil(
    fc.asyncProperty(randomHistories({ cuts: 2, gates: true }), anyMethods, async (history, chosen) => {
      const { dossier, model, moments } = await loadHistory(record, history)
      const byMethods = { from: methods[chosen.from], to: methods[chosen.to] }
      const asked = { dossier, method: chosen.to, fromMethod: chosen.from }
      for (const [i, one] of moments.entries()) {
        const two = moments[(i + 1) % moments.length] ?? one
        const [day, later] = [one.asOf, two.asOf].sort() as [string, string]
        const [instant, known] = [one.knownAt, two.knownAt].sort() as [string, string]
        const looks = [
          {
            answer: await callAs(record).change.get({ ...asked, from: day, to: later, knownAt: known }),
            from: { asOf: day, knownAt: known },
            to: { asOf: later, knownAt: known },
          },
          {
            answer: await callAs(record).change.get({
              ...asked,
              clock: 'recorded',
              from: instant,
              to: known,
              asOf: later,
            }),
            from: { asOf: later, knownAt: instant },
            to: { asOf: later, knownAt: known },
          },
        ]
        for (const { answer, from, to } of looks) {
          const said = sortChanges(answer)
          const expected = getModelChanges(model, { from, to }, byMethods)
          expect({ ...said, decomposition: near(said.decomposition) }).toEqual({
            ...expected,
            decomposition: near(expected.decomposition),
          })
          const parts = answer.decomposition
          if (parts)
            for (const bound of ['low', 'high'] as const)
              expect(
                parts.real[bound] + parts.composition[bound] + parts.freshness[bound] + parts.method[bound],
              ).toBe(parts.total[bound])
          for (const { change } of answer.items) kinds.add(change)
          for (const { change } of answer.gates) flips.add(change)
        }
      }
    }),
    30,
    () => kinds.size >= changeKinds.length - 1 && flips.size === gateChanges.length,
  )
  // A recommendation moves only by a correction of itself, which a file that is imported once cannot hold.
  expect([...kinds].sort()).toEqual(changeKinds.filter((kind) => kind !== 'moved').toSorted())
  expect([...flips].sort()).toEqual(gateChanges.toSorted())
}, 240_000)

test('the page says what the data say: as many of each kind, the index of the scorecard at both moments', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 2 }), anyMethods, async (history, chosen) => {
      const { dossier, moments } = await loadHistory(record, history)
      const [one, two = one] = moments
      if (!one || !two) return
      const [from, to] = [one.asOf, two.asOf].sort() as [string, string]
      const { knownAt } = one
      const asked = { dossier, from, to, knownAt, method: chosen.to, fromMethod: chosen.from }
      const reader = callAs(record)
      const page = await reader.change.list(asked)
      const data = await reader.change.get(asked)
      expect(page.counts.reduce((sum, { count }) => sum + count, 0)).toBe(data.items.length)
      expect(
        page.items.map(({ recommendation, from, to, change }) => ({ recommendation, from, to, change })),
      ).toEqual(data.items.slice(0, 50))
      const scores = [
        await reader.score.get({ dossier, asOf: from, knownAt, method: chosen.from }),
        await reader.score.get({ dossier, asOf: to, knownAt, method: chosen.to }),
      ]
      expect([page.figures.from.coverage, page.figures.to.coverage]).toEqual(
        scores.map(({ overall }) => overall.coverage),
      )
      const indexes = scores.map(({ overall }) => overall.index)
      const shown = [page.figures.from.index, page.figures.to.index]
      expect(shown.map((index) => index && near({ index }))).toEqual(
        indexes.map((index) => index && near({ index })),
      )
    }),
    { numRuns: 10 },
  )
}, 120_000)

test('by every method, the scorecard and the index over time are those of the pure rules', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 2 }), async (history) => {
      const { dossier, model, moments } = await loadHistory(record, history)
      for (const moment of moments) {
        for (const id of ids)
          expectFigures(
            await callAs(record).score.get({ dossier, ...moment, method: id }),
            getModelScorecard(model, moment, methods[id]),
          )
        const { points } = await callAs(record).score.series({ dossier, ...moment })
        for (const { day, figures } of points)
          for (const { method, index, coverage } of figures) {
            const card = getModelScorecard(model, { ...moment, asOf: day }, methods[method as MethodId])
            expect([day, method, coverage, index && near({ index })]).toEqual([
              day,
              method,
              card.overall.coverage,
              card.overall.index && near({ index: card.overall.index }),
            ])
          }
      }
    }),
    { numRuns: 15 },
  )
}, 240_000)
