import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { buildFileMailer, buildSmtpMailer, isMailAddress, type Mailer } from './mailer.ts'

const from = 'Waymark <waymark@example.org>'
const aMessage = { to: 'someone@example.org', subject: 'Waymark: 2 notifications', text: 'A line.\n' }

type Received = { readonly from: string; readonly to: string[]; readonly data: string }
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A mail server of a few commands on loopback. `refuse`: answers every recipient with a failure. */
async function openMailServer({ refuse = false } = {}) {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    let text = ''
    let sender = ''
    let to: string[] = []
    let inData = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      text += bytes.toString('utf8')
      for (;;) {
        if (inData) {
          const end = text.indexOf('\r\n.\r\n')
          if (end < 0) return
          received.push({ from: sender, to, data: text.slice(0, end) })
          text = text.slice(end + 5)
          inData = false
          to = []
          say('250 kept')
          continue
        }
        const end = text.indexOf('\r\n')
        if (end < 0) return
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        if (/^EHLO/i.test(line)) say('250 test')
        else if (/^STARTTLS/i.test(line)) say('502 not here')
        else if (/^MAIL FROM:/i.test(line)) {
          sender = line.slice(10)
          say('250 ok')
        } else if (/^RCPT TO:/i.test(line)) {
          to.push(line.slice(8))
          say(refuse ? '451 not now' : '250 ok')
        } else if (/^DATA/i.test(line)) {
          inData = true
          say('354 go on')
        } else if (/^QUIT/i.test(line)) {
          say('221 bye')
          socket.end()
        } else say('250 ok')
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((done) => server.close(() => done()))
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { received, url: `smtp://127.0.0.1:${address.port}` }
}

const openMailer = (url: string): Mailer => {
  const mailer = buildSmtpMailer({ url, from })
  closing.push(mailer.close)
  return mailer
}

test('a message reaches the mail server whole, from the configured sender to one person', async () => {
  const { received, url } = await openMailServer()
  await openMailer(url).send(aMessage)
  const [{ to, data, from: sender } = { to: [], data: '', from: '' }] = received
  expect([received.length, sender, to]).toEqual([1, '<waymark@example.org>', ['<someone@example.org>']])
  expect(data).toContain('Subject: Waymark: 2 notifications')
  expect(data).toContain('Auto-Submitted: auto-generated')
  expect(data).toContain('\r\n\r\nA line.')
  expect(data).not.toMatch(/^(Cc|Bcc):/im)
})

test('a mail server that says no, or is not there, is a failure and not a silence', async () => {
  const { received, url } = await openMailServer({ refuse: true })
  await expect(openMailer(url).send(aMessage)).rejects.toThrow()
  expect(received).toEqual([])
  await expect(openMailer('smtp://127.0.0.1:1').send(aMessage)).rejects.toThrow()
})

test('a password is not sent over a line that is not encrypted', async () => {
  const { received, url } = await openMailServer()
  await expect(openMailer(url.replace('//', '//user:secret@')).send(aMessage)).rejects.toThrow()
  expect(received).toEqual([])
})

/** Ways to smuggle a header, a second recipient or a body through an address or a subject. */
const breaks = [
  '\r\n',
  '\n',
  '\r',
  '\u0000',
  '\u2028\r\n',
  '\r\n\r\n',
  '\u000b\n',
  '\t\n',
  '\u0085',
  '\u007f',
]
const smuggled = [
  'Bcc: all@example.net',
  'Subject: other',
  'Content-Type: text/html',
  'RCPT TO:<all@example.net>',
]
const payloads = breaks.flatMap((end) => smuggled.map((header) => `${end}${header}`))

test(`none of ${payloads.length} payloads gets into a header or past the envelope`, async () => {
  expect(payloads.length).toBe(40)
  const { received, url } = await openMailServer()
  const mailer = openMailer(url)
  for (const payload of payloads) {
    for (const message of [
      { ...aMessage, to: `someone@example.org${payload}` },
      { ...aMessage, to: `someone${payload}@example.org` },
      { ...aMessage, subject: `Waymark${payload}` },
    ])
      await expect(mailer.send(message)).rejects.toThrow()
  }
  expect(received).toEqual([])
})

test.each([
  'a@example.org, all@example.net',
  'a@example.org;all@example.net',
  '"a" <a@example.org>',
  '<a@example.org>',
  'a b@example.org',
  'a@example.org (all)',
  'group: a@example.org;',
  'a@',
  '@example.org',
  'a@b@example.org',
  'a\\@example.org',
  '',
])('%j is no address to write to', async (to) => {
  expect(isMailAddress(to)).toBe(false)
  const folder = await mkdtemp(join(tmpdir(), 'waymark-mail-'))
  closing.push(() => rm(folder, { recursive: true }))
  await expect(buildFileMailer({ folder, from }).send({ ...aMessage, to })).rejects.toThrow()
  expect(await readdir(folder)).toEqual([])
})

test('without a mail server a message becomes a file of its own that only we can read', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'waymark-mail-')), 'mail')
  closing.push(() => rm(join(folder, '..'), { recursive: true }))
  const mailer = buildFileMailer({ folder, from })
  await mailer.send(aMessage)
  await mailer.send(aMessage)
  const names = await readdir(folder)
  expect(names).toHaveLength(2)
  for (const name of names) {
    expect(name).toMatch(/^[0-9a-f-]{36}\.eml$/)
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    const text = await readFile(join(folder, name), 'utf8')
    expect(text).toContain('To: someone@example.org')
    expect(text).toContain('From: Waymark <waymark@example.org>')
  }
})
