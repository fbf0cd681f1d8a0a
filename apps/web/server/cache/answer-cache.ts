import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestFilter } from '@waymark/api-host/node-server'
import type { PublicWatch } from '@waymark/api-host/watch-public'
import { parseEncoding } from '../compression.ts'
import { type KeptAnswer, KeptAnswers } from './kept-answers.ts'

export type Fetch = (request: Request, env: object) => Response | Promise<Response>

/** Bytes held in memory at most. */
const usualLimit = 64 * 1024 * 1024

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Public answers kept in memory, encoded, by address. A public answer is a function of the record's head and the
 * address alone, so all are dropped with the next write; nobody who says who they are is ever answered from here.
 *
 * `before` answers what is kept, ahead of the application; `wrap` keeps what the application answers.
 *
 * @param watch given what to call when the record may have changed
 */
export const buildAnswerCache = (watchPublic: (changed: () => void) => PublicWatch, limit = usualLimit) => {
  const kept = new KeptAnswers(limit)
  const watch = watchPublic(() => kept.clear())

  const before: RequestFilter = (incoming, outgoing, next) => {
    const key = buildKey(incoming)
    const answer = key !== null && watch.isLive() ? kept.get(key) : undefined
    if (answer === undefined) next()
    else send(incoming, outgoing, answer)
  }

  const wrap =
    (fetch: Fetch): Fetch =>
    async (request, env) => {
      const key = buildKey((env as { incoming: IncomingMessage }).incoming)
      const { generation } = kept
      const response = await fetch(request, env)
      // Whoever wrote and reads at once must find it: the change is heard before the answer to the write goes out.
      if (!safe.has(request.method)) await watch.catchUp()
      if (key === null || !isStorable(response)) return response
      const { answer, own } = await buildAnswer(response)
      if (watch.isLive()) kept.keep(key, answer, generation)
      const asked = request.headers.get('if-none-match')
      return asked !== null && names(asked, answer.etag)
        ? new Response(null, { status: 304, headers: [...buildPairs(answer.unchanged), ...own] })
        : new Response(new Uint8Array(answer.bytes), {
            status: 200,
            headers: [...buildPairs(answer.headers), ...own],
          })
    }

  return { before, wrap, close: () => watch.close() }
}

/** The address with what else decides an answer to somebody unknown; null where it is not kept. */
const buildKey = ({ method, url, headers }: IncomingMessage): string | null => {
  if (method !== 'GET' || headers.cookie !== undefined || headers.authorization !== undefined) return null
  if (headers.range !== undefined || headers['content-length'] !== undefined) return null
  if (headers['transfer-encoding'] !== undefined) return null
  return `${parseEncoding(headers['accept-encoding']) ?? ''} ${headers.host} ${url}`
}

/** What an answer may vary by and still be kept: all three are in the key, or keep a request out. */
const keyed = new Set(['accept-encoding', 'cookie', 'authorization'])

const isStorable = ({ status, headers, body }: Response): boolean => {
  const policy = headers.get('cache-control') ?? ''
  return (
    status === 200 &&
    body !== null &&
    /\bpublic\b/.test(policy) &&
    // Files of the build have their own place on disk.
    !/\b(?:immutable|no-store|private)\b/.test(policy) &&
    !headers.has('set-cookie') &&
    (headers.get('vary') ?? '')
      .split(',')
      .every((name) => name.trim() === '' || keyed.has(name.trim().toLowerCase()))
  )
}

/** What a 304 leaves out: it has no content. */
const ofContent = new Set(['content-length', 'content-type', 'content-encoding', 'content-language'])

/** What is said to one reader alone: how many requests are left to them. */
const isOwn = (name: string): boolean => name.startsWith('ratelimit-')

/** An answer as it is kept for everybody, and the headers of it that are meant for who asked first. */
async function buildAnswer(
  response: Response,
): Promise<{ readonly answer: KeptAnswer; readonly own: [string, string][] }> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const etag =
    response.headers.get('etag') ?? `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  const headers = new Headers(response.headers)
  headers.set('etag', etag)
  headers.set('content-length', String(bytes.length))
  const all = [...headers]
  const pairs = all.filter(([name]) => !isOwn(name))
  const answer = {
    headers: pairs.flat(),
    unchanged: pairs.filter(([name]) => !ofContent.has(name)).flat(),
    etag,
    bytes,
  }
  return { answer, own: all.filter(([name]) => isOwn(name)) }
}

/** True when an If-None-Match names the tag, weakly compared (RFC 9110 13.1.2). */
const names = (asked: string, etag: string): boolean =>
  asked.trim() === '*' || asked.split(',').some((one) => strong(one.trim()) === strong(etag))
const strong = (tag: string): string => tag.replace(/^W\//, '')

const buildPairs = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1] ?? '']] : []))

const send = (incoming: IncomingMessage, outgoing: ServerResponse, answer: KeptAnswer): void => {
  const asked = incoming.headers['if-none-match']
  if (asked !== undefined && names(asked, answer.etag)) {
    outgoing.writeHead(304, answer.unchanged as string[])
    outgoing.end()
    return
  }
  outgoing.writeHead(200, answer.headers as string[])
  outgoing.end(answer.bytes)
}
