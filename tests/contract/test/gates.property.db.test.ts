import { lastDay } from '@waymark/kernel/partial-date'
import { muchLater } from '@waymark/kit/clock'
import { gateWords } from '@waymark/kit/gate-arbitrary'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getModelLinkage, listModelGates, sortLinkage } from '../src/model-gates.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadHistory, randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

test('for random histories, every gate and every milestone count of the database is that of the pure rules, at any (asOf, knownAt)', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 3, gates: true }), async (history) => {
      const { dossier, model, moments } = await loadHistory(record, history)
      let said: string[] = []
      for (const moment of moments) {
        const found = sortLinkage(await callAs(record).linkage.get({ dossier, ...moment }))
        expect(found).toEqual(getModelLinkage(model, moment))
        said = found.gates.flatMap((gate) => [gate.state, `since ${gate.since}`])
        if (found.gates.length < model.file.linkages.length) said.push('left out')
      }
      // Otherwise the history would not have tried the rules: at the last moment every word is there.
      expect(gateWords.filter((word) => !said.includes(word))).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 240_000)

test('counts per recommendation and per milestone page say what the list of gates says', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 1, gates: true }), async (history) => {
      const { dossier, model, moments } = await loadHistory(record, history)
      for (const moment of moments) {
        const gates = listModelGates(model, moment)
        const register = await callAs(record).recommendation.list({ dossier, ...moment })
        for (const row of register.rows) {
          const own = gates.filter(({ link, counted }) => counted && link.recommendation === row.ref)
          const count = (...states: string[]) => own.filter(({ gate }) => states.includes(gate.state)).length
          expect([row.ref, row.gates]).toEqual([
            row.ref,
            {
              met: count('met', 'met-at-passage'),
              unmet: count('unmet', 'passed-while-unmet'),
              unknown: count('unknown', 'passed-while-unknown'),
              waived: count('waived'),
              passedWhileUnmet: count('passed-while-unmet'),
            },
          ])
        }
        const [milestone] = model.file.milestones
        const page = await callAs(record).milestone.get({ dossier, key: milestone?.key ?? '', ...moment })
        const listed = gates.filter(({ link }) => link.milestone === milestone?.key)
        expect(
          page.gates.map((gate) => `${gate.recommendation.ref} ${gate.state} ${gate.at}`).sort(),
        ).toEqual(listed.map(({ link, gate }) => `${link.recommendation} ${gate.state} ${gate.at}`).sort())
        expect(page.milestone.listed).toBe(listed.filter(({ counted }) => !counted).length)
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('once a milestone has passed its gates keep their state for ever, whatever is found later', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistories({ cuts: 1, gates: true }), async (history) => {
      const { dossier, model, moments } = await loadHistory(record, history)
      const knownAt = moments[0]?.knownAt
      const stateOn = async (asOf: string) => {
        const { gates } = await callAs(record).linkage.get({ dossier, asOf, knownAt })
        return new Map(gates.map((gate) => [`${gate.recommendation} ${gate.milestone}`, gate.state]))
      }
      const last = await stateOn(muchLater)
      for (const { key, occurred } of model.file.milestones) {
        if (occurred === undefined) continue
        const atPassage = await stateOn(lastDay(occurred))
        for (const [name, state] of atPassage)
          if (name.endsWith(` ${key}`)) expect([name, last.get(name)]).toEqual([name, state])
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)
