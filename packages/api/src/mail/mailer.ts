import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Message } from './build-message.ts'

/** Hands a message on; throws when that failed. */
export type Mailer = { readonly send: (message: Message) => Promise<void>; readonly close: () => void }

/** Addresses of ours hold nothing that could end a header or name a second person. */
const plainAddress = /^[^\s"'<>,;:()[\]\\\p{Cc}@]+@[A-Za-z0-9.-]+$/u
/** A person's address, or the name of a sender with one: `Waymark <waymark@example.org>`. */
const senderAddress = /^(?:[A-Za-z0-9 ._-]{1,60} )?<[^\s"'<>,;:()[\]\\\p{Cc}@]+@[A-Za-z0-9.-]+>$/u

/** True for one address that can be put into a header as it is. */
export const isMailAddress = (address: string): boolean => address.length <= 254 && plainAddress.test(address)
export const isSender = (address: string): boolean => isMailAddress(address) || senderAddress.test(address)

/** A message that would put something into a header that was not meant for it. */
export class MailAddressError extends Error {
  override readonly name = 'MailAddressError'
}

function refuseInjection({ to, subject }: Message): void {
  if (!isMailAddress(to)) throw new MailAddressError('the address is not one that mail can go to')
  if (/\p{Cc}/u.test(subject)) throw new MailAddressError('the subject is more than a line')
}

const getFields = (from: string, { to, subject, text }: Message) => ({
  from,
  // As a structure: nothing in an address is read as a list or a name.
  to: { name: '', address: to },
  subject,
  text,
  headers: { 'Auto-Submitted': 'auto-generated' },
  // What is sent is text alone; nothing is fetched or read from the disk to send it.
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** Sends through the server of `WAYMARK_SMTP_URL`; a server that does not answer is given up after 20 seconds. */
export function buildSmtpMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const limit = 20_000
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    // A password never goes over a line that others can read.
    ...(username === ''
      ? {}
      : {
          requireTLS: !secure,
          auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
        }),
  })
  return {
    send: async (message) => {
      refuseInjection(message)
      await transport.sendMail(getFields(from, message))
    },
    close: () => transport.close(),
  }
}

/** Writes each message as a file that a mail program opens: for development, and for trying the product out. */
export function buildFileMailer({
  folder,
  from,
}: {
  readonly folder: string
  readonly from: string
}): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (message) => {
      refuseInjection(message)
      const { message: bytes } = await transport.sendMail(getFields(from, message))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = randomUUID()
      const draft = join(folder, `.${name}`)
      await writeFile(draft, bytes as Buffer, { mode: 0o600 })
      await rename(draft, join(folder, `${name}.eml`))
    },
    close: () => {},
  }
}
