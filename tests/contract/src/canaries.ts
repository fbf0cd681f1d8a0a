import { createUser } from '@waymark/api/accounts/accounts'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { aCase } from '@waymark/kit/builders'
import { aFullFile } from './full-record.ts'
import { anActor, callAs, importFile, operator, type TestRecord } from './open-test-record.ts'
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
  for (const role of ['viewer', 'analyst', 'reviewer'] as const) {
    const name = canaries.plant()
    const user = await createUser(record.auth, operator, {
      email: `${canaries.plantPlain()}@waymark.example.org`,
      name,
      password: 'a synthetic password',
      role,
    })
    if (!user.ok) throw new Error(user.error.code)
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
  }
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
