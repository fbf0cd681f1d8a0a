import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { openBeside } from '@waymark/db/open-beside'
import type { ThreadAnswer, ThreadInput, ThreadMessage } from './thread.ts'
import { JobCancelled, type JobWork } from './worker.ts'

/** The whole of a thread that {@link buildThreadWork} starts: does the work of its job and says how it ended. */
export async function serveThread(works: Readonly<Record<string, JobWork>>): Promise<void> {
  if (parentPort === null) throw new Error('This is a thread of the server: it is not started by itself.')
  const port = parentPort
  const { appUrl, job } = workerData as ThreadInput
  const say = (message: ThreadMessage) => port.postMessage(message)
  const end = new AbortController()
  port.on('message', (answer: ThreadAnswer) => {
    if (answer === 'end') end.abort()
  })
  // A lost connection fails the work that used it; there is nothing else to say of it.
  const record = openBeside(appUrl, () => {})
  try {
    const work = works[job.kind]
    if (work === undefined) throw new Error(`no work for jobs of the kind ${job.kind}`)
    const progress = async (...at: [string, number?, (number | null)?]) => {
      const answered = once(port, 'message')
      say({ progress: at })
      const [answer] = (await answered) as [ThreadAnswer]
      if (answer === 'end' || end.signal.aborted) throw new JobCancelled()
    }
    say({ outcome: await work({ app: record.app, job, progress, signal: end.signal }) })
  } catch (error) {
    if (!(error instanceof JobCancelled)) throw error
    say({ cancelled: true })
  } finally {
    await record.close()
    port.close()
  }
}
