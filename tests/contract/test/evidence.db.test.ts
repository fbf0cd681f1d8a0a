import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verifyChain } from '@waymark/db/queries/audit.query'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anItem, aPage, filesAs, uploadPage } from '../src/evidence-calls.ts'
import { expectRefusal as refusalOf } from '../src/expect-refusal.ts'
import { aFullFile, openInvented, people } from '../src/full-record.ts'
import { anActor, callAs, importFile, inventedPage, type TestRecord } from '../src/open-test-record.ts'
import { countRows } from '../src/tables.ts'
import { aSubmission } from '../src/workflow.ts'

const dossier = 'invented'
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
  const file = aFullFile()
  await importFile(record, { ...file, dossier: { ...file.dossier, key: 'elsewhere' } })
})
afterAll(() => record.close())

const analyst = () => people(record).analyst
const expectRefusal = (call: () => Promise<unknown>, code: string) => refusalOf(record, call, code)
const actionsOf = (list: readonly { action: string; who: string }[]) => list.map((one) => one.action)
const listStored = async () =>
  (await readdir(join(record.filesDir, 'files'), { recursive: true })).filter((name) =>
    /[0-9a-f]{64}$/.test(name),
  )

describe('a file', () => {
  test('comes back as it came, its working copy without what it carried, each with its hash', async () => {
    const id = await uploadPage(record, 'Words <script>alert(1)</script> kept as they came')
    const { file } = await analyst().file.get({ dossier, id })
    expect(file).toMatchObject({ name: 'invented.html', mediaType: 'text/html', how: 'upload', items: 0 })
    const original = await filesAs(record).read({ dossier, id, copy: 'original' })
    expect(original.ok && [...original.value.bytes]).toEqual([
      ...aPage('Words <script>alert(1)</script> kept as they came'),
    ])
    const working = await filesAs(record).read({ dossier, id, copy: 'working' })
    expect(working.ok && [working.value.mediaType, new TextDecoder().decode(working.value.bytes)]).toEqual([
      'text/plain',
      expect.not.stringContaining('alert'),
    ])
  })

  test('sent again is the same file, said so, and written once', async () => {
    const bytes = aPage('Sent twice')
    const first = await filesAs(record).upload({ dossier, bytes, name: 'one.html' })
    const before = [await countRows(record), await listStored()]
    const again = await filesAs(record, anActor('reviewer')).upload({ dossier, bytes, name: 'two.html' })
    expect(first.ok && first.value.known).toBe(false)
    expect(again).toEqual({ ok: true, value: { id: first.ok && first.value.id, known: true } })
    expect([await countRows(record), await listStored()]).toEqual(before)
  })

  test('sent by four people at once is one file', async () => {
    const bytes = aPage('Sent by many at once')
    const kept = await Promise.all(
      Array.from({ length: 4 }, (_, i) =>
        filesAs(record, anActor('analyst', `one-of-${i}`)).upload({ dossier, bytes, name: `${i}.html` }),
      ),
    )
    expect(new Set(kept.map((one) => one.ok && one.value.id)).size).toBe(1)
    expect(kept.filter((one) => one.ok && !one.value.known)).toHaveLength(1)
  })

  test('that is too large, empty, or of another kind is refused with what to do, and leaves nothing', async () => {
    const before = [await countRows(record), await listStored()]
    const outcomes = await Promise.all(
      [new Uint8Array(20 * 1024 * 1024 + 1), new Uint8Array(0), Buffer.from('MZ\u0090 not a document')].map(
        (bytes) => filesAs(record).upload({ dossier, bytes, name: 'report.pdf' }),
      ),
    )
    expect(outcomes.map((one) => !one.ok && one.error.code)).toEqual([
      'file-too-large',
      'file-missing',
      'file-type-refused',
    ])
    expect(outcomes.every((one) => !one.ok && /[A-Z].*\./.test(one.error.message))).toBe(true)
    expect([await countRows(record), await listStored()]).toEqual(before)
  })

  test('is taken in and given out by writers alone, and another dossier’s is not there', async () => {
    const id = await uploadPage(record, 'For writers')
    for (const [actor, code] of [
      [null, 'not-signed-in'],
      [anActor('viewer'), 'not-allowed'],
    ] as const) {
      const files = filesAs(record, actor)
      const outcomes = [
        await files.read({ dossier, id, copy: 'working' }),
        await files.upload({ dossier, bytes: aPage('From outside'), name: 'x.html' }),
      ]
      expect(outcomes.map((one) => !one.ok && one.error.code)).toEqual([code, code])
    }
    const wrong = [
      await filesAs(record).read({ dossier: 'elsewhere', id, copy: 'working' }),
      await filesAs(record).read({ dossier, id: 987_654_321, copy: 'working' }),
      await filesAs(record).read({ dossier: 'absent', id, copy: 'original' }),
    ]
    expect(new Set(wrong.map((one) => JSON.stringify(one))).size).toBe(1)
    for (const at of [
      { dossier: 'elsewhere', id },
      { dossier, id: 987_654_321 },
    ])
      await expectRefusal(() => analyst().file.get(at), 'not-found')
  })

  test('whose bytes were changed is not given out, and no reading of it is noted', async () => {
    const id = await uploadPage(record, 'About to be changed')
    const { file } = await analyst().file.get({ dossier, id })
    const stored = (await listStored()).find((name) => name.endsWith(file.sha256)) ?? ''
    const place = join(record.filesDir, 'files', stored)
    const bytes = await readFile(place)
    bytes[10] = (bytes[10] ?? 0) ^ 1
    await writeFile(place, bytes)
    const read = await filesAs(record).read({ dossier, id, copy: 'original' })
    expect(read).toMatchObject({ ok: false, error: { code: 'file-damaged' } })
    expect(actionsOf((await analyst().file.get({ dossier, id })).custody)).toEqual(['file.upload'])
  })

  test('captured from an address carries what its server said; a place that is not public is refused', async () => {
    const url = `${inventedPage.url}-of-this-test`
    const { id } = await analyst().file.capture({ dossier, url })
    const { file, served } = await analyst().file.get({ dossier, id })
    expect(served).toMatchObject({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      tls: { protocol: 'TLSv1.3', certificates: [{ subject: 'example.org' }, { fingerprint: '01:AA' }] },
    })
    expect(file).toMatchObject({ how: 'capture', url, finalUrl: url, status: 200, mediaType: 'text/html' })
    await expectRefusal(
      () => analyst().file.capture({ dossier, url: 'http://127.0.0.1/private' }),
      'address-not-public',
    )
  })

  test('is found by its words, whatever the letters', async () => {
    await uploadPage(record, 'Қазақстан Республикасының Конституциясы')
    const { files, total } = await analyst().file.list({ dossier, q: 'казакстан конституциясы' })
    expect([total, files.length]).toEqual([1, 1])
    expect((await analyst().file.list({ dossier, q: '100%_' })).total).toBe(0)
  })
})

describe('an item of evidence', () => {
  test('is recorded, corrected with its reason, and keeps every version', async () => {
    const { id, version } = await analyst().evidenceItem.record(anItem)
    const correct = {
      ...anItem,
      id,
      basedOn: version,
      excerpt: 'Invented: better words.',
      reason: 'Invented.',
    }
    await analyst().evidenceItem.correct(correct)
    await expectRefusal(() => analyst().evidenceItem.correct(correct), 'record-moved-on')
    const { item, versions } = await analyst().evidenceItem.get({ dossier, id })
    expect(item).toMatchObject({ id, excerpt: 'Invented: better words.', reason: 'Invented.' })
    expect(versions.map((one) => one.excerpt)).toEqual(['Invented: better words.', anItem.excerpt])
  })

  test('says of each version whether readers see it, and of its source', async () => {
    const { id, version } = await analyst().evidenceItem.record({
      ...anItem,
      newSource: {
        title: 'Invented, of the desk alone',
        publisher: 'Invented publisher',
        kind: 'media',
        date: '2013-04',
        url: 'https://example.org/desk-alone',
        language: 'en',
      },
      source: undefined,
    })
    const seen = async () => {
      const { item, versions } = await analyst().evidenceItem.get({ dossier, id })
      const choices = await analyst().source.choices({ dossier })
      const choice = choices.find(({ key }) => key === item.source.key)
      const listed = (await analyst().evidenceItem.list({ dossier, page: 1 })).items.find(
        (one) => one.id === id,
      )
      expect([listed?.isPublic, choice?.isPublic]).toEqual([item.isPublic, item.source.isPublic])
      return [item.source.isPublic, ...versions.map(({ isPublic }) => isPublic)]
    }
    expect(await seen()).toEqual([false, false])
    const ref = 'XX-2012-01'
    const { version: basedOn } = await analyst().assessment.form({ dossier, ref })
    const submission = { ref, basedOn, level: 'some', evidence: [{ item: id, stance: 'supports' }] } as const
    const submitted = await analyst().assessment.submit(
      aSubmission({ ...submission, evidence: [...submission.evidence] }),
    )
    expect(await seen()).toEqual([false, false])
    await people(record).reviewer.assessment.publish({ dossier, id: submitted.id, basedOn })
    expect(await seen()).toEqual([true, true])
    await analyst().evidenceItem.correct({
      ...anItem,
      source: (await analyst().evidenceItem.get({ dossier, id })).item.source.key,
      id,
      basedOn: version,
      excerpt: 'Invented: not published yet.',
      reason: 'Invented.',
    })
    expect(await seen()).toEqual([true, false, true])
  })

  test('serves two assessments, which keep the version that they used', async () => {
    const { id } = await analyst().evidenceItem.record(anItem)
    const submit = async (ref: string) =>
      analyst().assessment.submit(
        aSubmission({
          ref,
          level: 'some',
          basedOn: (await analyst().assessment.form({ dossier, ref })).version,
          evidence: [{ item: id, stance: 'supports' }],
        }),
      )
    await submit('XX-2011-01')
    const { version } = (await analyst().evidenceItem.get({ dossier, id })).item
    await analyst().evidenceItem.correct({
      ...anItem,
      id,
      basedOn: version,
      locator: 'page 5',
      reason: 'Invented.',
    })
    const second = await submit('XX-2012-01')
    const { uses, item } = await analyst().evidenceItem.get({ dossier, id })
    expect(uses.map((one) => [one.ref, one.earlier])).toEqual([
      ['XX-2012-01', false],
      ['XX-2011-01', true],
    ])
    expect(item.uses).toBe(2)
    const { assessment } = await analyst().assessment.review({ dossier, id: second.id })
    expect(assessment.evidence).toEqual([
      expect.objectContaining({
        source: expect.objectContaining({ key: 'briefing' }),
        locator: 'page 5',
        kind: anItem.kind,
        origin: anItem.origin,
        factDate: anItem.factDate,
        excerpt: anItem.excerpt,
        stance: 'supports',
        item: id,
      }),
    ])
  })

  test('counts for the rules of content: one item alone does not carry “full”', async () => {
    const { id } = await analyst().evidenceItem.record(anItem)
    const basedOn = (await analyst().assessment.form({ dossier, ref: 'XX-2011-01' })).version
    const full = { basedOn, level: 'full' as const }
    await expectRefusal(
      () =>
        analyst().assessment.submit(aSubmission({ ...full, evidence: [{ item: id, stance: 'supports' }] })),
      'full-needs-two-origins',
    )
  })

  test('of another dossier, or with a file of another dossier, is not there', async () => {
    const { id } = await callAs(record, anActor('analyst')).evidenceItem.record({
      ...anItem,
      dossier: 'elsewhere',
    })
    const file = await uploadPage(record, 'A file of the invented dossier')
    await expectRefusal(() => analyst().evidenceItem.get({ dossier, id }), 'not-found')
    await expectRefusal(
      async () =>
        analyst().assessment.submit(
          aSubmission({
            basedOn: (await analyst().assessment.form({ dossier, ref: 'XX-2011-01' })).version,
            level: 'some',
            evidence: [{ item: id, stance: 'supports' }],
          }),
        ),
      'not-in-dossier',
    )
    await expectRefusal(
      () => analyst().evidenceItem.record({ ...anItem, dossier: 'elsewhere', file }),
      'not-in-dossier',
    )
  })

  test('cannot be of a day that is still to come', async () => {
    for (const over of [{ factDate: '2099' }, { capturedOn: '2099-01-01' }])
      await expectRefusal(() => analyst().evidenceItem.record({ ...anItem, ...over }), 'effective-in-future')
  })

  test('has a chain of custody that is complete and in order', async () => {
    const file = await uploadPage(record, 'In good custody')
    const { id, version } = await analyst().evidenceItem.record({ ...anItem, file })
    await filesAs(record, anActor('reviewer')).read({ dossier, id: file, copy: 'working' })
    await filesAs(record).read({ dossier, id: file, copy: 'original' })
    await analyst().evidenceItem.correct({ ...anItem, id, file, basedOn: version, reason: 'Invented.' })
    const { custody } = await analyst().evidenceItem.get({ dossier, id })
    expect(custody.map((one) => [one.action, one.who])).toEqual([
      ['file.upload', 'Synthetic analyst'],
      ['evidence-item.record', 'Synthetic analyst'],
      ['file.view', 'Synthetic reviewer'],
      ['file.export', 'Synthetic analyst'],
      ['evidence-item.correct', 'Synthetic analyst'],
    ])
    expect(custody.map((one) => one.seq)).toEqual(custody.map((one) => one.seq).toSorted((a, b) => a - b))
  })

  test('is found by its words, its source and the words of its file', async () => {
    const file = await uploadPage(record, 'Бірегей сөздер осы файлда')
    const { id } = await analyst().evidenceItem.record({ ...anItem, excerpt: 'Unmatched excerpt', file })
    for (const q of ['unmatched', 'сөздер бірегей', 'создер'])
      expect((await analyst().evidenceItem.list({ dossier, q })).items.map((one) => one.id)).toEqual([id])
    expect((await analyst().evidenceItem.choices({ dossier })).some((one) => one.id === id)).toBe(true)
  })
})

test('the audit entries name no file and quote nothing, and the chain is whole', async () => {
  const file = await uploadPage(record, 'Secret words inside', 'Name of a person.html')
  await analyst().evidenceItem.record({ ...anItem, file, excerpt: 'Secret excerpt', locator: 'secret page' })
  const entries = await record.query<{ told: string }>(
    `select coalesce(before::text, '') || coalesce(after::text, '') as told from waymark.audit_entry`,
  )
  const told = entries.map((one) => one.told).join('\n')
  for (const word of ['Secret', 'Name of a person', 'secret page', 'invented-page'])
    expect(told).not.toContain(word)
  expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
})
