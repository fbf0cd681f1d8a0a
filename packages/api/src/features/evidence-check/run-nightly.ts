import { runAlone } from '@waymark/db/queries/file.query'
import { assessFiles, assessLinks, type Checking } from './check-evidence.ts'

const lookEveryMs = 10 * 60_000
/** What was looked at within so many hours is not due: two servers, or a server started twice, check once a night. */
const restHours = 20

type Log = {
  readonly info: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

/** Hours in which few people work from Lisbon to Almaty: 22:00 to 03:59 UTC. */
export const isNight = (instant: string): boolean => {
  const hour = Number(instant.slice(11, 13))
  return hour >= 22 || hour < 4
}

/**
 * Checks what is due, at night, unless another process does so already. `links: false` leaves the addresses alone.
 * @returns true when it looked
 */
export async function checkAtNight(
  checking: Checking & { readonly links: boolean; readonly log: Log },
): Promise<boolean> {
  const { app, now, links, log } = checking
  if (!isNight(now())) return false
  const checkedBefore = new Date(Date.parse(now()) - restHours * 3_600_000).toISOString()
  return runAlone(app, async () => {
    const { checked, faults } = await assessFiles(checking, checkedBefore)
    const asked = links ? await assessLinks(checking, checkedBefore) : { checked: 0, dead: [] }
    for (const { sha256, fault } of faults) log.error({ sha256, fault }, 'a file does not match its hash')
    if (checked + asked.checked > 0)
      log.info({ files: checked, links: asked.checked, dead: asked.dead.length }, 'evidence was checked')
  })
}

/** Looks every ten minutes whether there is something to check; `stop` ends it after the file or address at hand. */
export function startNightlyChecks(
  checking: Omit<Checking, 'signal'> & { readonly links: boolean; readonly log: Log },
): { readonly stop: () => Promise<void> } {
  const end = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    running = running
      .then(() => checkAtNight({ ...checking, signal: end.signal }))
      .catch((err: unknown) => checking.log.error({ err }, 'evidence could not be checked'))
  }, lookEveryMs).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      end.abort()
      await running
    },
  }
}
