import { createUser } from '@waymark/api/accounts/accounts'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { aCase } from '@waymark/kit/builders'
import { aPage, filesAs } from './evidence-calls.ts'
import { aFullFile } from './full-record.ts'
import { anActor, type Caller, callAs, importFile, operator, type TestRecord } from './open-test-record.ts'
import { aSubmission } from './workflow.ts'

/**
 * Strings that stand for what must stay private, each once in Latin, Cyrillic and Kazakh letters, each unlike any other
 * text of the record. The trunk is invented; the number tells where it was planted.
 */
export class Canaries {
  readonly planted: string[] = []
  /** One text that holds three canaries. */
  plant(): string {
    const n = this.planted.length / 3
    const three = [`Qanarix${n}zq`, `Канарикс${n}жщ`, `Қанәрұйкө${n}ңғ`]
    this.planted.push(...three)
    return three.join(' ')
  }
  /** Where only ASCII is allowed. */
  plantPlain(): string {
    const one = `qanarix-plain-${this.planted.length}-zq`
    this.planted.push(one, one.toUpperCase(), one)
    return one
  }
}

/** Marks that are public and must be found, or the search for canaries does not look where it should. */
export const markers = Array.from({ length: 60 }, (_, i) => `Beaconix${i}`)

/** The invented dossier with a marker in every public text. */
export function aMarkedFile(): DossierFile {
  const file = aFullFile()
  let n = 0
  const mark = (text: string) => `${text} ${markers[n++ % markers.length]}`
  return {
    ...file,
    dossier: { ...file.dossier, title: mark('Title'), note: mark('Note') },
    actors: file.actors.map((one) => ({ ...one, name: mark(one.name) })),
    sources: file.sources.map((one) => ({ ...one, title: mark(one.title), publisher: mark(one.publisher) })),
    areas: file.areas.map((one) => ({ ...one, title: mark(one.title) })),
    rounds: file.rounds.map((one) => ({ ...one, title: mark(one.title), place: mark('Place') })),
    commitments: file.commitments.map((one) => ({
      ...one,
      summary: mark(one.summary),
      locator: mark('page'),
    })),
    tracks: file.tracks.map((one) => ({ ...one, title: mark(one.title) })),
    milestones: file.milestones.map((one) => ({ ...one, title: mark(one.title), locator: mark('page') })),
    recommendations: file.recommendations.map((one) => ({
      ...one,
      title: mark(one.title),
      text: mark(one.text),
      locator: mark('page'),
      criterion: mark('Criterion'),
      ...(one.steps && { steps: one.steps.map((step) => ({ ...step, text: mark(step.text) })) }),
    })),
    linkages: file.linkages.map((one) => ({ ...one, note: mark('Note') })),
    uptake: file.uptake.map((one) => ({
      ...one,
      forum: mark('Forum'),
      locator: mark('page'),
      note: mark('Note'),
    })),
    assessments: file.assessments.map((one) => ({
      ...one,
      rationale: mark(one.rationale),
      evidence: one.evidence.map((item) => ({ ...item, locator: mark('page'), excerpt: mark('Excerpt') })),
    })),
    claims: file.claims.map((one) => ({ ...one, text: mark(one.text), locator: mark('page') })),
    cases: file.cases.map((one) => ({
      ...one,
      publicName: mark(one.publicName),
      summary: mark(one.summary),
      statuses: one.statuses.map((status) => ({ ...status, note: mark('Note') })),
    })),
  }
}

/** Cases that the public may not know of, and one that it may no longer know of. */
export function withPrivateCases(file: DossierFile, canaries: Canaries): DossierFile {
  const secret = (sensitivity: 'internal' | 'confidential', kind: 'person' | 'outlet' | 'event' | 'group') =>
    aCase({
      key: canaries.plantPlain(),
      kind,
      publicName: canaries.plant(),
      summary: canaries.plant(),
      consentBasis: canaries.plant(),
      sensitivity,
      statuses: [
        {
          status: kind === 'person' ? 'detained' : kind === 'outlet' ? 'suspended' : 'unresolved',
          date: '2012-05',
          source: 'briefing',
          note: canaries.plant(),
        },
      ],
    })
  return {
    ...file,
    cases: [
      ...file.cases.map((one) => ({ ...one, consentBasis: canaries.plant() })),
      ...(['person', 'outlet', 'event', 'group'] as const).flatMap((kind) => [
        secret('internal', kind),
        secret('confidential', kind),
      ]),
    ],
  }
}

/** A paper that is written for a round, with words of its writers everywhere. */
async function plantBriefing(analyst: Caller, canaries: Canaries, refs: readonly string[]): Promise<void> {
  const dossier = 'invented'
  const { briefing } = await analyst.briefing.create({
    dossier,
    planned: { title: canaries.plant(), date: '2013-06', place: canaries.plant() },
    title: canaries.plant(),
    language: 'en',
    audience: 'internal',
    suggested: false,
  })
  const asks = refs.map((key) => ({
    kind: 'recommendation' as const,
    key,
    ask: canaries.plant(),
    evidence: null,
    text: canaries.plant(),
  }))
  const own = { kind: 'text' as const, key: 'own', title: canaries.plant(), text: canaries.plant() }
  const body = { title: canaries.plant(), lead: canaries.plant(), sections: [own, ...asks] }
  await analyst.briefing.save({ dossier, briefing, basedOn: 1, body })
}

/** Private work on a dossier: accounts, drafts, assessments that wait, came back or were taken back, new sources, withdrawals' reasons. */
export async function plantWork(
  record: TestRecord,
  canaries: Canaries,
  refs: readonly string[],
): Promise<void> {
  const dossier = 'invented'
  const analyst = callAs(record, { ...anActor('analyst'), id: canaries.plantPlain(), name: canaries.plant() })
  const reviewer = callAs(record, {
    ...anActor('reviewer'),
    id: canaries.plantPlain(),
    name: canaries.plant(),
  })
  const colleagues: string[] = []
  for (const role of ['viewer', 'analyst', 'reviewer'] as const) {
    const name = canaries.plant()
    const user = await createUser(record.auth, operator, {
      email: `${canaries.plantPlain()}@waymark.example.org`,
      name,
      password: 'a synthetic password',
      role,
    })
    if (!user.ok) throw new Error(user.error.code)
    if (role !== 'viewer') colleagues.push(user.value.id)
  }
  const submit = async (ref: string) => {
    const { version } = await analyst.assessment.form({ dossier, ref })
    const evidence = [
      {
        source: 'briefing',
        stance: 'supports',
        kind: 'media',
        origin: 'media',
        locator: canaries.plant(),
        excerpt: canaries.plant(),
      },
      {
        newSource: {
          title: canaries.plant(),
          publisher: canaries.plant(),
          kind: 'media',
          date: '2013-04',
          url: `https://example.org/${canaries.plantPlain()}`,
          language: 'kk',
        },
        stance: 'context',
        kind: 'media',
        origin: 'media',
        locator: canaries.plant(),
      },
    ] as const
    return analyst.assessment.submit(
      aSubmission({
        ref,
        basedOn: version,
        level: 'some',
        rationale: canaries.plant(),
        evidence: [...evidence],
      }),
    )
  }
  await plantBriefing(analyst, canaries, refs)
  await plantCases({ analyst, reviewer }, canaries)
  await plantEvidence(record, canaries, analyst)
  for (const ref of refs) {
    await submit(ref)
    await reviewer.assessment.return({ dossier, id: (await submit(ref)).id, comment: canaries.plant() })
    await analyst.assessment.retract({ dossier, id: (await submit(ref)).id })
    await analyst.assessment.saveDraft({
      dossier,
      ref,
      rev: 0,
      content: { rationale: canaries.plant(), excerpt: canaries.plant() },
    })
    await plantTalk(analyst, colleagues, { dossier, kind: 'recommendation', key: ref }, canaries)
  }
}

/** What colleagues say of a record, ask of each other, and are told; and that one of them is there. */
async function plantTalk(
  analyst: Caller,
  mentions: string[],
  subject: { readonly dossier: string; readonly kind: 'recommendation'; readonly key: string },
  canaries: Canaries,
) {
  await analyst.comment.write({ ...subject, text: canaries.plant(), mentions })
  const gone = await analyst.comment.write({ ...subject, text: canaries.plant() })
  await analyst.comment.remove({ dossier: subject.dossier, id: gone.id })
  await analyst.assignment.create({
    dossier: subject.dossier,
    kind: subject.kind,
    keys: [subject.key],
    assignee: mentions[0] ?? '',
    task: 'other',
    note: canaries.plant(),
  })
  await analyst.presence.beat({ ...subject, doing: 'writing', since: 0 })
}

/**
 * Cases of the desk: internal, confidential, proposed, refused, and one that was public for a while; real names behind pseudonyms,
 * reasons, notes, and what is proposed of them.
 */
async function plantCases(
  { analyst, reviewer }: Readonly<Record<'analyst' | 'reviewer', Caller>>,
  canaries: Canaries,
) {
  const dossier = 'invented'
  const content = () => ({
    dossier,
    kind: 'person' as const,
    publicName: canaries.plant(),
    naming: 'pseudonym' as const,
    realName: canaries.plant(),
    summary: canaries.plant(),
    consentBasis: canaries.plant(),
    recommendations: ['XX-2011-01'],
  })
  const status = () => ({
    status: 'detained' as const,
    date: '2012-07',
    source: 'briefing',
    note: canaries.plant(),
  })
  const create = async (sensitivity: 'internal' | 'confidential') => {
    const { key } = await reviewer.case.create({ ...content(), sensitivity })
    await reviewer.case.recordStatus({ dossier, key, ...status() })
    const { version } = await reviewer.case.get({ dossier, key })
    await reviewer.case.correct({ ...content(), key, basedOn: version, reason: canaries.plant() })
    return key
  }
  const propose = async (caller: Caller, key: string) => {
    const { version } = await caller.case.get({ dossier, key })
    await caller.case.propose({ dossier, key, basedOn: version, change: 'publish' })
    return { dossier, key, proposal: (await caller.case.get({ dossier, key })).proposal?.id ?? 0 }
  }
  await create('internal')
  await create('confidential')
  await propose(analyst, await create('internal'))
  const refused = await propose(analyst, await create('internal'))
  await reviewer.case.refuse({ ...refused, comment: canaries.plant() })
}

/** A case of the desk that two people made public, and one person internal again, with a correction that was never approved. */
export async function plantShownCase(record: TestRecord, canaries: Canaries): Promise<void> {
  const [analyst, reviewer] = [callAs(record, anActor('analyst')), callAs(record, anActor('reviewer'))]
  const dossier = 'invented'
  const content = {
    kind: 'person' as const,
    naming: 'pseudonym' as const,
    realName: canaries.plant(),
    consentBasis: canaries.plant(),
    recommendations: ['XX-2011-01'],
  }
  const say = () => ({ ...content, publicName: canaries.plant(), summary: canaries.plant() })
  const { key } = await analyst.case.create({ dossier, ...say() })
  const get = () => analyst.case.get({ dossier, key })
  const target = async () => ({ dossier, key, basedOn: (await get()).version })
  await analyst.case.propose({ ...(await target()), change: 'publish' })
  await reviewer.case.approve({ dossier, key, proposal: (await get()).proposal?.id ?? 0 })
  // Its translations: one that was public while the case was, and one that nobody approved.
  const translate = async (field: 'name' | 'summary') => {
    const { ofVersion } = await analyst.translation.get({ dossier, kind: 'case', key })
    const text = canaries.plant()
    await analyst.translation.record({
      dossier,
      kind: 'case',
      key,
      field,
      language: 'ru',
      text,
      ofVersion,
      basedOn: 0,
    })
    return { dossier, key, proposal: (await get()).proposal?.id ?? 0 }
  }
  await reviewer.case.approve(await translate('summary'))
  await reviewer.case.refuse({ ...(await translate('name')), comment: canaries.plant() })
  await analyst.case.correct({ ...(await target()), ...say(), reason: canaries.plant() })
  await analyst.case.restrict({ ...(await target()), sensitivity: 'internal', reason: canaries.plant() })
}

/** A file and an item that nothing published rests on: its name, its words, its source, and every version of what it shows. */
async function plantEvidence(record: TestRecord, canaries: Canaries, analyst: Caller): Promise<void> {
  const dossier = 'invented'
  const kept = await filesAs(record, { ...anActor('analyst'), name: canaries.plant() }).upload({
    dossier,
    bytes: aPage(canaries.plant()),
    name: `${canaries.plant()}.html`,
  })
  if (!kept.ok) throw new Error(kept.error.code)
  const shown = () => ({
    dossier,
    kind: 'testimony' as const,
    origin: 'media' as const,
    language: 'kk',
    locator: canaries.plant(),
    excerpt: canaries.plant(),
    file: kept.value.id,
  })
  const { id, version } = await analyst.evidenceItem.record({
    ...shown(),
    newSource: {
      title: canaries.plant(),
      publisher: canaries.plant(),
      kind: 'media',
      date: '2013-04',
      url: `https://example.org/${canaries.plantPlain()}`,
      language: 'kk',
    },
  })
  await analyst.evidenceItem.correct({
    ...shown(),
    id,
    basedOn: version,
    source: 'briefing',
    reason: canaries.plant(),
  })
}

/** Makes a public case internal: what was said of it stays private from then on, in its old form too. */
export async function plantFormerCase(
  record: TestRecord,
  file: DossierFile,
  canaries: Canaries,
): Promise<DossierFile> {
  const former = aCase({
    key: canaries.plantPlain(),
    publicName: canaries.plant(),
    summary: canaries.plant(),
    statuses: [{ status: 'detained', date: '2012-06', source: 'briefing', note: canaries.plant() }],
  })
  const opened = { ...file, cases: [...file.cases, former] }
  await importFile(record, opened)
  const closed = { ...file, cases: [...file.cases, { ...former, sensitivity: 'internal' as const }] }
  await importFile(record, closed)
  return closed
}
