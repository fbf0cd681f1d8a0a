import { Worker } from 'node:worker_threads'
import { JobCancelled, type JobRun, type JobWork } from './worker.ts'

/** What a thread is told when it begins. */
export type ThreadInput = { readonly appUrl: string; readonly job: JobRun['job'] }

/** What a thread says: how far it has come, which has to be answered, or how it ended. */
export type ThreadMessage =
  | { readonly progress: Parameters<JobRun['progress']> }
  | { readonly outcome: Awaited<ReturnType<JobWork>> }
  | { readonly cancelled: true }

/** What a thread is told while it works: to go on, or to end. */
export type ThreadAnswer = 'go-on' | 'end'

/** As much as a dossier of the largest size that is read takes, and some. */
const mostMemoryMb = 1536

/**
 * Work of a job in a thread of its own, so that the server answers all the while: comparing ten thousand rows is seconds of
 * computing without a pause. `script` calls {@link serveThread}. The thread has its own connections; who asked to end it is told by
 * the server, so that both agree.
 */
export const buildThreadWork =
  (script: URL, appUrl: string): JobWork =>
  ({ job, progress, signal }) =>
    new Promise((resolve, reject) => {
      const workerData: ThreadInput = { appUrl, job }
      const thread = new Worker(script, {
        workerData,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      })
      const answer = (text: ThreadAnswer) => thread.postMessage(text)
      const end = () => answer('end')
      signal.addEventListener('abort', end, { once: true })
      let last: ThreadMessage | null = null
      thread.on('message', (message: ThreadMessage) => {
        if (!('progress' in message)) last = message
        else
          progress(...message.progress).then(
            () => answer('go-on'),
            () => end(),
          )
      })
      thread.on('error', reject)
      thread.on('exit', () => {
        signal.removeEventListener('abort', end)
        if (last === null) reject(new Error(`the thread of the job ${job.id} ended without a word`))
        else if ('outcome' in last) resolve(last.outcome)
        else reject(new JobCancelled())
      })
    })
