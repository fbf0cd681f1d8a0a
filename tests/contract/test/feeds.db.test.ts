import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { buildAtom } from '@waymark/exchange/open-data/atom'
import { readCheckpointBy } from '@waymark/ledger/checkpoint'
import { assessEdition } from '@waymark/ledger/edition'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Element, isCheckpoint, listAtomFaults, parseXml } from '../src/atom-rules.ts'
import { anActor, buildPublicData, callAs, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { aSubmission, evidenceFrom, publish } from '../src/workflow.ts'

const dossier = 'kazakhstan'
const ref = 'KZ-2013-12'
let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
})
afterAll(() => record.close())

async function ask(path: string) {
  const response = await buildPublicData(record).request(`https://record.example${path}`)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    'application/atom+xml; charset=utf-8',
  ])
  const xml = await response.text()
  expect(listAtomFaults(xml)).toEqual([])
  const feed = parseXml(xml)
  expect(linkOf(feed, 'self')).toBe(`https://record.example${path}`)
  return feed
}
const all = (element: Element, name: string) => element.children.filter((child) => child.name === name)
const textOf = (element: Element, name: string) => all(element, name)[0]?.text ?? ''
const linkOf = (element: Element, rel: string) =>
  all(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href
const pathOf = (href: string | undefined) => {
  const { pathname, search } = new URL(href ?? '')
  return `${pathname}${search}`
}

async function readWhole(path: string): Promise<Element[]> {
  const entries: Element[] = []
  for (let next: string | undefined = path; next !== undefined; ) {
    const feed: Element = await ask(next)
    entries.push(...all(feed, 'entry'))
    expect(pathOf(linkOf(feed, 'first'))).toBe(path)
    expect(pathOf(linkOf(feed, 'self'))).toBe(next)
    const href = linkOf(feed, 'next')
    next = href === undefined ? undefined : pathOf(href)
  }
  return entries
}

test('page after page, a feed gives every public finding, uptake, recommendation and passage once, latest first', async () => {
  const entries = await readWhole(`/${dossier}/feed.atom`)
  const ids = entries.map((entry) => textOf(entry, 'id'))
  expect(new Set(ids).size).toBe(ids.length)
  const times = entries.map((entry) => textOf(entry, 'updated'))
  expect(times).toEqual([...times].sort().reverse())
  const counted = await record.query<{ kind: string; count: string }>(`
    select 'finding' as kind, count(*) from public_record.publication union all
    select 'uptake', count(*) from public_record.uptake_event union all
    select 'recommendation', count(*) from public_record.recommendation union all
    select 'milestone', count(*) from public_record.milestone where occurred is not null`)
  for (const { kind, count } of counted)
    expect([kind, ids.filter((id) => id.includes(`:${dossier}/${kind}/`)).length]).toEqual([
      kind,
      Number(count),
    ])
  expect(ids.every((id) => id.startsWith(`tag:record.example,2026-01-01:${dossier}/`))).toBe(true)
})

test('the feed of an area and of a recommendation hold what is about them, and nothing else', async () => {
  const whole = await readWhole(`/${dossier}/feed.atom`)
  const area = await readWhole(`/${dossier}/areas/political-opposition/feed.atom`)
  const own = await readWhole(`/${dossier}/recommendations/${ref}/feed.atom`)
  const idsOf = (entries: Element[]) => entries.map((entry) => textOf(entry, 'id'))
  const isAbout = (term: string) => (entry: Element) =>
    all(entry, 'category').some(({ attributes }) => attributes.term === term)
  expect(area.length).toBeGreaterThan(0)
  expect(idsOf(area)).toEqual(idsOf(whole.filter(isAbout('political-opposition'))))
  expect(own.length).toBeGreaterThan(1)
  expect(idsOf(own)).toEqual(
    idsOf(whole.filter((entry) => linkOf(entry, 'alternate')?.endsWith(`/recommendations/${ref}`))),
  )
})

test('a feed speaks the language that was asked for, and its entries stay the same ones', async () => {
  const english = await ask(`/${dossier}/feed.atom`)
  const kazakh = await ask(`/${dossier}/feed.atom?lang=kk`)
  expect([english.attributes['xml:lang'], kazakh.attributes['xml:lang']]).toEqual(['en', 'kk'])
  const idsOf = (feed: Element) => all(feed, 'entry').map((entry) => textOf(entry, 'id'))
  expect(idsOf(kazakh)).toEqual(idsOf(english))
  expect(textOf(kazakh, 'subtitle')).not.toBe(textOf(english, 'subtitle'))
  expect(linkOf(kazakh, 'next')).toContain('lang=kk')
  for (const element of [kazakh, ...all(kazakh, 'entry')])
    expect(linkOf(element, 'alternate')).toMatch(/^https:\/\/record\.example\/kk\/kazakhstan(\/|$)/)
})

test('what waits at the desk is in no feed; once it is published it comes first, and a correction is an entry of its own', async () => {
  const analyst = callAs(record, anActor('analyst'))
  const reviewer = callAs(record, anActor('reviewer'))
  const newest = async () => all(await ask(`/${dossier}/recommendations/${ref}/feed.atom`), 'entry')
  const before = await newest()
  const { version } = await analyst.assessment.form({ dossier, ref })
  const source = (await analyst.source.choices({ dossier }))[0]?.key ?? ''
  const submission = aSubmission({
    dossier,
    ref,
    basedOn: version,
    effective: '2020-01-01',
    level: 'limited',
    rationale: 'An invented rationale <b>of a test</b> & more.',
    evidence: evidenceFrom(source),
  })
  const { id } = await analyst.assessment.submit(submission)
  expect((await newest()).length).toBe(before.length)
  await reviewer.assessment.publish({ dossier, id, basedOn: version })
  const [published, ...older] = await newest()
  if (published === undefined) throw new Error('no entry')
  expect(older.map((entry) => textOf(entry, 'id'))).toEqual(before.map((entry) => textOf(entry, 'id')))
  expect(textOf(published, 'id')).toBe(`tag:record.example,2026-01-01:${dossier}/finding/${id}`)
  expect(textOf(published, 'title')).toContain(`${ref}: finding published`)
  expect(textOf(published, 'content')).toContain('An invented rationale <b>of a test</b> & more.')
  await publish({ analyst, reviewer }, { ...submission, level: 'some', supersedes: id, reason: 'Invented.' })
  const [corrected, again] = await newest()
  expect([corrected, again].map((entry) => entry && textOf(entry, 'title'))).toEqual([
    expect.stringContaining(`${ref}: finding corrected`),
    textOf(published, 'title'),
  ])
  expect(corrected && textOf(corrected, 'content')).toContain('Reason: Invented.')
})

test('an edition is an entry that carries the checkpoint of the log as the edition does; one under embargo is none', async () => {
  const analyst = callAs(record, anActor('analyst'))
  const reviewer = callAs(record, anActor('reviewer'))
  const entriesOf = async () =>
    all(await ask(`/${dossier}/feed.atom`), 'entry').filter((entry) =>
      textOf(entry, 'id').includes('/edition/'),
    )
  expect(await entriesOf()).toEqual([])
  const freeze = async (given: { title: string; embargoUntil?: string }) => {
    const { edition } = await analyst.edition.propose({ dossier, asOf: '2013-11-27', ...given })
    return reviewer.edition.publish({ dossier, edition })
  }
  await freeze({ title: 'Invented, later', embargoUntil: '2999-01-01T00:00:00Z' })
  const { id } = await freeze({ title: 'Invented edition' })
  const [entry, ...more] = await entriesOf()
  if (entry === undefined || id === null) throw new Error('no entry of the edition')
  expect(more).toEqual([])
  expect(textOf(entry, 'id')).toBe(`tag:record.example,2026-01-01:${dossier}/edition/${id}`)
  expect(textOf(entry, 'title')).toContain('Invented edition')
  expect(linkOf(entry, 'alternate')).toBe(`https://record.example/${dossier}/editions/${id}`)
  const zip = await buildPublicData(record).request(`/${dossier}/editions/${id}.zip`)
  const { ok, manifest, checkpoint } = assessEdition(new Uint8Array(await zip.arrayBuffer()))
  expect(ok).toBe(true)
  expect(textOf(entry, 'content')).toContain(`SHA-256: ${manifest?.dataSha256}`)
  const [published] = entry.children.filter(isCheckpoint)
  const head = readCheckpointBy(published?.text ?? '', published?.attributes.key ?? '')
  expect(head).toEqual(checkpoint)
  expect(head?.size).toBeGreaterThan(0)
})

test('no text can end its element, begin one, or make a document that is not well-formed', () => {
  const nasty = 'a </title><b> & "q" \u0000\uD800 ]]> \r\n é'
  const xml = buildAtom({
    id: 'tag:record.example,2026-01-01:x/feed',
    title: nasty,
    subtitle: nasty,
    author: nasty,
    language: 'en',
    updated: '2026-01-01T00:00:00.000Z',
    self: 'https://record.example/x/feed.atom?q=a&b="c"',
    first: 'https://record.example/x/feed.atom',
    next: null,
    alternate: 'https://record.example/x',
    licence: 'https://creativecommons.org/licenses/by/4.0/',
    rights: nasty,
    entries: [
      {
        id: 'tag:record.example,2026-01-01:x/finding/1',
        title: nasty,
        updated: '2026-01-01T00:00:00.000Z',
        url: 'https://record.example/x',
        content: nasty,
        categories: [nasty],
      },
    ],
  })
  expect(listAtomFaults(xml)).toEqual([])
  expect(textOf(parseXml(xml), 'title')).toBe(nasty.replace('\u0000', '\uFFFD').replace('\uD800', '\uFFFD'))
})

const sound = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>tag:record.example,2026-01-01:x</id><title>X</title>
<updated>2026-01-02T00:00:00Z</updated><author><name>Nobody</name></author><link rel="self" href="https://record.example/x.atom"/>
<entry><id>tag:record.example,2026-01-01:x/1</id><title>One</title><updated>2026-01-01T00:00:00Z</updated>
<link href="https://record.example/x"/></entry></feed>`

test.each([
  ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'feed has 0 of id'],
  ['<rss/>', 'the document is no feed (4.1.1)'],
  [sound.replace(' xml:lang="en"', ''), 'the feed has no language (2)'],
  [sound.replace('Nobody', ' '), 'an author without one name (3.2.1)'],
  [sound.replace('2026-01-02', '2025-01-02'), 'the feed is older than an entry (4.2.15)'],
  [sound.replace('rel="self"', 'rel="home"'), 'the feed does not name itself (4.1.1)'],
  [sound.replace('rel="self"', 'rel="home"'), 'a link of relation home'],
  [sound.replace('href="https://record.example/x"', ''), 'a link without an address'],
  [sound.replace(/<entry>.*<\/entry>/s, '$&$&'), 'two entries of one id (4.1.1)'],
  [sound.replace('<title>One', '<title type="html">One'), 'title is not plain text'],
  [sound.replace('<id>tag:record.example,2026-01-01:x/1', '<id>1'), '1 is no tag URI (RFC 4151)'],
  [sound.replace('2026-01-01T00:00:00Z', '2026-01-01'), 'updated is no instant (3.3)'],
])('the rules find what is wrong with %s', (xml, fault) => {
  expect(listAtomFaults(sound)).toEqual([])
  expect(listAtomFaults(xml)).toContain(fault)
})

test('the latest rows of a feed are read from an index by the time of recording', async () => {
  const plan = await record.query<{ 'QUERY PLAN': string }>(
    `explain select p.assessment_id from public_record.publication p where p.dossier_id = (select min(dossier_id) from public_record.publication)
     order by p.recorded_at desc, p.assessment_id desc limit 50`,
  )
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('publication_by_time')
})
