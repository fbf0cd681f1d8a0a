import { people } from './full-record.ts'
import type { TestRecord } from './open-test-record.ts'

/** One call of a changing procedure: what its audit entry must say was done, by whom, and the call. */
export type Call = readonly [action: string, actor: string, call: () => Promise<unknown>]

const dossier = 'invented'
const ref = 'XX-2011-01'
const target = { dossier, ref, milestone: 'signed' }
const signed = { dossier, key: 'signed' }
const cited = { source: 'briefing', locator: 'page 4' }
const reason = 'Invented reason.'

/** Every changing procedure of commitments, links, milestones and uptake once, in an order in which each is accepted. */
export function listLinkageCalls(record: TestRecord): Call[] {
  const { analyst, reviewer } = people(record)
  const link = async () => (await reviewer.link.get(target)).version
  const milestone = async () => (await reviewer.milestone.desk(signed)).version
  const commitment = async () => (await reviewer.commitment.desk({ dossier }))[0]?.version ?? 0
  const uptake = async () => {
    const last = (await analyst.uptake.desk({ dossier, ref })).at(-1)
    return { dossier, ref, event: last?.event ?? 0, basedOn: last?.version ?? 0 }
  }
  const statement = { dossier, key: 'newly-stated', actor: 'eu-body', date: '2013-05', ...cited }
  const terms = { role: 'required' as const, required: 'some', commitments: ['newly-stated'] }
  const plan = { kind: 'ratification', title: 'Invented ratification', planned: '2016' } as const
  let waiver = 0
  let event = 0
  return [
    [
      'commitment.record',
      'reviewer',
      () => reviewer.commitment.record({ ...statement, summary: 'Invented: it must depend.' }),
    ],
    [
      'commitment.correct',
      'reviewer',
      async () =>
        reviewer.commitment.correct({
          ...statement,
          basedOn: await commitment(),
          summary: 'Invented: it should depend.',
          reason,
        }),
    ],
    [
      'linkage.link',
      'reviewer',
      () =>
        reviewer.link.create({
          dossier,
          milestone: 'signed',
          recommendations: ['XX-2012-01'],
          ...terms,
        }),
    ],
    [
      'linkage.correct',
      'reviewer',
      async () => reviewer.link.correct({ ...target, basedOn: await link(), ...terms, reason }),
    ],
    [
      'linkage.end',
      'reviewer',
      async () => reviewer.link.end({ ...target, basedOn: await link(), ended: '2013-05', reason }),
    ],
    [
      'linkage.waive',
      'reviewer',
      async () => {
        const waived = await reviewer.link.waive({
          ...target,
          effective: '2012',
          why: 'Invented.',
          ...cited,
        })
        waiver = waived.waiver
      },
    ],
    [
      'linkage.end-waiver',
      'reviewer',
      () => reviewer.link.endWaiver({ ...target, waiver, basedOn: waiver, ended: '2013-05', reason }),
    ],
    [
      'milestone.plan',
      'reviewer',
      () => reviewer.milestone.plan({ dossier, track: 'agreement', ...plan, ...cited }),
    ],
    [
      'milestone.move',
      'reviewer',
      () => reviewer.milestone.move({ ...signed, effective: '2013-05', planned: '2016', ...cited }),
    ],
    [
      'milestone.cancel',
      'reviewer',
      async () => {
        const cancelled = await reviewer.milestone.cancel({ ...signed, effective: '2013-05', ...cited })
        event = cancelled.event
      },
    ],
    ['milestone.void', 'reviewer', () => reviewer.milestone.void({ ...signed, event, reason })],
    [
      'milestone.occur',
      'reviewer',
      async () =>
        reviewer.milestone.occur({
          ...signed,
          basedOn: await milestone(),
          occurred: '2013-05-31',
          ...cited,
        }),
    ],
    [
      'milestone.correct',
      'reviewer',
      async () =>
        reviewer.milestone.correct({
          ...signed,
          basedOn: await milestone(),
          kind: 'signed',
          title: 'Invented agreement signed',
          planned: '2015-12',
          ...cited,
          reason,
        }),
    ],
    [
      'uptake.record',
      'analyst',
      () => analyst.uptake.record({ dossier, ref, kind: 'stated', date: '2013-05', ...cited }),
    ],
    [
      'uptake.correct',
      'analyst',
      async () =>
        analyst.uptake.correct({
          ...(await uptake()),
          kind: 'adopted',
          date: '2013-05',
          ...cited,
          reason,
        }),
    ],
    ['uptake.void', 'analyst', async () => analyst.uptake.void({ ...(await uptake()), reason })],
  ]
}
