import { getPublicEdition } from '@waymark/api/features/edition/get-edition.query'
import { verifyEditions } from '@waymark/api/features/edition/verify-editions'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { listEntryHashes } from '@waymark/db/queries/log.query'
import { readCheckpointBy } from '@waymark/ledger/checkpoint'
import { assessEdition, readEditionFile } from '@waymark/ledger/edition'
import { sha256 } from '@waymark/ledger/hash'
import { buildConsistencyProof, buildTree, getRoot, isConsistent } from '@waymark/ledger/merkle'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createProposed } from '../src/case-calls.ts'
import { expectRefusal as refusalOf } from '../src/expect-refusal.ts'
import { openInvented, people } from '../src/full-record.ts'
import {
  anActor,
  buildContext,
  buildPublicData,
  callAs,
  type TestRecord,
  testKey,
} from '../src/open-test-record.ts'
import { publish } from '../src/workflow.ts'

const dossier = 'invented'
const asOf = '2013-06-30'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record.close())

const expectRefusal = (call: () => Promise<unknown>, code: string) => refusalOf(record, call, code)
const expectNothingWrong = async () => {
  expect(await verifyEditions(buildContext(record, null))).toMatchObject({ faults: [] })
  expect((await verifyChain(record.db.app)).faults).toEqual([])
}
type Proposal = Parameters<ReturnType<typeof callAs>['edition']['propose']>[0]
const aProposal = (over: Partial<Proposal> = {}): Proposal => ({
  dossier,
  asOf,
  title: 'Invented edition',
  note: 'Invented note.',
  ...over,
})

/** An edition that two people published. */
async function publishEdition(over: Partial<Proposal> = {}) {
  const { analyst, reviewer } = people(record)
  const { edition } = await analyst.edition.propose(aProposal(over))
  return { edition, ...(await reviewer.edition.publish({ dossier, edition })) }
}
const getZip = async (id: string) => {
  const response = await buildPublicData(record).request(`/${dossier}/editions/${id}.zip`)
  return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : null
}

describe('two people publish an edition', () => {
  test('whoever proposed does not publish, whatever their role; nor do analysts; nor is it decided twice', async () => {
    const { analyst, reviewer, administrator } = people(record)
    const { edition } = await administrator.edition.propose(aProposal())
    await expectRefusal(() => administrator.edition.publish({ dossier, edition }), 'four-eyes')
    await expectRefusal(
      () => administrator.edition.return({ dossier, edition, comment: 'Invented.' }),
      'four-eyes',
    )
    await expectRefusal(() => analyst.edition.publish({ dossier, edition }), 'not-allowed')
    await expectRefusal(() => reviewer.edition.retract({ dossier, edition }), 'not-found')
    expect((await callAs(record).edition.list({ dossier })).editions).toEqual([])
    await reviewer.edition.return({ dossier, edition, comment: 'Invented: not yet.' })
    await expectRefusal(() => reviewer.edition.publish({ dossier, edition }), 'not-proposed')
    const again = await administrator.edition.propose(aProposal())
    await administrator.edition.retract({ dossier, edition: again.edition })
    await expectRefusal(() => reviewer.edition.publish({ dossier, edition: again.edition }), 'not-proposed')
    const { editions } = await analyst.edition.desk({ dossier })
    expect(editions.map(({ state, comment }) => [state, comment])).toEqual([
      ['retracted', null],
      ['returned', 'Invented: not yet.'],
    ])
    await expectNothingWrong()
  })

  test('what the second person was shown is what is published, hash by hash', async () => {
    const { analyst, reviewer } = people(record)
    const preview = await analyst.edition.preview({ dossier, asOf })
    const { edition, dataSha256 } = await analyst.edition.propose(aProposal())
    const review = await reviewer.edition.review({ dossier, edition })
    expect(review).toMatchObject({ isSame: true, preview, edition: { state: 'proposed', isOwn: false } })
    const { id } = await reviewer.edition.publish({ dossier, edition })
    const shown = await callAs(record).edition.get({ dossier, id })
    expect([dataSha256, shown.edition.dataSha256]).toEqual([preview.dataSha256, preview.dataSha256])
    expect(shown.figures).toEqual(preview.figures)
    expect(shown.figures.find(({ scope }) => scope === 'overall')).toMatchObject({
      index: (await callAs(record).score.get({ dossier, asOf })).overall.index,
    })
    expect(JSON.stringify(shown)).not.toMatch(/Synthetic (analyst|reviewer)/)
  })

  test('without a key, for a day that has not come, or for a minute that has passed, nothing is proposed', async () => {
    const context = buildContext(record, anActor('analyst'))
    const { analyst } = people(record)
    const { proposeEdition } = await import('@waymark/api/features/edition/propose.command')
    const keyless = { ...context, editions: { ...context.editions, key: null } }
    const act = { kind: 'user', id: 'analyst', name: 'Synthetic analyst' } as const
    expect(await proposeEdition(keyless, act, aProposal())).toMatchObject({
      error: { code: 'signing-key-missing' },
    })
    await expectRefusal(() => analyst.edition.propose(aProposal({ asOf: '2999-01-01' })), 'edition-in-future')
    await expectRefusal(
      () => analyst.edition.propose(aProposal({ knownAt: '2999-01-01T00:00:00Z' })),
      'edition-in-future',
    )
    await expectRefusal(
      () => analyst.edition.propose(aProposal({ embargoUntil: '2020-01-01T09:00:00+05:00' })),
      'embargo-in-past',
    )
    await expectRefusal(
      () => analyst.edition.propose(aProposal({ embargoUntil: '2999-01-01T09:00:30Z' })),
      'BAD_REQUEST',
    )
  })
})

describe('what is published', () => {
  let published: Awaited<ReturnType<typeof publishEdition>>
  let zip: Buffer
  beforeAll(async () => {
    published = await publishEdition()
    zip = (await getZip(published.id)) as Buffer
  })

  test('is a zip that is whole, and holds what the page and the other files say', async () => {
    expect(assessEdition(zip, testKey?.verifier).faults).toEqual([])
    expect(sha256(zip)).toBe(published.zipSha256)
    const data = buildPublicData(record)
    const file = async (extension: string) => {
      const response = await data.request(`/${dossier}/editions/${published.id}.${extension}`)
      expect(response.status).toBe(200)
      return Buffer.from(await response.arrayBuffer())
    }
    const { edition } = await callAs(record).edition.get({ dossier, id: published.id })
    expect(sha256(await file('json'))).toBe(edition.dataSha256)
    expect(await file('xlsx')).toEqual(Buffer.from(readEditionFile(zip, 'edition.xlsx') ?? []))
    expect((await file('csv')).toString()).toContain('XX-2011-01')
    const readme = Buffer.from(readEditionFile(zip, 'README.md') ?? []).toString()
    expect(readme).toContain(edition.dataSha256)
    expect(readme).toContain('| standing | ')
    expect(readme).not.toContain('undefined')
  })

  test('stays as it is, whatever is recorded, corrected, withdrawn or erased later', async () => {
    const { analyst, reviewer } = people(record)
    const before = await callAs(record).edition.get({ dossier, id: published.id })
    await publish(people(record), { level: 'none', effective: '2013-06-01', rationale: 'Invented: undone.' })
    const { key, proposal } = await createProposed(analyst)
    await reviewer.case.approve({ dossier, key, proposal })
    await expectNothingWrong()
    const { version } = await analyst.case.get({ dossier, key })
    await analyst.case.restrict({
      dossier,
      key,
      basedOn: version,
      sensitivity: 'internal',
      reason: 'Invented.',
    })
    const at = await analyst.case.get({ dossier, key })
    await analyst.case.propose({ dossier, key, basedOn: at.version, change: 'erase' })
    const erasing = await reviewer.case.get({ dossier, key })
    await reviewer.case.approve({ dossier, key, proposal: erasing.proposal?.id ?? 0 })
    await expectNothingWrong()
    expect(await getZip(published.id)).toEqual(zip)
    const after = await callAs(record).edition.get({ dossier, id: published.id })
    expect([after.figures, after.edition]).toEqual([before.figures, before.edition])
    expect((await callAs(record).score.get({ dossier, asOf })).overall).not.toEqual(
      expect.objectContaining({ index: before.figures.find((row) => row.scope === 'overall')?.index }),
    )
  })

  test('holds nothing of cases, public ones neither', () => {
    const manifest = assessEdition(zip).manifest
    for (const { path } of manifest?.files ?? [])
      expect(Buffer.from(readEditionFile(zip, path) ?? []).toString('utf8'), path).not.toMatch(
        /invented newspaper|An invented person/i,
      )
  })

  test('is corrected by another that says what it corrects, and compared with it', async () => {
    const { analyst } = people(record)
    await expectRefusal(
      () => analyst.edition.propose(aProposal({ corrects: { id: '2013-06-30-zzzzzz', what: 'Invented.' } })),
      'not-found',
    )
    const later = await publishEdition({
      title: 'Invented correction',
      corrects: { id: published.id, what: 'Invented: a level was wrong.' },
    })
    const reader = callAs(record)
    const first = await reader.edition.get({ dossier, id: published.id })
    expect(first.correctedBy).toMatchObject([{ id: later.id, what: 'Invented: a level was wrong.' }])
    const second = await reader.edition.get({ dossier, id: later.id })
    expect(second.edition.corrects).toEqual({ id: published.id, what: 'Invented: a level was wrong.' })
    const compared = await reader.edition.compare({ dossier, id: later.id, with: published.id })
    expect(compared.items).toMatchObject([{ ref: 'XX-2011-01', to: 'none' }])
    expect(compared.figures.from.index).not.toEqual(compared.figures.to.index)
    const same = await reader.edition.compare({ dossier, id: later.id, with: later.id })
    expect([same.items, same.reworded]).toEqual([[], []])
  })

  test('carries a checkpoint that the later log is consistent with', async () => {
    const { edition } = await callAs(record).edition.get({ dossier, id: published.id })
    const head = readCheckpointBy(edition.checkpoint, edition.key)
    const tree = buildTree(await listEntryHashes(record.db.app))
    if (head === null) throw new Error('no checkpoint')
    expect(head.size).toBe(edition.treeSize)
    expect(tree.size).toBeGreaterThan(head.size)
    const later = { size: tree.size, root: getRoot(tree) }
    expect(isConsistent(head, later, buildConsistencyProof(tree, head.size))).toBe(true)
  })
})

describe('an embargo', () => {
  test('hides everything of the edition until its minute, and from readers alone', async () => {
    const { edition, id } = await publishEdition({ embargoUntil: '2999-01-01T09:00:00+05:00' })
    await expectRefusal(() => callAs(record).edition.get({ dossier, id }), 'not-found')
    expect(await getZip(id)).toBeNull()
    const shown = JSON.stringify(await callAs(record).edition.list({ dossier }))
    expect(shown).not.toContain(id)
    const body = await (await buildPublicData(record).request(`/${dossier}/editions.json`)).text()
    expect(body).not.toContain(id)
    const absent = await buildPublicData(record).request(`/${dossier}/editions/2013-06-30-zzzzzz.json`)
    const hidden = await buildPublicData(record).request(`/${dossier}/editions/${id}.json`)
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()])
    const at = (await people(record).analyst.edition.desk({ dossier })).editions.find(
      (one) => one.edition === edition,
    )
    expect(at).toMatchObject({ state: 'embargoed', issuedAt: '2999-01-01T04:00:00.000Z' })
  })

  test('is over to the millisecond: never early, never late', async () => {
    // A hundred editions whose minute comes every ten milliseconds from now on. Only the database can tell what time it is.
    const { id } = await publishEdition()
    await record.query(
      `with base as (select e.*, d.* from waymark.edition e join waymark.edition_decision d on d.edition_id = e.id where d.slug = $1),
       made as (select generate_series(1, 100) as n),
       proposed as (
         insert into waymark.edition (id, dossier_id, as_of, known_at, method, title, data_sha256, proposer_id, proposer_name, entry, recorded_at)
         select 1000000 + n, b.dossier_id, b.as_of, b.known_at, b.method, b.title, b.data_sha256, 'x', 'x', (select max(seq) from waymark.audit_entry), now()
         from base b, made returning id)
       insert into waymark.edition_decision (edition_id, outcome, slug, issued_at, zip_sha256, zip_bytes, manifest_sha256, signature, key, checkpoint, tree_size, decider_id, decider_name, entry, recorded_at)
       select 1000000 + n, 'published', '2013-06-30-zz' || chr(97 + n / 26 / 26) || chr(97 + n / 26 % 26) || chr(97 + n % 26) || 'z', clock_timestamp() + 200 * interval '1 ms' + n * 10 * interval '1 ms',
              b.zip_sha256, b.zip_bytes, b.manifest_sha256, b.signature, b.key, b.checkpoint, b.tree_size, 'x', 'x', (select max(seq) from waymark.audit_entry), now()
       from base b, made`,
      [id],
    )
    const all = await record.query<{ slug: string; due: string }>(
      `select slug, (extract(epoch from issued_at) * 1000)::text as due from waymark.edition_decision where edition_id > 1000000`,
    )
    const clock = async () =>
      Number(
        (
          await record.query<{ t: string }>(
            `select (extract(epoch from clock_timestamp()) * 1000)::text as t`,
          )
        )[0]?.t,
      )
    let seen = 0
    let looks = 0
    while (seen < 100) {
      const before = await clock()
      const shown = new Set((await callAs(record).edition.list({ dossier })).editions.map((one) => one.id))
      const after = await clock()
      for (const { slug, due } of all) {
        if (shown.has(slug)) expect(after, 'early').toBeGreaterThanOrEqual(Number(due))
        else expect(before, 'late').toBeLessThan(Number(due))
      }
      seen = all.filter(({ slug }) => shown.has(slug)).length
      looks += 1
    }
    expect(looks).toBeGreaterThan(3)
    await record.query(`delete from waymark.edition_decision where edition_id > 1000000`)
    await record.query(`delete from waymark.edition where id > 1000000`)
  }, 20_000)
})

describe('whoever has the database and alters it is found', () => {
  let id: string
  beforeEach(async () => {
    id = (await publishEdition()).id
  })
  const listFaults = async () =>
    (await verifyEditions(buildContext(record, null))).faults.map(({ message }) => message).join('\n')

  test('a finding of the past, a zip, a cut-off log', async () => {
    expect(await listFaults()).toBe('')
    await record.query(`update waymark.assessment set rationale = rationale || '!' where key = 'first'`)
    expect(await listFaults()).toMatch(
      /says something else of its cut, first at \$\.tables\.findings\[\d+\]\.rationale/,
    )
    await record.query(`update waymark.assessment set rationale = rtrim(rationale, '!') where key = 'first'`)

    await record.query(
      `update waymark.edition_archive a set zip = set_byte(zip, 20000, get_byte(zip, 20000) # 1)
       from waymark.edition_decision d where d.edition_id = a.edition_id and d.slug = $1`,
      [id],
    )
    expect(await listFaults()).toMatch(new RegExp(`Edition invented/${id}: [a-zA-Z./]+ is`))
    await record.query(
      `update waymark.edition_archive a set zip = set_byte(zip, 20000, get_byte(zip, 20000) # 1)
       from waymark.edition_decision d where d.edition_id = a.edition_id and d.slug = $1`,
      [id],
    )
    expect(await listFaults()).toBe('')

    await record.query(`update waymark.audit_entry set hash = repeat('a', 64) where seq = 2`)
    expect(await listFaults()).toMatch(/entries of the log were rewritten/)
    expect(await getPublicEdition(buildContext(record, null), { dossier, id })).toBeDefined()
  })
})
