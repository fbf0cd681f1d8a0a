import { join } from 'node:path'
import type { Config } from '@waymark/config/config'
import { buildFileMailer, buildSmtpMailer, type Mailer } from './mailer.ts'
import { sendDueDigests } from './send-digests.ts'
import { type Sending, sendDueMail } from './send-notifications.ts'

/** Who the messages are from where nobody said: an address that leads nowhere. */
const nobody = 'waymark@localhost'
const roundMs = 20_000

/**
 * How this installation sends mail: through the server of its configuration; as files under `mail` of the data directory
 * where it is tried out or developed; not at all (null) in production without a mail server.
 */
export function buildMailer(config: Pick<Config, 'mode' | 'isDev' | 'dataDir' | 'mail'>): Mailer | null {
  const { mode, isDev, dataDir, mail } = config
  if (mail?.url !== undefined) return buildSmtpMailer({ url: mail.url, from: mail.from })
  if (mode === 'production' && !isDev) return null
  return buildFileMailer({ folder: join(dataDir, 'mail'), from: mail?.from ?? nobody })
}

/** What went wrong, without the address that the mail server repeats in its answer. */
function getFault(error: unknown): object {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return { code: String(code ?? (error instanceof Error ? error.name : 'unknown')), responseCode }
}

/**
 * Mails notifications and digests for as long as the server runs, round after round; any number of servers may do so beside each
 * other. `stop` waits for the message that is under way.
 */
export function runMail(
  sending: Sending,
  log: (fields: object, message: string) => void,
): { readonly stop: () => Promise<void> } {
  let isEnding = false
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const send = (what: string, sendAll: typeof sendDueMail) =>
    sendAll(sending, () => isEnding)
      .then(({ faults }) => {
        for (const fault of faults) log(getFault(fault), `${what} could not be mailed and is tried again`)
      })
      .catch((error: unknown) => log({ err: error }, `${what} could not be mailed`))
  const begin = () => {
    round = send('a notification', sendDueMail)
      .then(() => send('a digest of action points', sendDueDigests))
      .then(() => {
        if (!isEnding) timer = setTimeout(begin, roundMs).unref()
      })
  }
  begin()
  return {
    stop: async () => {
      isEnding = true
      clearTimeout(timer)
      await round
      sending.mailer.close()
    },
  }
}
