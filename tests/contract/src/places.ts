import { createUser } from '@waymark/api/accounts/accounts'
import { people } from './full-record.ts'
import { anActor, callAs, operator, type TestRecord } from './open-test-record.ts'
import type { Places } from './procedures.ts'
import { aSubmission, publish } from './workflow.ts'

/** Gives the invented dossier what {@link Places} names. */
export async function createPlaces(record: TestRecord): Promise<Places> {
  const author = callAs(record, anActor('analyst', 'author'))
  const published = await publish({ analyst: author, reviewer: people(record).reviewer })
  const { version } = await author.assessment.form({ dossier: 'invented', ref: 'XX-2011-01' })
  const { id: waiting } = await author.assessment.submit(aSubmission({ basedOn: version, level: 'some' }))
  const user = await createUser(record.auth, operator, {
    email: 'spare@waymark.example.org',
    name: 'Spare',
    password: 'a synthetic password',
    role: 'analyst',
  })
  if (!user.ok) throw new Error(user.error.code)
  return { waiting, published, version, userId: user.value.id }
}
