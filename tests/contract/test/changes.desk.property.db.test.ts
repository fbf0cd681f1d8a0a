import { listWaivers } from '@waymark/kit/desk-acts'
import { isWaived } from '@waymark/linkage/waiver'
import { methods } from '@waymark/scoring/methods/registry'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertUntil } from '../src/assert-until.ts'
import { getModelChanges, sortChanges } from '../src/model-changes.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadDeskHistory, randomActs } from '../src/random-desk.ts'
import { randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

const histories = fc.record({ history: randomHistories({ cuts: 2, gates: true }), acts: randomActs() })
const byMethods = { from: methods.m1, to: methods.m1 }

test('for random histories with waivers, ended links and corrected occurrences, the gates that opened or closed between two moments are those of the pure rules', async () => {
  const seen = { flips: 0, waiverBegan: 0, waiverEnded: 0, linkEnded: 0 }
  await assertUntil(
    fc.asyncProperty(histories, async ({ history, acts }) => {
      const { dossier, model, moments } = await loadDeskHistory(record, { ...history, acts })
      for (const [i, one] of moments.entries()) {
        const two = moments[(i + 1) % moments.length] ?? one
        const [from, to] = [one.asOf, two.asOf].sort() as [string, string]
        const { knownAt } = two
        const said = sortChanges(await callAs(record).change.get({ dossier, from, to, knownAt }))
        const cuts = { from: { asOf: from, knownAt }, to: { asOf: to, knownAt } }
        expect(said.gates).toEqual(getModelChanges(model, cuts, byMethods).gates)
        seen.flips += said.gates.length
        const { desk } = model
        if (desk === undefined) continue
        for (const link of model.file.linkages.filter(({ role }) => role === 'required')) {
          const [before, after] = [from, to].map((day) => isWaived(listWaivers(desk, link, knownAt), day))
          if (!before && after) seen.waiverBegan += 1
          if (before && !after) seen.waiverEnded += 1
        }
        seen.linkEnded += desk.ends.filter((end) => end.ended !== null && end.recordedAt <= knownAt).length
      }
    }),
    15,
    () => Object.values(seen).every((count) => count > 0),
  )
  for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true])
}, 300_000)
