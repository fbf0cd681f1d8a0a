import { parseStanding } from '@waymark/api/common/build-refs'
import { getInForce } from '@waymark/assessment/as-of'
import { levels } from '@waymark/assessment/level'
import { listDeskRegister } from '@waymark/db/queries/desk-register.query'
import { listRegister } from '@waymark/db/queries/recommendation.query'
import { lastDay } from '@waymark/kernel/partial-date'
import { aDossier, aDossierFile, anAssessment } from '@waymark/kit/builders'
import { getModelScorecard, getStanding, listFacts, type Model } from '@waymark/kit/model'
import { getLeavingDay } from '@waymark/recommendation/lifetime'
import { assessSide } from '@waymark/recommendation/side'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectFigures } from '../src/expect-figures.ts'
import { callAs, importFile, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadHistory, randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

const everything = { words: [], sort: { by: 'ref', descending: false }, limit: 1000, offset: 0 } as const

/** The register as the pure rules have it: what was issued by `asOf`, each with its standing and whether it has left. */
function listModelRegister(model: Model, moment: { readonly asOf: string; readonly knownAt: string }) {
  const { recommendations, actors } = model.file
  const kinds = new Map(actors.map((actor) => [actor.key, actor.kind]))
  return recommendations
    .filter((one) => lastDay(one.issued) <= moment.asOf)
    .map((one) => {
      const leaves = getLeavingDay(one.ref, recommendations)
      const fact = getInForce(listFacts(model, one.ref), moment)
      return {
        ref: one.ref,
        side: assessSide(one.addressees.flatMap((key) => kinds.get(key) ?? [])),
        left: leaves !== null && leaves <= moment.asOf,
        standing: getStanding(model, one.ref, moment),
        effective: fact?.effective ?? null,
      }
    })
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
}

test('for random histories, what the database says at any (asOf, knownAt) is what the pure rules say: scorecard, register, findings', async () => {
  let looks = 0
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 3 }), async (history) => {
      const { dossier, dossierId, model, moments } = await loadHistory(record, history)
      const reader = callAs(record)
      for (const moment of moments) {
        looks += 1
        expectFigures(await reader.score.get({ dossier, ...moment }), getModelScorecard(model, moment))
        const { rows } = await listRegister(record.db.public, { dossierId, ...moment }, everything)
        const expected = listModelRegister(model, moment)
        expect(
          rows.map((row) => ({
            ref: row.ref,
            side: row.side,
            left: row.leftOn !== null,
            standing: parseStanding(row.word, row.level),
            effective: row.effective,
          })),
        ).toEqual(expected)
        // The desk orders and filters by the projection of latest findings, wherever it holds at the moment asked for.
        const desk = await listDeskRegister(
          record.db.app,
          { userId: 'nobody', cut: { dossierId, ...moment } },
          { ...everything, standing: levels, sort: { by: 'effective', descending: true } },
        )
        const known = expected.filter(({ standing }) => standing.kind === 'known' && !standing.contrary)
        const day = (row: { effective: string | null }) => lastDay(row.effective ?? '')
        expect(desk.rows.map((row) => row.ref)).toEqual(
          known
            .sort((a, b) => (day(a) === day(b) ? (a.ref < b.ref ? -1 : 1) : day(a) > day(b) ? -1 : 1))
            .map(({ ref }) => ref),
        )
      }
      const [moment] = moments
      const one = moment && listModelRegister(model, moment)[looks % model.file.recommendations.length]
      if (!one) return
      const detail = await reader.recommendation.get({ dossier, ...moment, ref: one.ref })
      expect([detail.standing, detail.current?.effective ?? null, detail.side]).toEqual([
        one.standing,
        one.effective,
        one.side,
      ])
      const known = listFacts(model, one.ref).filter(
        (fact) => fact.recordedAt <= moment.knownAt && lastDay(fact.effective) <= moment.asOf,
      )
      expect(detail.history.length).toBe(known.length)
    }),
    { numRuns: 105 },
  )
  expect(looks).toBeGreaterThanOrEqual(315)
}, 240_000)

test('what a known correction names counts nowhere, also on days before the correction takes effect', async () => {
  const file = aDossierFile({
    dossier: aDossier({ key: 'corrected-later' }),
    assessments: [
      anAssessment({ key: 'wrong', effective: '2011', level: 'some' }),
      anAssessment({
        key: 'right',
        effective: '2012',
        level: 'none',
        supersedes: 'wrong',
        reason: 'Invented.',
      }),
    ],
  })
  await importFile(record, file)
  const cut = { dossier: 'corrected-later', asOf: '2012-01-01' }
  const unknown = { kind: 'unknown', reason: 'not-assessed' }
  const page = await callAs(record).recommendation.get({ ...cut, ref: 'XX-2011-01' })
  expect([page.standing, page.current, page.history.map((one) => one.fate)]).toEqual([
    unknown,
    null,
    ['corrected'],
  ])
  expect((await callAs(record).recommendation.list(cut)).rows.map((row) => row.standing)).toEqual([unknown])
  expect((await callAs(record).score.get(cut)).overall.distribution.unknown).toBe(1)
  expect(await callAs(record).evidence.list({ ...cut, ref: 'XX-2011-01' })).toEqual([])
})

test('the register filtered by a standing holds exactly the rows that stand so, in the order asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomHistories({ cuts: 1 }),
      fc.constantFrom(
        'none',
        'limited',
        'some',
        'substantial',
        'full',
        'contrary',
        'unknown',
        'stale',
        'outside',
      ),
      fc.constantFrom('ref', '-ref', 'effective', '-issued', 'standing'),
      async (history, standing, sort) => {
        const { dossier, model, moments } = await loadHistory(record, history)
        for (const moment of moments) {
          const found = await callAs(record).recommendation.list({
            dossier,
            ...moment,
            standing,
            sort,
          } as never)
          const expected = listModelRegister(model, moment).filter(({ standing: s }) => {
            if (s.kind === 'known') return standing === (s.contrary ? 'contrary' : s.level)
            if (s.kind === 'outside') return standing === 'outside'
            return standing === 'unknown' || standing === s.reason
          })
          expect(found.rows.map((row) => row.ref).sort()).toEqual(expected.map((row) => row.ref))
          expect(found.total).toBe(expected.length)
          if (sort === '-ref')
            expect(found.rows.map((row) => row.ref)).toEqual(expected.map((row) => row.ref).reverse())
        }
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)

test('before a dossier was recorded there is nothing in it, whatever the day', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 2 }), async (history) => {
      const { dossier, beginsAt, moments } = await loadHistory(record, history)
      const knownAt = new Date(Date.parse(beginsAt) - 1).toISOString()
      for (const { asOf } of moments) {
        const { overall, areas, euSide } = await callAs(record).score.get({ dossier, asOf, knownAt })
        expect([overall.coverage.applicable, areas, euSide.coverage.applicable]).toEqual([0, [], 0])
        expect((await callAs(record).recommendation.list({ dossier, asOf, knownAt })).total).toBe(0)
      }
    }),
    { numRuns: 6 },
  )
})
