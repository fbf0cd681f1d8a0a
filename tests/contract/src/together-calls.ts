import type { AccountRole } from '@waymark/access/role'
import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const subject = { dossier, kind: 'recommendation', key: 'XX-2011-01' } as const

/** Gives a synthetic person of the tests a place among the members, without which nobody can ask or mention them. */
export async function createSyntheticMember(
  record: TestRecord,
  id: string,
  role: AccountRole,
  { disabled = false } = {},
): Promise<void> {
  await record.query(
    `insert into waymark.member (user_id, name, role, disabled, changed_at) values ($1, $2, $3, $4, now())`,
    [id, `Synthetic ${id}`, role, disabled],
  )
}

/** Every changing procedure of comments, assignments and notifications once, in an order in which each is accepted. */
export function listTogetherCalls(record: TestRecord): Call[] {
  const { analyst, reviewer } = people(record)
  const open = async () => {
    const [first] = await reviewer.assignment.list(subject)
    return { dossier, id: first?.id ?? '', rev: first?.rev ?? 0 }
  }
  const terms = { assignee: 'reviewer', task: 'review' } as const
  let comment = ''
  return [
    [
      'comment.write',
      'analyst',
      async () => {
        await createSyntheticMember(record, 'reviewer', 'reviewer')
        const written = await analyst.comment.write({
          ...subject,
          text: 'Invented words.',
          mentions: ['reviewer'],
        })
        comment = written.id
      },
    ],
    ['comment.remove', 'reviewer', () => reviewer.comment.remove({ dossier, id: comment })],
    ['notification.read', 'reviewer', () => reviewer.notification.read({})],
    [
      'assignment.create',
      'analyst',
      () =>
        analyst.assignment.create({
          dossier,
          kind: 'recommendation',
          keys: ['XX-2011-01', 'XX-2012-01'],
          ...terms,
        }),
    ],
    [
      'assignment.change',
      'reviewer',
      async () => reviewer.assignment.change({ ...(await open()), ...terms, task: 'other' }),
    ],
    ['assignment.done', 'reviewer', async () => reviewer.assignment.done(await open())],
    [
      'assignment.drop',
      'reviewer',
      async () => {
        const [mine] = await reviewer.assignment.mine({})
        await reviewer.assignment.drop({ dossier, id: mine?.id ?? '', rev: mine?.rev ?? 0 })
      },
    ],
  ]
}
