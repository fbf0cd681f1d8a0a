import { lastDay } from '@waymark/kernel/partial-date'
import { days } from '@waymark/kit/arbitraries'
import { getOccurred } from '@waymark/kit/desk-acts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertUntil } from '../src/assert-until.ts'
import { people } from '../src/full-record.ts'
import { getModelLeverage, getModelLinkage, sortLinkage } from '../src/model-gates.ts'
import { callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import {
  getChangedAt,
  loadDeskHistory,
  lookDays,
  randomActs,
  randomLaterActs,
  recordActs,
  type Touch,
} from '../src/random-desk.ts'
import { randomHistories } from '../src/random-dossier.ts'
import { getRefusal } from '../src/refusal.ts'
import { evidenceFrom } from '../src/workflow.ts'

let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord()
})
afterAll(() => record.close())

const histories = (cuts: number) =>
  fc.record({ history: randomHistories({ cuts, gates: true }), acts: randomActs() })

test('for random histories with ended links, waivers, moves, cancellations and corrected occurrences, gates, counts and leverage are those of the pure rules at any (asOf, knownAt)', async () => {
  const seen = { waived: 0, ended: 0, cancelled: 0, moved: 0 }
  await assertUntil(
    fc.asyncProperty(histories(2), async ({ history, acts }) => {
      const { dossier, model, moments } = await loadDeskHistory(record, { ...history, acts })
      for (const moment of moments) {
        const expected = getModelLinkage(model, moment)
        expect(sortLinkage(await callAs(record).linkage.get({ dossier, ...moment }))).toMatchObject(expected)
        const { milestones } = await callAs(record).linkage.leverage({ dossier, ...moment })
        const leverage = getModelLeverage(model, moment)
        expect(
          milestones.map(({ milestone, overdue, gates }) => ({
            milestone: milestone.key,
            planned: milestone.planned,
            overdue,
            unmet: gates.filter(({ state }) => state === 'unmet').map(({ ref }) => ref),
            unknown: gates.filter(({ state }) => state === 'unknown').map(({ ref }) => ref),
          })),
        ).toEqual(leverage)
        // What the acts of the desk made of it: without them the same dossier says something else.
        const { desk: _, ...without } = model
        const plain = getModelLinkage(without, moment)
        const waived = (of: typeof plain) => of.gates.filter(({ state }) => state === 'waived').length
        if (waived(expected) > waived(plain)) seen.waived += 1
        if (expected.gates.length < plain.gates.length) seen.ended += 1
        const lines = getModelLeverage(without, moment)
        const planned = new Map(lines.map((line) => [line.milestone, line.planned]))
        const keys = new Set(leverage.map((line) => line.milestone))
        if (lines.some((line) => !keys.has(line.milestone))) seen.cancelled += 1
        if (
          leverage.some((line) => planned.has(line.milestone) && planned.get(line.milestone) !== line.planned)
        )
          seen.moved += 1
      }
    }),
    12,
    () => Object.values(seen).every((count) => count > 0),
  )
  for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true])
}, 300_000)

test('frozen gates never change when later rows arrive: not at an earlier instant, and now only where a row has a day of its own by the passage', async () => {
  const findings = fc.array(
    fc.record({
      of: fc.nat(),
      effective: fc.oneof(days({ from: 2009, to: 2018 }), days({ from: 2015, to: 2016 })),
      level: fc.constantFrom('none', 'limited', 'some', 'substantial', 'full'),
      fate: fc.constantFrom('plain', 'corrects', 'withdraws'),
    }),
    { minLength: 4, maxLength: 8 },
  )
  const seen = { frozen: 0, changed: 0, sinceAlone: 0 }
  await assertUntil(
    fc.asyncProperty(
      histories(1),
      findings,
      randomLaterActs(),
      lookDays(),
      async (first, later, acts, shown) => {
        const loaded = await loadDeskHistory(record, { ...first.history, acts: first.acts })
        const { dossier, model } = loaded
        const knownAt = await getChangedAt(record, dossier)
        const look = async (asOf: string, known?: string) => {
          const moment = { dossier, asOf, ...(known !== undefined && { knownAt: known }) }
          const { gates, milestones } = await callAs(record).linkage.get(moment)
          return { gates, milestones }
        }
        const looks = [...shown, late]
        const lookAll = () => Promise.all(looks.map((day) => look(day, knownAt)))
        const before = await lookAll()
        const touches: Touch[] = []
        const refs = model.file.recommendations.map((one) => one.ref)
        const rows: { recommendation: string; day: string }[] = []
        for (const { of, effective, level, fate } of later) {
          const ref = refs[of % refs.length] ?? ''
          rows.push(...(await recordFinding(dossier, ref, { effective, level, fate, of })))
        }
        await recordActs(record, loaded, acts, (touch) => touches.push(touch))
        expect(await lookAll()).toEqual(before)
        const then = new Map((before.at(-1)?.gates ?? []).map((gate) => [nameOf(gate), gate]))
        const now = new Map((await look(late)).gates.map((gate) => [nameOf(gate), gate]))
        for (const link of model.file.linkages) {
          const name = nameOf(link)
          const milestone = model.file.milestones.find((one) => one.key === link.milestone)
          const occurred = milestone && getOccurred(model.desk ?? never, milestone, knownAt)
          if (!occurred) continue
          const passage = lastDay(occurred)
          const { since: a = null, ...was } = then.get(name) ?? {}
          const { since: b = null, ...is } = now.get(name) ?? {}
          const mayChange =
            touches.some((one) => nameOf(one) === name && one.day <= passage) ||
            rows.some((one) => one.recommendation === link.recommendation && one.day <= passage)
          if (!mayChange) {
            expect([name, is]).toEqual([name, was])
            seen.frozen += 1
            if (a !== b) seen.sinceAlone += 1
          } else if (JSON.stringify(is) !== JSON.stringify(was)) seen.changed += 1
        }
      },
    ),
    10,
    () => Object.values(seen).every((count) => count > 0),
  )
  for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true])
}, 300_000)

/** After every passage of the random dossiers, and soon enough for findings to be fresh. */
const late = '2016-12-31'
const never = { ends: [], waivers: [], events: [], occurrences: [] }
const nameOf = (link: { recommendation: string; milestone: string }) =>
  `${link.recommendation} ${link.milestone}`

/** Publishes or withdraws a finding, and tells on which day of its own each row that it wrote or struck out begins. */
async function recordFinding(
  dossier: string,
  ref: string,
  wish: { effective: string; level: string; fate: string; of: number },
): Promise<{ recommendation: string; day: string }[]> {
  const { analyst, reviewer } = people(record)
  const open = await record.query<{ id: string; effective: string }>(
    `select p.assessment_id as id, p.effective_last::text as effective from waymark.publication p
     join waymark.recommendation r on r.id = p.recommendation_id join waymark.dossier d on d.id = p.dossier_id
     where d.key = $1 and r.key = $2 and p.assessment_id not in (select assessment_id from waymark.withdrawal)
     and not exists (select from waymark.publication c where c.supersedes_id = p.assessment_id) order by 1`,
    [dossier, ref],
  )
  const former = wish.fate === 'plain' ? undefined : open[wish.of % Math.max(open.length, 1)]
  const struck = former === undefined ? [] : [{ recommendation: ref, day: former.effective }]
  const reason = 'Invented: misread.'
  const { version } = await analyst.assessment.form({ dossier, ref })
  if (wish.fate === 'withdraws') {
    if (former === undefined) return []
    await reviewer.assessment.withdraw({ dossier, id: Number(former.id), basedOn: version, reason })
    return struck
  }
  const submitted = {
    dossier,
    ref,
    basedOn: version,
    effective: wish.effective,
    level: wish.level as 'some',
    rationale: 'Invented.',
    confidence: 'low' as const,
    evidence: evidenceFrom('briefing'),
    ...(former !== undefined && { supersedes: Number(former.id), reason }),
  }
  let id = 0
  const refusal = await getRefusal(
    analyst.assessment.submit(submitted).then((one) => {
      id = one.id
    }),
  )
  if (refusal.code !== 'accepted') throw new Error(refusal.code)
  await reviewer.assessment.publish({ dossier, id, basedOn: version })
  return [...struck, { recommendation: ref, day: wish.effective }]
}
