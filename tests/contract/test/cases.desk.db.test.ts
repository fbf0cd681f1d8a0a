import { verifyChain } from '@waymark/db/queries/audit.query'
import { aCase } from '@waymark/kit/builders'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aNewCase, createProposed } from '../src/case-calls.ts'
import { expectRefusal as refusalOf } from '../src/expect-refusal.ts'
import { aFullFile, openInvented, people } from '../src/full-record.ts'
import { anActor, type Caller, callAs, importFile, type TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { dumpText } from '../src/tables.ts'

const dossier = 'invented'
const reason = 'Invented reason.'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const expectRefusal = (call: () => Promise<unknown>, code: string) => refusalOf(record, call, code)
/** What readers are shown of a case, but for its address, which is made of its number and says nothing. */
async function getShown(key: string) {
  const { cases } = await callAs(record).case.list({ dossier })
  const found = cases.find((one) => one.key === key)
  if (found === undefined) return null
  const { address: _, ...shown } = found
  return shown
}
const second = () => callAs(record, anActor('reviewer', 'second'))
const { sensitivity: _, ...content } = aNewCase()

/** A case that two people made public. */
async function publishCase(over: Parameters<typeof aNewCase>[0] = {}) {
  const { analyst, reviewer } = people(record)
  const { key, proposal } = await createProposed(analyst, over)
  await reviewer.case.approve({ dossier, key, proposal })
  return key
}

describe('a case becomes public by two people', () => {
  test('what the second person was shown is what readers then see, field by field', async () => {
    const { analyst, reviewer } = people(record)
    const { key } = await analyst.case.create(aNewCase({ summary: 'Invented: to be told.' }))
    const status = {
      status: 'detained',
      date: '2012-06',
      source: 'briefing',
      note: 'Invented note.',
    } as const
    await analyst.case.recordStatus({ dossier, key, ...status })
    const { version } = await analyst.case.get({ dossier, key })
    await analyst.case.propose({ dossier, key, basedOn: version, change: 'publish' })
    expect(await getShown(key)).toBeNull()
    const { proposal } = await reviewer.case.get({ dossier, key })
    expect(proposal).toMatchObject({ change: 'publish', mine: false, now: null })
    await reviewer.case.approve({ dossier, key, proposal: proposal?.id ?? 0 })
    expect(await getShown(key)).toEqual(proposal?.after)
    expect(await getShown(key)).toMatchObject({
      name: 'An invented person',
      summary: 'Invented: to be told.',
    })
    expect((await analyst.case.get({ dossier, key })).proposal).toBeNull()
  })

  test('whoever proposed does not approve, whatever their role; nor do analysts', async () => {
    const { analyst, reviewer, administrator } = people(record)
    for (const caller of [reviewer, administrator]) {
      const { key, proposal } = await createProposed(caller)
      await expectRefusal(() => caller.case.approve({ dossier, key, proposal }), 'four-eyes')
      await expectRefusal(() => caller.case.refuse({ dossier, key, proposal, comment: 'x' }), 'four-eyes')
      await expectRefusal(() => analyst.case.approve({ dossier, key, proposal }), 'not-allowed')
    }
  })

  test('without a basis of consent it is refused, and so is a real name in what would be shown', async () => {
    const { analyst } = people(record)
    const propose = async (over: Parameters<typeof aNewCase>[0]) => {
      const { key } = await analyst.case.create(aNewCase(over))
      const { version } = await analyst.case.get({ dossier, key })
      return analyst.case.propose({ dossier, key, basedOn: version, change: 'publish' })
    }
    expect((await getRefusal(propose({ consentBasis: undefined }))).code).toBe('consent-missing')
    expect((await getRefusal(propose({ summary: 'Invented: said of FICTITIOUS.' }))).code).toBe(
      'real-name-shown',
    )
    expect((await getRefusal(propose({ realName: 'Ойдан Шығарылған', publicName: 'шығарылған' }))).code).toBe(
      'real-name-shown',
    )
  })

  test('a proposal lapses when the case changes after it: nobody has seen what would be shown', async () => {
    const { analyst, reviewer } = people(record)
    const changes: ((key: string) => Promise<unknown>)[] = [
      (key) =>
        analyst.case.recordStatus({ dossier, key, status: 'released', date: '2012', source: 'briefing' }),
      async (key) => {
        const { version } = await analyst.case.get({ dossier, key })
        return analyst.case.correct({ ...content, dossier, key, basedOn: version, summary: 'Other.', reason })
      },
    ]
    for (const change of changes) {
      const { key, proposal } = await createProposed(analyst)
      await change(key)
      await expectRefusal(() => reviewer.case.approve({ dossier, key, proposal }), 'not-proposed')
      expect(await getShown(key)).toBeNull()
    }
  })

  test('refused, taken back or decided, it cannot be approved any more', async () => {
    const { analyst, reviewer } = people(record)
    const decisions: ((t: { dossier: string; key: string; proposal: number }) => Promise<unknown>)[] = [
      (t) => reviewer.case.refuse({ ...t, comment: 'Invented comment.' }),
      (t) => analyst.case.retract(t),
    ]
    for (const decide of decisions) {
      const { key, proposal } = await createProposed(analyst)
      await expectRefusal(
        () => callAs(record, anActor('analyst', 'other')).case.retract({ dossier, key, proposal }),
        'not-found',
      )
      await decide({ dossier, key, proposal })
      await expectRefusal(() => reviewer.case.approve({ dossier, key, proposal }), 'not-proposed')
      expect(await getShown(key)).toBeNull()
    }
  })
})

describe('a case that is public', () => {
  test('is changed by two people as well: each kind of change waits, and is then shown as it was previewed', async () => {
    const { analyst, reviewer } = people(record)
    const key = await publishCase()
    const target = { dossier, key }
    const status = { status: 'detained', date: '2012-06', source: 'briefing' } as const
    const getEntry = async () => {
      const [one] = (await analyst.case.get(target)).statuses
      return { ...target, entry: one?.entry ?? 0, basedOn: one?.version ?? 0, reason }
    }
    const changes: (() => Promise<unknown>)[] = [
      () => analyst.case.recordStatus({ ...target, ...status }),
      async () =>
        analyst.case.correctStatus({
          ...(await getEntry()),
          ...status,
          status: 'released',
          note: 'Invented.',
        }),
      async () => {
        const { version } = await analyst.case.get(target)
        return analyst.case.correct({
          ...target,
          basedOn: version,
          ...content,
          summary: 'Invented anew.',
          reason,
        })
      },
      async () => analyst.case.voidStatus(await getEntry()),
    ]
    for (const change of changes) {
      const before = await getShown(key)
      expect(await change()).toEqual({ key, waits: true })
      expect(await getShown(key)).toEqual(before)
      const { proposal } = await reviewer.case.get(target)
      expect(proposal?.now).toEqual(before)
      await expectRefusal(change, 'proposed-already')
      await reviewer.case.approve({ ...target, proposal: proposal?.id ?? 0 })
      expect(await getShown(key)).toEqual(proposal?.after)
      expect(await getShown(key)).not.toEqual(before)
    }
  })

  test('is made internal by one person at once, in all its past; what was said meanwhile is not shown when it is public again', async () => {
    const { analyst } = people(record)
    const key = await publishCase({ summary: 'Said first.' })
    const target = { dossier, key }
    const { version } = await analyst.case.get(target)
    await analyst.case.restrict({ ...target, basedOn: version, sensitivity: 'internal', reason })
    const hidden = JSON.stringify(
      await callAs(record).case.list({ dossier, knownAt: '2099-01-01T00:00:00Z' }),
    )
    expect(hidden).not.toContain(key)
    const correct = async (summary: string) => {
      const { version: basedOn } = await analyst.case.get(target)
      await analyst.case.correct({ ...target, basedOn, ...content, summary, reason })
    }
    await correct('Said in between.')
    await analyst.case.recordStatus({
      ...target,
      status: 'detained',
      date: '2012',
      source: 'briefing',
      note: 'Note one.',
    })
    const [status] = (await analyst.case.get(target)).statuses
    await analyst.case.correctStatus({
      ...target,
      entry: status?.entry ?? 0,
      basedOn: status?.version ?? 0,
      ...{ status: 'released', date: '2012', source: 'briefing', note: 'Note two.', reason },
    })
    await correct('Said last.')
    const { version: basedOn } = await analyst.case.get(target)
    await analyst.case.propose({ ...target, basedOn, change: 'publish' })
    const { proposal } = await second().case.get(target)
    await second().case.approve({ ...target, proposal: proposal?.id ?? 0 })
    const rows = await record.query<{ row: string }>(
      `select t::text as row from public_record.case_record t union all select t::text from public_record.case_status t`,
    )
    const text = rows.map(({ row }) => row).join('\n')
    for (const gone of ['Said first.', 'Said in between.', 'Note one.']) expect(text).not.toContain(gone)
    for (const shown of ['Said last.', 'Note two.']) expect(text).toContain(shown)
    expect((await callAs(record).case.list({ dossier })).cases.filter((one) => one.key === key)).toHaveLength(
      1,
    )
  })

  test('an import leaves internal what the desk made internal, also when the file changed', async () => {
    const { analyst } = people(record)
    const key = 'invented-outlet'
    const { version } = await analyst.case.get({ dossier, key })
    await analyst.case.restrict({ dossier, key, basedOn: version, sensitivity: 'internal', reason })
    const file = aFullFile()
    expect((await importFile(record, file)).corrected).toBe(0)
    expect(await getShown(key)).toBeNull()
    const cases = file.cases.map((one) =>
      one.key === key ? { ...one, summary: 'Changed in the file.' } : one,
    )
    await importFile(record, { ...file, cases })
    expect((await analyst.case.get({ dossier, key })).summary).toBe('Changed in the file.')
    expect(await getShown(key)).toBeNull()
  })
})

describe('a confidential case', () => {
  test('is for analysts as one that is not there: every procedure answers byte for byte the same', async () => {
    const { reviewer } = people(record)
    const { key } = await reviewer.case.create(aNewCase({ sensitivity: 'confidential' }))
    await reviewer.case.recordStatus({ dossier, key, status: 'detained', date: '2012', source: 'briefing' })
    const { version, statuses } = await reviewer.case.get({ dossier, key })
    await reviewer.case.propose({ dossier, key, basedOn: version, change: 'publish' })
    const { proposal } = await reviewer.case.get({ dossier, key })
    const { analyst } = people(record)
    const calls = (k: string) => {
      const target = { dossier, key: k }
      const entry = { entry: statuses[0]?.entry ?? 0, basedOn: statuses[0]?.version ?? 0 }
      const status = { status: 'released', date: '2012', source: 'briefing' } as const
      return [
        () => analyst.case.get(target),
        () => analyst.case.correct({ ...target, basedOn: version, ...content, reason }),
        () => analyst.case.recordStatus({ ...target, ...status }),
        () => analyst.case.correctStatus({ ...target, ...entry, ...status, reason }),
        () => analyst.case.voidStatus({ ...target, ...entry, reason }),
        () => analyst.case.restrict({ ...target, basedOn: version, sensitivity: 'internal', reason }),
        () => analyst.case.propose({ ...target, basedOn: version, change: 'unseal' }),
        () => analyst.case.retract({ ...target, proposal: proposal?.id ?? 0 }),
      ]
    }
    const there = calls(key)
    const absent = calls('case-0000000000')
    for (const [i, call] of there.entries()) {
      const answer = await getRefusal(call())
      expect(answer.code).not.toBe('accepted')
      expect(JSON.stringify(answer)).toBe(
        JSON.stringify(await getRefusal(absent[i]?.() ?? Promise.resolve())),
      )
    }
    expect(JSON.stringify(await analyst.case.desk({ dossier }))).not.toContain(key)
    await expectRefusal(() => analyst.case.create(aNewCase({ sensitivity: 'confidential' })), 'not-allowed')
  })

  test('does not tell of itself by a source that nothing else rests on', async () => {
    const { reviewer, analyst } = people(record)
    const { key } = await reviewer.case.create(aNewCase({ sensitivity: 'confidential' }))
    const newSource = {
      title: 'Secretive ruling',
      publisher: 'Invented',
      kind: 'media',
      date: '2012',
      language: 'en',
    } as const
    await reviewer.case.recordStatus({ dossier, key, status: 'detained', date: '2012', newSource })
    const find = async (caller: Caller) =>
      (await caller.source.choices({ dossier })).filter((one) => one.title === newSource.title)
    expect(await find(reviewer)).toHaveLength(1)
    expect(await find(analyst)).toHaveLength(0)
    const own = await analyst.case.create(aNewCase())
    await analyst.case.recordStatus({ dossier, key: own.key, status: 'detained', date: '2012', newSource })
    expect(await find(analyst)).toHaveLength(1)
  })

  test('becomes internal by two people only', async () => {
    const { reviewer, analyst } = people(record)
    const { key } = await reviewer.case.create(aNewCase({ sensitivity: 'confidential' }))
    const { version } = await reviewer.case.get({ dossier, key })
    await expectRefusal(
      () => reviewer.case.restrict({ dossier, key, basedOn: version, sensitivity: 'internal', reason }),
      'record-moved-on',
    )
    await reviewer.case.propose({ dossier, key, basedOn: version, change: 'unseal' })
    const { proposal } = await second().case.get({ dossier, key })
    await second().case.approve({ dossier, key, proposal: proposal?.id ?? 0 })
    expect((await analyst.case.get({ dossier, key })).sensitivity).toBe('internal')
    expect(await getShown(key)).toBeNull()
  })
})

test('erased by two people, nothing personal is left of a case in any table, and the chain still verifies', async () => {
  const { analyst } = people(record)
  const gone = [
    'Evanescent Pseudonym',
    'Transient Realname',
    'Ephemeral summary',
    'Fleeting note',
    'Vanishing reason',
  ]
  const key = await publishCase({
    publicName: gone[0] ?? '',
    realName: gone[1] ?? '',
    summary: gone[2] ?? '',
  })
  const target = { dossier, key }
  await analyst.case.recordStatus({
    ...target,
    status: 'detained',
    date: '2012',
    source: 'briefing',
    note: gone[3] ?? '',
  })
  const approve = async () => {
    const { proposal } = await second().case.get(target)
    await second().case.approve({ ...target, proposal: proposal?.id ?? 0 })
  }
  await approve()
  const { version } = await analyst.case.get(target)
  await analyst.case.restrict({ ...target, basedOn: version, sensitivity: 'internal', reason: gone[4] ?? '' })
  const there = await dumpText(record)
  for (const text of gone) expect(there).toContain(text)
  const { version: basedOn } = await analyst.case.get(target)
  await analyst.case.propose({ ...target, basedOn, change: 'erase' })
  await approve()
  const left = await dumpText(record)
  for (const text of gone) expect(left).not.toContain(text)
  await expectRefusal(() => analyst.case.get(target), 'not-found')
  expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
})

test('the audit trail names no case: keys, ids and hashes only', async () => {
  const rows = await record.query<{ row: string }>(
    `select t::text as row from waymark.audit_entry t where subject_kind = 'case'`,
  )
  expect(rows.length).toBeGreaterThan(30)
  const text = rows.map(({ row }) => row).join('\n')
  for (const said of ['invented person', 'Fictitious', 'Said', 'Note', 'Invented consent'])
    expect(text).not.toContain(said)
})

describe('one account alone, whatever it calls and in whatever order', () => {
  type Step = (caller: Caller, key: string) => Promise<unknown>
  const get = (caller: Caller, key: string) => caller.case.get({ dossier, key })
  const based = async (caller: Caller, key: string) => ({
    dossier,
    key,
    basedOn: (await get(caller, key)).version,
  })
  const proposal = async (caller: Caller, key: string) => ({
    dossier,
    key,
    proposal: (await get(caller, key)).proposal?.id ?? 0,
  })
  const steps: Readonly<Record<string, Step>> = {
    publish: async (c, k) => c.case.propose({ ...(await based(c, k)), change: 'publish' }),
    unseal: async (c, k) => c.case.propose({ ...(await based(c, k)), change: 'unseal' }),
    approve: async (c, k) => c.case.approve(await proposal(c, k)),
    refuse: async (c, k) => c.case.refuse({ ...(await proposal(c, k)), comment: 'Invented.' }),
    retract: async (c, k) => c.case.retract(await proposal(c, k)),
    correct: async (c, k) => c.case.correct({ ...(await based(c, k)), ...content, reason }),
    status: (c, k) =>
      c.case.recordStatus({ dossier, key: k, status: 'detained', date: '2012', source: 'briefing' }),
    seal: async (c, k) => c.case.restrict({ ...(await based(c, k)), sensitivity: 'confidential', reason }),
    internal: async (c, k) => c.case.restrict({ ...(await based(c, k)), sensitivity: 'internal', reason }),
  }
  const names = Object.keys(steps)

  test('makes no case public: every two steps with an approval after them, and forty ways of four; with a second person it works', async () => {
    const { administrator, reviewer } = people(record)
    const before = (await callAs(record).case.list({ dossier })).cases.length
    const run = async (path: readonly string[]) => {
      const { key } = await administrator.case.create(aNewCase())
      for (const name of path) await getRefusal(steps[name]?.(administrator, key) ?? Promise.resolve())
      return key
    }
    const all = names.flatMap((a) => names.map((b) => [a, b]))
    let tried = 0
    for (const path of all) {
      await run([...path, 'approve'])
      tried++
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 4 }), async (path) => {
        await run(path)
        tried++
      }),
      { numRuns: 40 },
    )
    expect(tried).toBeGreaterThanOrEqual(120)
    expect((await callAs(record).case.list({ dossier })).cases).toHaveLength(before)
    // The way is there: only the second person was missing.
    const key = await run(['correct', 'status', 'publish'])
    await steps.approve?.(reviewer, key)
    expect(await getShown(key)).not.toBeNull()
  }, 240_000)
})

test('a case of a file keeps its statuses and words when the desk corrects it', async () => {
  const { analyst } = people(record)
  const file = aFullFile()
  const key = 'kept-internal'
  await importFile(record, { ...file, cases: [...file.cases, aCase({ key, sensitivity: 'internal' })] })
  const found = await analyst.case.get({ dossier, key })
  expect(found).toMatchObject({ naming: null, realName: null, sensitivity: 'internal' })
  await analyst.case.correct({ ...content, dossier, key, basedOn: found.version, reason })
  expect((await analyst.case.get({ dossier, key })).statuses).toEqual(found.statuses)
})
