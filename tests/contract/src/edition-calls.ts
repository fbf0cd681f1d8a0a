import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import { anActor, callAs, type TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const proposal = { dossier, asOf: '2013-06-30', title: 'Invented edition' } as const

/** What inputs of editions name: one that somebody prepared who is not an actor of the tests, and the address of a published one. */
export type EditionPlaces = { readonly proposed: number; readonly published: string }

export async function createEditionPlaces(record: TestRecord): Promise<EditionPlaces> {
  const author = callAs(record, anActor('analyst', 'author'))
  const { edition } = await author.edition.propose(proposal)
  const { id } = await people(record).reviewer.edition.publish({ dossier, edition })
  const waiting = await author.edition.propose(proposal)
  return { proposed: waiting.edition, published: id }
}

/** Valid inputs of the procedures of editions. */
export const buildEditionInputs = ({
  proposed,
  published,
}: EditionPlaces): Record<string, Record<string, unknown>> => ({
  'edition.list': { dossier },
  'edition.get': { dossier, id: published },
  'edition.compare': { dossier, id: published, with: published },
  'edition.desk': { dossier },
  'edition.preview': { dossier, asOf: '2013-06-30', method: 'm1' },
  'edition.review': { dossier, edition: proposed },
  'edition.propose': {
    ...proposal,
    method: 'm1',
    note: 'Invented.',
    embargoUntil: '2999-01-01T09:00:00Z',
    corrects: { id: published, what: 'Invented: wrong.' },
  },
  'edition.retract': { dossier, edition: proposed },
  'edition.publish': { dossier, edition: proposed },
  'edition.return': { dossier, edition: proposed, comment: 'Invented comment.' },
})

/** Every changing procedure of editions once, in an order in which each is accepted. */
export function listEditionCalls(record: TestRecord): Call[] {
  const { analyst, reviewer } = people(record)
  let edition = 0
  const propose: Call = [
    'edition.propose',
    'analyst',
    async () => {
      edition = (await analyst.edition.propose(proposal)).edition
    },
  ]
  return [
    propose,
    ['edition.retract', 'analyst', () => analyst.edition.retract({ dossier, edition })],
    propose,
    [
      'edition.return',
      'reviewer',
      () => reviewer.edition.return({ dossier, edition, comment: 'Invented comment.' }),
    ],
    propose,
    ['edition.publish', 'reviewer', () => reviewer.edition.publish({ dossier, edition })],
  ]
}
