import { createHash } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { buildCsv } from '@waymark/exchange/formats/csv'
import { formats as tableFormats } from '@waymark/exchange/formats/formats'
import { formatInstant } from '@waymark/kernel/instant'
import type { RefusalCode } from '@waymark/kernel/refusal'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { RefusalError } from '../refusal-error.ts'
import { buildProblem, type ParameterProblem } from './problem.ts'
import type { Rows } from './tables.ts'
import { type AnyView, views } from './views.ts'
import { buildWorkbook } from './workbook.ts'

export type PublicDataOptions = {
  /** The context of a reader of the public record; nobody is signed in here. */
  readonly createContext: (request: Request) => Context
  /** Told of what went wrong on our side; the reader learns only that something did. */
  readonly log: (error: unknown, path: string) => void
}

const formats = ['json', 'csv', 'xlsx'] as const
type Format = (typeof formats)[number]

/** The public views as files: `/kazakhstan.json`, `/kazakhstan/linkage.csv`, `/kazakhstan/cases.xlsx` … What is not such an address is passed on. */
export function buildPublicDataApp({ createContext, log }: PublicDataOptions): Hono {
  const app = new Hono()
  app.get('*', async (c, next) => {
    const request = c.req.raw
    const address = parseAddress(new URL(request.url).pathname)
    if (address === null) return next()
    const ctx = createContext(request)
    try {
      return await answer(request, address, ctx)
    } catch (error) {
      const refusal =
        error instanceof TRPCError && error.cause instanceof RefusalError ? error.cause.refusal : null
      if (refusal)
        return buildProblem(
          refusal,
          ctx.language,
          refusal.path === undefined ? [] : [{ parameter: refusal.path, message: refusal.code }],
        )
      log(error, address.path)
      throw error
    }
  })
  return app
}

type Address = {
  readonly path: string
  readonly view: AnyView
  readonly format: Format
  readonly names: Readonly<Record<string, string>>
}

const patterns = views.map((view) => ({
  view,
  pattern: new RegExp(
    `^/(?<dossier>[a-z0-9-]{1,80})${view.path.replace(/:(\w+)/g, '(?<$1>[A-Za-z0-9-]{1,80})')}$`,
  ),
}))

function parseAddress(pathname: string): Address | null {
  const dot = pathname.lastIndexOf('.')
  const format = formats.find((f) => f === pathname.slice(dot + 1))
  if (dot < 0 || format === undefined) return null
  const path = pathname.slice(0, dot)
  for (const { view, pattern } of patterns) {
    const match = pattern.exec(path)
    if (match) return { path, view, format, names: { ...match.groups } }
  }
  return null
}

async function answer(request: Request, address: Address, ctx: Context): Promise<Response> {
  const { view, names } = address
  const query = parseQuery(view, new URL(request.url).searchParams, names)
  if (!query.ok)
    return buildProblem(
      { code: query.code, path: query.problems[0]?.parameter ?? '' },
      ctx.language,
      query.problems,
    )
  const body = await readBody(request, address, query.input, ctx)
  if (body === null) return buildProblem({ code: 'not-found' }, ctx.language)
  return buildAnswer(request, body, isPinned(query.input, ctx.now().slice(0, 10)))
}

/** An answer that is sent: `filename` where it is to be kept as a file rather than shown. */
type Body = {
  readonly bytes: string | Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly filename?: string
}

/** null where the view has no table. */
async function readBody(
  request: Request,
  { path, view, format, names }: Address,
  input: Readonly<Record<string, unknown>>,
  ctx: Context,
): Promise<Body | null> {
  const { data, rows } = await view.read(ctx, input)
  const mediaType = mediaTypes[format]
  if (format === 'json') return { bytes: `${JSON.stringify(data)}\n`, mediaType }
  if (rows === null) return null
  if (format === 'csv') return { bytes: buildTable(view.headers, rows), mediaType }
  const page = new URL(path, request.url)
  for (const [name, value] of Object.entries(input))
    if (!Object.hasOwn(names, name)) page.searchParams.set(name, String(value))
  return { ...(await buildWorkbook(ctx, view, { data, rows }, page)), mediaType }
}

function buildTable(headers: readonly string[], rows: Rows): string {
  return buildCsv(
    headers.map((header) => ({ header, get: (row: Rows[number]) => row[header] ?? null })),
    rows,
    { byteOrderMark: true },
  )
}

/** An address that names both times, the second of them before today, keeps its answer: nothing can be recorded before today any more. */
function isPinned({ asOf, knownAt }: Readonly<Record<string, unknown>>, today: string): boolean {
  return typeof asOf === 'string' && typeof knownAt === 'string' && knownAt < today
}

const mediaTypes = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: tableFormats.xlsx.mediaType,
} as const satisfies Record<Format, string>

function buildAnswer(request: Request, { bytes, mediaType, filename }: Body, pinned: boolean): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag,
    // A case can be withdrawn from the public at any time, so nothing is ever "immutable": pinned answers are only kept longer.
    'cache-control': pinned ? 'public, max-age=3600' : 'public, no-cache',
    'access-control-allow-origin': '*',
  }
  const asked = request.headers.get('if-none-match') ?? ''
  if (asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(bytes, {
    headers: {
      ...headers,
      'content-type': mediaType,
      ...(filename === undefined ? {} : { 'content-disposition': `attachment; filename="${filename}"` }),
    },
  })
}

type Query =
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: RefusalCode; readonly problems: readonly ParameterProblem[] }

const codes: Readonly<Record<string, RefusalCode>> = {
  asOf: 'invalid-date',
  knownAt: 'invalid-instant',
  method: 'unknown-method',
  fromMethod: 'unknown-method',
  from: 'invalid-date',
  to: 'invalid-date',
}

/** The view's own parameters from the address; others (those of trackers, say) mean nothing and are passed over. */
function parseQuery(view: AnyView, params: URLSearchParams, names: Readonly<Record<string, string>>): Query {
  const raw: Record<string, string> = {}
  for (const name of Object.keys(view.input.shape)) {
    const value = params.get(name)
    if (value !== null && value !== '') raw[name] = value
  }
  const parsed = view.input.safeParse({ ...raw, ...names })
  if (parsed.success) return { ok: true, input: normalizeInstant(parsed.data) }
  // The names come from the path: what they cannot be does not exist.
  if (parsed.error.issues.some((i) => Object.hasOwn(names, String(i.path[0]))))
    return { ok: false, code: 'not-found', problems: [] }
  const problems = parsed.error.issues.map((i) => ({ parameter: String(i.path[0]), message: i.message }))
  return { ok: false, code: codes[problems[0]?.parameter ?? ''] ?? 'invalid-input', problems }
}

const instantInput = z.looseObject({ knownAt: z.string().optional() })

function normalizeInstant(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { knownAt, ...rest } = instantInput.parse(data)
  return knownAt === undefined ? rest : { ...rest, knownAt: formatInstant(knownAt) }
}
