import type { CasePlaces } from './case-inputs.ts'
import type { Call } from './linkage-calls.ts'
import { anActor, type Caller, callAs, type TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
const cited = { source: 'briefing', locator: 'page 4' }
const reason = 'Invented reason.'
const claim = { actor: 'ministry', date: '2013-05', text: 'Invented: all is done.', ...cited } as const

type NewCase = Parameters<Caller['case']['create']>[0]

/** A synthetic person behind a pseudonym. */
export const aNewCase = (over: Partial<NewCase> = {}): NewCase => ({
  dossier,
  kind: 'person',
  publicName: 'An invented person',
  naming: 'pseudonym',
  realName: 'Wholly Fictitious',
  summary: 'Invented.',
  consentBasis: 'Invented consent.',
  recommendations: [ref],
  sensitivity: 'internal',
  ...over,
})

/** A case with a proposal on it that waits; who made it. */
export async function createProposed(caller: Caller, over: Partial<NewCase> = {}) {
  const { key } = await caller.case.create(aNewCase(over))
  const { version } = await caller.case.get({ dossier, key })
  await caller.case.propose({ dossier, key, basedOn: version, change: 'publish' })
  const { proposal } = await caller.case.get({ dossier, key })
  return { key, version, proposal: proposal?.id ?? 0 }
}

/** Gives the invented dossier what {@link CasePlaces} names. */
export async function createCasePlaces(record: TestRecord): Promise<CasePlaces> {
  const author = callAs(record, anActor('analyst', 'author'))
  const recorded = await author.claim.record({ dossier, ref, ...claim, level: 'full' })
  const { key } = await author.case.create(aNewCase())
  await author.case.recordStatus({ dossier, key, status: 'detained', date: '2013-04', source: 'briefing' })
  await author.case.recordHearing({ dossier, key, kind: 'trial', date: '2031-04', source: 'briefing' })
  const internal = await author.case.get({ dossier, key })
  const proposed = await createProposed(author)
  return {
    claim: { claim: recorded.claim, version: recorded.claim },
    internal: {
      key,
      version: internal.version,
      entry: internal.statuses[0]?.entry ?? 0,
      hearing: internal.hearings[0]?.version ?? 0,
    },
    proposed: { key: proposed.key, proposal: proposed.proposal },
  }
}

/** Every changing procedure of claims and cases once, in an order in which each is accepted. */
export function listCaseCalls(record: TestRecord): Call[] {
  const analyst = callAs(record, anActor('analyst'))
  const reviewer = callAs(record, anActor('reviewer'))
  let key = ''
  const target = () => ({ dossier, key })
  const get = () => analyst.case.get(target())
  const version = async () => ({ ...target(), basedOn: (await get()).version })
  const entry = async () => {
    const status = (await get()).statuses[0]
    return { ...target(), entry: status?.entry ?? 0, basedOn: status?.version ?? 0, reason }
  }
  const heard = async () => ({ ...target(), hearing: (await get()).hearings[0]?.version ?? 0 })
  const proposal = async () => ({ ...target(), proposal: (await get()).proposal?.id ?? 0 })
  const claimed = async () => {
    const [last] = await analyst.claim.desk({ dossier, ref })
    return { dossier, ref, claim: last?.claim ?? 0, basedOn: last?.version ?? 0, reason }
  }
  const status = { status: 'released', date: '2013-05', source: 'briefing' } as const
  const hearing = { kind: 'trial', date: '2031-04', source: 'briefing' } as const
  const { sensitivity: _, ...content } = aNewCase({ summary: 'Invented, corrected.' })
  const publish = { change: 'publish' } as const
  return [
    ['claim.record', 'analyst', () => analyst.claim.record({ dossier, ref, ...claim })],
    [
      'claim.correct',
      'analyst',
      async () => analyst.claim.correct({ ...(await claimed()), ...claim, level: 'some' }),
    ],
    ['claim.void', 'analyst', async () => analyst.claim.void(await claimed())],
    [
      'case.create',
      'analyst',
      async () => {
        key = (await analyst.case.create(aNewCase())).key
      },
    ],
    [
      'case.correct',
      'analyst',
      async () => analyst.case.correct({ ...content, ...(await version()), reason }),
    ],
    ['case.record-status', 'analyst', () => analyst.case.recordStatus({ ...target(), ...status })],
    [
      'case.correct-status',
      'analyst',
      async () => analyst.case.correctStatus({ ...(await entry()), ...status, note: 'Invented.' }),
    ],
    ['case.void-status', 'analyst', async () => analyst.case.voidStatus(await entry())],
    ['case.record-hearing', 'analyst', () => analyst.case.recordHearing({ ...target(), ...hearing })],
    [
      'case.correct-hearing',
      'analyst',
      async () => analyst.case.correctHearing({ ...(await heard()), ...hearing, kind: 'appeal' }),
    ],
    ['case.void-hearing', 'analyst', async () => analyst.case.voidHearing(await heard())],
    ['case.propose', 'analyst', async () => analyst.case.propose({ ...(await version()), ...publish })],
    ['case.retract', 'analyst', async () => analyst.case.retract(await proposal())],
    ['case.propose', 'analyst', async () => analyst.case.propose({ ...(await version()), ...publish })],
    [
      'case.refuse',
      'reviewer',
      async () => reviewer.case.refuse({ ...(await proposal()), comment: 'Invented comment.' }),
    ],
    ['case.propose', 'analyst', async () => analyst.case.propose({ ...(await version()), ...publish })],
    ['case.approve', 'reviewer', async () => reviewer.case.approve(await proposal())],
    [
      'case.restrict',
      'analyst',
      async () => analyst.case.restrict({ ...(await version()), sensitivity: 'internal', reason }),
    ],
  ]
}
