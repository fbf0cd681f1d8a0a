import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export type Served = { readonly url: string; readonly hasPages: boolean; readonly close: () => Promise<void> }

/** The product's server over a data directory: with its pages when they are built, else the data alone. */
export async function serveProduct(dataDir: string): Promise<Served> {
  const hasPages = existsSync(`${root}/apps/web/build/server`)
  const main = hasPages ? 'apps/web/server/main.ts' : 'apps/api/src/main.ts'
  const server = spawn(process.execPath, [main], {
    cwd: root,
    // Nothing of this environment's own settings: it could point at a real record.
    env: { PATH: process.env.PATH, WAYMARK_DATA: dataDir, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  const close = async () => {
    server.kill('SIGTERM')
    await ended
  }
  let told = ''
  const ready = new Promise<string>((resolve) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text
      const url = /https?:\/\/[^\s/]+/.exec(told)?.[0]
      if (url !== undefined) resolve(url.replace('localhost', '127.0.0.1'))
    })
  })
  let complaint = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000)
  })
  const url = await Promise.race([ready, ended.then(() => null)])
  if (url === null) throw new Error(`the server did not start: ${complaint}`)
  return { url, hasPages, close }
}

/** Asks for an address as a reader would and takes the whole answer. */
export async function readAddress(url: string): Promise<void> {
  const response = await fetch(url)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
}
