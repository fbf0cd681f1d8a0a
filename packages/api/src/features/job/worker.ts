import type { Database } from '@waymark/db/schema'
import type { Kysely } from 'kysely'
import { listenForJobs } from './announce.ts'
import { finishJob, type JobRow, recordProgress, takeJob } from './job.command.ts'

/** A job is another's when its worker has not been heard of for so long. */
const leaseSeconds = 60
const lookEveryMs = 3000

/** The person wants the job to end. Nothing that it wrote is kept. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled'
}

export type JobRun = {
  readonly app: Kysely<Database>
  readonly job: JobRow
  /** Says how far it has come. @throws JobCancelled when it is to end */
  readonly progress: (stage: string, done?: number, total?: number | null) => Promise<void>
  readonly signal: AbortSignal
}

/** The work of one kind of job: gives the report, with `failed` when it could not be done for a reason that the report tells. */
export type JobWork = (run: JobRun) => Promise<{ readonly failed: boolean; readonly report: object }>

type Surroundings = {
  readonly app: Kysely<Database>
  readonly works: Readonly<Record<string, JobWork>>
  readonly log: { readonly error: (about: object, message: string) => void }
}

/** Takes the next job that waits and works it off; false when none waits. */
export async function runNextJob(
  { app, works, log }: Surroundings,
  signal: AbortSignal = new AbortController().signal,
): Promise<boolean> {
  const job = await takeJob(app, Object.keys(works), leaseSeconds)
  if (job === null) return false
  let last = { stage: 'reading', done: 0, total: null as number | null }
  const progress: JobRun['progress'] = async (stage, done = 0, total = null) => {
    last = { stage, done, total }
    if (signal.aborted || !(await recordProgress(app, job.id, last, leaseSeconds))) throw new JobCancelled()
  }
  // Keeps the job ours through work that says nothing for long.
  const heart = setInterval(
    () => {
      recordProgress(app, job.id, last, leaseSeconds).catch(() => {})
    },
    (leaseSeconds * 1000) / 4,
  )
  try {
    const work = works[job.kind]
    if (work === undefined) throw new Error(`no work for jobs of the kind ${job.kind}`)
    const { failed, report } = await work({ app, job, progress, signal })
    await finishJob(app, job.id, failed ? 'failed' : 'done', report)
  } catch (error) {
    if (error instanceof JobCancelled) await finishJob(app, job.id, 'cancelled', null)
    else {
      log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed')
      await finishJob(app, job.id, 'failed', null)
    }
  } finally {
    clearInterval(heart)
  }
  return true
}

/** Works off jobs one after another until it is stopped; stopping waits for the one that runs, which is asked to end. */
export function startJobWorker(surroundings: Surroundings): { readonly stop: () => Promise<void> } {
  const end = new AbortController()
  let running: Promise<void> | null = null
  const work = async () => {
    try {
      while (!end.signal.aborted && (await runNextJob(surroundings, end.signal)));
    } catch (error) {
      if (!end.signal.aborted) surroundings.log.error({ err: error }, 'the jobs could not be looked for')
    }
  }
  const look = () => {
    if (end.signal.aborted) return
    running ??= work().finally(() => {
      running = null
    })
  }
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  const unlisten = listenForJobs(() => {
    if (running === null) look()
    else void running.then(look)
  })
  look()
  return {
    stop: async () => {
      end.abort()
      clearInterval(timer)
      unlisten()
      await running
    },
  }
}
