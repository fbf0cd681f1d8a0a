import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import { anActor, callAs, type TestRecord } from './open-test-record.ts'
import { aSubmission } from './workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'

/** Every changing procedure of second ratings once, on an assessment that the analyst submits for it. */
export function listCodingCalls(record: TestRecord): Call[] {
  const { analyst, reviewer, administrator } = people(record)
  const second = callAs(record, anActor('analyst', 'second'))
  const member = 'asked-to-code'
  let id = 0
  const submit = async () => {
    await record.query(
      `insert into waymark.member (user_id, name, role, disabled, changed_at)
       values ($1, 'Synthetic colleague', 'analyst', false, now()) on conflict do nothing`,
      [member],
    )
    const { version } = await analyst.assessment.form({ dossier, ref })
    id = (await analyst.assessment.submit(aSubmission({ basedOn: version, level: 'some' }))).id
  }
  return [
    ['assessment.submit', 'analyst', submit],
    ['coding.ask', 'analyst', () => analyst.coding.ask({ dossier, id, coder: member })],
    ['coding.pick', 'reviewer', () => reviewer.coding.pick({ dossier, id })],
    [
      'coding.rate',
      'reviewer',
      () => reviewer.coding.rate({ dossier, id, level: 'limited', rationale: 'Invented.' }),
    ],
    ['coding.pick', 'administrator', () => administrator.coding.pick({ dossier, id })],
    [
      'coding.rate',
      'administrator',
      () => administrator.coding.rate({ dossier, id, level: 'some', rationale: 'Invented.' }),
    ],
    ['coding.pick', 'second', () => second.coding.pick({ dossier, id })],
    ['coding.decline', 'second', () => second.coding.decline({ dossier, id })],
    ['assessment.retract', 'analyst', () => analyst.assessment.retract({ dossier, id })],
  ]
}
