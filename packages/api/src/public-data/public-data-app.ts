import { TRPCError } from '@trpc/server'
import { buildCsv } from '@waymark/exchange/formats/csv'
import { mediaTypes } from '@waymark/exchange/open-data/catalogue'
import { type Context as Asked, Hono } from 'hono'
import type { Context } from '../context.ts'
import {
  type EditionAddress,
  parseEditionAddress,
  readEditionBody,
} from '../features/edition/edition-addresses.ts'
import { RefusalError } from '../refusal-error.ts'
import { type Address, parseAddress } from './address.ts'
import { type Body, buildAnswer } from './answer.ts'
import { buildCitationFile } from './cite.ts'
import { isDataAddress } from './data-address.ts'
import { type Document, parseDocumentAddress } from './documents.ts'
import { buildOpenApi } from './openapi.ts'
import { parseQuery, type Query } from './parse-query.ts'
import { buildProblem } from './problem.ts'
import { getOrigin, type Site } from './site.ts'
import type { Rows } from './tables.ts'
import { buildWorkbook } from './workbook.ts'

export type PublicDataOptions = {
  /** The context of a reader of the public record; nobody is signed in here. */
  readonly createContext: (request: Request) => Context
  /** Told of what went wrong on our side; the reader learns only that something did. */
  readonly log: (error: unknown, path: string) => void
  /** What catalogues say of the installation. */
  readonly site: Site
}

/**
 * The public views as files (`/kazakhstan.json`, `/kazakhstan/linkage.csv`, `/kazakhstan/cases.xlsx` …), what describes
 * them, and feeds of what is new. What is not such an address is passed on.
 */
export function buildPublicDataApp({ createContext, log, site }: PublicDataOptions): Hono {
  const app = new Hono()
  const serve = async (c: Asked, read: (ctx: Context) => Promise<Response>): Promise<Response> => {
    const ctx = createContext(c.req.raw)
    try {
      return await read(ctx)
    } catch (error) {
      const refusal =
        error instanceof TRPCError && error.cause instanceof RefusalError ? error.cause.refusal : null
      if (refusal)
        return buildProblem(
          refusal,
          ctx.language,
          refusal.path === undefined ? [] : [{ parameter: refusal.path, message: refusal.code }],
        )
      log(error, c.req.path)
      throw error
    }
  }
  app.get('/openapi.json', (c) => {
    const bytes = `${JSON.stringify(buildOpenApi(getOrigin(site, c.req.raw)))}\n`
    return buildAnswer(c.req.raw, { bytes, mediaType: jsonType }, { pinned: false, describedBy: [] })
  })
  app.get('*', (c, next) => {
    const { pathname } = new URL(c.req.url)
    const edition = parseEditionAddress(pathname)
    if (edition !== null) return serve(c, (ctx) => answerEdition(c.req.raw, edition, ctx))
    const address = parseAddress(pathname)
    if (address !== null) return serve(c, (ctx) => answerView(c.req.raw, address, ctx, site))
    const asked = parseDocumentAddress(pathname)
    if (asked !== null)
      return serve(c, (ctx) => answerDocument(c.req.raw, asked.document, asked.names, ctx, site))
    return next()
  })
  return app
}

/** The last word on an address that can only mean data and that nothing before answered: a problem document, not a page. */
export function buildUnknownDataApp({ createContext }: Pick<PublicDataOptions, 'createContext'>): Hono {
  const app = new Hono()
  app.get('*', (c, next) =>
    isDataAddress(c.req.path)
      ? Promise.resolve(buildProblem({ code: 'not-found' }, createContext(c.req.raw).language))
      : next(),
  )
  return app
}

async function answerEdition(request: Request, address: EditionAddress, ctx: Context): Promise<Response> {
  const body = await readEditionBody(ctx, address)
  if (body === null) return buildProblem({ code: 'not-found' }, ctx.language)
  const answer = buildAnswer(request, body, { pinned: address.id !== null, describedBy: [] })
  // A list grows by the clock alone, when an embargo ends: nobody in between may keep it.
  if (address.id === null) answer.headers.set('cache-control', 'no-cache')
  return answer
}

const jsonType = 'application/json; charset=utf-8'

const refuse = (query: Extract<Query, { ok: false }>, { language }: Context): Response =>
  buildProblem({ code: query.code, path: query.problems[0]?.parameter ?? '' }, language, query.problems)

async function answerView(request: Request, address: Address, ctx: Context, site: Site): Promise<Response> {
  const { view, names } = address
  const query = parseQuery(view.input, new URL(request.url).searchParams, names)
  if (!query.ok) return refuse(query, ctx)
  const origin = getOrigin(site, request)
  const body = await readBody(origin, address, query.input, ctx)
  if (body === null) return buildProblem({ code: 'not-found' }, ctx.language)
  return buildAnswer(request, body, {
    pinned: isPinned(query.input, ctx.now().slice(0, 10)),
    describedBy: [
      [`${origin}/${names.dossier}/datapackage.json`, mediaTypes.json],
      [`${origin}/${names.dossier}/dataset.jsonld`, 'application/ld+json'],
    ],
  })
}

async function answerDocument(
  request: Request,
  document: Document,
  names: Readonly<Record<string, string>>,
  ctx: Context,
  site: Site,
): Promise<Response> {
  const url = new URL(request.url)
  const query = parseQuery(document.input, url.searchParams, names)
  if (!query.ok) return refuse(query, ctx)
  const address = new URL(`${url.pathname}${url.search}`, getOrigin(site, request))
  const body = await document.read(ctx, query.input, address, site)
  return buildAnswer(request, body, { pinned: false, describedBy: [] })
}

/** null where the view has no table. */
async function readBody(
  origin: string,
  { path, view, format, names }: Address,
  input: Readonly<Record<string, unknown>>,
  ctx: Context,
): Promise<Body | null> {
  const { data, rows } = await view.read(ctx, input)
  if (format === 'json') return { bytes: `${JSON.stringify(data)}\n`, mediaType: jsonType }
  const page = new URL(path, origin)
  for (const [name, value] of Object.entries(input))
    if (!Object.hasOwn(names, name)) page.searchParams.set(name, String(value))
  if (format === 'bib' || format === 'csl.json') return buildCitationFile(ctx, view, data, page, format)
  if (rows === null) return null
  if (format === 'csv')
    return { bytes: buildTable(view.headers, rows), mediaType: `${mediaTypes.csv}; charset=utf-8` }
  return { ...(await buildWorkbook(ctx, view, { data, rows }, page)), mediaType: mediaTypes.xlsx }
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
