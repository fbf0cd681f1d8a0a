import { listStanding } from '@waymark/assessment/as-of'
import { getDirection, getPreviousFinding } from '@waymark/assessment/direction'
import { listRounds } from '@waymark/db/queries/round.query'
import { listTimelineChanges } from '@waymark/db/queries/timeline.query'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { firstDay, lastDay } from '@waymark/kernel/partial-date'
import { partialDates } from '@waymark/kit/arbitraries'
import { anAssessment, anUptakeEvent, aRound, twoOrigins } from '@waymark/kit/builders'
import { knownMuchLater, muchLater } from '@waymark/kit/clock'
import { listFacts, type Model } from '@waymark/kit/model'
import { getLeavingDay, isInForce } from '@waymark/recommendation/lifetime'
import { buildLines, getLine, getRoundsAsked } from '@waymark/recommendation/lineage'
import { listRoundFlows } from '@waymark/recommendation/round-flow'
import { assessSide } from '@waymark/recommendation/side'
import { uptakeKinds } from '@waymark/recommendation/uptake'
import { getUptakeProgress } from '@waymark/recommendation/uptake-progress'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertUntil } from '../src/assert-until.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadHistory, type RandomHistory, randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

type Moment = { readonly asOf: string; readonly knownAt: string }

/** Random histories with rounds, and many events of uptake, some of which name a round. */
const withRounds = (cuts: number): fc.Arbitrary<RandomHistory> =>
  fc
    .tuple(
      randomHistories({ cuts }),
      fc.array(partialDates(), { minLength: 1, maxLength: 3 }),
      fc.array(
        fc.record({
          of: fc.nat(),
          kind: fc.constantFrom(...uptakeKinds, 'proposed' as const),
          date: partialDates(),
          round: fc.option(fc.nat(), { nil: undefined }),
        }),
        { maxLength: 14 },
      ),
    )
    .map(([history, dates, events]) => {
      const { recommendations } = history.file
      const rounds = dates.map((date, i) => aRound({ key: `round-${i + 1}`, date }))
      const uptake = events.map(({ of, kind, date, round }) => {
        const recommendation = recommendations[of % recommendations.length]?.ref ?? ''
        const { round: _, ...event } = anUptakeEvent({ recommendation, kind, date })
        const named = round === undefined ? undefined : rounds[round % rounds.length]?.key
        return named === undefined ? event : { ...event, round: named }
      })
      return { ...history, file: { ...history.file, rounds, uptake } as DossierFile }
    })

/** Only what was on record: rounds, events and recommendations of a file are recorded together, when it is imported. */
const isOnRecord = (beginsAt: string, { knownAt }: Moment) => knownAt >= beginsAt

test('for random histories, the flow at each round, the uptake of each ask, its line and its rounds are those of the pure rules', async () => {
  await fc.assert(
    fc.asyncProperty(withRounds(2), async (history) => {
      const { dossier, dossierId, model, moments, beginsAt } = await loadHistory(record, history)
      const { recommendations, rounds, uptake } = model.file
      for (const moment of moments) {
        if (!isOnRecord(beginsAt, moment)) continue
        const { asOf } = moment
        const found = await listRounds(record.db.public, { dossierId, ...moment })
        const flows = listRoundFlows(recommendations, rounds, uptake, asOf)
        expect(
          found
            .map(({ key: round, proposals, raised, texts, commitments }) => ({
              round,
              proposals,
              raised,
              texts,
              commitments,
            }))
            .sort((a, b) => (a.round < b.round ? -1 : 1)),
        ).toEqual(flows.sort((a, b) => (a.round < b.round ? -1 : 1)))
        const exist = recommendations.filter(({ issued }) => lastDay(issued) <= asOf)
        const { rows } = await callAs(record).recommendation.list({ dossier, ...moment })
        for (const row of rows) {
          const own = uptake.filter(({ recommendation }) => recommendation === row.ref)
          const { stage, ...progress } = getUptakeProgress(own, row.issued, asOf)
          expect([row.ref, row.uptake?.kind, row.progress]).toEqual([row.ref, stage?.kind, progress])
        }
        const [one] = rows
        if (one === undefined) continue
        const detail = await callAs(record).recommendation.get({ dossier, ...moment, ref: one.ref })
        const line = getLine(one.ref, exist)
        expect(detail.line.map(({ ref }) => ref)).toEqual(line.map(({ ref }) => ref))
        expect(detail.roundsAsked.map(({ key }) => key).sort()).toEqual(
          getRoundsAsked(line, uptake, asOf).sort(),
        )
      }
    }),
    { numRuns: 12 },
  )
}, 240_000)

/** One row a line, as the pure rules have it: the latest in force of those that match. */
function listModelLines(model: Model, refs: readonly string[], asOf: string): string[] {
  const exist = model.file.recommendations.filter(({ issued }) => lastDay(issued) <= asOf)
  const names = new Set(exist.map(({ ref }) => ref))
  const lines = buildLines(
    exist.flatMap(({ ref, lineage }) =>
      (lineage ?? [])
        .filter((link) => names.has(link.ref))
        .map((link) => ({ later: ref, earlier: link.ref })),
    ),
  )
  const matching = exist.filter(({ ref }) => refs.includes(ref))
  const stands = (one: (typeof exist)[number]) =>
    isInForce({ issued: one.issued, leftOn: getLeavingDay(one.ref, exist) }, asOf)
  const byLine = Map.groupBy(matching, ({ ref }) => lines.get(ref) ?? ref)
  return [...byLine.values()]
    .map((members) => {
      const [latest] = [...members].sort(
        (a, b) =>
          Number(stands(b)) - Number(stands(a)) ||
          (lastDay(a.issued) < lastDay(b.issued) ? 1 : lastDay(a.issued) > lastDay(b.issued) ? -1 : 0) ||
          (a.ref < b.ref ? 1 : -1),
      )
      return `${latest?.ref} ${lines.get(latest?.ref ?? '')?.size ?? 1}`
    })
    .sort()
}

test('the register by line has one row for each line of what matches, its latest ask in force, and counts both', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomHistories({ cuts: 2 }),
      fc.constantFrom(undefined, 'unknown', 'none', 'limited'),
      async (history, standing) => {
        const { dossier, model, moments, beginsAt } = await loadHistory(record, history)
        for (const moment of moments) {
          if (!isOnRecord(beginsAt, moment)) continue
          const input = { dossier, ...moment, ...(standing !== undefined && { standing }) } as const
          const plain = await callAs(record).recommendation.list(input as never)
          const found = await callAs(record).recommendation.list({ ...input, by: 'line' } as never)
          const expected = listModelLines(
            model,
            plain.rows.map(({ ref }) => ref),
            moment.asOf,
          )
          expect(found.rows.map(({ ref, asks }) => `${ref} ${asks}`).sort()).toEqual(expected)
          expect([found.total, found.recommendations]).toEqual([expected.length, plain.total])
        }
      },
    ),
    { numRuns: 12 },
  )
}, 240_000)

/** Random histories with a dozen more findings on one recommendation of the partner's side, so that its standing changes often. */
const withManyFindings = (cuts: number): fc.Arbitrary<RandomHistory> =>
  fc
    .tuple(
      randomHistories({ cuts }).filter(({ file }) =>
        file.assessments.every((row) => row.recorded === undefined),
      ),
      fc.array(
        fc.record({
          level: fc.constantFrom('none', 'limited', 'some', 'substantial'),
          contrary: fc.boolean(),
          effective: partialDates({ from: 2012, to: 2016 }),
        }),
        { minLength: 8, maxLength: 12 },
      ),
    )
    .map(([history, findings]) => {
      const [first, ...others] = history.file.recommendations
      if (first === undefined) return history
      const ask = { ...first, issued: '2009', addressees: ['ministry'], lineage: [] }
      const more = findings.map((finding, i) =>
        anAssessment({ key: `more-${i + 1}`, recommendation: ask.ref, ...finding, evidence: twoOrigins() }),
      )
      const own = history.file.assessments
      return {
        ...history,
        file: { ...history.file, recommendations: [ask, ...others], assessments: [...own, ...more] },
      }
    })

/** Changes of standing by bucket: every standing finding on the partner's side against the ones before it. */
function listModelChanges(model: Model, moment: Moment, bucketOf: (day: string) => string) {
  const { recommendations, actors } = model.file
  const kinds = new Map(actors.map(({ key, kind }) => [key, kind]))
  const exist = recommendations.filter(({ issued }) => lastDay(issued) <= moment.asOf)
  const counts = new Map<string, { advanced: number; regressed: number; contrary: number }>()
  for (const one of exist) {
    if (assessSide(one.addressees.flatMap((key) => kinds.get(key) ?? [])) !== 'partner') continue
    const life = { issued: one.issued, leftOn: getLeavingDay(one.ref, exist) }
    const standing = listStanding(listFacts(model, one.ref), moment)
    for (const [i, fact] of standing.entries()) {
      const day = lastDay(fact.effective)
      if (!isInForce(life, day)) continue
      const direction = getDirection(fact.finding, getPreviousFinding(standing.slice(i + 1)))
      if (direction !== 'advanced' && direction !== 'regressed') continue
      const isContrary = 'level' in fact.finding && fact.finding.contrary
      const count = counts.get(bucketOf(day)) ?? { advanced: 0, regressed: 0, contrary: 0 }
      count[direction === 'regressed' && isContrary ? 'contrary' : direction] += 1
      counts.set(bucketOf(day), count)
    }
  }
  return [...counts]
    .map(([bucket, count]) => ({ bucket, ...count }))
    .sort((a, b) => (a.bucket < b.bucket ? -1 : 1))
}

const buckets = {
  year: (day: string) => firstDay(day.slice(0, 4)),
  month: (day: string) => firstDay(day.slice(0, 7)),
  quarter: (day: string) =>
    `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`,
}

test('for random histories, the changes of standing in each bucket are those of the findings one after the other', async () => {
  let seen = 0
  await assertUntil(
    fc.asyncProperty(
      withManyFindings(2),
      fc.constantFrom('year', 'quarter', 'month'),
      async (history, unit) => {
        const { dossierId, model, moments } = await loadHistory(record, history)
        for (const moment of [...moments, { asOf: muchLater, knownAt: knownMuchLater }]) {
          const span = { from: '2000-01-01', to: '2030-12-31', unit } as const
          const found = await listTimelineChanges(record.db.public, { dossierId, ...moment }, span)
          const expected = listModelChanges(model, moment, buckets[unit])
          seen += expected.length
          expect(found).toEqual(expected)
        }
      },
    ),
    20,
    () => seen > 100,
  )
  expect(seen).toBeGreaterThan(100)
}, 240_000)

test('nothing that comes after the day shown is on the timeline as having happened', async () => {
  await fc.assert(
    fc.asyncProperty(withRounds(2), async (history) => {
      const { dossier, moments, beginsAt } = await loadHistory(record, history)
      for (const moment of moments) {
        if (!isOnRecord(beginsAt, moment)) continue
        const view = await callAs(record).timeline.get({ dossier, ...moment, from: '1999', to: '2040' })
        const dates = [
          ...view.rounds,
          ...view.commitments,
          ...view.milestones.filter(({ state }) => state === 'occurred'),
          ...view.uptake.flatMap(({ events }) => events),
        ].map(({ date }) => lastDay(date))
        for (const day of dates) expect(day <= moment.asOf).toBe(true)
        for (const { from } of [...view.changes, ...view.uptake]) expect(from <= moment.asOf).toBe(true)
      }
    }),
    { numRuns: 10 },
  )
}, 120_000)

test('a span that ends before it begins is refused', async () => {
  const [history] = fc.sample(randomHistories({ cuts: 1 }), 1)
  if (history === undefined) throw new Error('no history')
  const { dossier } = await loadHistory(record, history)
  await expect(callAs(record).timeline.get({ dossier, from: '2015', to: '2014-12' })).rejects.toMatchObject({
    cause: { refusal: { code: 'from-after-to', path: 'from' } },
  })
  await expect(callAs(record).timeline.get({ dossier, from: '2015-13' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})
