import { runNextJob } from '@waymark/api/features/job/worker'
import { tableWorks } from '@waymark/api/features/table/table-work'
import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import { anActor, type TestRecord } from './open-test-record.ts'

const dossier = 'invented'
const csv = 'Key,Title\nbriefing,"Invented briefing, renamed"\n'

/** Works off every job that waits. A failure that nobody foresaw throws. */
export async function workJobs(record: TestRecord): Promise<void> {
  const log = {
    error: ({ err }: { err?: unknown }) => {
      throw err
    },
  }
  while (await runNextJob({ app: record.db.app, works: tableWorks, log }));
}

/** Makes the synthetic people members, as a job asks who they are by the time it is worked off. */
export async function recordMembers(record: TestRecord): Promise<void> {
  for (const role of ['analyst', 'reviewer'] as const) {
    const { id, name } = anActor(role)
    await record.query(
      `insert into waymark.member (user_id, name, role, changed_at) values ($1, $2, $3, now()) on conflict do nothing`,
      [id, name, role],
    )
  }
}

/** Every changing procedure of tables once, in an order in which each is accepted. */
export function listTableCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  let job = ''
  const keep = async (created: Promise<{ job: string }>) => {
    job = (await created).job
  }
  return [
    ['table.export', 'analyst', () => analyst.table.export({ dossier, format: 'xlsx' })],
    [
      'table.upload',
      'analyst',
      () =>
        keep(
          analyst.table.upload({
            dossier,
            name: 'Sources.csv',
            base64: Buffer.from(csv).toString('base64'),
          }),
        ),
    ],
    [
      'table.preview',
      'analyst',
      async () => {
        await recordMembers(record)
        await workJobs(record)
        await keep(
          analyst.table.preview({
            dossier,
            job,
            choices: { Sources: { shape: 'sources', mapping: ['key', 'title'] } },
          }),
        )
      },
    ],
    [
      'table.ask-import',
      'analyst',
      async () => {
        await workJobs(record)
        await keep(analyst.table.import({ dossier, job, reason: 'Invented.' }))
      },
    ],
    ['table.cancel', 'analyst', () => analyst.table.cancel({ dossier, job })],
  ]
}
