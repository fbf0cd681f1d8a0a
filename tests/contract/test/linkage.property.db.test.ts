import { lastDay } from '@waymark/kernel/partial-date'
import { muchLater } from '@waymark/kit/clock'
import { type Condition, listConsistency } from '@waymark/linkage/consistency'
import { type GateState, gateStates } from '@waymark/linkage/gate'
import { listLeverage } from '@waymark/linkage/leverage'
import { hasOccurred } from '@waymark/linkage/milestone'
import { assessSide } from '@waymark/recommendation/side'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertUntil } from '../src/assert-until.ts'
import { listModelGates, type ModelGate } from '../src/model-gates.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { type Loaded, loadHistory, randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

type Moment = Loaded['moments'][number]
const nameOf = ({ link }: ModelGate) => `${link.recommendation} ${link.milestone}`
const atEveryMoment = async (
  check: (loaded: Loaded, moment: Moment) => Promise<void>,
  numRuns: number,
  hasSeenAll: () => boolean,
) => {
  await assertUntil(
    fc.asyncProperty(randomHistories({ cuts: 2, gates: true }), async (history) => {
      const loaded = await loadHistory(record, history)
      for (const moment of loaded.moments) await check(loaded, moment)
    }),
    numRuns,
    hasSeenAll,
  )
}

test('for random histories, the leverage list of the database is that of the pure rules', async () => {
  let open = 0
  await atEveryMoment(
    async ({ dossier, model: { file }, model }, moment) => {
      const milestones = file.milestones.map(({ key, planned = null, occurred = null }) => ({
        key,
        planned,
        occurred,
        cancelled: null,
      }))
      const gates = listModelGates(model, moment)
        .filter(({ counted }) => counted)
        .map(({ link, gate }) => ({ ...link, state: gate.state }))
      const refs = (of: readonly { recommendation: string }[]) => of.map((one) => one.recommendation).sort()
      const known = moment.knownAt >= (await beginsAt(dossier))
      const expected = !known
        ? []
        : listLeverage(milestones, gates, moment.asOf).map((line) => ({
            milestone: line.milestone.key,
            overdue: line.overdue,
            counts: [line.unmet.length, line.unknown.length],
            unmet: refs(line.unmet),
            unknown: refs(line.unknown),
          }))
      const { milestones: found } = await callAs(record).linkage.leverage({ dossier, ...moment })
      expect(
        found.map(({ milestone, overdue, unmet, unknown, gates: own }) => ({
          milestone: milestone.key,
          overdue,
          counts: [unmet, unknown],
          unmet: own.filter(({ state }) => state === 'unmet').map(({ ref }) => ref),
          unknown: own.filter(({ state }) => state === 'unknown').map(({ ref }) => ref),
        })),
      ).toEqual(expected)
      open += expected.reduce((sum, line) => sum + line.unmet.length + line.unknown.length, 0)
    },
    12,
    () => open > 10,
  )
  expect(open).toBeGreaterThan(10)
}, 240_000)

const beginsAt = async (dossier: string) => (await callAs(record).dossier.frame({ dossier })).beginsAt

/** The conditions of the pure rules, with the statements that had been made by the day shown. */
function listModelConditions({ model }: Loaded, moment: Moment) {
  const made = model.file.commitments.filter(({ date }) => lastDay(date) <= moment.asOf)
  const conditions: Condition[] = listModelGates(model, moment)
    .filter(({ counted }) => counted)
    .map(({ link, gate }) => ({ state: gate.state, commitments: link.commitments }))
  return { made, conditions }
}

test('for random histories, the consistency record of the database is that of the pure rules, and each figure opens exactly the gates behind it', async () => {
  let figures = 0
  await atEveryMoment(
    async (loaded, moment) => {
      const { dossier } = loaded
      const reader = callAs(record)
      const { made, conditions } = listModelConditions(loaded, moment)
      const expected = listConsistency(made, conditions)
      const found = await reader.linkage.consistency({ dossier, ...moment })
      const byKey = <T extends { key: string }>(lines: readonly T[]) =>
        new Map(lines.map((line) => [line.key, line]))
      if (moment.knownAt >= (await beginsAt(dossier))) {
        expect(found.institutions.map(({ actor }) => actor.key).sort()).toEqual(
          expected.institutions.map(({ actor }) => actor).sort(),
        )
        expect([found.attributed, found.unattributed]).toEqual([expected.attributed, expected.unattributed])
        for (const { actor, counts, commitments } of expected.institutions) {
          const own = found.institutions.find((one) => one.actor.key === actor)
          expect(own?.counts).toEqual(counts)
          const lines = byKey(own?.commitments ?? [])
          for (const { key, counts: line, shared } of commitments)
            expect([key, lines.get(key)?.counts, lines.get(key)?.shared]).toEqual([key, line, shared])
        }
      }
      const opens = async (
        filter: { commitment: string } | { actor: string } | { rests: 'nothing' },
        counts: Readonly<Record<GateState, number>> & { readonly conditions: number },
      ) => {
        const asked = { dossier, ...moment, ...filter, role: 'required', side: 'partner' } as const
        expect((await reader.linkage.list(asked)).links).toBe(counts.conditions)
        for (const state of gateStates) {
          if (counts[state] === 0) continue
          const { links, gates } = await reader.linkage.list({ ...asked, state })
          expect([links, new Set(gates.map((gate) => gate.state))]).toEqual([counts[state], new Set([state])])
          figures += 1
        }
      }
      await opens({ rests: 'nothing' }, found.unattributed)
      for (const { actor, counts, commitments } of found.institutions) {
        await opens({ actor: actor.key }, counts)
        for (const { key, counts: line } of commitments) await opens({ commitment: key }, line)
      }
    },
    6,
    () => figures > 10,
  )
  expect(figures).toBeGreaterThan(10)
}, 240_000)

test('for random histories and filters, matrix and list hold exactly the gates of the pure rules that the filter leaves', async () => {
  const filters = fc.record(
    {
      role: fc.constantFrom('required', 'expected', 'context'),
      side: fc.constantFrom('partner', 'eu', 'other'),
      state: fc.constantFrom(...gateStates),
    },
    { requiredKeys: [] },
  )
  const seen = new Set<string>()
  await assertUntil(
    fc.asyncProperty(
      randomHistories({ cuts: 1, gates: true }),
      filters,
      fc.nat(),
      fc.boolean(),
      async (history, filter, n, byMilestone) => {
        const loaded = await loadHistory(record, history)
        const { dossier, model, moments } = loaded
        const { file } = model
        const [moment = { asOf: muchLater, knownAt: muchLater }] = moments
        const area = file.areas[n % file.areas.length]?.key ?? ''
        const milestone = file.milestones[n % file.milestones.length]
        const place = byMilestone ? { milestone: milestone?.key } : { area }
        const sideOf = (ref: string) => {
          const ask = file.recommendations.find((one) => one.ref === ref)
          const kinds = new Map(file.actors.map((actor) => [actor.key, actor.kind]))
          return assessSide((ask?.addressees ?? []).flatMap((key) => kinds.get(key) ?? []))
        }
        const areaOf = (ref: string) => file.recommendations.find((one) => one.ref === ref)?.area
        for (const where of [{}, place]) {
          const asked = { ...filter, ...where }
          const expected = listModelGates(model, moment)
            .filter(({ link }) => filter.role === undefined || link.role === filter.role)
            .filter(({ gate }) => filter.state === undefined || gate.state === filter.state)
            .filter(({ link }) => filter.side === undefined || sideOf(link.recommendation) === filter.side)
            .filter(({ link }) => !('area' in where) || areaOf(link.recommendation) === area)
            .filter(({ link }) => !('milestone' in where) || link.milestone === milestone?.key)
          const gates = expected.map((one) => `${nameOf(one)} ${one.gate.state} ${one.gate.since}`).sort()
          const reader = callAs(record)
          const matrix = await reader.linkage.matrix({ dossier, ...moment, ...asked })
          expect(
            matrix.rows
              .flatMap(({ ref, cells }) =>
                cells.map((cell) => `${ref} ${cell.milestone} ${cell.state} ${cell.since}`),
              )
              .sort(),
          ).toEqual(gates)
          expect([matrix.links, matrix.total, matrix.columns.map(({ key }) => key).sort()]).toEqual([
            expected.length,
            new Set(expected.map(({ link }) => link.recommendation)).size,
            [...new Set(expected.map(({ link }) => link.milestone))].sort(),
          ])
          for (const { key, required, occurred } of matrix.columns) {
            const counted = listModelGates(model, moment).filter(
              (one) => one.counted && one.link.milestone === key,
            )
            const passed = file.milestones.find((one) => one.key === key)?.occurred ?? null
            expect(occurred !== null).toBe(hasOccurred(passed, moment.asOf))
            expect(required.unmet).toBe(counted.filter(({ gate }) => /unmet/.test(gate.state)).length)
            expect(required.waived + required.met + required.unmet + required.unknown).toBe(counted.length)
          }
          const list = await reader.linkage.list({ dossier, ...moment, ...asked, group: 'area' })
          expect(
            list.gates
              .map((gate) => `${gate.recommendation.ref} ${gate.milestone.key} ${gate.state} ${gate.since}`)
              .sort(),
          ).toEqual(gates)
          for (const gate of gates) seen.add(gate.split(' ')[2] ?? '')
        }
      },
    ),
    20,
    () => seen.size >= 4,
  )
  expect(seen.size).toBeGreaterThanOrEqual(4)
}, 240_000)
