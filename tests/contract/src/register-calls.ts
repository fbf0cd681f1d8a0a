import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { TestRecord } from './open-test-record.ts'
import { aSubmission } from './workflow.ts'

const dossier = 'invented'

/** Every changing procedure of the register and its views once. */
export function listRegisterCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  const ref = 'XX-2011-01'
  let view = { id: '', rev: 0 }
  const named = { dossier, name: 'Invented view', shared: true }
  return [
    [
      'register.columns',
      'analyst',
      () => analyst.register.columns({ dossier, columns: ['standing', 'due'] }),
    ],
    [
      'view.save',
      'analyst',
      async () => {
        view = await analyst.view.save({ ...named, query: 'standing=stale' })
      },
    ],
    [
      'view.change',
      'analyst',
      async () => {
        view = await analyst.view.change({ ...named, ...view, query: 'sort=title' })
      },
    ],
    ['view.drop', 'analyst', () => analyst.view.drop({ dossier, ...view })],
    [
      'assessment.submit-batch',
      'analyst',
      async () => {
        const { version } = await analyst.assessment.form({ dossier, ref })
        await analyst.register.submit({ dossier, rows: [aSubmission({ basedOn: version })] })
      },
    ],
  ]
}
