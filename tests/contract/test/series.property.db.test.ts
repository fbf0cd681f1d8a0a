import { lastDay } from '@waymark/kernel/partial-date'
import { getModelScorecard, type Model } from '@waymark/kit/model'
import { type MethodId, methods } from '@waymark/scoring/methods/registry'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../src/full-record.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadHistory, randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

const ids = Object.keys(methods) as MethodId[]
type Moment = { readonly asOf: string; readonly knownAt: string }
type Index = { readonly low: number; readonly high: number } | null

/** Sums of fractions may end in other last bits when they are summed in another order. */
const near = (index: Index) =>
  index && { low: Math.round(index.low * 1e9) / 1e9, high: Math.round(index.high * 1e9) / 1e9 }

/** Both series at a moment are, point by point, the scorecards of the pure rules on those days; gives how many points. */
async function expectSeries(dossier: string, model: Model, moment: Moment): Promise<number> {
  const { points } = await callAs(record).score.series({ dossier, ...moment })
  for (const { day, figures } of points)
    for (const { method, index, coverage } of figures) {
      const card = getModelScorecard(model, { ...moment, asOf: day }, methods[method as MethodId])
      expect([day, method, coverage, near(index)]).toEqual([
        day,
        method,
        card.overall.coverage,
        near(card.overall.index),
      ])
    }
  for (const id of ids) {
    const series = await callAs(record).score.areas({ dossier, ...moment, method: id })
    for (const [i, { day }] of series.points.entries()) {
      const card = getModelScorecard(model, { ...moment, asOf: day }, methods[id])
      expect(
        series.areas.map(({ key, figures }) => [
          day,
          key,
          figures[i]?.coverage,
          near(figures[i]?.index ?? null),
        ]),
      ).toEqual(card.areas.map(({ key, coverage, index }) => [day, key, coverage, near(index)]))
    }
  }
  return points.length
}

test('for random histories, whatever day was shown before, each point of both series is the scorecard of its day by the pure rules', async () => {
  let points = 0
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 3 }), async (history) => {
      const { dossier, model, moments } = await loadHistory(record, history)
      const [{ knownAt } = { knownAt: model.importedAt }] = moments
      // The days of all moments at one instant, so that the points counted for one serve the next; and each as it came.
      for (const { asOf } of moments) points += await expectSeries(dossier, model, { asOf, knownAt })
      for (const moment of moments) points += await expectSeries(dossier, model, moment)
    }),
    { numRuns: 12 },
  )
  expect(points).toBeGreaterThan(100)
}, 240_000)

test('a write that corrects the past changes the points that were kept, and not those known before it', async () => {
  let changed = 0
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 1 }), async (history) => {
      const { dossier, model } = await loadHistory(record, { ...history, withdrawn: [] })
      const superseded = new Set(model.file.assessments.map((row) => row.supersedes))
      const row = model.file.assessments.find(
        (one) => one.step === undefined && lastDay(one.effective) < '2013' && !superseded.has(one.key),
      )
      if (row?.key === undefined) return
      const read = (knownAt?: string) =>
        callAs(record).score.series({
          dossier,
          asOf: '2013-06-30',
          ...(knownAt !== undefined && { knownAt }),
        })
      const before = await read()
      const { changedAt } = before.frame
      const { reviewer } = people(record)
      const [found] = await record.query<{ id: string }>(
        'select a.id from waymark.assessment a join waymark.dossier d on d.id = a.dossier_id where d.key = $1 and a.key = $2',
        [dossier, row.key],
      )
      const { version } = await reviewer.assessment.history({ dossier, ref: row.recommendation })
      const reason = 'Invented: not what the source says.'
      await reviewer.assessment.withdraw({ dossier, id: Number(found?.id), basedOn: version, reason })
      const after = await read()
      const withdrawals = new Map([[row.key, after.frame.changedAt]])
      const now = { asOf: '2013-06-30', knownAt: after.frame.changedAt }
      await expectSeries(dossier, { ...model, withdrawals }, now)
      expect((await read(changedAt)).points).toEqual(before.points)
      if (JSON.stringify(after.points.slice(0, -1)) !== JSON.stringify(before.points.slice(0, -1)))
        changed += 1
    }),
    { numRuns: 20 },
  )
  expect(changed).toBeGreaterThan(0)
}, 240_000)
