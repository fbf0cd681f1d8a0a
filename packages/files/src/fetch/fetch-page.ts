import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Network } from './network.ts'
import { type FetchFailure, openResponse, Refused } from './open-response.ts'
import type { CertificateFault, TlsSeen } from './tls-seen.ts'

export type FetchLimits = { readonly milliseconds: number; readonly bytes: number }

/** A page as it came: its bytes with the transfer's compression undone, and what the site said about them. */
export type FetchedPage = {
  readonly url: string
  readonly status: number
  readonly chain: readonly { readonly url: string; readonly status: number }[]
  readonly headers: Readonly<Record<string, string>>
  readonly tls: TlsSeen | null
}

export type FetchValue =
  | FetchedPage
  | {
      readonly failure: FetchFailure | 'page-answers-with-error' | 'file-too-large' | 'file-type-refused'
      readonly status?: number
      readonly fault?: CertificateFault
    }

/** Headers that say something of the page and nothing of who asked. */
const keptHeaders = ['content-type', 'content-language', 'last-modified', 'etag', 'date', 'server']

const taken =
  /^(text\/html|application\/xhtml\+xml|application\/pdf|application\/octet-stream|image\/(png|jpeg|webp))\s*(;|$)/i

/** Fetches one page within the limits, everything included. Never throws; runs in a child process only. */
export async function fetchPage(
  text: string,
  network: Network,
  limits: FetchLimits,
): Promise<{ value: FetchValue; bytes: Uint8Array | null }> {
  const signal = AbortSignal.timeout(limits.milliseconds)
  try {
    const response = await orTooSlow(openResponse(text, 'GET', network, signal), signal)
    try {
      const { url, status, chain, tls, headers } = response
      const type = headers['content-type']
      if (status !== 200) return { value: { failure: 'page-answers-with-error', status }, bytes: null }
      if (type !== undefined && !taken.test(type))
        return { value: { failure: 'file-type-refused' }, bytes: null }
      const bytes = await orTooSlow(
        readBody(response.body, headers['content-encoding'], limits.bytes),
        signal,
      )
      if (bytes === null) return { value: { failure: 'file-too-large' }, bytes: null }
      const kept = keptHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))
      return { value: { url, status, chain, tls, headers: Object.fromEntries(kept) }, bytes }
    } finally {
      await response.close()
    }
  } catch (error) {
    if (error instanceof Refused) {
      const { failure, fault } = error
      return { value: { failure, ...(fault === null ? {} : { fault }) }, bytes: null }
    }
    return { value: { failure: signal.aborted ? 'page-too-slow' : 'page-unreachable' }, bytes: null }
  }
}

/** Also for what does not listen to the signal: a resolver that never answers. */
function orTooSlow<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Refused('page-too-slow')), { once: true })
    work.then(resolve, reject)
  })
}

/** The body, or null when it is longer than `maxBytes`, as sent or as inflated: counted while it comes, whatever was announced. */
async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array | null> {
  let sent = 0
  body.on('data', (part: Buffer) => {
    sent += part.byteLength
    if (sent > maxBytes) body.destroy()
  })
  const decoded = decodeBody(body, encoding)
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of decoded) {
      size += part.byteLength
      if (size > maxBytes) return null
      parts.push(part)
    }
  } catch (error) {
    if (sent > maxBytes) return null
    throw error
  } finally {
    decoded.destroy()
    body.destroy()
  }
  return Buffer.concat(parts)
}

function decodeBody(body: Readable, encoding: string | undefined): Readable {
  const name = encoding?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return body
  const build = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }[name]
  if (build === undefined) throw new Refused('page-unreachable')
  const decoder = build()
  body.on('error', (error) => decoder.destroy(error))
  body.on('close', () => {
    if (!body.readableEnded) decoder.destroy(new Error('The body ended early.'))
  })
  return body.pipe(decoder)
}
