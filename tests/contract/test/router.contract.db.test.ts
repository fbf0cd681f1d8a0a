import { permissions } from '@waymark/access/permission'
import { importDossier } from '@waymark/api/features/dossier/import.command'
import {
  aCase,
  aCommitment,
  anActor as aFileActor,
  aLinkage,
  aMilestone,
  aRecommendation,
  aRound,
  aSource,
  aTrack,
} from '@waymark/kit/builders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFullFile, openInvented, people } from '../src/full-record.ts'
import {
  type Actor,
  anActor,
  callAs,
  formatBytes,
  importFile,
  openTestRecord,
  operator,
  type TestRecord,
} from '../src/open-test-record.ts'
import { callers, permissionMatrix } from '../src/permission-matrix.ts'
import { createPlaces } from '../src/places.ts'
import { buildInputs, callProcedure, type Places, procedures } from '../src/procedures.ts'
import { getRefusal } from '../src/refusal.ts'
import { countRows } from '../src/tables.ts'

let record: TestRecord
let places: Places
let inputs: ReturnType<typeof buildInputs>
beforeAll(async () => {
  record = await openInvented()
  places = await createPlaces(record)
  inputs = buildInputs(places)
})
afterAll(() => record.close())

const paths = Object.keys(procedures)

describe('every procedure', () => {
  test('there are as many as this test expects to find, at the least', () => {
    expect(paths.length).toBeGreaterThanOrEqual(34)
  })

  test.each(paths)('%s says which permission it needs, what it takes and what it gives', (path) => {
    const { meta, inputs: taken, output } = procedures[path] ?? { inputs: [] }
    expect(Object.keys(permissions)).toContain(meta?.permission)
    expect(taken.length).toBeGreaterThan(0)
    expect(output).toBeDefined()
  })

  test.each(paths)('%s refuses what it does not know: a key too many', async (path) => {
    const administrator = people(record).administrator
    const refusal = await getRefusal(callProcedure(administrator, path, { ...inputs[path], surplus: 1 }))
    expect([path, refusal.status]).toEqual([path, 'BAD_REQUEST'])
  })

  test('changes nothing when it is a query', async () => {
    const before = await countRows(record)
    for (const path of paths.filter((one) => procedures[one]?.type === 'query')) {
      const answer = callProcedure(people(record).administrator, path, inputs[path])
      await answer.catch((cause) => expect.unreachable(`${path}: ${cause}`))
    }
    expect(await countRows(record)).toEqual(before)
  })
})

describe('the permission matrix', () => {
  test('has a row for every procedure and no other, and an input to try it with', () => {
    expect(Object.keys(permissionMatrix).sort()).toEqual([...paths].sort())
    expect(Object.keys(inputs).sort()).toEqual([...paths].sort())
  })

  const cells = Object.entries(permissionMatrix).flatMap(([path, row]) =>
    callers.map((role) => [path, role, row[role]] as const),
  )

  test.each(cells)('%s by %s: %s', async (path, role, outcome) => {
    const actor = role === 'public' ? null : anActor(role, `matrix-${role}`)
    const before = await countRows(record)
    const refusal = await getRefusal(callProcedure(callAs(record, actor), path, inputs[path]))
    const told = refusal.status === 'UNAUTHORIZED' ? 'sign in' : refusal.status === 'FORBIDDEN' ? 'no' : 'yes'
    expect([told, refusal.status === 'INTERNAL_SERVER_ERROR']).toEqual([outcome, false])
    if (outcome !== 'yes') expect(await countRows(record)).toEqual(before)
  })

  test('without a session the public reaches exactly the public list', () => {
    const reached = Object.entries(permissionMatrix)
      .filter(([, row]) => row.public === 'yes')
      .map(([path]) => path)
    expect(reached.sort()).toEqual(
      paths.filter((path) => procedures[path]?.meta?.permission === 'read.public').sort(),
    )
    expect(reached.filter((path) => procedures[path]?.type !== 'query')).toEqual([])
  })
})

describe('what may not be known answers like what is not there', () => {
  const absent = 987_654_321
  let hidden: TestRecord
  let other: number
  let hiddenInputs: ReturnType<typeof buildInputs>
  /** Names of things of another dossier, which this one has not. */
  const elsewhere = {
    milestone: 'signed-elsewhere',
    recommendation: 'YY-2011-01',
    commitment: 'depends-elsewhere',
    track: 'agreement-elsewhere',
    round: 'round-elsewhere',
    source: 'briefing-elsewhere',
    actor: 'ministry-elsewhere',
  }
  const ids = { waiver: 0, event: 0, uptake: 0 }
  beforeAll(async () => {
    hidden = await openTestRecord({ template: 'invented', bytes: formatBytes(aFullFile()) })
    const file = aFullFile()
    const { milestone: key, recommendation: ref, commitment, track, round, source, actor } = elsewhere
    await importFile(hidden, {
      ...file,
      dossier: { ...file.dossier, key: 'elsewhere' },
      actors: [...file.actors, aFileActor({ key: actor })],
      sources: [...file.sources, aSource({ key: source })],
      rounds: [...file.rounds, aRound({ key: round })],
      commitments: [...file.commitments, aCommitment({ key: commitment })],
      tracks: [...file.tracks, aTrack({ key: track })],
      milestones: [...file.milestones, aMilestone({ key, track })],
      recommendations: [...file.recommendations, aRecommendation({ ref })],
      linkages: [...file.linkages, aLinkage({ recommendation: ref, milestone: key })],
    })
    hiddenInputs = buildInputs(await createPlaces(hidden))
    const { analyst, reviewer } = people(hidden)
    const place = { dossier: 'elsewhere', source: 'briefing' }
    const waived = { ...place, milestone: key, ref, effective: '2012', why: 'Invented.' }
    ids.waiver = (await reviewer.link.waive(waived)).waiver
    ids.event = (await reviewer.milestone.cancel({ ...place, key, effective: '2012' })).event
    ids.uptake = (await analyst.uptake.record({ ...place, ref, kind: 'stated', date: '2012' })).event
    const [row] = await hidden.query<{ id: string }>(
      `select max(a.id) as id from waymark.assessment a join waymark.dossier d on d.id = a.dossier_id where d.key = 'elsewhere'`,
    )
    other = Number(row?.id)
  })
  afterAll(() => hidden.close())

  const getAnswer = async (actor: Actor | null, path: string, input: unknown) => {
    try {
      return { value: await callProcedure(callAs(hidden, actor), path, input) }
    } catch (error) {
      const { code, message, cause } = error as {
        code: string
        message: string
        cause?: { refusal?: unknown; conflict?: unknown }
      }
      return { code, message, refusal: cause?.refusal, conflict: cause?.conflict }
    }
  }

  test.each([
    ['assessment.review', 'reviewer', {}],
    ['assessment.publish', 'reviewer', { basedOn: 0 }],
    ['assessment.return', 'reviewer', { comment: 'Invented.' }],
    ['assessment.retract', 'analyst', {}],
    ['assessment.withdraw', 'reviewer', { basedOn: 0, reason: 'Invented.' }],
  ] as const)('%s of an assessment of another dossier', async (path, role, rest) => {
    const answers = await Promise.all(
      [other, absent].map((id) => getAnswer(anActor(role), path, { dossier: 'invented', id, ...rest })),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' })
  })

  test.each([
    ['milestone.get', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.desk', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.occur', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.correct', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.move', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.cancel', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.void', 'key', 'milestone', 'NOT_FOUND'],
    ['milestone.plan', 'track', 'track', 'not-in-dossier'],
    ['milestone.plan', 'source', 'source', 'unknown-source'],
    ['milestone.occur', 'source', 'source', 'unknown-source'],
    ['milestone.move', 'source', 'source', 'unknown-source'],
    ['link.get', 'milestone', 'milestone', 'NOT_FOUND'],
    ['link.get', 'ref', 'recommendation', 'NOT_FOUND'],
    ['link.candidates', 'milestone', 'milestone', 'NOT_FOUND'],
    ['link.preview', 'milestone', 'milestone', 'not-in-dossier'],
    ['link.preview', 'recommendations', 'recommendation', 'answered'],
    ['link.create', 'milestone', 'milestone', 'not-in-dossier'],
    ['link.create', 'recommendations', 'recommendation', 'not-in-dossier'],
    ['link.create', 'commitments', 'commitment', 'not-in-dossier'],
    ['link.correct', 'milestone', 'milestone', 'NOT_FOUND'],
    ['link.correct', 'ref', 'recommendation', 'NOT_FOUND'],
    ['link.correct', 'commitments', 'commitment', 'not-in-dossier'],
    ['link.end', 'milestone', 'milestone', 'NOT_FOUND'],
    ['link.end', 'ref', 'recommendation', 'NOT_FOUND'],
    ['link.waive', 'milestone', 'milestone', 'NOT_FOUND'],
    ['link.waive', 'ref', 'recommendation', 'NOT_FOUND'],
    ['link.waive', 'source', 'source', 'unknown-source'],
    ['link.endWaiver', 'ref', 'recommendation', 'NOT_FOUND'],
    ['commitment.record', 'actor', 'actor', 'not-in-dossier'],
    ['commitment.correct', 'key', 'commitment', 'NOT_FOUND'],
    ['commitment.correct', 'source', 'source', 'unknown-source'],
    ['uptake.desk', 'ref', 'recommendation', 'NOT_FOUND'],
    ['uptake.record', 'ref', 'recommendation', 'NOT_FOUND'],
    ['uptake.record', 'round', 'round', 'not-in-dossier'],
    ['uptake.record', 'source', 'source', 'unknown-source'],
    ['uptake.correct', 'ref', 'recommendation', 'NOT_FOUND'],
    ['uptake.void', 'ref', 'recommendation', 'NOT_FOUND'],
  ] as const)('%s with a %s of another dossier (a %s): %s', async (path, field, kind, told) => {
    const names = [elsewhere[kind], kind === 'recommendation' ? 'YY-9999-99' : 'nothing-of-the-kind']
    const [there, nowhere] = await Promise.all(
      names.map(async (name) => {
        const value = field === 'recommendations' || field === 'commitments' ? [name] : name
        const input = { ...hiddenInputs[path], [field]: value }
        return JSON.stringify(await getAnswer(anActor('reviewer'), path, input)).replaceAll(name, '…')
      }),
    )
    expect(there).toBe(nowhere)
    expect(there).toContain(told === 'answered' ? '"missing":["…"]' : `"${told}"`)
  })

  test.each([
    ['link.endWaiver', 'waiver', 'waiver'],
    ['milestone.void', 'event', 'event'],
    ['uptake.correct', 'event', 'uptake'],
    ['uptake.void', 'event', 'uptake'],
  ] as const)('%s with a %s of another dossier, by its id (a %s)', async (path, field, kind) => {
    const [there, nowhere] = await Promise.all(
      [ids[kind], absent].map((id) =>
        getAnswer(anActor('reviewer'), path, { ...hiddenInputs[path], [field]: id }),
      ),
    )
    expect(there).toEqual(nowhere)
    expect(there).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('the assess form from an assessment of another dossier', async () => {
    const answers = await Promise.all(
      [other, absent].map((from) =>
        getAnswer(anActor('analyst'), 'assessment.form', { dossier: 'invented', ref: 'XX-2011-01', from }),
      ),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('internal and confidential cases, for every role that may not read them', async () => {
    const before = await Promise.all([
      getAnswer(anActor('viewer'), 'case.desk', { dossier: 'invented' }),
      getAnswer(null, 'case.list', { dossier: 'invented' }),
    ])
    const cases = [
      ...aFullFile().cases,
      aCase({ key: 'internal-case', publicName: 'Internal name', sensitivity: 'internal' }),
      aCase({ key: 'confidential-case', publicName: 'Confidential name', sensitivity: 'confidential' }),
    ]
    await importDossier(hidden.db.app, operator, { bytes: formatBytes(aFullFile({ cases })) })
    const strip = (answer: unknown) => JSON.stringify(answer).replace(/"(knownAt|changedAt)":"[^"]*"/g, '')
    const after = await Promise.all([
      getAnswer(anActor('viewer'), 'case.desk', { dossier: 'invented' }),
      getAnswer(null, 'case.list', { dossier: 'invented' }),
    ])
    expect(after.map(strip)).toEqual(before.map(strip))
    const keysFor = async (role: 'analyst' | 'reviewer') =>
      (await people(hidden)[role].case.desk({ dossier: 'invented' })).cases.map((one) => one.key)
    expect(await keysFor('analyst')).not.toContain('confidential-case')
    expect(await keysFor('analyst')).toContain('internal-case')
    expect(await keysFor('reviewer')).toEqual(expect.arrayContaining(['internal-case', 'confidential-case']))
  })

  test('a recommendation before it was issued, and one that nobody ever made', async () => {
    const ask = (ref: string) =>
      getAnswer(null, 'recommendation.get', { dossier: 'invented', ref, asOf: '2010-01-01' })
    expect(await ask('XX-2011-01')).toEqual(await ask('XX-9999-99'))
  })
})
