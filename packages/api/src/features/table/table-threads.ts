import { buildThreadWork } from '../job/thread.ts'
import type { JobWork } from '../job/worker.ts'

const script = new URL('./scripts/work-table.ts', import.meta.url)

/**
 * The work of every kind of job that tables have, each run in a thread of its own with its own connections.
 * @param appUrl of the database, for the role that writes the record
 */
export const buildTableThreads = (appUrl: string): Readonly<Record<string, JobWork>> => ({
  'table.preview': buildThreadWork(script, appUrl),
  'table.import': buildThreadWork(script, appUrl),
})
