import { addDays } from '@waymark/kernel/partial-date'
import {
  aDossierFile,
  aLinkage,
  aMilestone,
  anAssessment,
  anEvidenceItem,
  aRecommendation,
  twoOrigins,
} from '@waymark/kit/builders'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { people } from '../src/full-record.ts'
import { formatBytes, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { publish } from '../src/workflow.ts'

const dossier = 'invented'
const today = new Date().toISOString().slice(0, 10)
const against = anEvidenceItem({ stance: 'contradicts', kind: 'media', origin: 'media' })

const recommendations = ['XX-2011-01', 'XX-2011-02', 'XX-2011-03', 'XX-2011-04'].map((ref) =>
  aRecommendation({ ref }),
)
/** One stale since long, one stale for less long, one fresh that meets evidence against it, one never assessed. */
const assessments = [
  anAssessment({ key: 'oldest', recommendation: 'XX-2011-02', effective: '2012-03-31', level: 'limited' }),
  anAssessment({ key: 'old', recommendation: 'XX-2011-01', effective: '2013-06-30', level: 'some' }),
  anAssessment({
    key: 'fresh',
    recommendation: 'XX-2011-03',
    effective: today,
    level: 'some',
    evidence: [...twoOrigins(), against],
  }),
]
const milestones = [
  aMilestone({ key: 'near', planned: addDays(today, 90) }),
  aMilestone({ key: 'far', planned: addDays(today, 91) }),
  aMilestone({ key: 'late', planned: '2012-01-01' }),
  aMilestone({ key: 'met', planned: addDays(today, 10) }),
]
const linkages = [
  ...['near', 'far', 'late'].map((milestone) => aLinkage({ milestone, required: 'full' })),
  aLinkage({ milestone: 'met', recommendation: 'XX-2011-03', required: 'some' }),
]

let record: TestRecord
beforeEach(async () => {
  const file = aDossierFile({
    recommendations,
    assessments,
    milestones,
    linkages,
    uptake: [],
    claims: [],
    cases: [],
  })
  record = await openTestRecord({ template: 'queue', bytes: formatBytes(file) })
})
afterEach(() => record.close())

const getWork = () => people(record).analyst.queue.work({ dossier })
const getCounts = () => people(record).analyst.queue.counts({ dossier })

test('stale findings stand in the order in which they went stale, each with the last day on which it counted', async () => {
  const { stale } = await getWork()
  expect(stale.total).toBe(2)
  expect(stale.rows.map(({ ref, level, dueOn }) => [ref, level, dueOn])).toEqual([
    ['XX-2011-02', 'limited', '2013-03-31'],
    ['XX-2011-01', 'some', '2014-06-30'],
  ])
  await publish(people(record), { ref: 'XX-2011-02', effective: today, level: 'limited' })
  expect((await getWork()).stale.rows.map(({ ref }) => ref)).toEqual(['XX-2011-01'])
})

test('a finding in force meets evidence against it that was published with it, or waits with a later assessment', async () => {
  const { analyst, reviewer } = people(record)
  expect((await getWork()).contradicted).toEqual({
    total: 1,
    rows: [{ ref: 'XX-2011-03', title: 'Adopt an invented law', items: 1, unpublished: 0 }],
  })
  const { version } = await analyst.assessment.form({ dossier, ref: 'XX-2011-01' })
  const item = { source: 'briefing', stance: 'contradicts', kind: 'media', origin: 'media' } as const
  const { id } = await analyst.assessment.submit({
    dossier,
    ref: 'XX-2011-01',
    basedOn: version,
    effective: today,
    level: 'limited',
    rationale: 'Invented: taken back in part.',
    confidence: 'low',
    evidence: [item, item],
  })
  expect(
    (await getWork()).contradicted.rows.map(({ ref, items, unpublished }) => [ref, items, unpublished]),
  ).toEqual([
    ['XX-2011-01', 2, 2],
    ['XX-2011-03', 1, 0],
  ])
  await reviewer.assessment.return({ dossier, id, comment: 'Invented: name the page.' })
  expect((await getWork()).contradicted.rows.map(({ ref }) => ref)).toEqual(['XX-2011-03'])
})

test('milestones are named from 90 days before the planned date on, and while late, as long as a required gate is open', async () => {
  const { milestones: near } = await getWork()
  expect(
    near.map(({ milestone, overdue, unmet, unknown }) => [milestone.key, overdue, unmet, unknown]),
  ).toEqual([
    ['late', true, 0, 1],
    ['near', false, 0, 1],
  ])
})

test('an address that does not answer is work until the source has another one, or it answers again', async () => {
  const [{ id } = { id: 0 }] = await record.query<{ id: number }>(
    `select id from waymark.source where key = 'briefing'`,
  )
  const check = (url: string, outcome: string) =>
    record.query(
      `insert into waymark.link_check values ($1, $2, now(), $3, 404, now()) on conflict (source_id) do update set url = $2, outcome = $3`,
      [id, url, outcome],
    )
  await check('https://example.org/briefing', 'gone')
  expect(
    (await getWork()).deadLinks.rows.map(({ key, outcome, httpStatus }) => [key, outcome, httpStatus]),
  ).toEqual([['briefing', 'gone', 404]])
  await check('https://example.org/an-earlier-address', 'gone')
  expect((await getWork()).deadLinks.total).toBe(0)
  await check('https://example.org/briefing', 'answers')
  expect((await getWork()).deadLinks.total).toBe(0)
})

test('the numbers in the navigation are those of the lists', async () => {
  const { analyst, reviewer } = people(record)
  const { version } = await analyst.assessment.form({ dossier, ref: 'XX-2011-04' })
  const submit = () =>
    analyst.assessment.submit({
      dossier,
      ref: 'XX-2011-04',
      basedOn: version,
      effective: today,
      level: 'limited',
      rationale: 'Invented: begun.',
      confidence: 'low',
      evidence: [{ source: 'briefing', stance: 'supports', kind: 'media', origin: 'media' }],
    })
  await submit()
  const { id } = await submit()
  await reviewer.assessment.return({ dossier, id, comment: 'Invented: name the page.' })
  await analyst.assessment.saveDraft({ dossier, ref: 'XX-2011-01', rev: 0, content: { rationale: 'typed' } })
  const [queue, work] = await Promise.all([analyst.assessment.queue({ dossier }), getWork()])
  expect(queue.returnedToMe).toHaveLength(1)
  expect(await getCounts()).toMatchObject({
    toReview: queue.toReview.length,
    returnedToMe: queue.returnedToMe.length,
    mineInReview: queue.mineInReview.length,
    drafts: queue.drafts.length,
    stale: work.stale.total,
    contradicted: work.contradicted.total,
    milestones: work.milestones.length,
    deadLinks: work.deadLinks.total,
    outdated: work.outdated.total,
  })
  const theirs = await reviewer.queue.counts({ dossier })
  expect(theirs).toMatchObject({ toReview: 1, returnedToMe: 0, mineInReview: 0, drafts: 0 })
})
