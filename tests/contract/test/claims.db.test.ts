import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectRefusal } from '../src/expect-refusal.ts'
import { openInvented, people } from '../src/full-record.ts'
import { callAs, type TestRecord } from '../src/open-test-record.ts'
import { publish } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2012-01'
const cited = { source: 'briefing', locator: 'page 4' }
const reason = 'Invented reason.'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const getInstant = async () => {
  const [row] = await record.query<{ at: string }>(
    'select at::text as at from waymark.audit_entry order by seq desc limit 1',
  )
  return new Date(`${row?.at ?? ''}:00`.replace(' ', 'T')).toISOString()
}

test('a claim that is corrected and taken back is read on both clocks as what was said of that day, and known then', async () => {
  const { analyst } = people(record)
  type Said = { id: number; date: string; text: string; isVoid: boolean }
  type Known = { at: string; said: readonly Said[] }
  const step = fc.record({
    what: fc.constantFrom('record', 'correct', 'void'),
    which: fc.nat(5),
    date: fc.constantFrom('2012', '2012-06', '2012-06-15', '2013-01-31'),
  })
  const history: Known[] = []
  let said: readonly Said[] = []
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      for (const { what, which, date } of steps) {
        const text = `Invented claim ${n++}.`
        const claims = await analyst.claim.desk({ dossier, ref })
        const claim = claims[which % Math.max(claims.length, 1)]
        const input = { dossier, ref, actor: 'ministry', date, text, ...cited } as const
        if (what === 'record' || claim === undefined) {
          const { claim: id } = await analyst.claim.record(input)
          said = [...said, { id, date, text, isVoid: false }]
        } else {
          const target = { dossier, ref, claim: claim.claim, basedOn: claim.version, reason }
          if (what === 'correct') await analyst.claim.correct({ ...input, ...target })
          else await analyst.claim.void(target)
          said = said.map((one) =>
            one.id !== claim.claim
              ? one
              : what === 'void'
                ? { ...one, isVoid: true }
                : { ...one, date, text },
          )
        }
        history.push({ at: await getInstant(), said })
      }
    }),
    { numRuns: 6 },
  )
  expect(history.some((one) => one.said.some(({ isVoid }) => isVoid))).toBe(true)
  const lastDay: Readonly<Record<string, string>> = { '2012': '2012-12-31', '2012-06': '2012-06-30' }
  for (const { at, said: known } of history.filter((_, i) => i % 3 === 0 || i === history.length - 1))
    for (const asOf of ['2012-06-15', '2012-06-30', '2012-12-31', '2013-06-30']) {
      const page = await callAs(record).recommendation.get({ dossier, ref, asOf, knownAt: at })
      const expected = known.filter((one) => !one.isVoid && (lastDay[one.date] ?? one.date) <= asOf)
      expect([at, asOf, page.claims.map((one) => one.text).sort()]).toEqual([
        at,
        asOf,
        expected.map((one) => one.text).sort(),
      ])
    }
}, 60_000)

test('stands beside the finding in force at its own date, and moves no figure', async () => {
  const { analyst, reviewer } = people(record)
  const target = { dossier, ref: 'XX-2011-01' }
  const before = await callAs(record).score.get({ dossier, asOf: '2013-06-30' })
  const { claim } = await analyst.claim.record({
    ...target,
    actor: 'ministry',
    date: '2013-05-31',
    level: 'full',
    text: 'Invented: all is done.',
    ...cited,
  })
  const get = async () => (await analyst.claim.desk(target)).find((one) => one.claim === claim)
  expect((await get())?.finding?.level).toBe('limited')
  const { overall } = await callAs(record).score.get({ dossier, asOf: '2013-06-30' })
  expect(overall).toEqual(before.overall)
  await publish({ analyst, reviewer }, { effective: '2013-05-31', level: 'some' })
  expect((await get())?.finding?.level).toBe('some')
})

test('of a party that is not in the dossier, of tomorrow, or of a version that moved on, it is refused', async () => {
  const { analyst } = people(record)
  const input = { dossier, ref, actor: 'ministry', date: '2013', text: 'Invented.', ...cited }
  const refuse = (over: object, code: string) =>
    expectRefusal(record, () => analyst.claim.record({ ...input, ...over }), code)
  await refuse({ actor: 'nobody' }, 'not-in-dossier')
  await refuse({ date: '2999' }, 'effective-in-future')
  await refuse({ source: undefined }, 'source-missing')
  await refuse({ source: 'nothing' }, 'unknown-source')
  await refuse({ ref: 'XX-0000-00' }, 'not-found')
  const { claim } = await analyst.claim.record(input)
  const target = { dossier, ref, claim, basedOn: claim, reason }
  await analyst.claim.correct({ ...input, ...target })
  await expectRefusal(record, () => analyst.claim.void(target), 'record-moved-on')
})
