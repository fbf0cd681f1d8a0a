import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInvented, people } from '../src/full-record.ts'
import { buildPublicData, callAs, type TestRecord } from '../src/open-test-record.ts'
import { getChangedAt } from '../src/watch-linkage.ts'
import { publish } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2012-01'
const milestone = 'signed'
const cited = { source: 'briefing' }
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

/** What the matrix, the list, the milestone's page, the recommendation's page, the register and the data say of one gate, all the same. */
async function getGate(asOf: string, knownAt?: string) {
  const reader = callAs(record)
  const moment = { dossier, asOf, ...(knownAt !== undefined && { knownAt }) }
  const query = `asOf=${asOf}${knownAt === undefined ? '' : `&knownAt=${encodeURIComponent(knownAt)}`}`
  const [matrix, list, page, ask, register, data] = await Promise.all([
    reader.linkage.matrix(moment),
    reader.linkage.list(moment),
    reader.milestone.get({ ...moment, key: milestone }),
    reader.recommendation.get({ ...moment, ref }),
    reader.recommendation.list(moment),
    getData(`/${dossier}/linkage.json?${query}`),
  ])
  const said = [
    matrix.rows.find((row) => row.ref === ref)?.cells.find((cell) => cell.milestone === milestone),
    list.gates.find((gate) => gate.recommendation.ref === ref),
    page.gates.find((gate) => gate.recommendation.ref === ref),
    ask.gates.find((gate) => gate.milestone.key === milestone),
    data.gates.find((gate) => gate.recommendation === ref),
  ].map((gate) => (gate === undefined ? null : [gate.state, gate.since]))
  const [first = null] = said
  expect(said).toEqual(said.map(() => first))
  const row = register.rows.find((one) => one.ref === ref)
  expect(row?.gates.passedWhileUnmet).toBe(first?.[0] === 'passed-while-unmet' ? 1 : 0)
  return first
}
async function getData(address: string) {
  const response = await buildPublicData(record).request(address)
  return (await response.json()) as Awaited<ReturnType<ReturnType<typeof callAs>['linkage']['get']>>
}
const leverage = async (asOf: string, knownAt?: string) => {
  const moment = { dossier, asOf, ...(knownAt !== undefined && { knownAt }) }
  const { milestones } = await callAs(record).linkage.leverage(moment)
  return milestones.map((line) => [line.milestone.key, line.gates.map((gate) => gate.ref)])
}

test('a gate closes when a regression is published, is frozen by the passage, and is told otherwise only by what corrects the day of the passage or before', async () => {
  const { reviewer } = people(record)
  await publish(people(record), { ref, effective: '2013-01-31', level: 'substantial' })

  await reviewer.link.create({
    dossier,
    milestone,
    recommendations: [ref],
    role: 'required',
    required: 'some',
    commitments: ['must-depend'],
  })
  expect(await getGate('2013-05-31')).toEqual(['met', null])
  expect(await leverage('2013-05-31')).toEqual([[milestone, ['XX-2011-01']]])
  const afterLink = await getChangedAt(record)

  const regression = await publish(people(record), { ref, effective: '2013-03-31', level: 'limited' })
  expect([await getGate('2013-03-30'), await getGate('2013-03-31')]).toEqual([
    ['met', null],
    ['unmet', null],
  ])
  expect(await getGate('2013-05-31', afterLink)).toEqual(['met', null])
  expect(await leverage('2013-05-31')).toEqual([[milestone, ['XX-2011-01', ref]]])

  const { version } = await reviewer.milestone.desk({ dossier, key: milestone })
  await reviewer.milestone.occur({
    dossier,
    key: milestone,
    basedOn: version,
    occurred: '2013-05-15',
    ...cited,
  })
  expect([await getGate('2013-05-14'), await getGate('2013-05-15')]).toEqual([
    ['unmet', null],
    ['passed-while-unmet', 'unchanged'],
  ])
  expect([await leverage('2013-05-14'), await leverage('2013-05-15')]).toEqual([
    [[milestone, ['XX-2011-01', ref]]],
    [],
  ])
  const afterPassage = await getChangedAt(record)

  // What is found after the passage changes only what came since.
  await publish(people(record), { ref, effective: '2013-09-01', level: 'full' })
  expect([await getGate('2013-08-31'), await getGate('2013-09-01')]).toEqual([
    ['passed-while-unmet', 'unchanged'],
    ['passed-while-unmet', 'improved'],
  ])
  expect(await getGate('2013-09-01', afterPassage)).toEqual(['passed-while-unmet', 'unchanged'])
  const beforeCorrection = await getChangedAt(record)

  // The regression was misread: what had been so before the passage is known otherwise from now on.
  await publish(people(record), {
    ref,
    effective: '2013-03-31',
    level: 'some',
    supersedes: regression,
    reason: 'Invented: misread.',
  })
  expect([await getGate('2013-05-14'), await getGate('2013-05-15'), await getGate('2013-09-01')]).toEqual([
    ['met', null],
    ['met-at-passage', 'unchanged'],
    ['met-at-passage', 'improved'],
  ])
  for (const knownAt of [afterPassage, beforeCorrection])
    expect((await getGate('2013-09-01', knownAt))?.[0]).toBe('passed-while-unmet')
  expect(await getGate('2013-09-01', beforeCorrection)).toEqual(['passed-while-unmet', 'improved'])
})

test('each gate of the passage opens to its commitment and to the finding in force that day, and the consistency record counts it', async () => {
  const moment = { dossier, asOf: '2013-09-01' }
  const { gates, milestone: page } = await callAs(record).milestone.get({ ...moment, key: milestone })
  expect(
    gates.map((gate) => [
      gate.recommendation.ref,
      gate.state,
      gate.assessed,
      gate.commitments.map(({ key, source }) => [key, source.key]),
    ]),
  ).toEqual([
    ['XX-2011-01', 'passed-while-unmet', '2012-06-30', [['must-depend', 'briefing']]],
    [ref, 'met-at-passage', '2013-03-31', [['must-depend', 'briefing']]],
  ])
  expect(page.required).toEqual({ met: 1, unmet: 1, unknown: 0, waived: 0 })
  const { institutions } = await callAs(record).linkage.consistency(moment)
  expect(institutions.map(({ actor, counts }) => [actor.key, counts])).toEqual([
    [
      'eu-body',
      {
        conditions: 2,
        met: 0,
        unmet: 0,
        unknown: 0,
        waived: 0,
        'met-at-passage': 1,
        'passed-while-unmet': 1,
        'passed-while-unknown': 0,
      },
    ],
  ])
})
