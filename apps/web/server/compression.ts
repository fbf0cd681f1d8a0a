import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  gzipSync,
} from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { getBytes } from './whole-answer.ts'

const compressible =
  /^(?:text\/(?!event-stream)|image\/svg\+xml|application\/(?:json|javascript|xml|problem\+json|atom\+xml|ld\+json))/
const least = 1_024
/** Answers up to this size are compressed in one piece, which costs less than a stream. */
const most = 1_048_576
/** Answers up to this size keep the server's thread for half a millisecond. */
const mostAtOnce = 98_304

// Quality 5 makes a page a tenth smaller than 4 in a millisecond more or less; the next step that counts (10) takes sixty.
const buildBrotliOptions = (quality: number, window: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window },
})
const brotliOptions = buildBrotliOptions(5, 18)
const quickBrotliOptions = buildBrotliOptions(2, 16)
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
const encoders = {
  br: {
    whole: (bytes: Uint8Array) => compressBrotli(bytes, brotliOptions),
    quick: (bytes: Uint8Array) => brotliCompressSync(bytes, quickBrotliOptions),
    stream: () => createBrotliCompress(brotliOptions),
  },
  gzip: {
    whole: (bytes: Uint8Array) => compressGzip(bytes),
    quick: (bytes: Uint8Array) => gzipSync(bytes, { level: 1 }),
    stream: () => createGzip(),
  },
} as const

type Encoding = keyof typeof encoders

/** The best encoding that an Accept-Encoding header allows, or null. A quality of 0 forbids one. */
export const parseEncoding = (accepted: string | undefined): Encoding | null => {
  const allowed = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.split(';', 1)[0]?.trim()),
  )
  return allowed.has('br') ? 'br' : allowed.has('gzip') || allowed.has('x-gzip') ? 'gzip' : null
}

const isCompressible = (c: Context): boolean => {
  const { headers, status } = c.res
  const length = headers.get('content-length')
  return (
    (getBytes(c.res) !== undefined || c.res.body !== null) &&
    c.req.method !== 'HEAD' &&
    status !== 206 &&
    compressible.test(headers.get('content-type') ?? '') &&
    !headers.has('content-encoding') &&
    // tRPC marks what it streams piece by piece; holding a piece back would defeat it.
    !headers.has('transfer-encoding') &&
    !headers.get('cache-control')?.includes('no-transform') &&
    !(length !== null && Number(length) < least)
  )
}

/** Compresses text answers of 1 kB and more with brotli or gzip, as the client allows. */
export const buildCompression = (): MiddlewareHandler => async (c, next) => {
  await next()
  if (!isCompressible(c)) return
  c.res.headers.append('vary', 'Accept-Encoding')
  const encoding = parseEncoding(c.req.header('accept-encoding'))
  const given = getBytes(c.res)
  if (!encoding || (given === undefined && !c.res.body)) return
  const encoder = encoders[encoding]
  const headers = new Headers(c.res.headers)
  headers.set('content-encoding', encoding)
  headers.delete('content-length')
  const etag = headers.get('etag')
  if (etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`)
  const length = Number(c.res.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
  const { status } = c.res
  let compressed: Uint8Array<ArrayBuffer> | ReadableStream
  if (length <= most) {
    const personal = c.req.header('cookie') !== undefined || c.req.header('authorization') !== undefined
    const plain = given ?? new Uint8Array(await c.res.arrayBuffer())
    // An answer to somebody known is kept nowhere: it is compressed each time that it is sent, in a third of the time; and
    // when it is small at once, as to hand it to another thread and take it back costs nearly as much.
    const bytes = personal && length <= mostAtOnce ? encoder.quick(plain) : await encoder.whole(plain)
    headers.set('content-length', String(bytes.length))
    compressed = new Uint8Array(bytes)
  } else {
    const source = Readable.fromWeb(c.res.body as NodeReadableStream)
    const target = source.on('error', (error) => target.destroy(error)).pipe(encoder.stream())
    compressed = Readable.toWeb(target) as ReadableStream
  }
  // Hono copies the headers of the answer it replaces over the new ones, unless it is taken away first.
  c.res = undefined
  c.res = new Response(compressed, { status, headers })
}
