import { createUser } from '@waymark/api/accounts/accounts'
import { submitInput } from '@waymark/api/features/assessment/assessment.input'
import { publishAssessment } from '@waymark/api/features/assessment/review.command'
import { submitAssessment } from '@waymark/api/features/assessment/submit.command'
import { createRows } from '@waymark/db/bulk-insert'
import { inTransaction } from '@waymark/db/in-transaction'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { ok } from '@waymark/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listBriefingCalls } from '../src/briefing-calls.ts'
import { listCaseCalls } from '../src/case-calls.ts'
import { listCodingCalls } from '../src/coding-calls.ts'
import { listEditionCalls } from '../src/edition-calls.ts'
import { listEvidenceCalls } from '../src/evidence-calls.ts'
import { expectRefusal as refusalOf } from '../src/expect-refusal.ts'
import { aNewSource, openInvented, people } from '../src/full-record.ts'
import { type Call, listLinkageCalls } from '../src/linkage-calls.ts'
import { listMeetingCalls } from '../src/meeting-calls.ts'
import { anActor, callAs, operator, type TestRecord } from '../src/open-test-record.ts'
import { createPlaces } from '../src/places.ts'
import { buildInputs, callProcedure, procedures } from '../src/procedures.ts'
import { listRecommendationCalls } from '../src/recommendation-calls.ts'
import { getRefusal } from '../src/refusal.ts'
import { listRegisterCalls } from '../src/register-calls.ts'
import { listTableCalls } from '../src/table-calls.ts'
import { countRows, dumpText } from '../src/tables.ts'
import { listTogetherCalls } from '../src/together-calls.ts'
import { listTranslationCalls } from '../src/translation-calls.ts'
import { aSubmission, evidenceFrom, publish } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
let record: TestRecord
/** A database for each test of a group, or one for all of a group whose tests change nothing. */
function openForEach() {
  beforeEach(async () => {
    record = await openInvented()
  })
  afterEach(() => record.close())
}

const onMay = { dossier, asOf: '2013-06-30' }
const figures = async () => (await callAs(record).score.get(onMay)).overall
const getVersion = async () => (await people(record).analyst.assessment.form({ dossier, ref })).version
const submit = async (over: Parameters<typeof aSubmission>[0] = {}) =>
  people(record).analyst.assessment.submit(aSubmission({ basedOn: await getVersion(), ...over }))
const countEntries = async () => (await countRows(record)).audit_entry ?? 0

/** The procedure that an action of the audit trail comes from, where one has several: that of meetings records every kind of thing that happens in them. */
function getProcedure(action: string): string {
  if (action.startsWith('action-point.')) return 'actionPoint.record'
  if (action.startsWith('briefing-template.')) return 'briefing.setTemplate'
  if (!action.startsWith('meeting.') || action === 'meeting.create' || action === 'meeting.approved')
    return action
  if (action === 'meeting.minutes-export') return 'meeting.minutesFile'
  if (action === 'meeting.agenda-built') return 'meetingAgenda.build'
  const stages = ['opened', 'started', 'closed', 'amendments-opened']
  return stages.includes(action.slice('meeting.'.length)) ? 'meeting.stage' : 'meeting.record'
}

const expectRefusal = (call: () => Promise<unknown>, code: string) => refusalOf(record, call, code)

async function allowSelfPublication() {
  await inTransaction(record.db.app, operator, async (w) => {
    const before = await w.trx
      .selectFrom('dossier')
      .selectAll()
      .where('key', '=', dossier)
      .executeTakeFirstOrThrow()
    const id = await w.reserveIds(1)
    const row = {
      ...before,
      id,
      supersedes_id: before.id,
      reason: 'Allowed.',
      self_publication: true,
      entry: w.entry,
      recorded_at: w.recordedAt,
    }
    await createRows(w.trx, 'dossier', [row])
    return ok({
      value: null,
      account: { action: 'dossier.change', subject: { kind: 'dossier', dossier, key: dossier } },
    })
  })
}

describe('the way of an assessment', () => {
  openForEach()

  test('submitted it changes no figure; published it changes distribution, coverage, interval, page and gate', async () => {
    const before = await figures()
    const pageBefore = await callAs(record).recommendation.get({ ...onMay, ref })
    const { id } = await submit()
    expect(await figures()).toEqual(before)
    expect(await callAs(record).recommendation.get({ ...onMay, ref })).toEqual(pageBefore)
    await people(record).reviewer.assessment.publish({ dossier, id, basedOn: await getVersion() })
    const after = await figures()
    expect(after.distribution).toEqual({
      ...before.distribution,
      limited: before.distribution.limited - 1,
      substantial: 1,
    })
    expect(after.index?.low).toBeGreaterThan(before.index?.low ?? 0)
    const page = await callAs(record).recommendation.get({ ...onMay, ref })
    expect(page.standing).toEqual({ kind: 'known', level: 'substantial', contrary: false })
    expect(page.direction).toBe('advanced')
    expect(page.history).toHaveLength(pageBefore.history.length + 1)
    expect([pageBefore.gates[0]?.state, page.gates[0]?.state]).toEqual(['unmet', 'met'])
  })

  test('returned with a comment it goes back to its author and counts nowhere', async () => {
    const before = await figures()
    const { id } = await submit()
    const { analyst, reviewer } = people(record)
    expect((await reviewer.assessment.queue({ dossier })).toReview.map((one) => one.id)).toEqual([id])
    await reviewer.assessment.return({ dossier, id, comment: 'Invented: name the page.' })
    const queue = await analyst.assessment.queue({ dossier })
    expect(queue.returnedToMe.map((one) => [one.id, one.comment])).toEqual([[id, 'Invented: name the page.']])
    expect((await reviewer.assessment.queue({ dossier })).toReview).toEqual([])
    expect(await figures()).toEqual(before)
    await expectRefusal(
      async () => reviewer.assessment.publish({ dossier, id, basedOn: await getVersion() }),
      'not-awaiting-review',
    )
    await submit({ rationale: 'Invented: page named.' })
    expect((await analyst.assessment.queue({ dossier })).returnedToMe).toEqual([])
  })

  test('returning needs a comment', async () => {
    const { id } = await submit()
    const { reviewer } = people(record)
    for (const comment of ['', '   '])
      await expectRefusal(() => reviewer.assessment.return({ dossier, id, comment }), 'BAD_REQUEST')
  })

  test('its author alone may take it back before review', async () => {
    const { id } = await submit()
    const other = callAs(record, anActor('analyst', 'other'))
    await expectRefusal(() => other.assessment.retract({ dossier, id }), 'not-found')
    await people(record).analyst.assessment.retract({ dossier, id })
    await expectRefusal(
      async () => people(record).reviewer.assessment.publish({ dossier, id, basedOn: await getVersion() }),
      'not-awaiting-review',
    )
    await expectRefusal(
      () => people(record).analyst.assessment.retract({ dossier, id }),
      'not-awaiting-review',
    )
  })

  test('withdrawn it counts nowhere from then on; the row stays and is told as withdrawn', async () => {
    const before = await figures()
    const id = await publish(people(record))
    const knownAt = (await callAs(record).dossier.frame({ dossier })).changedAt
    const { reviewer } = people(record)
    await expectRefusal(
      async () => reviewer.assessment.withdraw({ dossier, id, basedOn: await getVersion(), reason: ' ' }),
      'BAD_REQUEST',
    )
    await reviewer.assessment.withdraw({
      dossier,
      id,
      basedOn: await getVersion(),
      reason: 'Invented reason.',
    })
    expect(await figures()).toEqual(before)
    expect((await callAs(record).score.get({ ...onMay, knownAt })).overall.distribution.substantial).toBe(1)
    const { history } = await callAs(record).recommendation.get({ ...onMay, ref })
    expect(history.map((one) => one.fate)).toEqual(['withdrawn', 'stands'])
    await expectRefusal(
      async () =>
        reviewer.assessment.withdraw({ dossier, id, basedOn: await getVersion(), reason: 'Again.' }),
      'already-superseded',
    )
  })

  test('corrected it is replaced by a row that names it and says why; what was known before can still be asked for', async () => {
    const id = await publish(people(record))
    const knownAt = (await callAs(record).dossier.frame({ dossier })).changedAt
    await publish(people(record), { level: 'some', supersedes: id, reason: 'Invented: misread.' })
    const now = await callAs(record).recommendation.get({ ...onMay, ref })
    expect([now.current?.finding.level, now.current?.correctionReason]).toEqual([
      'some',
      'Invented: misread.',
    ])
    expect(now.history.map((one) => one.fate)).toEqual(['stands', 'corrected', 'stands'])
    expect((await callAs(record).recommendation.get({ ...onMay, ref, knownAt })).current?.finding.level).toBe(
      'substantial',
    )
    await expectRefusal(() => submit({ supersedes: id, reason: 'Invented: again.' }), 'already-superseded')
    await expectRefusal(() => submit({ supersedes: id }), 'BAD_REQUEST')
    await expectRefusal(() => submit({ reason: 'Of what?' }), 'BAD_REQUEST')
  })

  test('an assessment of a progress step moves the step and not the recommendation', async () => {
    const before = await figures()
    await publish(people(record), { step: 'law', level: 'full' })
    expect(await figures()).toEqual(before)
    const page = await callAs(record).recommendation.get({ ...onMay, ref })
    expect(page.steps.find((one) => one.key === 'law')?.standing).toEqual({
      kind: 'known',
      level: 'full',
      contrary: false,
    })
  })
})

describe('four eyes', () => {
  openForEach()

  test('nobody publishes an assessment of their own, whatever their role', async () => {
    for (const role of ['reviewer', 'administrator'] as const) {
      const own = people(record)[role]
      const { id } = await own.assessment.submit(aSubmission({ basedOn: await getVersion() }))
      await expectRefusal(
        async () => own.assessment.publish({ dossier, id, basedOn: await getVersion() }),
        'own-assessment',
      )
      expect((await own.assessment.review({ dossier, id })).obstacle).toBe('own-assessment')
    }
  })

  test('where the dossier allows self-publication it goes through, and the record says so', async () => {
    await allowSelfPublication()
    const own = people(record).reviewer
    const { id } = await own.assessment.submit(aSubmission({ basedOn: await getVersion() }))
    await own.assessment.publish({ dossier, id, basedOn: await getVersion() })
    const { assessments } = await own.assessment.history({ dossier, ref })
    expect(assessments.find((one) => one.id === id)).toMatchObject({
      workflow: 'published',
      selfPublished: true,
    })
    expect((await own.audit.list({ dossier })).entries[0]?.after).toMatchObject({ selfPublished: true })
    expect(await verifyChain(record.db.app)).toMatchObject({ ok: true })
  })

  test('a publication by another is not called self-published', async () => {
    const id = await publish(people(record))
    const { assessments } = await people(record).analyst.assessment.history({ dossier, ref })
    expect(assessments.find((one) => one.id === id)).toMatchObject({
      selfPublished: false,
      reviewer: 'Synthetic reviewer',
      author: 'Synthetic analyst',
    })
  })
})

describe('a version that is no longer the latest', () => {
  openForEach()

  test('is refused on submission, with both versions, and nothing changes', async () => {
    const seen = await getVersion()
    const id = await publish(people(record), { level: 'some' })
    const refusal = await expectRefusal(() => submit({ basedOn: seen }), 'record-moved-on')
    expect(refusal).toMatchObject({
      status: 'CONFLICT',
      conflict: { version: seen + 1, current: { id, finding: { level: 'some' } } },
    })
  })

  test('is refused on publication and on withdrawal, with what is on record now', async () => {
    const first = await publish(people(record), { level: 'some' })
    const seen = await getVersion()
    const { id } = await submit()
    const second = await publish(people(record), { level: 'none' })
    const { reviewer } = people(record)
    expect((await reviewer.assessment.review({ dossier, id })).movedOn).toBe(true)
    for (const call of [
      () => reviewer.assessment.publish({ dossier, id, basedOn: seen }),
      () => reviewer.assessment.withdraw({ dossier, id: first, basedOn: seen, reason: 'Invented.' }),
    ])
      expect((await expectRefusal(call, 'record-moved-on')).conflict).toMatchObject({
        version: seen + 1,
        current: { id: second },
      })
  })

  test('of two publications at the same moment one wins and the other is told that the record moved on', async () => {
    const [a, b] = [await submit({ level: 'some' }), await submit({ level: 'none' })]
    const basedOn = await getVersion()
    const outcomes = await Promise.all(
      [a, b].map(({ id }, i) =>
        getRefusal(
          callAs(record, anActor('reviewer', `reviewer-${i}`)).assessment.publish({ dossier, id, basedOn }),
        ),
      ),
    )
    expect(outcomes.map((one) => one.code).sort()).toEqual(['accepted', 'record-moved-on'])
    expect(await getVersion()).toBe(basedOn + 1)
  })

  test('of twenty publications of one assessment at the same moment one wins', async () => {
    const { id } = await submit()
    const basedOn = await getVersion()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        getRefusal(
          callAs(record, anActor('reviewer', `reviewer-${i}`)).assessment.publish({ dossier, id, basedOn }),
        ),
      ),
    )
    expect(outcomes.filter((one) => one.code === 'accepted')).toHaveLength(1)
    expect(new Set(outcomes.map((one) => one.code))).toEqual(new Set(['accepted', 'not-awaiting-review']))
    expect((await countRows(record)).publication).toBe(4)
  })

  test('of a draft: the later of two windows is told, and what the first typed is kept', async () => {
    const { analyst } = people(record)
    const target = { dossier, ref }
    await analyst.assessment.saveDraft({ ...target, rev: 0, content: { rationale: 'first' } })
    await expectRefusal(
      () => analyst.assessment.saveDraft({ ...target, rev: 0, content: { rationale: 'second' } }),
      'draft-moved-on',
    )
    expect((await analyst.assessment.form(target)).draft).toMatchObject({
      rev: 1,
      content: { rationale: 'first' },
    })
    const other = callAs(record, anActor('analyst', 'other'))
    expect((await other.assessment.form(target)).draft).toBe(null)
  })
})

describe('what may be asserted', () => {
  beforeAll(async () => {
    record = await openInvented()
  })
  afterAll(() => record.close())

  test('nothing without evidence: neither by the form nor by the command nor at publication', async () => {
    await expectRefusal(() => submit({ evidence: [] }), 'BAD_REQUEST')
    const bare = { ...submitInput.parse(aSubmission()), evidence: [], basedOn: await getVersion() }
    const act = { kind: 'user', id: 'analyst', name: 'Synthetic analyst' } as const
    expect(await submitAssessment(record.db.app, act, bare)).toMatchObject({
      ok: false,
      error: { code: 'evidence-missing' },
    })
    const { id } = await submit()
    await record.query('delete from waymark.evidence where assessment_id = $1', [id])
    const by = { kind: 'user', id: 'reviewer', name: 'Synthetic reviewer' } as const
    expect(
      await publishAssessment(record.db.app, by, { dossier, id, basedOn: await getVersion() }),
    ).toMatchObject({ ok: false, error: { code: 'evidence-missing' } })
  })

  test.each([
    [
      'a draft law counts for no more than limited progress',
      { level: 'some', evidence: evidenceFrom('briefing').map((one) => ({ ...one, kind: 'draft-law' })) },
      'draft-law-caps-at-limited',
    ],
    [
      'full implementation needs two independent origins',
      { level: 'full', evidence: evidenceFrom('briefing').slice(0, 1) },
      'full-needs-two-origins',
    ],
    ['a finding of the future is refused', { effective: '2999-01' }, 'effective-in-future'],
    ['a source must be on record', { evidence: evidenceFrom('nothing') }, 'unknown-source'],
    ['a step must be on record', { step: 'nothing' }, 'unknown-step'],
    ['a rationale must say something', { rationale: ' \n ' }, 'BAD_REQUEST'],
    [
      'contrary goes with a level',
      { level: undefined, state: 'no-information', contrary: true },
      'BAD_REQUEST',
    ],
    ['a level or a state, not both', { state: 'no-information' }, 'BAD_REQUEST'],
    ['an effective date that exists', { effective: '2013-02-30' }, 'BAD_REQUEST'],
  ] as const)('%s', async (_, over, code) => {
    await expectRefusal(() => submit(over as never), code)
  })

  test('a recommendation that is not there is not found', async () => {
    await expectRefusal(() => submit({ ref: 'XX-9999-99' }), 'not-found')
    await expectRefusal(() => submit({ dossier: 'nowhere' }), 'not-found')
  })
})

describe('a new source', () => {
  openForEach()

  test('stays private until a published finding rests on it', async () => {
    const listed = async () => (await callAs(record).source.list({ dossier, q: 'Invented article' })).total
    const visible = async () =>
      (
        await record.db.public
          .selectFrom('source')
          .select('title')
          .where('title', '=', 'Invented article')
          .execute()
      ).length
    const { id } = await submit({ evidence: [aNewSource(), ...evidenceFrom('briefing')] })
    expect([await listed(), await visible()]).toEqual([0, 0])
    expect((await people(record).analyst.source.choices({ dossier })).map((one) => one.title)).toContain(
      'Invented article',
    )
    const knownAt = new Date().toISOString()
    await people(record).reviewer.assessment.publish({ dossier, id, basedOn: await getVersion() })
    expect([await listed(), await visible()]).toEqual([1, 1])
    expect((await callAs(record).source.list({ dossier, q: 'Invented article', knownAt })).total).toBe(0)
    // The same source described again is the same source.
    await submit({ evidence: [aNewSource()] })
    expect(
      (await people(record).analyst.source.choices({ dossier })).filter(
        (one) => one.title === 'Invented article',
      ),
    ).toHaveLength(1)
  })
})

describe('the audit trail', () => {
  openForEach()

  test('has exactly one entry for each call of each changing procedure, and names who did what', async () => {
    const { analyst, reviewer, administrator } = people(record)
    const target = { dossier, ref }
    const user = await createUser(record.auth, operator, {
      email: 'one@waymark.example.org',
      name: 'One',
      password: 'a synthetic password',
      role: 'analyst',
    })
    const userId = user.ok ? user.value.id : ''
    let id = 0
    const calls: Call[] = [
      [
        'draft.save',
        'analyst',
        () => analyst.assessment.saveDraft({ ...target, rev: 0, content: { a: 'b' } }),
      ],
      ['draft.discard', 'analyst', () => analyst.assessment.discardDraft(target)],
      ['assessment.submit', 'analyst', async () => (id = (await submit()).id)],
      [
        'assessment.return',
        'reviewer',
        () => reviewer.assessment.return({ dossier, id, comment: 'Invented.' }),
      ],
      ['assessment.submit', 'analyst', async () => (id = (await submit()).id)],
      ['assessment.retract', 'analyst', () => analyst.assessment.retract({ dossier, id })],
      ['assessment.submit', 'analyst', async () => (id = (await submit()).id)],
      [
        'assessment.publish',
        'reviewer',
        async () => reviewer.assessment.publish({ dossier, id, basedOn: await getVersion() }),
      ],
      [
        'assessment.withdraw',
        'reviewer',
        async () =>
          reviewer.assessment.withdraw({ dossier, id, basedOn: await getVersion(), reason: 'Invented.' }),
      ],
      [
        'user.set-role',
        'administrator',
        () => administrator.user.setRole({ id: userId, rev: 1, role: 'reviewer' }),
      ],
      [
        'user.disable',
        'administrator',
        () => administrator.user.setDisabled({ id: userId, rev: 2, disabled: true }),
      ],
      ...listLinkageCalls(record),
      ...listCaseCalls(record),
      ...listCodingCalls(record),
      ...listEvidenceCalls(record),
      ...listTogetherCalls(record),
      ...listTableCalls(record),
      ...listRegisterCalls(record),
      ...listTranslationCalls(record),
      ...listRecommendationCalls(record),
      ...listEditionCalls(record),
      ...listMeetingCalls(record),
      ...listBriefingCalls(record),
    ]
    for (const [action, actor, call] of calls) {
      const before = await countEntries()
      await call()
      expect([action, await countEntries()]).toEqual([action, before + 1])
      const [entry] = (await reviewer.audit.list({})).entries
      expect([entry?.action, entry?.actor.id]).toEqual([action, actor])
    }
    // What the machine observes by itself has no entry, and neither has a look at a file that writes nothing.
    const observations = ['presence.beat', 'translation.check']
    const mutations = Object.entries(procedures).filter(
      ([path, { type }]) => type === 'mutation' && !observations.includes(path),
    )
    // A changing procedure that is added to the router must be added here.
    expect(new Set(calls.map(([action]) => getProcedure(action))).size).toBe(mutations.length)
    expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
  })

  test('a change to what already is writes nothing and has no entry', async () => {
    const before = await dumpText(record)
    expect(await people(record).analyst.assessment.discardDraft({ dossier, ref })).toEqual({
      discarded: false,
    })
    expect(await dumpText(record)).toBe(before)
  })

  test('a write whose audit entry fails is not kept, whatever the write', async () => {
    const { id } = await submit()
    const published = await publish(people(record), { effective: '2013-01' })
    const { analyst, reviewer } = people(record)
    const basedOn = await getVersion()
    await record.query('revoke insert on waymark.audit_entry from waymark_app')
    const before = await dumpText(record)
    const calls = [
      () => analyst.assessment.saveDraft({ dossier, ref, rev: 0, content: { a: 'b' } }),
      () => analyst.assessment.submit(aSubmission({ basedOn })),
      () => analyst.assessment.retract({ dossier, id }),
      () => reviewer.assessment.return({ dossier, id, comment: 'Invented.' }),
      () => reviewer.assessment.publish({ dossier, id, basedOn }),
      () => reviewer.assessment.withdraw({ dossier, id: published, basedOn, reason: 'Invented.' }),
    ]
    for (const call of calls) {
      expect((await getRefusal(call())).code).toBe('INTERNAL_SERVER_ERROR')
      expect(await dumpText(record)).toBe(before)
    }
    await record.query('grant insert on waymark.audit_entry to waymark_app')
    for (const call of calls.slice(0, 2)) expect((await getRefusal(call())).code).toBe('accepted')
  })

  test('the same of commitments, links, milestones and uptake', async () => {
    const inputs = buildInputs(await createPlaces(record))
    const writes = Object.keys(procedures).filter(
      (path) => /^(commitment|link|milestone|uptake)\./.test(path) && procedures[path]?.type === 'mutation',
    )
    expect(writes).toHaveLength(listLinkageCalls(record).length)
    const call = (path: string) => getRefusal(callProcedure(people(record).administrator, path, inputs[path]))
    await record.query('revoke insert on waymark.audit_entry from waymark_app')
    const before = await dumpText(record)
    for (const path of writes) {
      expect([path, (await call(path)).code]).toEqual([path, 'INTERNAL_SERVER_ERROR'])
      expect(await dumpText(record)).toBe(before)
    }
    await record.query('grant insert on waymark.audit_entry to waymark_app')
    expect((await call('link.create')).code).toBe('accepted')
  })

  test('rows written without an entry are refused by the transaction itself', async () => {
    const before = await dumpText(record)
    const write = inTransaction(record.db.app, operator, async (w) => {
      const [track] = await w.trx.selectFrom('track').selectAll().execute()
      const id = await w.reserveIds(1)
      await createRows(w.trx, 'track', [{ ...track, id, root_id: id, key: 'smuggled', entry: w.entry }])
      return ok({ value: null, account: null })
    })
    await expect(write).rejects.toThrow('without an account')
    expect(await dumpText(record)).toBe(before)
  })
})
