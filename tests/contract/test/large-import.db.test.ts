import { startJobWorker } from '@waymark/api/features/job/worker'
import { buildTableThreads } from '@waymark/api/features/table/table-threads'
import { measureThread } from '@waymark/vitest/measure-thread'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInvented } from '../src/full-record.ts'
import { anActor, callAs, type TestRecord } from '../src/open-test-record.ts'
import { recordMembers } from '../src/table-calls.ts'

const dossier = 'invented'
const rows = 10_000
let record: TestRecord
beforeAll(async () => {
  record = await openInvented()
  await recordMembers(record)
})
afterAll(() => record.close())

const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

/** Ten thousand sources with long addresses: nearly as much as a file may have. */
const buildLargeCsv = () =>
  [
    'Key,Title,Publisher,Kind,Date,Language,Web address',
    ...Array.from(
      { length: rows },
      (_, at) =>
        `large-${at},"Invented source ${at} ${'Ә'.repeat(90)}",Invented publisher,media,2013-02-01,en,https://example.org/${at}/${'x'.repeat(1700)}`,
    ),
  ].join('\n')

test('a file of ten thousand rows and 19 MB is read, compared and written beside the server, which answers all the while', async () => {
  const { table } = callAs(record, anActor('analyst'))
  const base64 = Buffer.from(buildLargeCsv()).toString('base64')
  const failures: unknown[] = []
  const worker = startJobWorker({
    app: record.db.app,
    works: buildTableThreads(record.urls.app),
    log: { error: ({ err }: { err?: unknown }) => failures.push(err) },
  })
  /** Asks as a page does that waits. */
  const work = async ({ job }: { job: string }) => {
    for (;;) {
      const seen = await table.job({ dossier, job })
      if (seen.state !== 'queued' && seen.state !== 'running') return seen
      await pause()
    }
  }
  const stop = measureThread()
  const preview = await work(await table.upload({ dossier, name: 'large.csv', base64, table: 'sources' }))
  const reason = 'Invented: many sources.'
  const done = await work(await table.import({ dossier, job: preview.id, reason }))
  const cost = stop()
  const unwanted = await table.upload({ dossier, name: 'large.csv', base64, table: 'sources' })
  while ((await table.job({ dossier, ...unwanted })).state === 'queued') await pause()
  await table.cancel({ dossier, ...unwanted })
  const ended = await work(unwanted)
  await worker.stop()

  expect(failures).toEqual([])
  expect([preview.failure, preview.preview?.errors, preview.preview?.added]).toEqual([null, [], rows])
  expect([done.failure, done.imported]).toEqual([null, { added: rows, changed: 0, submitted: 0 }])
  expect([ended.state, ended.preview]).toEqual(['cancelled', null])
  expect(cost.samples).toBeGreaterThan(100)
  expect(cost.p99).toBeLessThan(50)
  expect(cost.longest).toBeLessThan(200)
})
