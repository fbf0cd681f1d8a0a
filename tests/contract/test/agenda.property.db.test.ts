import { readRecordFacts } from '@waymark/api/features/meeting/read-agenda-facts'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { buildAgenda } from '@waymark/meeting/build-agenda'
import { formatReason, listExpected } from '@waymark/meeting/testing/agenda-model'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildHistory } from '../src/agenda-of-model.ts'
import { assertUntil } from '../src/assert-until.ts'
import { openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { loadDeskHistory, randomActs } from '../src/random-desk.ts'
import { randomHistories } from '../src/random-dossier.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

/** Gates that are arranged for `arrangedDay` fall due soon after it: by chance alone hardly a history in forty had one. */
const planArranged = (file: DossierFile): DossierFile => ({
  ...file,
  milestones: file.milestones.map((one) =>
    one.key.startsWith('arranged-') && one.occurred === undefined ? { ...one, planned: '2016-07-15' } : one,
  ),
})

const asked = ['level-change', 'evidence', 'stale', 'gate-due', 'case-status']

test('for random dossiers, what the database puts on an agenda between two cuts is what the model says: nothing missing, nothing extra', async () => {
  const kinds = new Map<string, number>()
  await assertUntil(
    fc.asyncProperty(
      randomHistories({ cuts: 2, gates: true }),
      randomActs(),
      fc.constantFrom(30, 90, 700),
      async (history, acts, aheadDays) => {
        const file = planArranged(history.file)
        const loaded = await loadDeskHistory(record, { ...history, file, acts })
        const { dossierId, model, moments, beginsAt } = loaded
        const known = moments.filter(({ knownAt }) => knownAt >= beginsAt)
        // Claims and cases are recorded with the import: a cut just before it sees all of them come.
        const before = { asOf: '1900-01-01', knownAt: new Date(Date.parse(beginsAt) - 1).toISOString() }
        for (const [i, one] of known.entries()) {
          const two = known[(i + 1) % known.length] ?? one
          const [asOf = '', laterAsOf = ''] = [one.asOf, two.asOf].sort()
          const [knownAt = '', laterKnownAt = ''] = [one.knownAt, two.knownAt].sort()
          const until = { asOf: laterAsOf, knownAt: laterKnownAt }
          for (const since of i === 0 ? [{ asOf, knownAt }, before] : [{ asOf, knownAt }]) {
            const window = { since, until, aheadDays }
            const facts = await readRecordFacts(record.db.app, { dossierId, ...window })
            const agenda = buildAgenda({
              ...facts,
              ...window,
              heldOn: until.asOf,
              actions: [],
              decisions: [],
              left: [],
            })
            const said = agenda.flatMap(({ item, reasons }) =>
              reasons.map((reason) => `${item} ${formatReason(reason)}`),
            )
            expect(said.sort()).toEqual(listExpected(buildHistory(model, beginsAt, window)))
            for (const { reasons } of agenda)
              for (const { kind } of reasons) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
          }
        }
      },
    ),
    5,
    () => asked.every((kind) => kinds.has(kind)),
  )
  expect([...kinds.keys()].filter((kind) => asked.includes(kind)).sort()).toEqual([...asked].sort())
}, 120_000)
