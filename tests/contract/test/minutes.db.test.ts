import { countActions, listActions } from '@waymark/api/features/action-point/list-actions.query'
import { verifyMinutes } from '@waymark/api/features/meeting/verify-minutes'
import { readDocx, readPdf } from '@waymark/exchange/test/read-document'
import { minutesMessages } from '@waymark/messages/minutes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTemplateFile } from '../src/briefing-calls.ts'
import { aNewCase } from '../src/case-calls.ts'
import { anItem } from '../src/evidence-calls.ts'
import { openInvented, people } from '../src/full-record.ts'
import { ask, aTopic, takeAction } from '../src/meeting-calls.ts'
import { approve, holdMeeting, seal } from '../src/meeting-held.ts'
import { anActor, buildContext, type Caller, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
let record: TestRecord
let analyst: Caller
let reviewer: Caller
beforeAll(async () => {
  record = await openInvented()
  ;({ analyst, reviewer } = people(record))
})
afterAll(() => record.close())

const audiences = ['internal', 'partner', 'delegation'] as const
const take = async (
  meeting: number,
  audience: (typeof audiences)[number],
  format: 'docx' | 'pdf' | 'html',
  language: 'en' | 'ru' | 'kk' = 'en',
  caller = analyst,
) => {
  const file = await caller.meeting.minutesFile({ dossier, meeting, audience, format, language })
  return { ...file, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')) }
}

/** Words by the audience that gets them; of each item all that can be written under one. */
const detailOf = (audience: string) => ({
  options: [`canary-option-${audience}`],
  votes: { for: 71, against: 72, abstain: 73 },
  dissent: `canary-dissent-${audience}`,
  reviewOn: '2099-01-31',
})
const planted = audiences.map((audience) => ({
  audience,
  title: `canary-title-${audience}`,
  note: `canary-note-${audience}`,
  decision: `canary-decision-${audience}`,
  detail: detailOf(audience),
  takes: true,
}))
const words = audiences.flatMap((audience) =>
  ['title', 'note', 'decision', 'option', 'dissent'].map((part) => `canary-${part}-${audience}`),
)
const mine = (audience: string, ...parts: string[]) => parts.map((part) => `canary-${part}-${audience}`)
const expected = {
  internal: words,
  partner: [
    ...mine('partner', 'title', 'decision', 'option'),
    ...mine('delegation', 'title', 'decision', 'option'),
  ],
  delegation: mine('delegation', 'title', 'decision'),
}

describe('minutes as a file', () => {
  let meeting: number
  beforeAll(async () => {
    meeting = (await holdMeeting(record, planted)).meeting
  })

  test.each(audiences)(
    'for %s hold what is for them, in every format, and nothing else',
    async (audience) => {
      const [docx, pdf, html] = await Promise.all([
        take(meeting, audience, 'docx'),
        take(meeting, audience, 'pdf'),
        take(meeting, audience, 'html'),
      ])
      // Every part of the Word file, its properties too.
      const texts = [
        Object.values(readDocx(docx.bytes).files).join('\n'),
        JSON.stringify(await readPdf(pdf.bytes)),
        new TextDecoder().decode(html.bytes),
      ]
      for (const text of texts) {
        expect(words.filter((word) => text.includes(word))).toEqual(expected[audience])
        expect(text.includes('Synthetic analyst')).toBe(audience !== 'delegation')
        expect(text.includes('Invented guest')).toBe(audience !== 'delegation')
        expect(text.includes('Votes: 71 for')).toBe(audience === 'internal')
        expect(text.includes(minutesMessages.en.draft)).toBe(true)
      }
    },
  )

  test('are a document with headings, heads of tables and styles, and name nobody as their author', async () => {
    const { bytes, name, mediaType } = await take(meeting, 'internal', 'docx')
    expect([name, mediaType]).toEqual([
      `invented-minutes-${meeting}-internal.docx`,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    const { files, body } = readDocx(bytes)
    const document = files['word/document.xml'] ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2', 'TableHead', 'TableText', 'Caption', 'ListBullet'])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
    // Who was there, and the action point of each item.
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1 + planted.length)
    const core = files['docProps/core.xml'] ?? ''
    expect(core).toContain('<dc:creator></dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy></cp:lastModifiedBy>')
    expect(Object.values(files).join('')).not.toMatch(/w:author|rsid/)
    expect(body.indexOf('canary-decision-internal')).toBeLessThan(body.indexOf('canary-note-internal'))
  })

  test('take the looks of the template that the dossier has, and their words stay', async () => {
    const plain = readDocx((await take(meeting, 'internal', 'docx')).bytes)
    await analyst.briefing.setTemplate({ dossier, file: aTemplateFile() })
    const set = readDocx((await take(meeting, 'internal', 'docx')).bytes)
    await analyst.briefing.setTemplate({ dossier, file: null })
    expect(set.body).toBe(plain.body)
    expect(set.files['word/document.xml']).toContain('<w:pStyle w:val="berschrift1"/>')
    expect(Object.values(set.files).join('')).toContain('An invented organisation')
    expect(readDocx((await take(meeting, 'internal', 'docx')).bytes).files).toEqual(plain.files)
  })

  test('are on the audit trail once they were taken out: by whom, for whom, and which', async () => {
    await take(meeting, 'partner', 'html', 'kk')
    const { sha256 } = await analyst.meeting.minutes({ dossier, meeting, audience: 'internal' })
    const [entry] = await record.query(
      'select action, actor_id, subject_key, after from waymark.audit_entry order by seq desc limit 1',
    )
    expect(entry).toEqual({
      ...{ action: 'meeting.minutes-export', actor_id: 'analyst', subject_key: String(meeting) },
      after: { audience: 'partner', format: 'html', language: 'kk', minutesSha256: sha256 },
    })
  })

  test.each(['en', 'ru', 'kk'] as const)(
    'speak %s around what was written, and are the same bytes again',
    async (language) => {
      const [first, again] = await Promise.all([
        take(meeting, 'internal', 'docx', language),
        take(meeting, 'internal', 'docx', language),
      ])
      expect(first.base64).toBe(again.base64)
      const { body, files } = readDocx(first.bytes)
      const { attendance, about, draftMark } = minutesMessages[language]
      for (const word of [attendance, about, 'canary-note-internal']) expect(body).toContain(word)
      expect(files['word/footer1.xml']).toContain(draftMark)
    },
  )

  test('carry the mark of a draft, the hash and the cut of the record until somebody approves them', async () => {
    const held = await holdMeeting(record, [{ decision: 'Invented decision', audience: 'delegation' }])
    const sha256 = await approve(record, held.meeting)
    const { files, body } = readDocx((await take(held.meeting, 'internal', 'docx')).bytes)
    expect(body).toContain('Approved by Synthetic reviewer')
    expect(body).toContain(sha256)
    expect(`${body}${files['word/footer1.xml']}`).not.toMatch(/draft/i)
    expect(files['word/footer1.xml']).toContain(`minutes ${sha256.slice(0, 16)} · record of`)
    const outside = readDocx((await take(held.meeting, 'delegation', 'docx')).bytes).body
    expect(outside).toContain('Approved: ')
    expect(outside).not.toContain('Synthetic reviewer')
  })

  test('say nothing to others of what goes back to a case that is not public', async () => {
    const { key } = await reviewer.case.create(
      aNewCase({ publicName: 'Canary Person', sensitivity: 'internal' }),
    )
    const first = await holdMeeting(record, [{ item: `case:${key}`, title: null, takes: true }], {
      by: reviewer,
    })
    const [action] = first.actions
    const series = (await reviewer.meeting.get({ dossier, meeting: first.meeting })).series.id
    const plan = {
      title: 'Next',
      heldOn: '2013-08-01',
      startsAt: null,
      place: null,
      freezeAt: null,
      aheadDays: 90,
    }
    const { meeting: next } = await reviewer.meeting.create({ dossier, series, plan })
    await reviewer.meeting.stage(ask(next, { kind: 'opened' }))
    await reviewer.meeting.stage(ask(next, { kind: 'started' }))
    const item = `action:${action}`
    await seal(reviewer, next, { item, text: 'Canary decision' })
    await reviewer.meeting.record(ask(next, { kind: 'item-for', item, audience: 'delegation' }))
    for (const audience of ['partner', 'delegation'] as const) {
      const minutes = await reviewer.meeting.minutes({ dossier, meeting: next, audience })
      expect(minutes.items).toEqual([])
    }
    const whole = await reviewer.meeting.minutes({ dossier, meeting: next, audience: 'internal' })
    expect(whole.items.find(({ id }) => id === item)).toMatchObject({ leaves: [] })
  })
})

describe('verification', () => {
  test('makes approved minutes anew from the events, and names those that differ', async () => {
    const held = await holdMeeting(record, [{ note: 'Invented note', decision: 'Invented decision' }])
    await approve(record, held.meeting)
    const before = await verifyMinutes(buildContext(record, null))
    expect(before).toMatchObject({ faults: [] })
    expect(before.checked).toBeGreaterThanOrEqual(1)
    await record.query(
      `update waymark.meeting_event set body = jsonb_set(body, '{text}', '"Altered note"') where meeting_id = $1 and body ->> 'text' = 'Invented note'`,
      [held.meeting],
    )
    const { faults } = await verifyMinutes(buildContext(record, null))
    expect(faults.map(({ meeting }) => meeting)).toEqual([held.meeting])
    expect(faults[0]?.message).toMatch(/^Minutes of meeting invented\/\d+: they are not what was approved/)
  })
})

describe('decisions', () => {
  test('are found by all of their words, the latest first, one in whose place another stands with its successor', async () => {
    const first = await holdMeeting(record, [{ decision: 'Invented unmistakable decision' }])
    const [old] = first.decisions
    const second = await holdMeeting(record, [
      { decision: 'Unmistakable, invented anew', detail: { supersedes: old } },
    ])
    const { decisions } = await analyst.decision.list({ dossier, q: 'INVENTED unmistakable' })
    expect(decisions.map(({ id }) => id)).toEqual([second.decisions[0], old])
    expect(decisions[1]).toMatchObject({
      supersededBy: second.decisions[0],
      successor: { meeting: second.meeting, item: second.items[0], heldOn: '2013-07-01' },
    })
    expect(decisions[0]?.successor).toBeNull()
  })

  test('are named with the assessment that they proposed, to whoever may know of them', async () => {
    const { id: evidence } = await analyst.evidenceItem.record(anItem)
    const finding = {
      recommendation: 'XX-2011-01',
      level: 'some',
      contrary: false,
      effective: '2013-06',
      confidence: 'medium',
      evidence: [{ item: evidence, stance: 'supports' }],
    }
    const held = await holdMeeting(record, [{ decision: 'Invented finding', detail: { finding } }])
    const behind = await reviewer.decision.behind({ dossier, ref: 'XX-2011-01' })
    expect(behind).toMatchObject([
      { meeting: held.meeting, meetingTitle: 'Invented review', heldOn: '2013-07-01', item: held.items[0] },
    ])
    const { assessments } = await analyst.assessment.history({ dossier, ref: 'XX-2011-01' })
    expect(assessments.map(({ id }) => id)).toContain(behind[0]?.assessment)
    await record.query(
      `update waymark.meeting_decision set sensitivity = 'confidential' where meeting_id = $1`,
      [held.meeting],
    )
    expect(await analyst.decision.behind({ dossier, ref: 'XX-2011-01' })).toEqual([])
    expect(await analyst.decision.behind({ dossier, ref: 'XX-2012-01' })).toEqual([])
  })
})

test('an action point is overdue when its day has passed by the clock of the room', async () => {
  const { series } = await analyst.meetingSeries.create({
    dossier,
    title: 'Of the room',
    rhythm: 'monthly',
    template: {
      startsAt: null,
      place: null,
      freezeHours: null,
      aheadDays: 90,
      itemMinutes: null,
      topics: [],
    },
  })
  const plan = {
    title: 'In Almaty',
    heldOn: '2013-07-01',
    startsAt: null,
    place: null,
    freezeAt: null,
    aheadDays: 90,
  }
  const { meeting } = await analyst.meeting.create({
    dossier,
    series,
    plan: { ...plan, zone: 'Asia/Almaty' },
  })
  const item = aTopic()
  await analyst.meeting.record(ask(meeting, { kind: 'item-added', item, title: 'Invented', after: null }))
  await analyst.meeting.stage(ask(meeting, { kind: 'opened' }))
  await analyst.meeting.stage(ask(meeting, { kind: 'started' }))
  const action = await takeAction(analyst, meeting, item)
  const actor = anActor('analyst')
  const isOverdue = async (now: string) => {
    const ctx = { ...buildContext(record, actor), actor, now: () => now }
    const { actions } = await listActions(ctx, { dossier, whose: 'all', state: 'open', page: 1 })
    const { overdue } = await countActions(ctx, { dossier })
    const others = actions.filter(
      (one) => one.id !== action && one.overdue && one.ownerId === actor.id,
    ).length
    return [actions.find(({ id }) => id === action)?.overdue, overdue - others]
  }
  // Due on 15 July; Almaty was six hours ahead of UTC then.
  expect(await isOverdue('2013-07-15T17:59:59.000Z')).toEqual([false, 0])
  expect(await isOverdue('2013-07-15T18:00:00.000Z')).toEqual([true, 1])
})
