import { verifyChain } from '@waymark/db/queries/audit.query'
import { aCommitment, aMilestone, aTrack } from '@waymark/kit/builders'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectRefusal } from '../src/expect-refusal.ts'
import { aFullFile, aNewSource, openInvented, people } from '../src/full-record.ts'
import { anActor, callAs, importFile, type TestRecord } from '../src/open-test-record.ts'
import { expectChangeFrom, getChangedAt, readLinkageAnswers } from '../src/watch-linkage.ts'
import { aSubmission } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
const other = 'XX-2012-01'
const target = { dossier, milestone: 'signed', ref }
const signed = { dossier, key: 'signed' }
const cited = { source: 'briefing', locator: 'page 4' }
const reason = 'Invented reason.'
const muchEarlier = '2011-01-14'

let record: TestRecord
function openForEach() {
  beforeEach(async () => {
    record = await openInvented()
  })
  afterEach(async () => {
    expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
    await record.close()
  })
}
const desk = () => people(record).reviewer
const getLink = () => desk().link.get(target)
const getMilestone = (key = 'signed') => desk().milestone.desk({ dossier, key })
const changeFrom = <T>(from: string | null, write: () => Promise<T>) => expectChangeFrom(record, from, write)
const stateOn = async (asOf: string, link: { ref: string; milestone: string } = target) =>
  (await callAs(record).linkage.get({ dossier, asOf })).gates.find(
    (gate) => gate.recommendation === link.ref && gate.milestone === link.milestone,
  )?.state

describe('a link', () => {
  openForEach()

  test('of many recommendations to a milestone is made in one act, is judged from their issue on, and rests on its commitments', async () => {
    await desk().milestone.plan({
      dossier,
      key: 'in-force',
      track: 'agreement',
      kind: 'entry-into-force',
      title: 'Invented agreement in force',
      ...cited,
    })
    const linked = await changeFrom('2011-01-15', () =>
      desk().link.create({
        dossier,
        milestone: 'in-force',
        recommendations: [other, ref, ref],
        role: 'required',
        required: 'limited',
        commitments: ['must-depend', 'must-depend'],
        note: 'Invented note.',
      }),
    )
    expect(linked).toEqual({ linked: 2 })
    const page = await callAs(record).milestone.get({ dossier, key: 'in-force', asOf: '2012-06-30' })
    expect(page.gates.map((gate) => [gate.recommendation.ref, gate.state, gate.required])).toEqual([
      [ref, 'met', 'limited'],
      [other, 'unmet', 'limited'],
    ])
    expect(page.gates.map((gate) => gate.commitments.map(({ key }) => key))).toEqual([
      ['must-depend'],
      ['must-depend'],
    ])
    expect(page.milestone.required).toEqual({ met: 1, unmet: 1, unknown: 0, waived: 0 })
  })

  test('is preceded by a preview that names what stands in the way of each', async () => {
    const recommendations = [ref, other, 'XX-9999-99']
    const ask = { dossier, milestone: 'signed', recommendations, role: 'context' as const }
    const { rows, missing } = await desk().link.preview(ask)
    expect(rows.map((row) => [row.ref, row.obstacle])).toEqual([
      [ref, 'already-linked'],
      [other, null],
    ])
    expect(missing).toEqual(['XX-9999-99'])
    const { rows: candidates } = await desk().link.candidates({ dossier, milestone: 'signed' })
    expect(candidates.map((row) => [row.ref, row.linked])).toEqual([
      [ref, true],
      [other, false],
    ])
  })

  test('is all or nothing: one that cannot be linked keeps the others from being linked', async () => {
    const create = (recommendations: string[]) => () =>
      desk().link.create({
        dossier,
        milestone: 'signed',
        recommendations,
        role: 'required',
        required: 'some',
      })
    await expectRefusal(record, create([other, ref]), 'already-linked')
    await expectRefusal(record, create([other, 'XX-9999-99']), 'not-in-dossier')
    expect(await create([other])()).toEqual({ linked: 1 })
  })

  test('corrected says something else of all days, from the correction on', async () => {
    const { version } = await getLink()
    expect(await stateOn('2012-06-30')).toBe('unmet')
    const correct = (basedOn: number) => () =>
      desk().link.correct({ ...target, basedOn, role: 'expected', required: 'limited', reason })
    await changeFrom('2011-01-15', correct(version))
    expect(await stateOn('2012-06-30')).toBe('met')
    const link = await getLink()
    expect(link.versions.map((one) => [one.role, one.required, one.commitments, one.reason, one.by])).toEqual(
      [
        ['expected', 'limited', [], reason, 'Synthetic reviewer'],
        ['required', 'some', ['must-depend'], null, 'Operator'],
      ],
    )
    await expectRefusal(record, correct(version), 'record-moved-on')
  })

  test('ended holds no more from that day on; its end can be taken back', async () => {
    const { version } = await getLink()
    const end = (basedOn: number, ended: string | null) => () =>
      desk().link.end({ ...target, basedOn, ended, reason })
    const before = await readLinkageAnswers(record, '2014-12-31')
    const ended = await changeFrom('2013-02-28', end(version, '2013-02'))
    expect([await stateOn('2013-02-27'), await stateOn('2013-02-28')]).toEqual(['unmet', undefined])
    expect([(await getLink()).ended, (await getLink()).gate]).toEqual(['2013-02', null])
    await expectRefusal(record, end(version, null), 'record-moved-on')
    await expectRefusal(
      record,
      () => desk().link.create({ dossier, milestone: 'signed', recommendations: [ref], role: 'context' }),
      'already-linked',
    )
    await changeFrom('2013-02-28', end(ended.version, null))
    expect(await readLinkageAnswers(record, '2014-12-31')).toEqual(before)
    expect((await getLink()).commitments).toEqual(['must-depend'])
  })

  test('that ends after the passage leaves what passed as it was', async () => {
    const { version } = await getMilestone()
    await desk().milestone.occur({ ...signed, basedOn: version, occurred: '2013-03-01', ...cited })
    const before = await readLinkageAnswers(record, '2014-12-31')
    const link = await getLink()
    await desk().link.end({ ...target, basedOn: link.version, ended: '2013-03-02', reason })
    expect(await readLinkageAnswers(record, '2014-12-31')).toEqual(before)
    await desk().link.end({
      ...target,
      basedOn: (await getLink()).version,
      ended: '2013-03-01',
      reason,
    })
    expect((await readLinkageAnswers(record, '2014-12-31')).gates).toEqual([])
  })
})

describe('a waiver', () => {
  openForEach()

  test('sets the condition aside from its day on, up to the day on which it ends', async () => {
    const waive = (effective: string) => () =>
      desk().link.waive({ ...target, effective, why: 'Invented: set aside.', ...cited })
    const { waiver } = await changeFrom('2013-01-31', waive('2013-01'))
    expect([await stateOn('2013-01-30'), await stateOn('2013-01-31')]).toEqual(['unmet', 'waived'])
    await expectRefusal(record, waive('2013-01-31'), 'waived-already')
    const link = await getLink()
    expect(link.waivers).toMatchObject([
      { waiver, effective: '2013-01', ended: null, why: 'Invented: set aside.', by: 'Synthetic reviewer' },
    ])
    const [{ version = 0 } = {}] = link.waivers
    const end = (ended: string) => () =>
      desk().link.endWaiver({ ...target, waiver, basedOn: version, ended, reason })
    await changeFrom('2013-02-20', end('2013-02-20'))
    expect([await stateOn('2013-02-19'), await stateOn('2013-02-20')]).toEqual(['waived', 'unmet'])
    await expectRefusal(record, end('2013-02-20'), 'record-moved-on')
    expect(await waive('2013-02-20')()).toMatchObject({})
    expect(await stateOn('2013-02-20')).toBe('waived')
  })

  test('that ends on the day on which it began never held', async () => {
    const before = await readLinkageAnswers(record, '2014-12-31')
    const { waiver } = await desk().link.waive({ ...target, effective: '2013', why: 'Invented.', ...cited })
    const [{ version = 0 } = {}] = (await getLink()).waivers
    await desk().link.endWaiver({ ...target, waiver, basedOn: version, ended: '2013-12-31', reason })
    const { gates, leverage } = await readLinkageAnswers(record, '2014-12-31')
    expect({ gates, leverage }).toEqual({ gates: before.gates, leverage: before.leverage })
  })

  test('that begins after the passage changes nothing of what passed; one of the day itself does', async () => {
    const { version } = await getMilestone()
    await desk().milestone.occur({ ...signed, basedOn: version, occurred: '2013-03-01', ...cited })
    await desk().link.waive({ ...target, effective: '2013-03-02', why: 'Invented.', ...cited })
    expect(await stateOn('2014-12-31')).toBe('passed-while-unmet')
    await desk().link.waive({ ...target, effective: '2013-03-01', why: 'Invented.', ...cited })
    expect(await stateOn('2014-12-31')).toBe('waived')
  })
})

describe('a commitment', () => {
  openForEach()
  const statement = { dossier, actor: 'eu-body', summary: 'Invented: it must depend.', ...cited }

  test('is public from its own day on; a link can rest on it at once', async () => {
    const { key } = await changeFrom('2013-01-31', () =>
      desk().commitment.record({ ...statement, date: '2013-01' }),
    )
    expect(key).toBe('eu-body-2013-01-invented-it-must-depend')
    const commitments = ['must-depend', key]
    const { version } = await getLink()
    await desk().link.correct({
      ...target,
      basedOn: version,
      role: 'required',
      required: 'some',
      commitments,
      reason,
    })
    const [gate] = (await callAs(record).milestone.get({ dossier, key: 'signed', asOf: '2013-06-30' })).gates
    expect(gate?.commitments.map((one) => [one.key, one.locator])).toEqual([
      ['must-depend', null],
      [key, 'page 4'],
    ])
    expect((await desk().commitment.desk({ dossier })).map((one) => [one.key, one.links])).toEqual([
      [key, 1],
      ['must-depend', 1],
    ])
  })

  test('corrected says something else, and what it said can still be asked for', async () => {
    const knownAt = await getChangedAt(record)
    const [{ version = 0 } = {}] = await desk().commitment.desk({ dossier })
    const correct = () =>
      desk().commitment.correct({ ...statement, key: 'must-depend', basedOn: version, date: '2012', reason })
    const summaries = async (known?: string) =>
      (await readLinkageAnswers(record, '2013-06-30', known)).page.gates.flatMap((gate) =>
        gate.commitments.map((one) => [one.summary, one.date, one.locator]),
      )
    const before = await summaries()
    await correct()
    expect(await summaries()).toEqual([['Invented: it must depend.', '2012', 'page 4']])
    expect(await summaries(knownAt)).toEqual(before)
    await expectRefusal(record, correct, 'record-moved-on')
  })
})

describe('a milestone', () => {
  openForEach()
  // As in the file: what a later version cites is said of all days.
  const cited = { source: 'briefing' }
  const plan = {
    dossier,
    track: 'agreement',
    kind: 'ratification',
    title: 'Invented vote',
    ...cited,
  } as const

  test('planned is ahead on every day, once it is known', async () => {
    const { key } = await changeFrom(null, () => desk().milestone.plan({ ...plan, planned: '2016' }))
    expect(key).toBe('agreement-invented-vote-2016')
    await expectRefusal(record, () => desk().milestone.plan({ ...plan, planned: '2016' }), 'key-taken')
    expect((await getMilestone(key)).plannedNow).toBe('2016')
  })

  test('moved is planned for another date from the day of the decision on; void, it never was', async () => {
    const lines = async (asOf: string) =>
      (await callAs(record).linkage.leverage({ dossier, asOf })).milestones.map((line) => [
        line.milestone.planned,
        line.overdue,
      ])
    const before = await readLinkageAnswers(record, '2014-12-31')
    const { event } = await changeFrom('2013-02-01', () =>
      desk().milestone.move({ ...signed, effective: '2013-02-01', planned: '2014-06', ...cited }),
    )
    expect([await lines('2013-01-31'), await lines('2014-06-30'), await lines('2014-07-01')]).toEqual([
      [['2015-12', false]],
      [['2014-06', false]],
      [['2014-06', true]],
    ])
    await changeFrom('2013-02-01', () => desk().milestone.void({ ...signed, event, reason }))
    expect(await readLinkageAnswers(record, '2014-12-31')).toEqual(before)
    expect((await getMilestone()).events.map((one) => [one.kind, one.void, one.reason])).toEqual([
      ['moved', true, reason],
    ])
    await expectRefusal(
      record,
      () => desk().milestone.void({ ...signed, event, reason }),
      'already-superseded',
    )
  })

  test('cancelled leaves the leverage list from that day on and keeps its gates; it occurs only once that is void', async () => {
    const leverage = async (asOf: string) =>
      (await readLinkageAnswers(record, asOf)).leverage.map((line) => line.milestone.key)
    const cancel = () => desk().milestone.cancel({ ...signed, effective: '2013-02-01', ...cited })
    const { event } = await changeFrom('2013-02-01', cancel)
    expect([await leverage('2013-01-31'), await leverage('2013-02-01')]).toEqual([['signed'], []])
    expect(await stateOn('2013-02-01')).toBe('unmet')
    expect((await getMilestone()).cancelled).toBe('2013-02-01')
    await expectRefusal(record, cancel, 'milestone-cancelled')
    const { version } = await getMilestone()
    const occur = () =>
      desk().milestone.occur({ ...signed, basedOn: version, occurred: '2013-03-01', ...cited })
    await expectRefusal(record, occur, 'milestone-cancelled')
    await desk().milestone.void({ ...signed, event, reason })
    await changeFrom('2013-03-01', occur)
    expect(await stateOn('2014-12-31')).toBe('passed-while-unmet')
  })

  test('marked as having occurred freezes its gates from that day on; corrected, it freezes them by the right day', async () => {
    const { version } = await getMilestone()
    const occurred = await changeFrom('2013-03-01', () =>
      desk().milestone.occur({ ...signed, basedOn: version, occurred: '2013-03-01', ...cited }),
    )
    const gate = async (asOf: string, knownAt?: string) => {
      const [first] = (await readLinkageAnswers(record, asOf, knownAt)).page.gates
      return [first?.state, first?.at]
    }
    expect([await gate('2013-02-28'), await gate('2014-12-31')]).toEqual([
      ['unmet', '2013-02-28'],
      ['passed-while-unmet', '2013-03-01'],
    ])
    expect((await callAs(record).linkage.leverage({ dossier, asOf: '2013-03-01' })).milestones).toEqual([])
    const knownAt = await getChangedAt(record)
    const terms = { kind: 'signed', title: 'Invented agreement signed', planned: '2015-12' } as const
    const correct = { ...signed, ...terms, reason, ...cited }
    const moved = await changeFrom('2012-05-31', () =>
      desk().milestone.correct({ ...correct, basedOn: occurred.version, occurred: '2012-05' }),
    )
    expect([await gate('2014-12-31'), await gate('2014-12-31', knownAt)]).toEqual([
      ['passed-while-unknown', '2012-05-31'],
      ['passed-while-unmet', '2013-03-01'],
    ])
    await desk().milestone.correct({ ...correct, basedOn: moved.version })
    expect(await gate('2013-03-01')).toEqual(['unmet', '2013-03-01'])
    expect((await getMilestone()).versions.map((one) => [one.occurred, one.reason])).toEqual([
      [null, reason],
      ['2012-05', reason],
      ['2013-03-01', 'Marked as having occurred.'],
      [null, null],
    ])
  })
})

describe('uptake', () => {
  openForEach()
  const asks = { dossier, ref, kind: 'stated', ...cited } as const
  const events = () => people(record).analyst.uptake.desk({ dossier, ref })

  test('recorded, corrected and void shows from its own day on, and never again', async () => {
    const { analyst } = people(record)
    const before = await readLinkageAnswers(record, '2014-12-31')
    const { event } = await changeFrom('2013-01-20', () =>
      analyst.uptake.record({ ...asks, date: '2013-01-20', round: 'round-1', forum: 'Invented forum' }),
    )
    const version = async () => (await events()).find((one) => one.event === event)?.version ?? 0
    const seen = await version()
    const correct = (basedOn: number) => () =>
      analyst.uptake.correct({ ...asks, event, basedOn, kind: 'committed', date: '2012-12-31', reason })
    await changeFrom('2012-12-31', correct(seen))
    await expectRefusal(record, correct(seen), 'record-moved-on')
    const { uptake } = await callAs(record).recommendation.get({ dossier, ref, asOf: '2013-06-30' })
    expect(uptake.map((one) => [one.kind, one.date, one.forum])).toEqual([
      ['raised', '2012-11-12', null],
      ['committed', '2012-12-31', null],
    ])
    const latest = await version()
    const noSuch = { dossier, ref, basedOn: latest, reason }
    const take = () => analyst.uptake.void({ ...noSuch, event })
    await changeFrom('2012-12-31', take)
    expect(await readLinkageAnswers(record, '2014-12-31')).toEqual(before)
    // Whoever has its form open still keeps what was typed.
    await expectRefusal(record, take, 'record-moved-on')
    await expectRefusal(record, correct(latest), 'record-moved-on')
    await expectRefusal(record, () => analyst.uptake.void({ ...noSuch, event: event + 999 }), 'not-found')
  })

  test('counts in no gate', async () => {
    const { gates, leverage } = await readLinkageAnswers(record, '2014-12-31')
    await people(record).analyst.uptake.record({ ...asks, kind: 'committed', date: '2013' })
    const after = await readLinkageAnswers(record, '2014-12-31')
    expect([after.gates, after.leverage]).toEqual([gates, leverage])
  })
})

describe('a source', () => {
  openForEach()

  test.each([
    [
      'a commitment',
      (newSource: NewSource) =>
        desk().commitment.record({
          dossier,
          actor: 'eu-body',
          date: '2013',
          summary: 'Invented.',
          newSource,
        }),
    ],
    [
      'a waiver',
      (newSource: NewSource) =>
        desk().link.waive({ ...target, effective: '2013', why: 'Invented.', newSource }),
    ],
    [
      'a milestone',
      (newSource: NewSource) =>
        desk().milestone.plan({ dossier, track: 'agreement', kind: 'round', title: 'Invented', newSource }),
    ],
    [
      'a move',
      (newSource: NewSource) =>
        desk().milestone.move({ ...signed, effective: '2013', planned: '2014', newSource }),
    ],
    [
      'an uptake event',
      (newSource: NewSource) =>
        people(record).analyst.uptake.record({ dossier, ref, kind: 'stated', date: '2013', newSource }),
    ],
  ] as const)('becomes public with %s that rests on it, and not before', async (_, write) => {
    const { analyst } = people(record)
    const item = aNewSource()
    const { version } = await analyst.assessment.form({ dossier, ref })
    await analyst.assessment.submit(aSubmission({ basedOn: version, level: 'some', evidence: [item] }))
    const listed = async (knownAt?: string) =>
      (
        await callAs(record).source.list({
          dossier,
          q: item.newSource.title,
          ...(knownAt !== undefined && { knownAt }),
        })
      ).total
    const knownAt = await getChangedAt(record)
    expect(await listed()).toBe(0)
    await write(item.newSource)
    expect([await listed(), await listed(knownAt)]).toEqual([1, 0])
  })
})
type NewSource = ReturnType<typeof aNewSource>['newSource']

describe('what is refused, with nothing changed', () => {
  let waiver: { waiver: number; version: number }
  beforeAll(async () => {
    record = await openInvented()
    const file = aFullFile()
    await importFile(record, {
      ...file,
      dossier: { ...file.dossier, key: 'elsewhere' },
      tracks: [aTrack(), aTrack({ key: 'track-elsewhere' })],
      milestones: [aMilestone(), aMilestone({ key: 'signed-elsewhere' })],
      commitments: [aCommitment(), aCommitment({ key: 'depends-elsewhere' })],
    })
    const plan = { dossier, track: 'agreement', title: 'Invented', ...cited }
    const occur = async (key: string, occurred: string) =>
      desk().milestone.occur({
        dossier,
        key,
        basedOn: (await getMilestone(key)).version,
        occurred,
        ...cited,
      })
    await desk().milestone.plan({ ...plan, key: 'negotiations', kind: 'opened' })
    await occur('negotiations', '2011-06-30')
    await desk().milestone.plan({ ...plan, key: 'initialled', kind: 'initialled' })
    await occur('initialled', '2012-01-31')
    await desk().milestone.plan({ ...plan, key: 'dropped', kind: 'round' })
    await desk().milestone.cancel({ dossier, key: 'dropped', effective: '2013-01-31', ...cited })
    await desk().milestone.plan({ ...plan, key: 'council', kind: 'council-meeting' })
    await desk().link.create({ dossier, milestone: 'council', recommendations: [other], role: 'context' })
    const waived = await desk().link.waive({
      ...target,
      effective: '2013-01-31',
      why: 'Invented.',
      ...cited,
    })
    waiver = { ...waived, version: (await getLink()).waivers[0]?.version ?? 0 }
  })
  afterAll(() => record.close())

  const link = (over: Record<string, unknown>) => () =>
    desk().link.create({
      dossier,
      milestone: 'signed',
      recommendations: [other],
      role: 'required',
      required: 'some',
      commitments: ['must-depend'],
      ...over,
    })
  const correct = (over: Record<string, unknown>) => async () =>
    desk().link.correct({
      ...target,
      basedOn: (await getLink()).version,
      role: 'required',
      required: 'some',
      reason,
      ...over,
    })
  const end = (over: Record<string, unknown>) => async () =>
    desk().link.end({ ...target, basedOn: (await getLink()).version, ended: '2013', reason, ...over })
  const waive = (over: Record<string, unknown>) => () =>
    desk().link.waive({ ...target, effective: '2012-12-31', why: 'Invented.', ...cited, ...over })
  const endWaiver = (over: Record<string, unknown>) => () =>
    desk().link.endWaiver({
      ...target,
      waiver: waiver.waiver,
      basedOn: waiver.version,
      ended: '2013-02',
      reason,
      ...over,
    })
  const state = (over: Record<string, unknown>) => () =>
    desk().commitment.record({ dossier, actor: 'eu-body', date: '2013', summary: 'S', ...cited, ...over })
  const restate = (over: Record<string, unknown>) => async () =>
    desk().commitment.correct({
      dossier,
      key: 'must-depend',
      basedOn: (await desk().commitment.desk({ dossier }))[0]?.version ?? 0,
      actor: 'eu-body',
      date: '2013',
      summary: 'Invented.',
      ...cited,
      reason,
      ...over,
    })
  const plan = (over: Record<string, unknown>) => () =>
    desk().milestone.plan({ dossier, track: 'agreement', kind: 'round', title: 'T', ...cited, ...over })
  const occur = (over: { key?: string } & Record<string, unknown>) => async () =>
    desk().milestone.occur({
      ...signed,
      basedOn: (await getMilestone(over.key)).version,
      occurred: '2013-05-31',
      ...cited,
      ...over,
    })
  const mend = (over: { key?: string } & Record<string, unknown>) => async () =>
    desk().milestone.correct({
      ...signed,
      basedOn: (await getMilestone(over.key)).version,
      kind: 'signed',
      title: 'Invented',
      ...cited,
      reason,
      ...over,
    })
  const move = (over: Record<string, unknown>) => () =>
    desk().milestone.move({ ...signed, effective: '2013', planned: '2016', ...cited, ...over })
  const cancel = (over: Record<string, unknown>) => () =>
    desk().milestone.cancel({ ...signed, effective: '2013', ...cited, ...over })
  const take = (over: Record<string, unknown>) => () =>
    people(record).analyst.uptake.record({ dossier, ref, kind: 'stated', date: '2013', ...cited, ...over })
  const without = { source: undefined, locator: undefined }
  const newSource = {
    title: 'Invented refused source',
    publisher: 'Invented',
    kind: 'media',
    date: '2013',
    language: 'en',
  } as const

  test.each([
    ["another dossier's milestone", link({ milestone: 'signed-elsewhere' }), 'not-in-dossier'],
    ['a milestone that nobody planned', link({ milestone: 'nothing' }), 'not-in-dossier'],
    ['a recommendation that nobody made', link({ recommendations: ['XX-9999-99'] }), 'not-in-dossier'],
    ["another dossier's commitment", link({ commitments: ['depends-elsewhere'] }), 'not-in-dossier'],
    ['a level of another scale', link({ required: 'B' }), 'not-a-level'],
    ['a state instead of a level', link({ required: 'not-assessed' }), 'not-a-level'],
    ['a required link without a level', link({ required: undefined }), 'BAD_REQUEST'],
    ['a level on a link that gives context', link({ role: 'context' }), 'BAD_REQUEST'],
    ['a link of nothing', link({ recommendations: [] }), 'BAD_REQUEST'],
    ['a link that is there', link({ recommendations: [ref] }), 'already-linked'],
    ['a condition of what had passed', link({ milestone: 'initialled' }), 'linked-before-issue'],
    ['a dossier that is not there', link({ dossier: 'nowhere' }), 'not-found'],
  ] as const)('linking: %s', (_, call, code) => expectRefusal(record, call, code).then(() => {}))

  test.each([
    ['a link that is not there', correct({ ref: other }), 'not-found'],
    ['an older version', correct({ basedOn: 1 }), 'record-moved-on'],
    ['a level of another scale', correct({ required: 'B' }), 'not-a-level'],
    ['an unknown commitment', correct({ commitments: ['nothing'] }), 'not-in-dossier'],
    ['a required link without a level', correct({ required: undefined }), 'BAD_REQUEST'],
    ['no reason', correct({ reason: '  ' }), 'BAD_REQUEST'],
    ['an end before the recommendation was issued', end({ ended: '2010' }), 'ends-before-it-began'],
    ['an end in the future', end({ ended: '2999' }), 'effective-in-future'],
    ['an end of an older version', end({ basedOn: 1 }), 'record-moved-on'],
    ['an end without a reason', end({ reason: '' }), 'BAD_REQUEST'],
    ['an end on a day that does not exist', end({ ended: '2013-02-30' }), 'BAD_REQUEST'],
    ['an end of a link that is not there', end({ ref: other }), 'not-found'],
  ] as const)('correcting and ending a link: %s', (_, call, code) =>
    expectRefusal(record, call, code).then(() => {}),
  )

  test.each([
    ['without a source', waive(without), 'source-missing'],
    ['with a source that is not on record', waive({ source: 'nothing' }), 'unknown-source'],
    ['without a reason', waive({ why: ' ' }), 'BAD_REQUEST'],
    ['where nothing is asked for', waive({ milestone: 'council', ref: other }), 'nothing-to-waive'],
    ['where it is waived already', waive({ effective: '2013-02' }), 'waived-already'],
    ['in the future', waive({ effective: '2999' }), 'effective-in-future'],
    ['of a link that is not there', waive({ ref: other }), 'not-found'],
    ['ended before it began', endWaiver({ ended: '2012' }), 'ends-before-it-began'],
    ['ended in the future', endWaiver({ ended: '2999' }), 'effective-in-future'],
    ['ended in an older version', endWaiver({ basedOn: 1 }), 'record-moved-on'],
    ['ended and not there', endWaiver({ waiver: 1 }), 'not-found'],
    ['ended without a reason', endWaiver({ reason: '' }), 'BAD_REQUEST'],
  ] as const)('a waiver: %s', (_, call, code) => expectRefusal(record, call, code).then(() => {}))

  test.each([
    ['with a key that is taken', state({ key: 'must-depend' }), 'key-taken'],
    ['without a source', state(without), 'source-missing'],
    ['with a source that is not on record', state({ source: 'nothing' }), 'unknown-source'],
    ['by an institution that is not there', state({ actor: 'nobody' }), 'not-in-dossier'],
    ['in the future', state({ date: '2999' }), 'effective-in-future'],
    ['in a dossier that is not there', state({ dossier: 'nowhere' }), 'not-found'],
    ['corrected in an older version', restate({ basedOn: 1 }), 'record-moved-on'],
    ['corrected and not there', restate({ key: 'depends-elsewhere' }), 'not-found'],
    ['corrected without a source', restate(without), 'source-missing'],
    ['corrected into the future', restate({ date: '2999' }), 'effective-in-future'],
    ['corrected without a reason', restate({ reason: '' }), 'BAD_REQUEST'],
  ] as const)('a commitment: %s', (_, call, code) => expectRefusal(record, call, code).then(() => {}))

  test.each([
    ['planned with a key that is taken', plan({ key: 'signed' }), 'key-taken'],
    ["planned on another dossier's track", plan({ track: 'track-elsewhere' }), 'not-in-dossier'],
    ['planned without a source', plan(without), 'source-missing'],
    ['planned in a dossier that is not there', plan({ dossier: 'nowhere' }), 'not-found'],
    ['occurs before its track was opened', occur({ occurred: '2011-06-29' }), 'occurs-before-opened'],
    ['occurs in the future', occur({ occurred: '2999' }), 'effective-in-future'],
    ['occurs again', occur({ key: 'initialled' }), 'milestone-occurred'],
    ['occurs after it was cancelled', occur({ key: 'dropped' }), 'milestone-cancelled'],
    ['occurs in an older version', occur({ basedOn: 1 }), 'record-moved-on'],
    ['occurs without a source', occur(without), 'source-missing'],
    ['corrected to before its track was opened', mend({ occurred: '2011-05' }), 'occurs-before-opened'],
    ['corrected into the future', mend({ occurred: '2999' }), 'effective-in-future'],
    ['corrected, and cancelled', mend({ key: 'dropped', occurred: '2013' }), 'milestone-cancelled'],
    ['corrected in an older version', mend({ basedOn: 1 }), 'record-moved-on'],
    ['corrected without a source', mend(without), 'source-missing'],
    ['corrected without a reason', mend({ reason: '' }), 'BAD_REQUEST'],
    ['moved after it occurred', move({ key: 'initialled' }), 'milestone-occurred'],
    ['moved after it was cancelled', move({ key: 'dropped' }), 'milestone-cancelled'],
    ['moved in the future', move({ effective: '2999' }), 'effective-in-future'],
    ['moved without a source', move(without), 'source-missing'],
    ['moved to nowhere', move({ planned: undefined }), 'BAD_REQUEST'],
    ['cancelled after it occurred', cancel({ key: 'initialled' }), 'milestone-occurred'],
    [
      'cancelled before it occurred',
      cancel({ key: 'initialled', effective: '2011-12' }),
      'milestone-occurred',
    ],
    ['cancelled twice', cancel({ key: 'dropped' }), 'milestone-cancelled'],
    ['cancelled in the future', cancel({ effective: '2999' }), 'effective-in-future'],
    ['cancelled without a source', cancel(without), 'source-missing'],
  ] as const)('a milestone: %s', (_, call, code) => expectRefusal(record, call, code).then(() => {}))

  test('a milestone does not occur before a recommendation was issued that it asks for', async () => {
    const early = await openInvented()
    try {
      const { reviewer } = people(early)
      const { version } = await reviewer.milestone.desk(signed)
      await expectRefusal(
        early,
        () => reviewer.milestone.occur({ ...signed, basedOn: version, occurred: muchEarlier, ...cited }),
        'linked-before-issue',
      )
    } finally {
      await early.close()
    }
  })

  test.each([
    ['in the future', take({ date: '2999' }), 'effective-in-future'],
    ['in a round that is not there', take({ round: 'nothing' }), 'not-in-dossier'],
    ['without a source', take(without), 'source-missing'],
    ['of a recommendation that is not there', take({ ref: 'XX-9999-99' }), 'not-found'],
    ['of no known kind', take({ kind: 'heard' }), 'BAD_REQUEST'],
  ] as const)('uptake: %s', (_, call, code) => expectRefusal(record, call, code).then(() => {}))

  test('a refused write leaves no source behind', async () => {
    const described = { source: undefined, newSource }
    await expectRefusal(record, state({ ...described, actor: 'nobody' }), 'not-in-dossier')
    await expectRefusal(record, waive({ ...described, effective: '2013-02' }), 'waived-already')
    await expectRefusal(record, occur({ ...described, key: 'dropped' }), 'milestone-cancelled')
    await expectRefusal(record, take({ ...described, round: 'nothing' }), 'not-in-dossier')
  })

  test('whoever may not write is refused before anything is looked at', async () => {
    for (const role of ['viewer', 'analyst'] as const) {
      const caller = callAs(record, anActor(role))
      await expectRefusal(
        record,
        () => caller.link.waive({ ...target, effective: '2012', why: 'Invented.', ...cited }),
        'not-allowed',
      )
    }
  })
})
