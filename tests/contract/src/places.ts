import { createUser } from '@waymark/api/accounts/accounts'
import { createBriefingPlaces } from './briefing-calls.ts'
import { createCasePlaces } from './case-calls.ts'
import { createEditionPlaces } from './edition-calls.ts'
import { anItem, uploadPage } from './evidence-calls.ts'
import { people } from './full-record.ts'
import { createMeetingPlaces } from './meeting-calls.ts'
import { anActor, callAs, operator, type TestRecord } from './open-test-record.ts'
import type { Places } from './procedures.ts'
import { aSubmission, publish } from './workflow.ts'

/** Gives the invented dossier what {@link Places} names. */
export async function createPlaces(record: TestRecord): Promise<Places> {
  const author = callAs(record, anActor('analyst', 'author'))
  const published = await publish({ analyst: author, reviewer: people(record).reviewer })
  const { version } = await author.assessment.form({ dossier: 'invented', ref: 'XX-2011-01' })
  const { id: waiting } = await author.assessment.submit(aSubmission({ basedOn: version, level: 'some' }))
  const linkage = await createLinkagePlaces(record)
  const user = await createUser(record.auth, operator, {
    email: 'spare@waymark.example.org',
    name: 'Spare',
    password: 'a synthetic password',
    role: 'analyst',
  })
  if (!user.ok) throw new Error(user.error.code)
  const notification = await createNotification(record)
  const file = await uploadPage(record, 'Invented words of a place')
  const item = await author.evidenceItem.record({ ...anItem, file })
  const cases = await createCasePlaces(record)
  const { ofVersion: recommendation } = await author.translation.get({
    dossier: 'invented',
    kind: 'recommendation',
    key: 'XX-2011-01',
  })
  const other = aSubmission({ ref: 'XX-2012-01', level: 'some' })
  const { id: toCode } = await author.assessment.submit(other)
  await people(record).administrator.coding.pick({ dossier: 'invented', id: toCode })
  const { job } = await people(record).administrator.table.upload({
    dossier: 'invented',
    name: 'Sources.csv',
    base64: Buffer.from('Key,Title\nbriefing,Invented briefing\n').toString('base64'),
    table: 'sources',
  })
  const editions = await createEditionPlaces(record)
  const meetings = await createMeetingPlaces(record)
  const briefings = await createBriefingPlaces(record)
  return {
    job,
    editions,
    meetings,
    briefings,
    toCode,
    recommendation,
    cases,
    caseAddress: (await callAs(record).case.list({ dossier: 'invented' })).cases[0]?.address ?? '',
    file,
    item,
    waiting,
    published,
    version,
    ...linkage,
    userId: user.value.id,
    notification,
  }
}

/** Something that the administrator was told. */
async function createNotification(record: TestRecord): Promise<string> {
  const [row] = await record.query<{ id: string }>(
    `insert into waymark.notification (user_id, kind, dossier_id, subject_kind, subject_key, created_at)
     select 'administrator', 'assigned', id, 'recommendation', 'XX-2011-01', now() from waymark.dossier where key = 'invented' and supersedes_id is null
     returning id`,
  )
  return row?.id ?? ''
}

/** What befell the link of XX-2011-01 to the milestone `signed`, that milestone, and XX-2011-01 itself. */
async function createLinkagePlaces(record: TestRecord) {
  const { analyst, reviewer } = people(record)
  const dossier = 'invented'
  const ref = 'XX-2011-01'
  const target = { dossier, ref, milestone: 'signed' }
  const cited = { source: 'briefing', locator: 'page 4' }
  const { waiver } = await reviewer.link.waive({
    ...target,
    effective: '2012-06',
    why: 'Invented: set aside.',
    ...cited,
  })
  const getWaiver = async () => (await reviewer.link.get(target)).waivers[0]?.version ?? 0
  await reviewer.link.endWaiver({
    ...target,
    waiver,
    basedOn: await getWaiver(),
    ended: '2012-07',
    reason: 'Invented: no longer.',
  })
  const move = { dossier, key: 'signed', effective: '2012-09', planned: '2015-06', ...cited }
  const { event } = await reviewer.milestone.move(move)
  const raised = await analyst.uptake.record({ dossier, ref, kind: 'stated', date: '2012-12', ...cited })
  const events = await analyst.uptake.desk({ dossier, ref })
  const [commitment] = await analyst.commitment.desk({ dossier })
  return {
    link: (await reviewer.link.get(target)).version,
    milestone: (await reviewer.milestone.desk({ dossier, key: 'signed' })).version,
    commitment: commitment?.version ?? 0,
    waiver: { waiver, version: await getWaiver() },
    event,
    uptake: {
      event: raised.event,
      version: events.find((one) => one.event === raised.event)?.version ?? 0,
    },
  }
}
